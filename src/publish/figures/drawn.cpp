// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A column of labels, a column a group, a row a code; each row as high as its label has lines.
#include "publish/figures/drawn.h"

#include <algorithm>
#include <cmath>

#include "publish/html/svg_text.h"

namespace commonground::publish {

namespace {

constexpr double kDrawnLabels = 264;
constexpr double kDrawnColumn = 98;
constexpr double kDrawnGap = 3;
constexpr double kDrawnLine = 16;
constexpr double kDrawnLetters = 13;
constexpr double kDrawnSmall = 12;
constexpr double kDrawnHead = 11;  // as wide as its letters are: few words of a head are broken within

class DrawnGrid {
 public:
  explicit DrawnGrid(Figure& figure) : figure_(figure) {}

  static double X(std::size_t column) { return kDrawnLabels + static_cast<double>(column) * kDrawnColumn; }
  double y() const { return y_; }

  // Columns' names, the longest of them as high as it needs; a bar of the region's colour below each.
  void Head(const std::string& rows, const std::vector<Matrix::Column>& columns, const std::string& last) {
    std::vector<std::vector<std::string>> names;
    std::size_t most = 1;
    for (const Matrix::Column& column : columns) names.push_back(Lines(column.label, kDrawnColumn, kDrawnHead));
    if (!last.empty()) names.push_back(Lines(last, kDrawnColumn, kDrawnHead));
    for (const auto& lines : names) most = std::max(most, lines.size());
    const bool has_notes = std::ranges::any_of(columns, [](const auto& one) { return !one.note.empty(); });
    const double bottom = static_cast<double>(most) * kDrawnLine + (has_notes ? kDrawnLine : 0);
    Text(0, bottom - 4, rows, "bold small");
    for (std::size_t c = 0; c < names.size(); ++c) {
      const std::string note = c < columns.size() ? columns[c].note : std::string();
      double y = bottom - 4 - (has_notes ? kDrawnLine : 0) - static_cast<double>(names[c].size() - 1) * kDrawnLine;
      for (const std::string& line : names[c]) {
        Text(X(c), y, line, "bold small");
        y += kDrawnLine;
      }
      if (!note.empty()) Text(X(c), y, note, "small");
      if (c < columns.size() && columns[c].hue != kNoHue) {
        figure_.shapes.push_back(Shape::Rect(X(c), bottom, kDrawnColumn - kDrawnGap, 4, HueStyle(columns[c].hue)));
      }
    }
    y_ = bottom + 8;
    width_ = X(names.size());
  }

  void Band(const std::string& title, const std::string& note) {
    y_ += 10;
    Text(0, y_ + 13, title, "bold");
    y_ += kDrawnLine + 4;
    for (const std::string& line : note.empty() ? std::vector<std::string>() : Lines(note, width_, kDrawnSmall)) {
      Text(0, y_ + 11, line, "small");
      y_ += kDrawnLine;
    }
    y_ += 2;
  }

  // Begins a row; returns how high it is.
  double Row(const std::string& label, bool whole, double least) {
    const auto lines = Lines(label, kDrawnLabels - 12, kDrawnLetters);
    height_ = std::max(least, static_cast<double>(lines.size()) * kDrawnLine + 8);
    figure_.shapes.push_back(Shape::Line(0, y_, width_ - kDrawnGap, 0, "hair"));
    double y = y_ + (height_ - static_cast<double>(lines.size()) * kDrawnLine) / 2 + 12;
    for (const std::string& line : lines) {
      Text(0, y, line, whole ? "bold" : "");
      y += kDrawnLine;
    }
    return height_;
  }
  void EndRow() { y_ += height_ + kDrawnGap; }

  void Text(double x, double y, const std::string& text, const std::string& style, const char* anchor = "start") {
    figure_.shapes.push_back(Shape::Text(x, y, style, text, anchor));
  }

  void End() {
    figure_.width = width_;
    figure_.height = y_ + 4;
  }

 private:
  static std::vector<std::string> Lines(const std::string& text, double width, double size) {
    return LinesOf(text, width / size);
  }
  static std::string HueStyle(int hue) { return hue == kLawHue ? "hue-law" : "hue-" + std::to_string(hue % 5); }

  Figure& figure_;
  double y_ = 0;
  double width_ = 0;
  double height_ = 0;
};

std::string Counted(int number) {
  return std::to_string(number);
}

}  // namespace

int ShadeOf(int present, int of) {
  return present == 0 ? 0 : std::clamp((present * 5 + of - 1) / of, 1, 5);
}

double RadiusOf(int cases, int of) {
  return std::max(4.0, 21 * std::sqrt(static_cast<double>(cases) / std::max(1, of)));
}

Figure Drawn(const Matrix& matrix, const Words& t) {
  Figure figure{matrix.id, matrix.title, matrix.subtitle, matrix.subtitle, 0, 0, {}, {}};
  DrawnGrid grid(figure);
  grid.Head(matrix.head, matrix.columns, matrix.total);
  for (const Matrix::Band& band : matrix.bands) {
    if (!band.title.empty()) grid.Band(band.title, band.note);
    for (const Matrix::Row& row : band.rows) {
      const double height = grid.Row(row.label.text, row.whole, 30);
      const double top = grid.y() + kDrawnGap;
      const double middle = grid.y() + height / 2 + 6;
      for (std::size_t c = 0; c < row.cells.size() && c < matrix.columns.size(); ++c) {
        const Matrix::Cell& cell = row.cells[c];
        const double x = DrawnGrid::X(c);
        const int shade = cell.of == 0 ? 0 : ShadeOf(cell.present, cell.of);
        const std::string style = cell.of == 0 ? "hatched" : shade == 0 ? "none" : "q" + Counted(shade);
        figure.shapes.push_back(Shape::Rect(x, top, kDrawnColumn - kDrawnGap, height - kDrawnGap, style));
        grid.Text(x + (kDrawnColumn - kDrawnGap) / 2, middle,
                  cell.of == 0 ? "–" : Counted(cell.present) + "/" + Counted(cell.of), shade >= 4 ? "on-dark" : "",
                  "middle");
      }
      grid.Text(DrawnGrid::X(matrix.columns.size()) + 6, middle, row.total.text, "bold");
      grid.EndRow();
    }
  }
  if (matrix.bands.empty() || std::ranges::all_of(matrix.bands, [](const auto& one) { return one.rows.empty(); })) {
    grid.Band(t("no case yet"), {});
  }
  grid.End();
  return figure;
}

Figure Drawn(const Bubbles& map, const Words& t) {
  Figure figure{"figure-gaps", map.title, map.subtitle, map.subtitle, 0, 0, {}, {}};
  DrawnGrid grid(figure);
  std::vector<Matrix::Column> columns;
  for (const std::string& column : map.columns) columns.push_back({column, {}, kNoHue});
  grid.Head(map.head, columns, t("All cases"));
  for (const Bubbles::Row& row : map.rows) {
    const double height = grid.Row(row.label.text, row.whole, 48);
    const double middle = grid.y() + height / 2 + 1;
    for (std::size_t c = 0; c < row.cells.size() && c < map.columns.size(); ++c) {
      const Bubbles::Cell& cell = row.cells[c];
      if (cell.cases == 0) {
        figure.shapes.push_back(Shape::Circle(DrawnGrid::X(c) + 22, middle, 4, "ring"));
        continue;
      }
      figure.shapes.push_back(Shape::Circle(DrawnGrid::X(c) + 22, middle, RadiusOf(cell.cases, map.cases),
                                            "bubble q" + Counted(cell.tone)));
      grid.Text(DrawnGrid::X(c) + 48, middle + 5, Counted(cell.cases), "bold");
    }
    grid.Text(DrawnGrid::X(map.columns.size()) + 6, middle + 5, row.count, "");
    grid.EndRow();
  }
  grid.End();
  return figure;
}

Figure Drawn(const Dots& dots, const Words&) {
  constexpr int kMaxDotsOfAKind = 12;  // of a kind in a cell; more are a number
  constexpr int kOfALine = 6;
  Figure figure{dots.id, dots.title, dots.subtitle, dots.subtitle, 0, 0, {}, {}};
  DrawnGrid grid(figure);
  grid.Head(dots.head, dots.columns, {});
  for (const Dots::Row& row : dots.rows) {
    int lines = 1;
    for (const Dots::Cell& cell : row.cells) {
      const auto of = [](int n) { return n > kMaxDotsOfAKind ? 1 : (n + kOfALine - 1) / kOfALine; };
      lines = std::max(lines, of(cell.on_record) + of(cell.told));
    }
    grid.Row(row.label.text, false, lines * 14 + 10);
    for (std::size_t c = 0; c < row.cells.size() && c < dots.columns.size(); ++c) {
      double y = grid.y() + 14;
      const auto kind = [&](int n, const char* style) {
        if (n > kMaxDotsOfAKind) {
          figure.shapes.push_back(Shape::Circle(DrawnGrid::X(c) + 6, y, 5, style));
          grid.Text(DrawnGrid::X(c) + 16, y + 4, Counted(n), "small");
          y += 14;
          return;
        }
        for (int i = 0; i < n; ++i) {
          figure.shapes.push_back(
              Shape::Circle(DrawnGrid::X(c) + 6 + (i % kOfALine) * 14, y + i / kOfALine * 14, 5, style));
        }
        y += (n + kOfALine - 1) / kOfALine * 14;
      };
      kind(row.cells[c].on_record, "dark");
      kind(row.cells[c].told, "ring");
    }
    grid.EndRow();
  }
  grid.End();
  return figure;
}

}  // namespace commonground::publish
