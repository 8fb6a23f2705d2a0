// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Matrices, tiles and bubbles: one markup, a grid on a desk and a list on a phone (html/style.css).  Notes and indexes.
#include <fmt/format.h>

#include <algorithm>

#include "publish/figures/drawn.h"
#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"
#include "publish/titles.h"

namespace commonground::publish {

namespace {

std::string ShadeClass(int present, int of) {
  return "s" + std::to_string(of == 0 ? 0 : ShadeOf(present, of));
}

}  // namespace

void BlockWriter::Put(const Matrix& matrix, const Matrix::Row& row) {
  const auto item = html_.In("li", {{"class", "mx-row"}});
  {
    const auto label = html_.In("div", {{"class", row.whole ? "mx-l whole" : "mx-l"}});
    Put(row.label);
  }
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const Matrix::Cell& cell = row.cells[c];
    const std::string& group = matrix.columns[c].label;
    const auto square =
        html_.In("div", {{"class", cell.of == 0 ? "mx-c no" : "mx-c " + ShadeClass(cell.present, cell.of)}});
    const auto inside = [&] {
      {
        const auto hidden = html_.In("span", {{"class", "cl"}});
        html_.Text(group);
        html_.Leaf("span", {{"class", "vh"}}, ", ");
      }
      html_.Text(cell.of == 0 ? "–" : std::to_string(cell.present) + "/" + std::to_string(cell.of));
    };
    if (Leads(cell.target)) {
      const auto link = html_.In("a", {{"href", HrefOf(cell.target, page_)}});
      inside();
    } else {
      const auto plain = html_.In("span");
      inside();
    }
  }
  {
    const auto total = html_.In("div", {{"class", "mx-t"}});
    if (Leads(row.total.target)) {
      html_.Leaf("a", {{"class", "n"}, {"href", HrefOf(row.total.target, page_)}}, row.total.text);
    } else {
      html_.Text(row.total.text);
    }
  }
  if (!matrix.steady.empty()) html_.Leaf("div", {{"class", row.is_steady ? "mx-h ok" : "mx-h"}}, row.steady);
}

void BlockWriter::PutHead(const Matrix& matrix) {
  const auto head = html_.In("div", {{"class", "mx-head"}, {"aria-hidden", "true"}});
  html_.Leaf("div", {}, matrix.head);
  for (const Matrix::Column& column : matrix.columns) {
    const auto one = html_.In("div", {{"class", "rg " + HueOf(column.hue)}});
    html_.Text(Capital(column.label));
    html_.Leaf("small", {}, column.note);
  }
  html_.Leaf("div", {{"class", "hh"}}, matrix.total);
  if (!matrix.steady.empty()) html_.Leaf("div", {{"class", "hh"}}, matrix.steady);
}

void BlockWriter::Put(const Matrix& matrix, const Matrix::Band& band) {
  const auto list = [&] {
    const auto all = html_.In("ol");
    for (const Matrix::Row& row : band.rows) Put(matrix, row);
  };
  const auto rows = [&] {
    if (for_ == For::kScreen) return list();
    // On paper each band is a table of its own, whose head stands again on each of its sheets.
    const auto table = html_.In("div", {{"class", "mx-p"}});
    PutHead(matrix);
    list();
  };
  if (band.title.empty()) return rows();
  const auto title = [&] {
    html_.Text(Capital(band.title));
    html_.Text(" ");
    html_.Leaf("span", {}, band.note);
  };
  if (band.open) {
    {
      const auto head = html_.In("h3", {{"class", "mx-band sans"}});
      title();
    }
    return rows();
  }
  const auto fold = html_.In("details");
  {
    const auto summary = html_.In("summary", {{"class", "mx-band"}});
    title();
  }
  rows();
}

// The same as a table, folded.
Table BlockWriter::TwinOf(const Matrix& matrix) {
  Table table{matrix.id + "-table", matrix.title, {matrix.head}, {}};
  for (const Matrix::Column& column : matrix.columns) table.head.push_back(column.label);
  table.head.push_back(matrix.total);
  for (const Matrix::Band& band : matrix.bands) {
    for (const Matrix::Row& row : band.rows) {
      std::vector<Spans> cells{{{row.label.text, {}, {}, row.label.language}}};
      for (const Matrix::Cell& cell : row.cells) {
        cells.push_back({{cell.of == 0 ? "–" : t("{1} of {2}", cell.present, cell.of)}});
      }
      cells.push_back({{row.total.text}});
      table.rows.push_back(std::move(cells));
    }
  }
  table.folded = true;
  return table;
}

void BlockWriter::operator()(const Matrix& matrix) {
  {
    const auto figure =
        html_.In("figure", {{"id", AnchorOf(matrix.id)}, {"aria-labelledby", AnchorOf(matrix.id) + "-t"}});
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}, {"id", AnchorOf(matrix.id) + "-t"}}, matrix.title);
      html_.Leaf("p", {{"class", "fig-s"}}, matrix.subtitle);
      const auto shade = html_.In("p", {{"class", "shade"}, {"aria-hidden", "true"}});
      html_.Leaf("span", {}, t("none"));
      for (const char* step : {"b0", "b1", "b2", "b3", "b4", "b5"}) html_.Leaf("i", {{"class", step}}, "");
      html_.Leaf("span", {}, t("every case"));
    }
    const std::string style = fmt::format("mx n{}{}", matrix.columns.size(), matrix.steady.empty() ? " six" : "");
    const auto all = html_.In("div", {{"class", style}});
    if (for_ == For::kScreen) PutHead(matrix);
    for (const Matrix::Band& band : matrix.bands) Put(matrix, band);
  }
  html_.Line();
  (*this)(TwinOf(matrix));
}

namespace {

// Where a group stands on the map; "" side by side.
const char* StyleOf(Tiles::Compass compass) {
  switch (compass) {
    case Tiles::Compass::kNone:
      return "";
    case Tiles::Compass::kNorthWest:
      return "at-nw ";
    case Tiles::Compass::kNorth:
      return "at-n ";
    case Tiles::Compass::kEast:
      return "at-e ";
    case Tiles::Compass::kSouthWest:
      return "at-sw ";
    case Tiles::Compass::kSouth:
      return "at-s ";
  }
  return "";
}

}  // namespace

// Side by side, or a cartogram when every group has its place on the compass.
void BlockWriter::operator()(const Tiles& tiles) {
  const bool map = !tiles.groups.empty() && std::ranges::none_of(tiles.groups, [](const Tiles::Group& group) {
    return group.compass == Tiles::Compass::kNone;
  });
  {
    const auto figure = html_.In("div", {{"class", map ? "carto" : ""}});
    if (map) {  // meridians and parallels, without land
      const std::string_view paths = WorldLand();
      const auto svg = html_.In("svg", {{"viewBox", fmt::format("0 0 {} {}", kWorldWidth, kWorldHeight)},
                                        {"preserveAspectRatio", "none"},
                                        {"aria-hidden", "true"}});
      const std::size_t first = paths.find('\n');
      html_.Leaf("path", {{"d", paths.substr(first + 1, paths.find('\n', first + 1) - first - 1)}}, "");
    }
    const auto all = html_.In("ul", {{"class", map ? "regions" : "places5"}});
    for (const Tiles::Group& group : tiles.groups) {
      const auto region = html_.In("li", {{"class", (map ? StyleOf(group.compass) : "") + HueOf(group.hue)}});
      {
        const auto head = html_.In("h3", {{"class", "sans"}});
        Put(group.label);
      }
      html_.Leaf("p", {{"class", map ? "cnt" : "muted"}}, group.note);
      const auto list = html_.In("ul", {{"class", map ? "tiles" : "tiles one"}});
      for (const Tiles::Tile& tile : group.tiles) {
        const auto item = html_.In("li", {{"class", HueOf(group.hue)}});
        const auto inside = [&] {
          html_.Leaf("b", {}, tile.place);
          if (!tile.organisation.text.empty()) html_.Leaf("span", {}, tile.organisation.text);
          if (!tile.law.empty()) html_.Leaf("span", {{"class", "lm"}}, tile.law);
          if (!tile.state.empty()) html_.Leaf("span", {}, tile.state);
        };
        const std::string style = tile.state.empty() ? "tile" : "tile gone";
        if (Leads(tile.organisation.target)) {
          const auto link = html_.In("a", {{"class", style}, {"href", HrefOf(tile.organisation.target, page_)}});
          inside();
        } else {
          const auto plain = html_.In("span", {{"class", style}});
          inside();
        }
      }
    }
  }
  html_.Line();
}

void BlockWriter::Put(const Bubbles& map, const Bubbles::Row& row) {
  const auto line = html_.In("li", {{"class", "eg-row"}});
  {
    const auto label = html_.In("div", {{"class", row.whole ? "eg-l whole" : "eg-l"}});
    Put(row.label);
    html_.Leaf("span", {}, row.count);
  }
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const Bubbles::Cell& cell = row.cells[c];
    const auto square =
        html_.In("div", {{"class", fmt::format("eg-c {}", cell.cases == 0 ? "e0" : "t" + std::to_string(cell.tone))}});
    const auto inside = [&] {
      {
        const auto name = html_.In("span", {{"class", "cl"}});
        html_.Text(map.columns[c]);
        html_.Leaf("span", {{"class", "vh"}},
                   t.Colon() + (cell.cases == 0 ? t("no case yet") : t("{1} of {2}", cell.cases, map.cases)));
      }
      if (cell.cases == 0) {
        html_.Leaf("i", {{"class", "eg-0"}}, "");
        return;
      }
      const auto bubble = html_.In("span", {{"class", "eg-b"}, {"aria-hidden", "true"}});
      {
        const auto svg = html_.In("svg", {{"viewBox", "0 0 44 44"}});
        html_.Leaf("circle",
                   {{"cx", "22"}, {"cy", "22"}, {"r", fmt::format("{:.1f}", RadiusOf(cell.cases, map.cases))}}, "");
      }
      html_.Leaf("b", {}, std::to_string(cell.cases));
    };
    if (Leads(cell.target)) {
      const auto link = html_.In("a", {{"href", HrefOf(cell.target, page_)}});
      inside();
    } else {
      const auto plain = html_.In("span", {{"class", "no"}});
      inside();
    }
  }
}

void BlockWriter::operator()(const Bubbles& map) {
  {
    const auto figure = html_.In("figure");
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}}, map.title);
      html_.Leaf("p", {{"class", "fig-s"}}, map.subtitle);
    }
    const auto all = html_.In("div", {{"class", fmt::format("eg c{}", map.columns.size())}});
    {
      const auto head = html_.In("div", {{"class", "eg-head"}, {"aria-hidden", "true"}});
      html_.Leaf("div", {}, map.head);
      for (const std::string& column : map.columns) html_.Leaf("div", {}, column);
    }
    // A field's own practices are folded under it: all that a phone shows, while a wide screen and paper open them.
    const auto list = html_.In("ol");
    for (auto row = map.rows.begin(); row != map.rows.end();) {
      const auto parts = std::find_if(row, map.rows.end(), [](const auto& one) { return !one.whole; });
      for (; row != parts; ++row) Put(map, *row);
      const auto end = std::find_if(parts, map.rows.end(), [](const auto& one) { return one.whole; });
      if (parts == end) continue;
      if (parts == map.rows.begin()) {  // of no field
        for (; row != end; ++row) Put(map, *row);
        continue;
      }
      const auto item = html_.In("li");
      const auto fold = html_.In("details", {{"class", "eg-f"}});
      {
        const auto summary = html_.In("summary");
        Put(Span{(parts - 1)->label.text, {}, {}, (parts - 1)->label.language});
        const auto count = static_cast<int>(end - parts);
        html_.Text(" ");
        html_.Leaf("span", {{"class", "muted"}}, t.Plural("{1} practice in it", "{1} practices in it", count, count));
      }
      const auto inner = html_.In("ol");
      for (; row != end; ++row) Put(map, *row);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Notes& notes) {
  {
    const auto all = html_.In("div", {{"class", "prose"}});
    for (const Notes::Note& note : notes.notes) {
      {
        const auto p = html_.In("p", {{"class", note.style}});
        Put(note.text);
      }
      if (note.beside.empty()) continue;
      const auto beside = html_.In("div", {{"class", "note"}});
      const auto p = html_.In("p");
      Put(note.beside);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Index& index) {
  {
    const auto letters = html_.In("ul", {{"class", "az"}});
    for (const Index::Letter& letter : index.letters) {
      const auto item = html_.In("li");
      html_.Leaf("a", {{"href", "#" + AnchorOf("az-" + letter.letter)}}, letter.letter);
    }
  }
  {
    const auto all = html_.In("div", {{"class", "idx"}});
    for (const Index::Letter& letter : index.letters) {
      const auto section = html_.In("section", {{"id", AnchorOf("az-" + letter.letter)}});
      html_.Leaf("h3", {}, letter.letter);
      const auto list = html_.In("ul");
      for (const Index::Entry& entry : letter.entries) {
        const auto item = html_.In("li");
        Put(entry.label);
        html_.Leaf("span", {{"class", "ik"}}, entry.kind);
        if (!entry.count.empty()) html_.Leaf("span", {{"class", "k"}}, entry.count);
      }
    }
  }
  html_.Line();
}

}  // namespace commonground::publish
