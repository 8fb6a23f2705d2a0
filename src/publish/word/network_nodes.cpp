// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coalitions, the map, the law over time and the confidence of a finding, as tables and lists.
#include "publish/word/block_nodes.h"

namespace commonground::publish {

using namespace pandoc;

// Its ties stand in the table that follows it.
void BlockNodes::operator()(const Network& network) {
  PutTitle(network.title, base_ + 2, IdOf(network.id));
  PutPara(Text(network.subtitle));
  PutPara(Text(network.description));
}

// Its table follows it.
void BlockNodes::operator()(const Dots& dots) {
  PutTitle(dots.title, base_ + 2, IdOf(dots.id));
  PutPara(Text(dots.subtitle));
}

void BlockNodes::operator()(const RegionLists& lists) {
  for (const RegionLists::List& list : lists.lists) {
    json items = json::array();
    for (const RegionLists::Item& item : list.items) {
      json inlines = item.strong ? json::array({Strong(Inlines(item.text))}) : Inlines(item.text);
      if (!item.about.empty()) {
        for (json& one : Text(" · " + item.about)) inlines.push_back(std::move(one));
      }
      items.push_back(json::array({PlainNode(std::move(inlines))}));
    }
    PutTitle(list.label.text, base_ + 2);
    if (!list.count.number.empty()) PutPara(Words(list.count));
    if (!items.empty()) Put(Node("BulletList", std::move(items)));
    if (!list.foot.empty()) Put(Styled("Note", json::array({Para(Text(list.foot))})));
  }
}

void BlockNodes::operator()(const Timeline& line) {
  PutPara(Text(line.subtitle));
  Grid grid{line.id, line.title, {t("Indicator"), t("When")}};
  for (const Timeline::Row& row : line.rows) {
    json cell = json::array();
    for (const Timeline::Segment& segment : row.segments) {
      if (!cell.empty()) cell.push_back(Str("; "));
      json words = Text(segment.note.empty() ? segment.text : segment.text + ", " + segment.note);
      if (!segment.sourced) words = json::array({Emph(std::move(words))});
      for (json& one : words) cell.push_back(std::move(one));
    }
    grid.rows.push_back({Text(row.label), std::move(cell)});
  }
  PutGrid(grid);
  if (!line.foot.empty()) Put(Styled("Note", json::array({Para(Inlines(line.foot))})));
}

void BlockNodes::operator()(const WorldMap& map) {
  Grid grid{map.id, map.title, {t("Place"), t("Region"), t("State")}};
  for (const WorldMap::Group& group : map.groups) {
    for (const WorldMap::Place& place : group.places) {
      grid.rows.push_back({Inlines(place.label), Inlines(group.label), Text(place.state)});
    }
  }
  PutGrid(grid);
}

// Its figures stand in the table that follows it.
void BlockNodes::operator()(const Changes& changes) {
  if (!changes.note.empty()) Put(Styled("Note", json::array({Para(Text(changes.note))})));
}

void BlockNodes::operator()(const Advice& advice) {
  Grid grid{{}, {}, advice.head};
  for (const Advice::Item& item : advice.items) {
    json what = Inlines(item.statement);
    if (!item.text.empty()) {
      what.push_back(Str(" "));
      for (json& one : Inlines(item.text)) what.push_back(std::move(one));
    }
    json rests = json::array();
    for (const Spans& line : item.rests_on) {
      if (!rests.empty()) rests.push_back(Str("; "));
      for (json& one : Inlines(line)) rests.push_back(std::move(one));
    }
    grid.rows.push_back({Text(item.to), Anchored(IdOf(item.id), std::move(what)), std::move(rests)});
  }
  PutGrid(grid);
}

void BlockNodes::operator()(const Moves& moves) {
  Grid grid{moves.id, moves.title, moves.head};
  for (const Moves::Item& item : moves.items) {
    grid.rows.push_back({Inlines(item.label), Text(item.before_words), Text(item.now_words)});
  }
  PutGrid(grid);
}

void BlockNodes::operator()(const Disputed& disputed) {
  for (const Disputed::Item& item : disputed.items) {
    PutPara(json::array({Strong(Text(item.title))}));
    json items = json::array();
    for (const Disputed::Value& value : item.values) {
      json inlines = Text(value.value + t.Colon());
      for (json& one : Inlines(value.source)) inlines.push_back(std::move(one));
      items.push_back(json::array({PlainNode(std::move(inlines))}));
    }
    Put(Node("BulletList", std::move(items)));
  }
}

void BlockNodes::operator()(const Parts& parts) {
  PutPara(Text(parts.subtitle));
  Grid grid{parts.id, parts.title, parts.head};
  for (const Parts::Part& part : parts.parts) grid.rows.push_back({Text(part.label), Text(std::to_string(part.count))});
  PutGrid(grid);
}

void BlockNodes::operator()(const Grading& grading) {
  Put(Styled("Lead", json::array({Para(Inlines(grading.statement))})));
  PutPara(json::array({Strong(Text(grading.confidence))}));
  if (!grading.note.empty()) Put(Styled("Note", json::array({Para(Text(grading.note))})));
  if (grading.components.empty() || grading.head.size() < 3) return;
  Grid grid{{}, grading.title, grading.head};
  for (const Grading::Component& component : grading.components) {
    grid.rows.push_back({Text(component.term.empty() ? component.name : component.name + " (" + component.term + ")"),
                         Text(component.level), Inlines(component.reason)});
  }
  PutGrid(grid);
}

}  // namespace commonground::publish
