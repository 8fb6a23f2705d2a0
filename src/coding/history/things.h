// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Things as the JSON of an event, and back.  The names are stored: they must not change.
//
// What coding together makes stands there field by field, its texts apart, so that a passage's history can be told
// without them.  Of all other nouns (model/nouns.h) the event holds only which organisations they are about: what they
// say, numbers and dates too, is one text, which is erased as a whole.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/nouns.h"
#include "model/study.h"

namespace commonground::coding {

// Keeps a text and gives the id under which it is kept; empty texts have none.
using KeepText = std::function<std::string(const std::string& text)>;
// Gives a kept text back; throws Erased if it is gone.
using TextOf = std::function<std::string(const std::string& id)>;
struct Erased {};

std::string ToJson(const model::Code& code, std::int64_t place, const KeepText& keep);
std::string ToJson(const model::Coding& coding, int version, const KeepText& keep);
template <typename Thing>  // Memo, Assignment, Adjudication, Decision
std::string ToJson(const Thing& thing, const KeepText& keep);
template <typename Thing>  // of model/nouns.h
std::string ToJson(const Thing& thing, std::int64_t place, const KeepText& keep);

// nullopt: it is not what ToJson writes.  `subject` and `document` are those of the event.
template <typename Thing>
struct Placed {
  Thing thing;
  std::int64_t place = -1;
};
// Words, context and hint of the passage are empty: they are taken from the text of `version`.
struct VersionedCoding {
  model::Coding coding;
  int version = 1;
  bool is_bare = false;  // it had no hint, whatever the text would give
};
std::optional<VersionedCoding> CodingFrom(const std::string& json, const std::string& subject,
                                          const std::optional<model::DocumentId>& document, const TextOf& text);
template <typename Thing>  // Memo, Assignment, Adjudication, Decision; and what FieldsToJson wrote of any other noun
std::optional<Thing> From(const std::string& json, const std::string& subject,
                          const std::optional<model::DocumentId>& document, const TextOf& text);
template <typename Thing>  // Code, and those of model/nouns.h: with its id written down
std::optional<Placed<Thing>> PlacedFrom(const std::string& json, const std::string& subject, const TextOf& text);

// What the settings of a study are called in an event.
inline constexpr const char* kTheStudy = "study";

// Field by field, as two versions of a thing are compared.
template <typename Thing>
std::string FieldsToJson(const Thing& thing, const KeepText& keep);

// Which organisations a thing of model/nouns.h is about, itself and as its event says; a statement may be about a
// country too.
template <typename Thing>
std::vector<std::string> AboutOf(const Thing& thing);
std::vector<std::string> AboutIn(const std::string& json);
// The study, or a code that a country may have: no organisation, unless the study has one of this id.
bool IsOfNoCase(const std::string& about);

}  // namespace commonground::coding
