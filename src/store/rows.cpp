// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Describes rows by their columns, once for reading, writing and digests.

#include "store/rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace commonground::store {

namespace {

void AppendNumber(std::uint64_t number, std::string& bytes) {
  char little_endian[8];
  for (int i = 0; i < 8; ++i) little_endian[i] = static_cast<char>((number >> (8 * i)) & 0xff);
  bytes.append(little_endian, 8);
}

}  // namespace

Chunk::Chunk(const std::vector<ColumnName>& names) {
  for (const auto& name : names) columns.push_back({name.is_text, {}, {}, {}});
}

std::size_t Chunk::rows() const {
  const Column& last = columns.back();  // the last one is filled last
  return last.is_text ? last.texts.size() : last.numbers.size();
}

std::size_t Chunk::bytes() const {
  return text_bytes;
}

void Chunk::Clear() {
  for (Column& column : columns) {
    column.texts.clear();
    column.blank.clear();
    column.numbers.clear();
  }
  text_bytes = 0;
}

void Chunk::AppendRow(const Chunk& from, std::size_t row) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].is_text) {
      columns[i].texts.push_back(from.columns[i].texts[row]);
      columns[i].blank.push_back(from.columns[i].blank[row]);
      text_bytes += from.columns[i].texts[row].size();
    } else {
      columns[i].numbers.push_back(from.columns[i].numbers[row]);
    }
  }
}

void Chunk::AppendBytes(std::size_t row, int except, std::string& bytes) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (static_cast<int>(i) == except) continue;
    const Column& column = columns[i];
    if (!column.is_text) {
      AppendNumber(static_cast<std::uint64_t>(column.numbers[row]), bytes);
    } else if (column.blank[row]) {
      AppendNumber(~std::uint64_t{0}, bytes);
    } else {
      AppendNumber(column.texts[row].size(), bytes);
      bytes += column.texts[row];
    }
  }
}

bool Chunk::Equal(const Chunk& a, std::size_t a_row, const Chunk& b, std::size_t b_row, int except) {
  for (std::size_t i = 0; i < a.columns.size(); ++i) {
    if (static_cast<int>(i) == except) continue;
    const Column& left = a.columns[i];
    const Column& right = b.columns[i];
    if (left.is_text ? left.blank[a_row] != right.blank[b_row] || left.texts[a_row] != right.texts[b_row]
                     : left.numbers[a_row] != right.numbers[b_row]) {
      return false;
    }
  }
  return true;
}

int Chunk::CompareKeys(const Chunk& a, std::size_t a_row, const Chunk& b, std::size_t b_row) {
  const Column& left = a.columns.front();
  const Column& right = b.columns.front();
  if (left.is_text) {
    const int order = left.texts[a_row].compare(right.texts[b_row]);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
  }
  return left.numbers[a_row] < right.numbers[b_row] ? -1 : left.numbers[a_row] > right.numbers[b_row] ? 1 : 0;
}

void Numbers::Put(const std::string& id, long long number) {
  of_id[id] = number;
  of_number[number] = id;
}

void Numbers::Add(const std::string& id) {
  if (of_id.contains(id)) return;
  if (next <= 0) {
    next = 1;
    for (const auto& [number, name] : of_number) next = std::max(next, number + 1);
  }
  Put(id, next++);
}

void RowWriter::Text(const std::string& text) {
  Column& column = chunk_.columns[column_++];
  column.texts.push_back(text);
  column.blank.push_back(0);
  chunk_.text_bytes += text.size();
}

void RowWriter::Blank() {
  Column& column = chunk_.columns[column_++];
  column.texts.emplace_back();
  column.blank.push_back(1);
}

void RowReader::Refuse(const char* name) const {
  std::string where = fmt::format("a value of {} in {}", name, table_);
  if (before_ != kSomeRows) where += fmt::format(", row {}", before_ + static_cast<std::int64_t>(row_) + 1);
  throw Failure(core::ErrorCode::kCorrupt, Damaged(where).message);
}

}  // namespace commonground::store
