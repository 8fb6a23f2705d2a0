// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Values of fields (model/fields.h) as JSON, and back.  A field that says nothing is left out.  Which fields of a noun
// are written, and how texts are, say the visitors that derive from these (things.cpp).  The forms are stored: they
// must not change.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/study.h"

namespace commonground::coding {

using Json = nlohmann::ordered_json;

// null: nothing is said.
inline Json Said(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}
template <typename Tag>
Json Said(const core::Id<Tag>& id) {
  return Said(id.value);
}
inline Json Said(const core::Date& date) {
  return date.Text();
}
inline Json Said(const core::Moment& moment) {
  return moment.Text();
}
inline Json Said(bool yes) {
  return yes ? Json(true) : Json();
}
inline Json Said(int number) {
  return number;
}
inline Json Said(std::int64_t number) {
  return number;
}
template <typename Enum>
requires std::is_enum_v<Enum> Json Said(Enum value) {
  return std::string(model::Word(value));
}
inline Json Said(const core::Fraction& share) {
  return share.Text();
}
Json Said(const model::Bound& bound);  // "19", "1/2" or ">1/2"
Json Said(const model::Criterion& criterion);
template <typename Value>
Json Said(const std::optional<Value>& value) {
  return value ? Said(*value) : Json();
}
template <typename Value>
Json Said(const std::vector<Value>& list) {
  Json said;
  for (const Value& value : list) said.push_back(Said(value));
  return said;
}
inline Json Said(const std::map<std::string, std::vector<std::string>>& lists) {
  return lists.empty() ? Json() : Json(lists);
}

inline Json Said(const std::map<std::string, std::string>& claims) {
  Json said;
  for (const auto& [source, definition] : claims) said[source] = definition;
  return said;
}

// False: it is not what Said writes.
bool Take(const Json& said, std::string& text);
bool Take(const Json& said, core::Date& date);
bool Take(const Json& said, core::Moment& moment);
bool Take(const Json& said, bool& yes);
bool Take(const Json& said, int& number);
bool Take(const Json& said, std::int64_t& number);
bool Take(const Json& said, core::Fraction& share);
bool Take(const Json& said, std::map<std::string, std::string>& claims);
bool Take(const Json& said, model::Bound& bound);
bool Take(const Json& said, model::Criterion& criterion);
bool Take(const Json& said, std::map<std::string, std::vector<std::string>>& lists);
template <typename Tag>
bool Take(const Json& said, core::Id<Tag>& id) {
  return Take(said, id.value);
}
template <typename Enum>
requires std::is_enum_v<Enum>
bool Take(const Json& said, Enum& value) {
  std::string word;
  const auto found = Take(said, word) ? model::FromWord<Enum>(word) : std::nullopt;
  if (found) value = *found;
  return found.has_value();
}
template <typename Value>
bool Take(const Json& said, std::optional<Value>& value) {
  return Take(said, value.emplace());
}
template <typename Value>
bool Take(const Json& said, std::vector<Value>& list) {
  if (!said.is_array()) return false;
  for (const Json& one : said) {
    if (!Take(one, list.emplace_back())) return false;
  }
  return true;
}

// Must it stand there?  What always says something must.
template <typename Value>
constexpr bool kIsAlwaysSaid = std::is_enum_v<Value> || std::is_same_v<Value, int> ||
                               std::is_same_v<Value, std::int64_t> || std::is_same_v<Value, core::Date>;

class JsonWriter {
 public:
  template <typename Value>
  void operator()(const char* name, const Value& value) {
    Json said = Said(value);
    if (!said.is_null()) json_[name] = std::move(said);
  }
  void Range(const char*, const core::TextRange& range) {
    (*this)("start", range.start);
    (*this)("end", range.end);
  }
  Json& json() { return json_; }

 private:
  Json json_ = Json::object();
};

// What a field was called when older histories were written.
inline const char* NameBefore(std::string_view name) {
  return name == "evidence_type" ? "grade" : "";
}

class JsonReader {
 public:
  explicit JsonReader(const std::string& json) : json_(Json::parse(json, nullptr, false)), good_(json_.is_object()) {}
  template <typename Value>
  void operator()(const char* name, Value& value) {
    if (!good_) return;
    auto found = json_.find(name);
    if (found == json_.end()) found = json_.find(NameBefore(name));
    good_ = found == json_.end() ? !kIsAlwaysSaid<Value> : Take(*found, value);
  }
  void Range(const char*, core::TextRange& range) {
    (*this)("start", range.start);
    (*this)("end", range.end);
  }
  bool good() const { return good_; }

 private:
  Json json_;
  bool good_;
};

}  // namespace commonground::coding
