// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Values as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "model/words.h"
#include "server/shape/shape.h"

namespace commonground::server {

using Json = nlohmann::ordered_json;

template <typename T>
Json ToJson(const T& value);

class JsonWriter {
 public:
  template <typename Value>
  void operator()(const char* name, const Value& value, const char*) {
    if constexpr (kIsOptional<Value>) {
      if (value) json[name] = ToJson(*value);
    } else {
      json[name] = ToJson(value);
    }
  }
  template <typename Value>
  void Path(const char*, const Value&, const char*) {}
  template <typename Value>
  void Query(const char*, const Value&, const char*) {}

  Json json = Json::object();
};

template <typename T>
Json ToJson(const T& value) {
  if constexpr (kIsId<T> || kIsWord<T>) {
    return value.value;
  } else if constexpr (OwnShape<T>) {
    return value.json;
  } else if constexpr (std::is_enum_v<T>) {
    return std::string(model::Word(value));
  } else if constexpr (kIsList<T>) {
    Json list = Json::array();
    for (const auto& one : value) list.push_back(ToJson(one));
    return list;
  } else if constexpr (Described<T>) {
    JsonWriter writer;
    Describe(writer, value);
    return std::move(writer.json);
  } else {
    return value;
  }
}

}  // namespace commonground::server
