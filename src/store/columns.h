// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The fields of a noun (model/fields.h) as the columns of its table: what each kind of field is there, and under which
// name.  The key of a table and its position are written by the table itself (tables.cpp).
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "model/consent_subject.h"
#include "model/file_hash.h"
#include "model/study.h"
#include "store/rows.h"

namespace commonground::model {

// These are rows, but no nouns.
template <typename Visit>
void Fields(Visit& visit, Is<CoderId> auto& coder) {
  visit.Key("coder", coder);
}
template <typename Visit>
void Fields(Visit& visit, Is<FileHash> auto& file) {
  visit.Key("path", file.path);
  visit("hash", file.hash);
  visit("bytes", file.bytes);
}

}  // namespace commonground::model

namespace commonground::store {

// Words that SQL keeps for itself have another name as columns.
constexpr const char* ColumnOf(const char* field) {
  constexpr std::array<std::pair<std::string_view, const char*>, 3> kRenamed{
      {{"at", "made_at"}, {"values", "allowed"}, {"when", "conditions"}}};
  for (const auto& [name, column] : kRenamed) {
    if (name == field) return column;
  }
  return field;
}

// Runs a visitor of rows.h over the columns of an Item.
template <typename Item, typename Row>
class Columns {
 public:
  // `has_key`: the item's own id is the key of its table.
  Columns(Row& row, const AllNumbers& numbers, bool has_key) : row_(row), numbers_(numbers), has_key_(has_key) {}

  template <typename Value>
  void Key(const char*, Value& value) {
    if (!has_key_) row_("id", value);
  }
  template <typename Value>
  void OwnId(const char* name, Value& value) {
    row_(name, value);
  }
  template <typename Value>
  void Owner(const char* name, Value& value) {
    (*this)(name, value);
  }
  template <typename Value>
  void Words(const char* name, Value& value) {
    row_(ColumnOf(name), value);
  }
  template <typename Value>
  void Remark(const char* name, Value& value) {
    row_(name, value);
  }
  template <typename Value>
  void Derived(const char* name, Value& value) {
    row_(name, value);
  }
  // Texts of documents, and what is known of them, lie apart.
  template <typename Value>
  void Body(const char* name, Value& value) {
    if constexpr (!std::is_same_v<Item, model::Document>) row_(name, value);
  }
  template <typename Value>
  void OfText(const char*, Value&) {}
  template <typename Text>
  void Range(const char*, Text& range) {
    row_("range_start", range.start);
    row_("range_end", range.end);
  }
  template <typename Value>
  void Subject(const char* name, Value& subject) {
    if constexpr (std::is_same_v<Item, model::Consent>) {
      std::optional<std::string> organisation;
      std::optional<std::string> document;
      std::string passage;
      if constexpr (!Row::kReads) {
        if (model::DocumentOfSubject(subject).empty()) {
          organisation = subject;
        } else {
          document = model::DocumentOfSubject(subject);
          passage = model::PassageOfSubject(subject);
        }
      }
      row_("organisation", organisation);
      row_("document", document);
      row_("passage", passage);
      if constexpr (Row::kReads) {
        subject = organisation ? *organisation : document.value_or("");
        if (!passage.empty()) subject += model::kPassageMark + passage;
      }
    } else {
      row_(name, subject);
    }
  }
  template <typename Value>
  void operator()(const char* name, Value& value) {
    if constexpr (std::is_same_v<Item, model::Coding>) {
      using Plain = std::remove_const_t<Value>;
      if constexpr (std::is_same_v<Plain, model::DocumentId>) return row_.Reference(name, value, numbers_.documents);
      if constexpr (std::is_same_v<Plain, model::CodeId>) return row_.Reference(name, value, numbers_.codes);
      if constexpr (std::is_same_v<Plain, model::CoderId>) return row_.Reference(name, value, numbers_.coders);
    }
    row_(ColumnOf(name), value);
  }

 private:
  Row& row_;
  const AllNumbers& numbers_;
  const bool has_key_;
};

// Passes over all fields but those that it is made for.
class OtherFields {
 public:
  void Key(const char*, auto&) {}
  void OwnId(const char*, auto&) {}
  void Owner(const char*, auto&) {}
  void Subject(const char*, auto&) {}
  void Words(const char*, auto&) {}
  void Remark(const char*, auto&) {}
  void Derived(const char*, auto&) {}
  void Body(const char*, auto&) {}
  void OfText(const char*, auto&) {}
  void Range(const char*, auto&) {}
  void operator()(const char*, auto&) {}
};

// The id of a thing.
template <typename Text>
class KeyFinder : public OtherFields {
 public:
  void Key(const char*, Text& key) { found = &key; }
  template <typename Id>
  void Key(const char*, Id& id) {
    found = &id.value;
  }
  Text* found = nullptr;
};
template <typename Item>
auto& KeyOf(Item& item) {
  KeyFinder<std::conditional_t<std::is_const_v<Item>, const std::string, std::string>> finder;
  Fields(finder, item);
  return *finder.found;
}

}  // namespace commonground::store
