// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Squares, cards, matrices and maps as tables; a matrix keeps its shades.
#include <algorithm>

#include "publish/titles.h"
#include "publish/word/block_nodes.h"

namespace commonground::publish {

using namespace pandoc;

namespace {

void Append(json more, json& inlines) {
  for (json& one : more) inlines.push_back(std::move(one));
}

// As html/maps.cpp: five shades by share; 0: none.
int ShadeOf(int present, int of) {
  return of == 0 || present == 0 ? 0 : std::clamp((present * 5 + of - 1) / of, 1, 5);
}

}  // namespace

void BlockNodes::operator()(const Cover& cover) {
  if (!cover.over.empty()) Put(Styled("Over", json::array({Para(Text(cover.over))})));
  Put(Styled("Lead", json::array({Para(Inlines(cover.answer))})));
  json numbers = json::array();
  for (const Tally& tally : cover.numbers) numbers.push_back(json::array({PlainNode(Words(tally))}));
  if (!numbers.empty()) Put(Node("BulletList", std::move(numbers)));
  Grid grid{"cover", cover.caption, {t("Region"), t("Places with a case study")}};
  for (const Cover::Panel& panel : cover.panels) {
    grid.rows.push_back({Text(panel.label), Text(t("{1} of {2}", panel.filled, panel.of))});
  }
  PutGrid(grid);
}

void BlockNodes::PutStrips(const StripList& list) {
  if (list.rows.empty()) return;
  const bool compared = std::ranges::any_of(list.rows, [](const Strip& strip) { return !strip.beside.empty(); });
  Grid grid{{}, list.title.empty() ? list.note : list.title, {t("Group"), t("Cases that tell of it")}};
  if (compared) grid.head.push_back(t("Elsewhere"));
  for (const Strip& strip : list.rows) {
    Span label = strip.label;
    label.text = Capital(label.text);
    grid.rows.push_back({Inlines(label), Inlines(strip.count)});
    if (compared) grid.rows.back().push_back(Text(strip.beside));
    const auto told = static_cast<int>(std::ranges::count(strip.squares, Mark::kTold));
    grid.shades.push_back({0, ShadeOf(told, static_cast<int>(strip.squares.size()))});
  }
  PutGrid(grid);
}

void BlockNodes::operator()(const Strips& strips) {
  for (const StripList& list : strips.lists) PutStrips(list);
}

void BlockNodes::operator()(const Cards& cards) {
  for (const Card& card : cards.cards) {
    if (!card.kind.empty()) {
      Put(Styled("Over",
                 json::array({Para(Text(card.kind + (card.kind_note.empty() ? "" : " · " + card.kind_note)))})));
    }
    json title = Inlines(card.title);
    depth_ = std::min(base_ + 2, depth_ + 1);
    Put(Header(depth_, {}, std::move(title)));
    PutPara(Words(card.count));
    PutPara(Inlines(card.text));
    PutStrips(card.regions);
    PutStrips(card.laws);
    if (!card.foot.empty()) Put(Styled("Note", json::array({Para(Inlines(card.foot))})));
  }
}

void BlockNodes::operator()(const Numbers& numbers) {
  json items = json::array();
  for (const Tally& tally : numbers.rows) items.push_back(json::array({PlainNode(Words(tally))}));
  if (!items.empty()) Put(Node("BulletList", std::move(items)));
}

void BlockNodes::operator()(const Matrix& matrix) {
  if (!matrix.subtitle.empty()) PutPara(Text(matrix.subtitle));
  Grid grid{matrix.id, matrix.title, {matrix.head}};
  for (const Matrix::Column& column : matrix.columns) grid.head.push_back(column.label);
  grid.head.push_back(matrix.total);
  for (const Matrix::Band& band : matrix.bands) {
    for (const Matrix::Row& row : band.rows) {
      auto& cells = grid.rows.emplace_back();
      auto& shades = grid.shades.emplace_back();
      cells.push_back(Inlines(row.label));
      shades.push_back(0);
      for (const Matrix::Cell& cell : row.cells) {
        cells.push_back(Text(cell.of == 0 ? "–" : t("{1} of {2}", cell.present, cell.of)));
        shades.push_back(ShadeOf(cell.present, cell.of));
      }
      cells.push_back(Inlines(row.total));
      shades.push_back(0);
    }
  }
  PutGrid(grid);
}

void BlockNodes::operator()(const Tiles& tiles) {
  Grid grid{{}, t("The places of the frame"), {t("Place"), t("Region"), t("Organisation"), t("Law")}};
  for (const Tiles::Group& group : tiles.groups) {
    for (const Tiles::Tile& tile : group.tiles) {
      grid.rows.push_back({Text(tile.place), Inlines(group.label),
                           tile.organisation.text.empty() ? Text(tile.state) : Inlines(tile.organisation),
                           Text(tile.law)});
    }
  }
  PutGrid(grid);
}

void BlockNodes::operator()(const Bars& bars) {
  Grid grid{{}, {}, {t("What"), t("Number")}};
  for (const Bars::Row& row : bars.rows) {
    json label = Inlines(row.label);
    if (row.harm) Append(Text(" · " + t("harm")), label);
    grid.rows.push_back({std::move(label), Inlines(row.count)});
  }
  PutGrid(grid);
}

void BlockNodes::operator()(const Facts& facts) {
  for (const Facts::Column& column : facts.columns) {
    Grid grid{{}, column.title, {t("What"), t("Value")}};
    for (const Facts::Row& row : column.rows) {
      json value = Inlines(row.value);
      if (!row.note.empty()) Append(Text((value.empty() ? "" : " ") + row.note), value);
      if (!row.sources.empty()) {
        value.push_back(Str(" "));
        Append(Inlines(row.sources), value);
      }
      grid.rows.push_back({Text(row.label), std::move(value)});
    }
    PutGrid(grid);
  }
}

void BlockNodes::operator()(const CaseCards& cards) {
  json items = json::array();
  for (const CaseCards::Card& card : cards.cards) {
    json inlines = json::array({Strong(Inlines(card.name))});
    const auto add = [&](json more) {
      if (more.empty()) return;
      inlines.push_back(Str(" · "));
      Append(std::move(more), inlines);
    };
    add(Inlines(card.place));
    add(Inlines(card.title));
    if (!card.about.empty()) add(Text(card.about));
    if (!card.consent.empty()) add(Text(card.consent));
    items.push_back(json::array({PlainNode(std::move(inlines))}));
  }
  if (!items.empty()) Put(Node("BulletList", std::move(items)));
}

void BlockNodes::operator()(const Steps& steps) {
  Grid grid{{}, steps.title, {t("Step"), t("Number"), t("What left at it")}};
  for (const Steps::Step& step : steps.steps) {
    grid.rows.push_back({Text(step.text), Text(std::to_string(step.number)), Text(step.left)});
  }
  PutGrid(grid);
}

void BlockNodes::operator()(const Bubbles& map) {
  PutPara(Text(map.subtitle));
  Grid grid{{}, map.title, {map.head}};
  for (const std::string& column : map.columns) grid.head.push_back(column);
  for (const Bubbles::Row& row : map.rows) {
    auto& cells = grid.rows.emplace_back();
    auto& shades = grid.shades.emplace_back();
    cells.push_back(Inlines(row.label));
    shades.push_back(0);
    for (const Bubbles::Cell& cell : row.cells) {
      cells.push_back(Text(cell.cases == 0 ? "–" : std::to_string(cell.cases)));
      shades.push_back(ShadeOf(cell.cases, map.cases));
    }
  }
  PutGrid(grid);
}

}  // namespace commonground::publish
