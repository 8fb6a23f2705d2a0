// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Small counts are hidden first.  While a hidden cell is too well known, the cheapest rectangle with it is
// hidden too; at last, what turned out not to be needed is shown again.  When all is hidden nothing bounds anything,
// so it ends.
#include "publish/disclosure/protect.h"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>
#include <tuple>

#include "core/check.h"

namespace commonground::publish {

CountTable::CountTable(std::vector<std::int64_t> cells, std::size_t columns) {
  CG_CHECK(columns > 0 && cells.size() % columns == 0, "a table has whole rows");
  rows_ = cells.size() / columns + 1;
  columns_ = columns + 1;
  cells_.assign(rows_ * columns_, 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    CG_CHECK(cells[i] >= 0, "nobody counts fewer than none");
    const std::size_t row = i / columns;
    const std::size_t column = i % columns;
    for (const std::size_t r : {row, rows_ - 1}) {
      for (const std::size_t c : {column, columns_ - 1}) cells_[r * columns_ + c] += cells[i];
    }
  }
}

namespace {

using Program = std::unique_ptr<glp_prob, decltype(&glp_delete_prob)>;

// One variable a hidden cell; one equation a row and a column: parts less total is 0.
class Reader {
 public:
  Reader(const CountTable& table, const Hidden& hidden) : table_(table), hidden_(hidden), variable_(hidden.size(), 0) {
    glp_term_out(GLP_OFF);
    int count = 0;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
      if (hidden[i]) variable_[i] = ++count;
    }
    if (count == 0) return;
    glp_add_cols(program_.get(), count);
    for (int v = 1; v <= count; ++v) glp_set_col_bnds(program_.get(), v, GLP_LO, 0, 0);
    for (std::size_t r = 0; r < table.rows(); ++r) AddLine(r * table.columns(), 1, table.columns());
    for (std::size_t c = 0; c < table.columns(); ++c) AddLine(c, table.columns(), table.rows());
  }

  Range Of(std::size_t cell) {
    const auto low = Solve(cell, GLP_MIN);
    const auto high = Solve(cell, GLP_MAX);
    return {low.value_or(0), high.value_or(kNoLimit)};
  }

 private:
  void AddLine(std::size_t first, std::size_t step, std::size_t count) {
    std::vector<int> index(1);  // GLPK counts from 1
    std::vector<double> value(1);
    double shown = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t cell = first + i * step;
      const double sign = i + 1 == count ? -1 : 1;
      if (hidden_[cell]) {
        index.push_back(variable_[cell]);
        value.push_back(sign);
      } else {
        shown += sign * static_cast<double>(table_.at(cell / table_.columns(), cell % table_.columns()));
      }
    }
    if (index.size() == 1) return;
    const int row = glp_add_rows(program_.get(), 1);
    glp_set_row_bnds(program_.get(), row, GLP_FX, -shown, 0);
    glp_set_mat_row(program_.get(), row, static_cast<int>(index.size()) - 1, index.data(), value.data());
  }

  std::optional<std::int64_t> Solve(std::size_t cell, int direction) {
    glp_prob* program = program_.get();
    for (int v = 1; v <= glp_get_num_cols(program); ++v) glp_set_obj_coef(program, v, 0);
    glp_set_obj_coef(program, variable_[cell], 1);
    glp_set_obj_dir(program, direction);
    glp_smcp how;
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    glp_std_basis(program);
    glp_simplex(program, &how);
    if (glp_get_status(program) != GLP_OPT) return std::nullopt;  // unbounded: the true table is always a solution
    return std::llround(glp_get_obj_val(program));
  }

  const CountTable& table_;
  const Hidden& hidden_;
  std::vector<int> variable_;
  Program program_{glp_create_prob(), &glp_delete_prob};
};

bool Wide(const Range& range, std::int64_t threshold) {
  return range.high == kNoLimit || range.high - range.low >= threshold;
}

std::optional<std::size_t> FirstTooWellKnown(const CountTable& table, const Hidden& hidden, std::int64_t threshold) {
  Reader reader(table, hidden);
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    if (hidden[i] && !Wide(reader.Of(i), threshold)) return i;
  }
  return std::nullopt;
}

}  // namespace

Range RangeOf(const CountTable& table, const Hidden& hidden, std::size_t row, std::size_t column) {
  return Reader(table, hidden).Of(row * table.columns() + column);
}

Hidden Protect(const CountTable& table, std::int64_t threshold) {
  const std::size_t columns = table.columns();
  Hidden hidden(table.rows() * columns, false);
  const auto value = [&](std::size_t cell) { return table.at(cell / columns, cell % columns); };
  const auto is_total = [&](std::size_t cell) {
    return cell / columns + 1 == table.rows() || cell % columns + 1 == columns;
  };
  for (std::size_t i = 0; i < hidden.size(); ++i) hidden[i] = value(i) > 0 && value(i) < threshold;
  const Hidden small = hidden;
  while (const auto known = FirstTooWellKnown(table, hidden, threshold)) {
    // A count can move where its row and column give way: with the corners of a rectangle.  The cheapest that gives way
    // far enough, or the cheapest of all; parts before totals.  The exact check above has the last word.
    const std::size_t row = *known / columns;
    const std::size_t column = *known % columns;
    std::tuple<bool, bool, std::int64_t> best{true, true, kNoLimit};
    std::vector<std::size_t> chosen;
    for (std::size_t r = 0; r < table.rows(); ++r) {
      for (std::size_t c = 0; c < columns; ++c) {
        if (r == row || c == column) continue;
        const std::size_t beside = row * columns + c;
        const std::size_t below = r * columns + column;
        const std::size_t across = r * columns + c;
        bool totals = false;
        std::int64_t cost = 0;
        std::vector<std::size_t> more;
        for (const std::size_t cell : {beside, below, across}) {
          if (hidden[cell]) continue;
          more.push_back(cell);
          totals = totals || is_total(cell);
          cost += value(cell) + 1;
        }
        const std::int64_t way = std::min(value(beside), value(below)) + std::min(value(*known), value(across));
        const std::tuple rank{totals, way < threshold, cost};
        if (more.empty() || rank >= best) continue;
        best = rank;
        chosen = std::move(more);
      }
    }
    if (chosen.empty()) {  // all of these are hidden: any other cell
      for (std::size_t i = 0; i < hidden.size() && chosen.empty(); ++i) {
        if (!hidden[i]) chosen.push_back(i);
      }
    }
    CG_CHECK(!chosen.empty(), "where all is hidden nothing is known");
    for (const std::size_t cell : chosen) hidden[cell] = true;
  }
  std::vector<std::size_t> extra;
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    if (hidden[i] && !small[i]) extra.push_back(i);
  }
  std::ranges::stable_sort(extra, std::ranges::greater{},
                           [&](std::size_t cell) { return std::pair(is_total(cell), value(cell)); });
  for (const std::size_t cell : extra) {
    hidden[cell] = false;
    if (FirstTooWellKnown(table, hidden, threshold)) hidden[cell] = true;
  }
  return hidden;
}

}  // namespace commonground::publish
