// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes the history entries of a change.

#include "coding/history/record.h"

#include "coding/history/things.h"
#include "core/guid.h"
#include "model/guids.h"
#include "model/identity.h"

namespace commonground::coding {

namespace {

class Recorder {
 public:
  Recorder(const model::ChangeSet& changes, const Versions& versions) : changes_(changes), versions_(versions) {}

  model::Recorded Finish() {
    for (const auto& change : changes_.codes) {
      const auto json = [&](const std::optional<model::Code>& code, std::int64_t place) {
        return code ? ToJson(*code, place, KeepFor(std::nullopt)) : std::string();
      };
      const model::Code& code = change.before ? *change.before : change.after.value();
      Add(model::RecordType::kCode, code.id.value, std::nullopt, json(change.before, change.place_before),
          json(change.after, change.place_after));
    }
    for (const auto& change : changes_.codings) {
      const model::Coding& coding = change.before ? *change.before : change.after.value();
      const auto found = versions_.find(coding.document);
      const int version = found == versions_.end() ? 1 : found->second;
      const KeepText keep = KeepFor(coding.document);
      Add(model::RecordType::kCoding, model::IdOf(coding).value, coding.document,
          change.before ? ToJson(*change.before, version, keep) : std::string(),
          change.after ? ToJson(*change.after, version, keep) : std::string());
    }
    AddAll(model::RecordType::kMemo, changes_.memos);
    AddAll(model::RecordType::kAssignment, changes_.assignments);
    AddAll(model::RecordType::kAdjudication, changes_.adjudications);
    AddAll(model::RecordType::kDecision, changes_.decisions);
    model::EachNoun([&]<typename Thing>() {
      for (const auto& change : changes_.facts.Of<Thing>()) {
        const auto json = [&](const std::optional<Thing>& thing, std::int64_t place) {
          return thing ? ToJson(*thing, place, KeepFor(DocumentOf(*thing))) : std::string();
        };
        Add(model::Noun<Thing>::kThing, model::IdOf(change.before ? *change.before : change.after.value()),
            DocumentOf(change.after ? *change.after : change.before.value()), json(change.before, change.place_before),
            json(change.after, change.place_after));
      }
    });
    if (changes_.settings) {
      const KeepText keep = KeepFor(std::nullopt);
      const auto json = [&](const std::optional<model::Settings>& settings) {
        return ToJson(settings.value(), -1, keep);
      };
      Add(model::RecordType::kSettings, kTheStudy, std::nullopt, json(changes_.settings->before),
          json(changes_.settings->after));
    }
    return std::move(recorded_);
  }

 private:
  // What it is words of: they are erased with that.
  template <typename Thing>
  static std::optional<model::DocumentId> DocumentOf(const Thing& thing) {
    if constexpr (std::is_same_v<Thing, model::Translation>) return thing.document;
    return std::nullopt;
  }

  template <typename Thing>
  void AddAll(model::RecordType thing, const std::vector<model::Change<Thing>>& all) {
    for (const auto& change : all) {
      const Thing& one = change.before ? *change.before : change.after.value();
      const std::optional<model::DocumentId> document = one.document;
      const KeepText keep = KeepFor(document);
      Add(thing, one.id.value, document, change.before ? ToJson(*change.before, keep) : std::string(),
          change.after ? ToJson(*change.after, keep) : std::string());
    }
  }

  void Add(model::RecordType thing, const std::string& subject, std::optional<model::DocumentId> document,
           std::string before, std::string after) {
    recorded_.events.push_back({0, changes_.at, changes_.person, changes_.action, changes_.undoes, thing, subject,
                                std::move(document), std::move(before), std::move(after)});
  }

  KeepText KeepFor(std::optional<model::DocumentId> document) {
    return [this, document = std::move(document)](const std::string& text) {
      recorded_.history_texts.push_back({model::HistoryTextId(core::NewGuid()), document, text});
      return recorded_.history_texts.back().id.value;
    };
  }

  const model::ChangeSet& changes_;
  const Versions& versions_;
  model::Recorded recorded_;
};

}  // namespace

model::Recorded Record(const model::ChangeSet& changes, const Versions& versions) {
  return Recorder(changes, versions).Finish();
}

}  // namespace commonground::coding
