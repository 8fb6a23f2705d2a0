// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How values stand in commonground.json, out and in.
#pragma once

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "coding/exchange/raw_text.h"
#include "coding/exchange/sidecar.h"
#include "core/guid.h"
#include "model/study.h"

namespace commonground::coding::side_json {

using Json = nlohmann::ordered_json;

// --- out ------------------------------------------------------------------------------------------------------------

inline void Put(Json& row, const char* name, const std::string& text) {
  if (!text.empty()) row[name] = text;
}
inline void Put(Json& row, const char* name, const std::optional<core::Date>& date) {
  if (date) row[name] = date->Text();
}
template <typename Tag>
inline void Put(Json& row, const char* name, const std::vector<core::Id<Tag>>& ids) {
  for (const auto& id : ids) row[name].push_back(id.value);
}
inline void Put(Json& row, const char* name, const std::vector<std::string>& words) {
  if (!words.empty()) row[name] = words;
}
inline void Put(Json& row, const char* name, const std::map<std::string, std::vector<std::string>>& lists) {
  row[name] = Json::object();
  for (const auto& [key, words] : lists) row[name][key] = words;
}
template <typename Enum>
void PutWord(Json& row, const char* name, Enum value) {
  row[name] = std::string(model::Word(value));
}

// --- in -------------------------------------------------------------------------------------------------------------

// What is of another type than it should be is as if it were not there; what must be there is asked for by merge.h.
inline std::string TextOf(const Json& row, const char* name) {
  const auto found = row.find(name);
  return found != row.end() && found->is_string() ? Canonical(found->get<std::string>()) : std::string();
}
inline int NumberOf(const Json& row, const char* name, int otherwise) {
  const auto found = row.find(name);
  if (found == row.end() || !found->is_number_integer()) return otherwise;
  const auto number = found->get<std::int64_t>();
  return number < -1'000'000'000 || number > 1'000'000'000 ? otherwise : static_cast<int>(number);
}
inline bool Says(const Json& row, const char* name) {
  const auto found = row.find(name);
  return found != row.end() && found->is_boolean() && found->get<bool>();
}
inline constexpr int kFirstYear = 1000;  // as a folder's dates are read
inline std::optional<core::Date> DateOf(const Json& row, const char* name) {
  const auto date = core::Date::Parse(TextOf(row, name));
  return date && date->year() >= kFirstYear ? std::optional(*date) : std::nullopt;
}
inline std::optional<core::Moment> MomentOf(const Json& row, const char* name) {
  const auto moment = core::Moment::Parse(TextOf(row, name));
  return moment && moment->Day().year() >= kFirstYear ? std::optional(*moment) : std::nullopt;
}
template <typename Enum>
Enum WordOf(const Json& row, const char* name, Enum otherwise) {
  return model::FromWord<Enum>(TextOf(row, name)).value_or(otherwise);
}
inline std::vector<std::string> WordsOf(const Json& row, const char* name) {
  std::vector<std::string> words;
  const auto found = row.find(name);
  if (found == row.end() || !found->is_array()) return words;
  for (const Json& word : *found) {
    if (word.is_string()) words.push_back(Canonical(word.get<std::string>()));
  }
  return words;
}
template <typename Id>
std::vector<Id> IdsOf(const Json& row, const char* name) {
  std::vector<Id> ids;
  for (std::string& word : WordsOf(row, name)) ids.emplace_back(std::move(word));
  return ids;
}
template <typename Id>
std::optional<Id> MaybeId(const Json& row, const char* name) {
  std::string text = TextOf(row, name);
  return text.empty() ? std::nullopt : std::optional(Id(std::move(text)));
}
// Calls `take` for every object of a list.
template <typename Take>
void Each(const Json& file, const char* name, const Take& take) {
  const auto found = file.find(name);
  if (found == file.end() || !found->is_array()) return;
  for (const Json& row : *found) {
    if (row.is_object()) take(row);
  }
}

// --- both: over the fields of a noun (model/fields.h)
// -----------------------------------------------------------------

// Remarks never leave; texts, and what follows from them, stand in the project itself.
class OutOf {
 public:
  explicit OutOf(Json& row) : row_(row) {}
  template <typename Tag>
  void Key(const char* name, const core::Id<Tag>& id) {
    row_[name] = id.value;
  }
  void OwnId(const char* name, const auto& id) { Put(row_, name, id.value); }
  void Owner(const char* name, const model::DocumentId& id) { row_[name] = id.value; }
  void Subject(const char* name, const std::string& subject) { row_[name] = subject; }
  void Words(const char* name, const auto& value) { Put(row_, name, value); }
  void Remark(const char*, const auto&) {}
  void Body(const char*, const auto&) {}
  void Derived(const char*, const auto&) {}
  void OfText(const char* name, const std::string& value) { Put(row_, name, value); }
  void OfText(const char*, const std::vector<model::Part>&) {}
  void Range(const char*, const core::TextRange& range) {
    row_["start"] = range.start;
    row_["end"] = range.end;
  }
  template <typename Tag>
  void operator()(const char* name, const core::Id<Tag>& id) {
    row_[name] = id.value;
  }
  template <typename Tag>
  void operator()(const char* name, const std::optional<core::Id<Tag>>& id) {
    if (id) row_[name] = id->value;
  }
  void operator()(const char* name, const std::optional<core::Moment>& at) {
    if (at) row_[name] = at->Text();
  }
  void operator()(const char* name, bool yes) {
    if (yes) row_[name] = true;
  }
  void operator()(const char* name, int number) { row_[name] = number; }
  template <typename Value>
  void operator()(const char* name, const Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      PutWord(row_, name, value);
    } else {
      Put(row_, name, value);
    }
  }

 private:
  Json& row_;
};

class InFrom {
 public:
  explicit InFrom(const Json& row) : row_(row) {}
  template <typename Tag>
  void Key(const char* name, core::Id<Tag>& id) {
    id.value = TextOf(row_, name);
  }
  void OwnId(const char* name, auto& id) { id.value = core::ReadGuid(TextOf(row_, name)).value_or(""); }
  void Owner(const char* name, model::DocumentId& id) { id.value = TextOf(row_, name); }
  void Subject(const char* name, std::string& subject) { subject = TextOf(row_, name); }
  void Words(const char* name, auto& value) { (*this)(name, value); }
  void Remark(const char*, auto&) {}
  void Body(const char*, auto&) {}
  void Derived(const char*, auto&) {}
  void OfText(const char* name, std::string& value) { value = TextOf(row_, name); }
  void OfText(const char*, std::vector<model::Part>&) {}
  void Range(const char*, core::TextRange& range) { range = {NumberOf(row_, "start", -1), NumberOf(row_, "end", -1)}; }
  void operator()(const char* name, std::string& text) { text = TextOf(row_, name); }
  void operator()(const char* name, std::vector<std::string>& words) { words = WordsOf(row_, name); }
  void operator()(const char* name, std::optional<core::Date>& date) { date = DateOf(row_, name); }
  void operator()(const char* name, std::optional<core::Moment>& moment) { moment = MomentOf(row_, name); }
  void operator()(const char* name, bool& yes) { yes = Says(row_, name); }
  void operator()(const char* name, int& number) { number = std::max(0, NumberOf(row_, name, number)); }
  template <typename Tag>
  void operator()(const char* name, core::Id<Tag>& id) {
    id.value = TextOf(row_, name);
  }
  template <typename Tag>
  void operator()(const char* name, std::optional<core::Id<Tag>>& id) {
    id = MaybeId<core::Id<Tag>>(row_, name);
  }
  template <typename Tag>
  void operator()(const char* name, std::vector<core::Id<Tag>>& ids) {
    ids = IdsOf<core::Id<Tag>>(row_, name);
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(const char* name, Enum& value) {
    const auto word = model::FromWord<Enum>(TextOf(row_, name));
    knows_words = knows_words && word;
    value = word.value_or(value);
  }
  // The conditions of a rule.
  void operator()(const char* name, std::map<std::string, std::vector<std::string>>& lists) {
    const auto found = row_.find(name);
    if (found == row_.end() || !found->is_object()) return;
    for (const auto& list : found->items()) lists[Canonical(list.key())] = WordsOf(*found, list.key().c_str());
  }

  bool knows_words = true;  // of closed lists; what is not known is as it is by default

 private:
  const Json& row_;
};

template <typename Thing>
Json RowOf(const Thing& thing) {
  Json row = Json::object();
  OutOf out(row);
  Fields(out, thing);
  return row;
}
template <typename Thing>
void PutAll(Json& all, const char* name, const std::vector<Thing>& things) {
  for (const Thing& thing : things) all[name].push_back(RowOf(thing));
}
template <typename Thing>
Thing ThingOf(const Json& row) {
  Thing thing;
  InFrom in(row);
  Fields(in, thing);
  return thing;
}
template <typename Thing>
void TakeAll(const Json& file, const char* name, std::vector<Thing>& things) {
  Each(file, name, [&](const Json& row) { things.push_back(ThingOf<Thing>(row)); });
}

}  // namespace commonground::coding::side_json
