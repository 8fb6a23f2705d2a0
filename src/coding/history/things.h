// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Things as the JSON of an event, and back.  The names are stored: they must not change.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "model/study.h"

namespace commonground::coding {

// Keeps a text and gives the id under which it is kept; empty texts have none.
using KeepText = std::function<std::string(const std::string& text)>;
// Gives a kept text back; throws Erased if it is gone.
using TextOf = std::function<std::string(const std::string& id)>;
struct Erased {};

std::string ToJson(const model::Code& code, std::int64_t place, const KeepText& keep);
std::string ToJson(const model::Coding& coding, int version, const KeepText& keep);
std::string ToJson(const model::Memo& memo, const KeepText& keep);
std::string ToJson(const model::Assignment& assignment, const KeepText& keep);
std::string ToJson(const model::Adjudication& adjudication, const KeepText& keep);
std::string ToJson(const model::Decision& decision, const KeepText& keep);

struct PlacedCode {
  model::Code code;
  std::int64_t place = -1;
};
// Words, context and hint of the passage are empty: they are taken from the text of `version`.
struct VersionedCoding {
  model::Coding coding;
  int version = 1;
  bool is_bare = false;  // it had no hint, whatever the text would give
};
// nullopt: it is not what ToJson writes.  `subject` and `document` are those of the event.
std::optional<PlacedCode> CodeFrom(const std::string& json, const std::string& subject, const TextOf& text);
std::optional<VersionedCoding> CodingFrom(const std::string& json, const std::string& subject,
                                          const std::optional<model::DocumentId>& document, const TextOf& text);
std::optional<model::Memo> MemoFrom(const std::string& json, const std::string& subject,
                                    const std::optional<model::DocumentId>& document, const TextOf& text);
std::optional<model::Assignment> AssignmentFrom(const std::string& json, const std::string& subject,
                                                const std::optional<model::DocumentId>& document, const TextOf& text);
std::optional<model::Adjudication> AdjudicationFrom(const std::string& json, const std::string& subject,
                                                    const std::optional<model::DocumentId>& document,
                                                    const TextOf& text);
std::optional<model::Decision> DecisionFrom(const std::string& json, const std::string& subject,
                                            const std::optional<model::DocumentId>& document, const TextOf& text);

}  // namespace commonground::coding
