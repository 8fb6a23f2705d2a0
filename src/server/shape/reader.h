// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a request says, as a value: its body and the parts of its address, each field of the right kind, none unknown.
#pragma once

#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "model/words.h"
#include "server/http/target.h"
#include "server/shape/shape.h"

namespace commonground::server {

// What is wrong with one field, by its place: "codes[2].label".
struct FieldProblem {
  std::string field;
  std::string message;
};

// JSON as we take it: one value, UTF-8, no name twice in an object, at most 32 deep.  A text in it becomes canonical
// (core/canonical.h).  Errors: InvalidInput, without repeating what was sent.
core::Result<nlohmann::json> ParseJson(std::string_view body);

class Reader {
 public:
  Reader(const nlohmann::json& json, std::string place, std::vector<FieldProblem>& problems)
      : json_(json), place_(std::move(place)), problems_(problems) {}
  // Of the outermost: where fields of the address are.
  void InAddress(const std::map<std::string, std::string>& path, const Target& target) {
    path_ = &path;
    target_ = &target;
  }

  template <typename Value>
  void operator()(const char* name, Value& value, const char*) {
    known_.insert(name);
    const auto found = json_.find(name);
    if (found == json_.end()) {
      if constexpr (!kIsOptional<Value>) Complain(name, "is missing");
      return;
    }
    Read(*found, value, Place(name));
  }
  template <typename Value>
  void Path(const char* name, Value& value, const char*) {
    const auto found = path_->find(name);
    if (found != path_->end()) ReadText(found->second, value, name);
  }
  template <typename Value>
  void Query(const char* name, Value& value, const char*) {
    asked_.insert(name);
    for (const auto& [key, text] : target_->parameters) {
      if (key != name) continue;
      if constexpr (kIsList<Value>) {
        ReadText(text, value.emplace_back(), name);
      } else {
        ReadText(text, value, name);
      }
    }
  }

  // After Describe: what was sent and is not known.
  void ComplainOfOthers() {
    if (json_.is_object()) {
      for (const auto& [name, ignored] : json_.items()) {
        if (!known_.contains(name)) Complain("", "holds a field that is not known");
      }
    }
    if (target_ == nullptr) return;
    for (const auto& [name, ignored] : target_->parameters) {
      if (!asked_.contains(name)) Complain("", "the address holds a parameter that is not known");
    }
  }

 private:
  std::string Place(const std::string& name) const { return place_.empty() ? name : place_ + "." + name; }
  void Complain(const std::string& name, std::string message) {
    problems_.push_back({name.empty() ? place_ : Place(name), std::move(message)});
  }

  template <typename Value>
  void Read(const nlohmann::json& json, Value& value, const std::string& place) {
    if constexpr (kIsOptional<Value>) {
      if (!json.is_null()) Read(json, value.emplace(), place);
    } else if constexpr (kIsList<Value>) {
      if (!json.is_array()) return Wrong(place, "is not a list");
      for (std::size_t i = 0; i < json.size(); ++i) {
        Read(json[i], value.emplace_back(), place + "[" + std::to_string(i) + "]");
      }
    } else if constexpr (OwnShape<Value>) {
      if (!json.is_object()) return Wrong(place, "is not an object");
      value.json = nlohmann::ordered_json(json);
    } else if constexpr (kIsId<Value> || std::is_same_v<Value, std::string> || kIsWord<Value> ||
                         std::is_enum_v<Value>) {
      if (!json.is_string()) return Wrong(place, "is not a text");
      ReadText(json.get_ref<const std::string&>(), value, place);
    } else if constexpr (std::is_same_v<Value, bool>) {
      if (!json.is_boolean()) return Wrong(place, "is neither true nor false");
      value = json.get<bool>();
    } else if constexpr (std::is_integral_v<Value>) {
      if (!json.is_number_integer()) return Wrong(place, "is not a whole number");
      value = json.get<Value>();
    } else {
      static_assert(Described<Value>, "a type that cannot be read");
      if (!json.is_object()) return Wrong(place, "is not an object");
      Reader inner(json, place, problems_);
      Describe(inner, value);
      inner.ComplainOfOthers();
    }
  }
  template <typename Value>
  void ReadText(const std::string& text, Value& value, const std::string& place) {
    if constexpr (kIsOptional<Value>) {
      ReadText(text, value.emplace(), place);
    } else if constexpr (kIsId<Value>) {
      value.value = text;
    } else if constexpr (kIsWord<Value>) {
      if (!IsWord(value, text)) return Wrong(place, "is not one of the words that it may be");
      value.value = text;
    } else if constexpr (std::is_enum_v<Value>) {
      const auto word = model::FromWord<Value>(text);
      if (!word) return Wrong(place, "is not one of the words that it may be");
      value = *word;
    } else if constexpr (std::is_same_v<Value, bool>) {
      if (text != "true" && text != "false") return Wrong(place, "is neither true nor false");
      value = text == "true";
    } else if constexpr (std::is_integral_v<Value>) {
      const char* end = text.data() + text.size();
      const auto [mark, error] = std::from_chars(text.data(), end, value);
      if (error != std::errc() || mark != end) Wrong(place, "is not a whole number");
    } else {
      value = text;
    }
  }
  template <typename Words>
  static bool IsWord(const OneOf<Words>&, std::string_view text) {
    for (const std::string_view word : Words::kWords) {
      if (word == text) return true;
    }
    return false;
  }
  void Wrong(const std::string& place, std::string message) { problems_.push_back({place, std::move(message)}); }

  const nlohmann::json& json_;
  std::string place_;
  std::vector<FieldProblem>& problems_;
  const std::map<std::string, std::string>* path_ = nullptr;
  const Target* target_ = nullptr;
  std::set<std::string, std::less<>> known_;
  std::set<std::string, std::less<>> asked_;
};

// `json` must be an object.
template <typename T>
std::vector<FieldProblem> ReadFields(const nlohmann::json& json, const std::map<std::string, std::string>& path,
                                     const Target& target, T& value) {
  std::vector<FieldProblem> problems;
  Reader reader(json, "", problems);
  reader.InAddress(path, target);
  Describe(reader, value);
  reader.ComplainOfOthers();
  return problems;
}

}  // namespace commonground::server
