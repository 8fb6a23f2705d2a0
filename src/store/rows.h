// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Rows on their way between the model and SQL, held column by column because SOCI moves vectors.  One description of
// a table (tables.cpp) is run by three visitors: ColumnLister, RowWriter and RowReader, so that reading and writing
// cannot differ.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "model/study.h"
#include "store/cells.h"
#include "store/failure.h"

namespace commonground::store {

// Stands for NULL in integer columns, in memory only: SOCI 4.0 cannot tell NULL in an expression's column.
inline constexpr long long kNoNumber = std::numeric_limits<long long>::min();

struct ColumnName {
  std::string name;
  bool is_text = true;
};

struct Column {
  bool is_text = true;
  std::vector<std::string> texts;
  std::vector<char> blank;  // of texts: 1 is NULL
  std::vector<long long> numbers;
};

// Rows of one table.  The first column is the key.
class Chunk {
 public:
  explicit Chunk(const std::vector<ColumnName>& names);
  std::size_t rows() const;
  std::size_t bytes() const;  // of the texts, about
  void Clear();
  void AppendRow(const Chunk& from, std::size_t row);
  // The row as bytes that tell every two different rows apart; column `except` is left out (-1: none).
  void AppendBytes(std::size_t row, int except, std::string& bytes) const;
  // Are the rows equal, apart from column `except` (-1: none)?
  static bool Equal(const Chunk& a, std::size_t a_row, const Chunk& b, std::size_t b_row, int except);
  // -1, 0, 1 as the key of a is less than, equal to or greater than that of b, in SQL's order of bytes.
  static int CompareKeys(const Chunk& a, std::size_t a_row, const Chunk& b, std::size_t b_row);

  std::vector<Column> columns;
  std::size_t text_bytes = 0;
};

// Ids that codings name by a number; numbers stay as long as the id does.
struct Numbers {
  std::unordered_map<std::string, long long> of_id;
  std::unordered_map<long long, std::string> of_number;
  void Put(const std::string& id, long long number);
  // Gives a new id the next free number.
  void Add(const std::string& id);
  long long next = 0;  // the next free number; 0: not yet looked for
};

struct AllNumbers {
  Numbers codes;
  Numbers documents;
  Numbers coders;
};

template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

class ColumnLister {
 public:
  static constexpr bool kReads = false;
  template <typename Value>
  void operator()(const char* name, const Value&) {
    names.push_back({name, !std::is_integral_v<Value> && !std::is_same_v<Value, std::optional<std::int64_t>>});
  }
  template <typename Tag>
  void Reference(const char* name, const core::Id<Tag>&, const Numbers&) {
    names.push_back({name, false});
  }
  std::vector<ColumnName> names;
};

class RowWriter {
 public:
  static constexpr bool kReads = false;
  explicit RowWriter(Chunk& chunk) : chunk_(chunk) {}
  void NextRow() { column_ = 0; }

  template <typename Value>
  void operator()(const char*, const Value& value) {
    if constexpr (std::is_integral_v<Value>) {
      Number(static_cast<long long>(value));
    } else if constexpr (std::is_same_v<Value, std::optional<std::int64_t>>) {
      Number(value ? static_cast<long long>(*value) : kNoNumber);
    } else if constexpr (IsOptional<Value>::value) {
      if (value) {
        Text(ToText(*value));
      } else {
        Blank();
      }
    } else {
      Text(ToText(value));
    }
  }
  // An id that this column keeps as a number.
  template <typename Tag>
  void Reference(const char* name, const core::Id<Tag>& id, const Numbers& numbers) {
    const auto found = numbers.of_id.find(id.value);
    if (found == numbers.of_id.end()) {
      throw Failure(core::ErrorCode::kInvalidInput, std::string("a coding names a ") + name + " (" + id.value +
                                                        ") that the study does not hold. Nothing was changed");
    }
    Number(found->second);
  }

 private:
  void Number(long long number) { chunk_.columns[column_++].numbers.push_back(number); }
  void Text(const std::string& text);
  void Blank();
  Chunk& chunk_;
  std::size_t column_ = 0;
};

// Throws Failure(Corrupt) for what RowWriter cannot have written.  Moves the texts out of the chunk.
class RowReader {
 public:
  static constexpr bool kReads = true;
  static constexpr std::int64_t kSomeRows = -1;
  // `table` outlives it; `before`: rows of the table before the chunk, kSomeRows if it is not all of them.  Both for
  // messages.
  RowReader(Chunk& chunk, std::string_view table, std::int64_t before)
      : chunk_(chunk), table_(table), before_(before) {}
  void Row(std::size_t row) {
    row_ = row;
    column_ = 0;
  }

  template <typename Value>
  void operator()(const char* name, Value& value) {
    Column& column = chunk_.columns[column_++];
    if constexpr (std::is_integral_v<Value>) {
      const long long number = column.numbers[row_];
      value = static_cast<Value>(number);
      Check(static_cast<long long>(value) == number, name);
    } else if constexpr (std::is_same_v<Value, std::optional<std::int64_t>>) {
      value = column.numbers[row_] == kNoNumber ? std::nullopt : std::optional<std::int64_t>(column.numbers[row_]);
    } else if constexpr (IsOptional<Value>::value) {
      value.reset();
      if (!column.blank[row_]) Check(FromText(column.texts[row_], value.emplace()), name);
    } else {
      Check(!column.blank[row_] && FromText(column.texts[row_], value), name);
    }
  }
  template <typename Tag>
  void Reference(const char* name, core::Id<Tag>& id, const Numbers& numbers) {
    const auto found = numbers.of_number.find(chunk_.columns[column_++].numbers[row_]);
    Check(found != numbers.of_number.end(), name);
    id.value = found->second;
  }

 private:
  void Check(bool good, const char* name) const {
    if (!good) Refuse(name);
  }
  [[noreturn]] void Refuse(const char* name) const;
  Chunk& chunk_;
  std::string_view table_;
  std::int64_t before_ = 0;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
};

}  // namespace commonground::store
