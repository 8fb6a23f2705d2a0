// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The fields of what routes take and give, said once a type:
//
//     struct Input { std::string name; std::optional<std::string> memo; };
//     void Describe(auto& visit, Is<Input> auto& in) {
//       visit("name", in.name, "a name that does not tell who it is");
//       visit("memo", in.memo, "a note");
//     }
//
// A value of an enum of the model is a word of its table (model/words.h).
// Three visitors read that: reader.h (JSON and addresses in), writer.h (JSON out), schema.h (OpenAPI, TypeScript).
// visit.Path and visit.Query are fields that stand in the address.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/id.h"

namespace commonground::server {

// `Is<Input> auto&` takes it to read or to write.
template <typename Given, typename Wanted>
concept Is = std::same_as<std::remove_const_t<Given>, Wanted>;

struct AnyVisitor {
  template <typename Value>
  void operator()(const char*, Value&, const char*) {}
  template <typename Value>
  void Path(const char*, Value&, const char*) {}
  template <typename Value>
  void Query(const char*, Value&, const char*) {}
};

// A type within a template says its fields by a member:  static void Tell(auto& visit, auto& self)
template <typename T>
concept TellsItself = requires(AnyVisitor visit, std::remove_const_t<T> value) {
  std::remove_const_t<T>::Tell(visit, value);
};
template <typename Visit, TellsItself Value>
void Describe(Visit& visit, Value& value) {
  std::remove_const_t<Value>::Tell(visit, value);
}

template <typename T>
concept Described = requires(AnyVisitor visit, std::remove_const_t<T> value) {
  Describe(visit, value);
};

template <typename T>
inline constexpr bool kIsId = false;
template <typename Tag>
inline constexpr bool kIsId<core::Id<Tag>> = true;
template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool kIsList = false;
template <typename T>
inline constexpr bool kIsList<std::vector<T>> = true;

// A word of a closed list: `Words` is a type with  static constexpr std::array<std::string_view, N> kWords.
template <typename Words>
struct OneOf {
  std::string value;
};
template <typename T>
inline constexpr bool kIsWord = false;
template <typename Words>
inline constexpr bool kIsWord<OneOf<Words>> = true;

// JSON whose fields are known at run time only: it says itself what it looks like.
template <typename T>
concept OwnShape = requires(T value) {
  T::Schema();
  value.json;
};

// What takes or gives nothing.
struct Nothing {};
inline void Describe(auto&, Is<Nothing> auto&) {}

}  // namespace commonground::server
