// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The tables of a study and how a row of each maps to the model: one visible list, in tables.cpp.  The columns are
// those of src/store/schema.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/file_hash.h"
#include "model/study.h"
#include "store/rows.h"

namespace commonground::store {

// What is saved, borrowed; what follows from it is filled in by Save.
struct Saved {
  const model::Study& study;
  std::span<const model::Settings> settings;
  std::span<const model::FileHash> files;
  std::vector<model::CoderId> coders;
  AllNumbers numbers;
};

// What is loaded, table by table in the order of Tables().
struct Loaded {
  model::Study study;
  std::vector<model::Settings> settings;
  std::vector<model::FileHash> files;
  std::vector<model::CoderId> coders;
  AllNumbers numbers;
};

class Table {
 public:
  virtual ~Table() = default;
  virtual std::size_t Size(const Saved& saved) const = 0;
  // The id of an item; only of tables with a text key.
  virtual const std::string& Id(const Saved& saved, std::size_t item) const = 0;
  virtual void Write(const Saved& saved, std::size_t item, RowWriter& row) const = 0;
  // `rows`: of the whole table.  Throws Failure(Corrupt) if the row does not fit what was loaded so far.
  virtual void Read(RowReader& row, std::int64_t rows, Loaded& loaded) const = 0;

  std::string name;
  std::vector<ColumnName> columns;  // the first is the key
  int position_column = 0;          // 0: the key itself
  std::size_t rows_at_once = 4096;
  bool is_text = false;  // what people wrote, or much of it: left out where a study is looked at without its texts
  bool has_id() const { return position_column != 0; }
};

// In the order in which they are saved and loaded: what is referred to comes first.
const std::vector<std::unique_ptr<Table>>& Tables();

inline constexpr const char* kTextTable = "document_texts";
inline constexpr const char* kCodingTable = "codings";
inline constexpr const char* kEventTable = "events";

}  // namespace commonground::store
