// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings are put in order of case and document; each document then yields its pairs of row and column.  As cases come
// in order, a case is new to a cell when it is not the cell's last.

#include "compare/gap_map.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "core/check.h"
#include "core/radix_sort.h"

namespace commonground::compare {

namespace {

using core::Keyed;
using core::RadixSort;
using model::CodingColumn;

// The rows and columns that a coding under a code counts for, by code.
struct Lines {
  std::vector<std::int32_t> codes;            // of the rows (or columns)
  std::vector<std::vector<std::int32_t>> of;  // by code: indices into `codes`
};

Lines LinesOf(const model::Snapshot& snapshot, model::CodeKind kind) {
  Lines lines;
  std::vector<std::int32_t> line_of(snapshot.codes.size(), -1);
  for (std::size_t code = 0; code < snapshot.codes.size(); ++code) {
    if (snapshot.kinds[code] != kind) continue;
    line_of[code] = static_cast<std::int32_t>(lines.codes.size());
    lines.codes.push_back(static_cast<std::int32_t>(code));
  }
  lines.of.resize(snapshot.codes.size());
  for (std::size_t code = 0; code < snapshot.codes.size(); ++code) {
    std::size_t steps = 0;
    for (auto at = static_cast<std::int32_t>(code); at >= 0; at = snapshot.parent[static_cast<std::size_t>(at)]) {
      CG_CHECK(steps++ <= snapshot.codes.size(), "a code is never its own ancestor");
      const std::int32_t line = line_of[static_cast<std::size_t>(at)];
      if (line >= 0) lines.of[code].push_back(line);
    }
  }
  return lines;
}

std::vector<Keyed> InOrder(const std::vector<CodingColumn>& codings) {
  std::vector<Keyed> order(codings.size());
  for (std::size_t i = 0; i < codings.size(); ++i) {
    const auto case_index = static_cast<std::uint64_t>(static_cast<std::uint32_t>(codings[i].case_index));
    order[i] = {case_index << 32 | static_cast<std::uint32_t>(codings[i].document_index),
                static_cast<std::uint32_t>(i)};
  }
  if (!order.empty()) RadixSort(order);
  return order;
}

// Lines that are open (in this document, or at this place), each once.
class OpenLines {
 public:
  explicit OpenLines(std::size_t lines) : open_(lines, 0), place_(lines, 0) {}

  // True if it was not open before.
  bool Open(std::int32_t line) {
    const auto l = static_cast<std::size_t>(line);
    if (open_[l]++ > 0) return false;
    place_[l] = list_.size();
    list_.push_back(line);
    return true;
  }
  void Close(std::int32_t line) {
    const auto l = static_cast<std::size_t>(line);
    if (--open_[l] > 0) return;
    list_[place_[l]] = list_.back();
    place_[static_cast<std::size_t>(list_.back())] = place_[l];
    list_.pop_back();
  }
  void CloseAll() {
    for (const std::int32_t line : list_) open_[static_cast<std::size_t>(line)] = 0;
    list_.clear();
  }
  const std::vector<std::int32_t>& list() const { return list_; }

 private:
  std::vector<std::int32_t> open_;  // how many times
  std::vector<std::size_t> place_;  // in list_
  std::vector<std::int32_t> list_;
};

class Mapper {
 public:
  Mapper(const model::Snapshot& snapshot, model::CodeKind row_kind, model::CodeKind column_kind)
      : snapshot_(snapshot),
        rows_(LinesOf(snapshot, row_kind)),
        columns_(LinesOf(snapshot, column_kind)),
        open_rows_(rows_.codes.size()),
        open_columns_(columns_.codes.size()) {
    map_.rows = rows_.codes;
    map_.columns = columns_.codes;
    map_.cases = static_cast<std::int32_t>(snapshot.cases.size());
    map_.cells.resize(map_.rows.size() * map_.columns.size());
    for (std::size_t i = 0; i < map_.cells.size(); ++i) {
      map_.cells[i].row = map_.rows[i / map_.columns.size()];
      map_.cells[i].column = map_.columns[i % map_.columns.size()];
    }
  }

  void AddDocument(std::span<const Keyed> codings) {
    if (snapshot_.gap_unit == model::GapUnit::kPassage) {
      AddPassages(codings);
    } else {
      for (const Keyed& item : codings) {
        for (const std::int32_t row : RowsOf(item)) open_rows_.Open(row);
        for (const std::int32_t column : ColumnsOf(item)) open_columns_.Open(column);
      }
      const std::int32_t case_index = snapshot_.codings[codings.front().index].case_index;
      for (const std::int32_t row : open_rows_.list()) {
        for (const std::int32_t column : open_columns_.list()) Found(row, column, case_index);
      }
    }
    open_rows_.CloseAll();
    open_columns_.CloseAll();
  }

  model::GapMap Finish() {
    for (model::GapCell& cell : map_.cells) cell.cases = static_cast<std::int32_t>(cell.case_indices.size());
    AddConfidence();
    return std::move(map_);
  }

 private:
  const std::vector<std::int32_t>& RowsOf(const Keyed& item) const {
    return rows_.of[static_cast<std::size_t>(snapshot_.codings[item.index].code)];
  }
  const std::vector<std::int32_t>& ColumnsOf(const Keyed& item) const {
    return columns_.of[static_cast<std::size_t>(snapshot_.codings[item.index].code)];
  }
  model::GapCell& Cell(std::int32_t row, std::int32_t column) {
    return map_.cells[static_cast<std::size_t>(row) * map_.columns.size() + static_cast<std::size_t>(column)];
  }
  void Found(std::int32_t row, std::int32_t column, std::int32_t case_index) {
    std::vector<std::int32_t>& cases = Cell(row, column).case_indices;
    if (cases.empty() || cases.back() != case_index) cases.push_back(case_index);
  }

  // Walks the starts and ends of a document's ranges; what is open at one place overlaps there.  At one position, ends
  // come before starts.  A range without length counts as one character.
  void AddPassages(std::span<const Keyed> codings) {
    events_.clear();
    for (const Keyed& item : codings) {
      if (RowsOf(item).empty() && ColumnsOf(item).empty()) continue;
      const CodingColumn& coding = snapshot_.codings[item.index];
      const std::int64_t end = std::max<std::int64_t>(coding.end, std::int64_t{coding.start} + 1);
      events_.push_back({(static_cast<std::int64_t>(coding.start) << 1) + 1, item});
      events_.push_back({end << 1, item});
    }
    std::ranges::stable_sort(events_, {}, &Event::at);
    for (const Event& event : events_) {
      if ((event.at & 1) == 0) {
        for (const std::int32_t row : RowsOf(event.item)) open_rows_.Close(row);
        for (const std::int32_t column : ColumnsOf(event.item)) open_columns_.Close(column);
        continue;
      }
      const std::int32_t case_index = snapshot_.codings[event.item.index].case_index;
      for (const std::int32_t row : RowsOf(event.item)) {
        if (!open_rows_.Open(row)) continue;  // its pairs with the open columns are found already
        for (const std::int32_t column : open_columns_.list()) Found(row, column, case_index);
      }
      for (const std::int32_t column : ColumnsOf(event.item)) {
        if (!open_columns_.Open(column)) continue;
        for (const std::int32_t row : open_rows_.list()) Found(row, column, case_index);
      }
    }
  }

  void AddConfidence() {
    constexpr std::array<std::string_view, 4> kLowestFirst{"very low", "low", "moderate", "high"};
    const auto rank = [&](std::string_view confidence) {
      return std::ranges::find(kLowestFirst, confidence) - kLowestFirst.begin();
    };
    const auto line_of = [](const Lines& lines, std::int32_t code) {
      const auto found = std::ranges::lower_bound(lines.codes, code);
      return found != lines.codes.end() && *found == code ? static_cast<std::int32_t>(found - lines.codes.begin()) : -1;
    };
    for (const model::FindingSupport& finding : snapshot_.findings) {
      if (rank(finding.confidence) == static_cast<std::ptrdiff_t>(kLowestFirst.size())) continue;  // not graded
      for (const std::int32_t row_code : finding.codes) {
        for (const std::int32_t column_code : finding.codes) {
          const std::int32_t row = line_of(rows_, row_code);
          const std::int32_t column = line_of(columns_, column_code);
          if (row < 0 || column < 0) continue;
          model::GapCell& cell = Cell(row, column);
          const bool rests = std::ranges::any_of(finding.cases, [&](std::int32_t case_index) {
            return std::ranges::binary_search(cell.case_indices, case_index);
          });
          if (rests && (cell.confidence.empty() || rank(finding.confidence) < rank(cell.confidence))) {
            cell.confidence = finding.confidence;
          }
        }
      }
    }
  }

  struct Event {
    std::int64_t at = 0;  // position x 2, and 1 for a start
    Keyed item;
  };

  const model::Snapshot& snapshot_;
  Lines rows_;
  Lines columns_;
  OpenLines open_rows_;
  OpenLines open_columns_;
  std::vector<Event> events_;
  model::GapMap map_;
};

}  // namespace

core::Result<model::GapMap> MapGaps(const model::Snapshot& snapshot, model::CodeKind row_kind,
                                    model::CodeKind column_kind, core::Progress& progress) {
  Mapper mapper(snapshot, row_kind, column_kind);
  const std::vector<Keyed> order = InOrder(snapshot.codings);
  std::size_t documents = 0;
  for (auto first = order.begin(); first != order.end();) {
    auto last = first;
    while (last != order.end() && last->key == first->key) ++last;
    mapper.AddDocument({first, last});
    first = last;
    if (++documents % 256 == 0 && progress.Cancelled()) {
      return core::Fail(core::ErrorCode::kCancelled, "the comparison was stopped");
    }
  }
  return mapper.Finish();
}

}  // namespace commonground::compare
