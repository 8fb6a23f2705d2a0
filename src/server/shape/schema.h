// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The fields of a type as an OpenAPI 3.1 schema (JSON Schema 2020-12).
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/words.h"
#include "server/shape/shape.h"
#include "server/shape/writer.h"

namespace commonground::server {

struct AddressField {
  std::string name;
  std::string in;  // "path", "query"
  std::string purpose;
  Json schema;
};

template <typename T>
Json SchemaOf();

class SchemaWriter {
 public:
  template <typename Value>
  void operator()(const char* name, Value&, const char* purpose) {
    Json schema = SchemaOf<Value>();
    schema["description"] = purpose;
    properties[name] = std::move(schema);
    if constexpr (!kIsOptional<Value>) required.push_back(name);
  }
  template <typename Value>
  void Path(const char* name, Value&, const char* purpose) {
    address.push_back({name, "path", purpose, SchemaOf<Value>()});
  }
  template <typename Value>
  void Query(const char* name, Value&, const char* purpose) {
    address.push_back({name, "query", purpose, SchemaOf<Value>()});
  }
  Json properties = Json::object();
  Json required = Json::array();
  std::vector<AddressField> address;
};

template <typename T>
Json SchemaOf() {
  if constexpr (kIsOptional<T>) {
    return SchemaOf<typename T::value_type>();
  } else if constexpr (kIsList<T>) {
    return Json{{"type", "array"}, {"items", SchemaOf<typename T::value_type>()}};
  } else if constexpr (kIsId<T> || std::is_same_v<T, std::string>) {
    return Json{{"type", "string"}};
  } else if constexpr (OwnShape<T>) {
    return T::Schema();
  } else if constexpr (std::is_enum_v<T>) {
    Json words = Json::array();
    for (const auto& [ignored, word] : model::Words<T>()) words.push_back(std::string(word));
    return Json{{"type", "string"}, {"enum", words}};
  } else if constexpr (std::is_same_v<T, bool>) {
    return Json{{"type", "boolean"}};
  } else if constexpr (std::is_integral_v<T>) {
    return Json{{"type", "integer"}};
  } else if constexpr (std::is_floating_point_v<T>) {
    return Json{{"type", "number"}};
  } else if constexpr (Described<T>) {
    SchemaWriter writer;
    T value{};
    Describe(writer, value);
    Json schema{{"type", "object"}};
    schema["properties"] = writer.properties;
    schema["required"] = writer.required;
    schema["additionalProperties"] = false;
    return schema;
  } else {
    return WordSchema(T{});
  }
}

template <typename Words>
Json WordSchema(const OneOf<Words>&) {
  Json words = Json::array();
  for (const std::string_view word : Words::kWords) words.push_back(std::string(word));
  return Json{{"type", "string"}, {"enum", words}};
}

}  // namespace commonground::server
