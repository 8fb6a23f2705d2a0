// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was changed, by whom, when; and the texts that this speaks of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/moment.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

// One thing that somebody changed.  Events of one act have the same number.  They hold ids, ranges and words of closed
// lists, never text, so that what was said can be erased and the history stays whole: text is in wordings, by their id.
struct Event {
  std::int64_t number = 0;  // from 1; greater is later
  core::Moment at;
  CoderId person;
  EventAction action = EventAction::kApply;
  std::int64_t undoes = 0;  // of undo and redo: the number of the act that is taken back
  RecordType record_type = RecordType::kCoding;
  std::string subject;                 // the thing's id
  std::optional<DocumentId> document;  // what it belongs to
  std::string before;                  // JSON (coding/history); empty: it was not there
  std::string after;                   // JSON; empty: it is gone
  friend bool operator==(const Event&, const Event&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Event> auto& event) {
  visit("number", event.number);
  visit("at", event.at);
  visit("person", event.person);
  visit("action", event.action);
  visit("undoes", event.undoes);
  visit("record_type", event.record_type);
  visit("subject", event.subject);
  visit("document", event.document);
  visit("before", event.before);
  visit("after", event.after);
}

// A text that an event speaks of.
struct HistoryText {
  HistoryTextId id;
  std::optional<DocumentId> document;  // it is erased with this document
  std::string text;
  friend bool operator==(const HistoryText&, const HistoryText&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<HistoryText> auto& history_text) {
  visit.Key("wording", history_text.id);
  visit.Owner("document", history_text.document);
  visit.Body("text", history_text.text);
}

}  // namespace commonground::model
