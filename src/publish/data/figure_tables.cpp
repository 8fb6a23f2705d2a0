// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A visitor that knows which blocks show numbers; a new block that does not say here what its data are has none.
#include "publish/data/figure_tables.h"

#include <algorithm>
#include <optional>
#include <set>

#include "publish/html/address.h"

namespace commonground::publish {

namespace {

using Type = DataColumn::Type;

std::string TextOf(const Spans& spans) {
  std::string text;
  for (const Span& span : spans) text += span.text;
  return text;
}

std::string Text(int number) {
  return std::to_string(number);
}

std::string IfAny(int number, int of) {
  return of == 0 ? "" : std::to_string(number);
}

int CountOf(const std::vector<Mark>& squares, Mark mark) {
  return static_cast<int>(std::ranges::count(squares, mark));
}

// The data of a block; nullopt: it has none.  `name` is empty where the block has none of its own.
class DataOf {
 public:
  explicit DataOf(const Words& words) : t(words) {}
  using Data = std::optional<DataTable>;

  Data operator()(const Table& table) const {
    DataTable data{table.id, table.caption, {}, {}, {}};
    std::set<std::string> names;
    for (const std::string& head : table.head) {
      std::string name = head.empty() ? "column" : head;
      for (int again = 2; !names.insert(name).second; ++again) name = head + " " + Text(again);
      data.columns.push_back({std::move(name)});
    }
    for (const auto& row : table.rows) {
      std::vector<std::string> cells;
      for (const Spans& cell : row) cells.push_back(TextOf(cell));
      cells.resize(data.columns.size());
      data.rows.push_back(std::move(cells));
    }
    return data;
  }
  Data operator()(const Figure& figure) const {
    if (figure.twin.rows.empty()) return {};
    Data data = (*this)(figure.twin);
    data->name = figure.id;
    data->title = figure.title;
    data->about = figure.subtitle;
    return data;
  }
  Data operator()(const Matrix& matrix) const {
    DataTable data{matrix.id,
                   matrix.title,
                   matrix.subtitle,
                   {{"row", t("what the row of the figure is about")},
                    {"column", t("what the column of the figure is about")},
                    {"present", t("cases in which it is told"), Type::kWhole},
                    {"of", t("cases that are counted; empty: there is none"), Type::kWhole}},
                   {}};
    for (const Matrix::Band& band : matrix.bands) {
      for (const Matrix::Row& row : band.rows) {
        for (std::size_t c = 0; c < row.cells.size() && c < matrix.columns.size(); ++c) {
          const Matrix::Cell& cell = row.cells[c];
          data.rows.push_back(
              {row.label.text, matrix.columns[c].label, IfAny(cell.present, cell.of), IfAny(cell.of, cell.of)});
        }
      }
    }
    return data;
  }
  Data operator()(const Strips& strips) const {
    DataTable data = Empty({}, {});
    for (const StripList& list : strips.lists) AddStrips(list, data);
    if (!strips.lists.empty()) data.title = strips.lists.front().title;
    return data.rows.empty() ? Data() : Data(std::move(data));
  }
  Data OfHead(const StripList& list) const {
    DataTable data = Empty("head", list.title);
    AddStrips(list, data);
    return data.rows.empty() ? Data() : Data(std::move(data));
  }
  Data operator()(const Bars& bars) const {
    DataTable data{{},
                   {},
                   {},
                   {{"row", t("what the row of the figure is about")},
                    {"value", t("the length of the bar"), Type::kWhole},
                    {"of", t("the longest bar that there could be"), Type::kWhole},
                    {"text", t("the count as the report writes it")}},
                   {}};
    for (const Bars::Row& row : bars.rows)
      data.rows.push_back({row.label.text, Text(row.value), Text(row.of), row.count.text});
    return data;
  }
  Data operator()(const Steps& steps) const {
    DataTable data{{},
                   steps.title,
                   {},
                   {{"number", t("how many are left at this step"), Type::kWhole},
                    {"text", t("the step")},
                    {"left", t("what left at this step, and why")}},
                   {}};
    for (const Steps::Step& step : steps.steps) data.rows.push_back({Text(step.number), step.text, step.left});
    return data;
  }
  Data operator()(const Bubbles& map) const {
    DataTable data{{},
                   map.title,
                   map.subtitle,
                   {{"row", t("what the row of the figure is about")},
                    {"column", t("what the column of the figure is about")},
                    {"cases", t("cases that tell of both"), Type::kWhole},
                    {"of", t("cases that are counted; empty: there is none"), Type::kWhole}},
                   {}};
    for (const Bubbles::Row& row : map.rows) {
      for (std::size_t c = 0; c < row.cells.size() && c < map.columns.size(); ++c) {
        data.rows.push_back({row.label.text, map.columns[c], Text(row.cells[c].cases), Text(map.cases)});
      }
    }
    return data;
  }
  Data operator()(const Cover& cover) const {
    DataTable data{"cover",
                   cover.caption,
                   {},
                   {{"row", t("what the row of the figure is about")},
                    {"filled", t("places with a case study"), Type::kWhole},
                    {"of", t("places of the frame"), Type::kWhole}},
                   {}};
    for (const Cover::Panel& panel : cover.panels)
      data.rows.push_back({panel.label, Text(panel.filled), Text(panel.of)});
    return data;
  }
  Data operator()(const Tiles& tiles) const {
    DataTable data{{},
                   t("The places of the frame"),
                   {},
                   {{"group", t("the region")},
                    {"place", t("the place")},
                    {"organisation", t("the organisation, as far as it may be named")},
                    {"law", t("the legal model of the country")},
                    {"state", t("why there is no case study; empty: there is one")}},
                   {}};
    for (const Tiles::Group& group : tiles.groups) {
      for (const Tiles::Tile& tile : group.tiles)
        data.rows.push_back({group.label.text, tile.place, tile.organisation.text, tile.law, tile.state});
    }
    return data.rows.empty() ? Data() : Data(std::move(data));
  }
  Data operator()(const Network& network) const {
    DataTable data{network.id,
                   network.title,
                   network.subtitle,
                   {{"case", t("the case study")},
                    {"sector", t("the sector that it works with")},
                    {"basis", t("on_record: a partnership with a source; told: a coded passage speaks of it")}},
                   {}};
    for (const Network::Line& line : network.lines) {
      data.rows.push_back({network.members[line.member].label, network.sectors[line.sector].label.text,
                           line.kind ? "on_record" : "told"});
    }
    return data;
  }
  Data operator()(const Dots& dots) const {
    DataTable data{dots.id,
                   dots.title,
                   dots.subtitle,
                   {{"row", t("what the row of the figure is about")},
                    {"column", t("what the column of the figure is about")},
                    {"on_record", t("cases with a partnership on record"), Type::kWhole},
                    {"told", t("cases in which it is told and not on record"), Type::kWhole}},
                   {}};
    for (const Dots::Row& row : dots.rows) {
      for (std::size_t c = 0; c < row.cells.size() && c < dots.columns.size(); ++c) {
        data.rows.push_back(
            {row.label.text, dots.columns[c].label, Text(row.cells[c].on_record), Text(row.cells[c].told)});
      }
    }
    return data;
  }
  Data operator()(const Timeline& line) const {
    DataTable data{line.id,
                   line.title,
                   line.subtitle,
                   {{"row", t("what the row of the figure is about")},
                    {"value", t("the value, in words; not sourced where nothing is known")},
                    {"years", t("how many years of the strip it has"), Type::kWhole},
                    {"note", t("since when, or that sources differ")}},
                   {}};
    for (const Timeline::Row& row : line.rows) {
      for (const Timeline::Segment& segment : row.segments)
        data.rows.push_back({row.label, segment.text, Text(segment.years), segment.note});
    }
    return data;
  }
  Data operator()(const Moves& moves) const {
    DataTable data{moves.id,
                   moves.title,
                   {},
                   {{"row", t("what the row of the figure is about")},
                    {"before", t("what it was in the edition before")},
                    {"now", t("what it is in this edition")}},
                   {}};
    for (const Moves::Item& item : moves.items)
      data.rows.push_back({item.label.text, item.before_words, item.now_words});
    return data;
  }
  Data operator()(const Parts& parts) const {
    DataTable data{
        parts.id,
        parts.title,
        parts.subtitle,
        {{"row", t("what the row of the figure is about")}, {"value", t("the length of the bar"), Type::kWhole}},
        {}};
    for (const Parts::Part& part : parts.parts) data.rows.push_back({part.label, Text(part.count)});
    return data;
  }
  Data operator()(const WorldMap& map) const {
    DataTable data{map.id,
                   map.title,
                   map.subtitle,
                   {{"group", t("the region")}, {"place", t("the place")}, {"state", t("whether it has a case study")}},
                   {}};
    for (const WorldMap::Group& group : map.groups) {
      for (const WorldMap::Place& place : group.places)
        data.rows.push_back({group.label.text, place.label.text, place.state});
    }
    return data;
  }
  template <typename Other>
  Data operator()(const Other&) const {
    return {};
  }

 private:
  DataTable Empty(std::string name, std::string title) const {
    return {std::move(name),
            std::move(title),
            {},
            {{"list", t("the list that the row stands in")},
             {"row", t("what the row of the figure is about")},
             {"told", t("squares with a passage"), Type::kWhole},
             {"silent", t("squares without a passage: not told, never not done"), Type::kWhole},
             {"not_coded", t("squares that nobody has coded yet"), Type::kWhole},
             {"no_case", t("places without a case study"), Type::kWhole},
             {"text", t("the count as the report writes it")},
             {"elsewhere", t("the count of all others, as the report writes it")}},
            {}};
  }
  static void AddStrips(const StripList& list, DataTable& data) {
    for (const Strip& strip : list.rows) {
      const auto count = [&](Mark mark) {
        return strip.squares.empty() ? std::string() : Text(CountOf(strip.squares, mark));
      };
      data.rows.push_back({list.title, strip.label.text, count(Mark::kTold), count(Mark::kSilent),
                           count(Mark::kNotCoded), count(Mark::kNoCase), strip.count.text, strip.beside});
    }
  }
  const Words& t;
};

// "strips", for a block that has no name of its own.
std::string KindOf(const Block& block) {
  if (std::holds_alternative<Strips>(block)) return "strips";
  if (std::holds_alternative<Bars>(block)) return "bars";
  if (std::holds_alternative<Steps>(block)) return "steps";
  if (std::holds_alternative<Bubbles>(block)) return "pairs";
  if (std::holds_alternative<Tiles>(block)) return "places";
  return "table";
}

bool SameColumns(const DataTable& a, const DataTable& b) {
  return std::ranges::equal(a.columns, b.columns, {}, &DataColumn::name, &DataColumn::name);
}

}  // namespace

void FigureTables::Add(const Page& page, DataTable data) {
  const std::string path = PathOf(page.id);
  const std::size_t slash = path.find('/');
  // Where a list goes on over several pages, its data are one table: which page a row stands on changes.
  PageId whole = page.id;
  whole.part = 1;
  const std::string first = PathOf(whole);
  const std::string own = first.substr(0, first.rfind('.'));
  const std::string figure = AnchorOf(data.name);
  if (slash == std::string::npos) {
    data.name = "figures/" + own + "/" + figure;
    const auto before = std::ranges::find(tables_, data.name, &DataTable::name);
    if (before == tables_.end()) {
      tables_.push_back(std::move(data));
    } else if (std::ranges::search(before->rows, data.rows).empty()) {
      std::ranges::move(data.rows, std::back_inserter(before->rows));
    }
    return;
  }
  data.columns.insert(data.columns.begin(), {{"page", t("the page of the site that has the figure")},
                                             {"title", t("the title of that page")}});
  for (auto& row : data.rows) row.insert(row.begin(), {path, page.title});
  data.name = "figures/" + path.substr(0, slash) + "/" + figure;
  const auto same = std::ranges::find(tables_, data.name, &DataTable::name);
  if (same == tables_.end()) {
    tables_.push_back(std::move(data));
  } else if (SameColumns(*same, data)) {
    std::ranges::move(data.rows, std::back_inserter(same->rows));
  } else {
    data.name = "figures/" + own + "/" + figure;
    tables_.push_back(std::move(data));
  }
}

void FigureTables::Add(const Page& page) {
  if (page.id.kind == PageKind::kStates) return;    // its squares are examples of how to read them
  if (page.id.kind == PageKind::kTwoPages) return;  // its numbers stand on the other pages
  const DataOf data_of(t);
  std::string section;
  if (auto head = data_of.OfHead(page.head.strips)) Add(page, std::move(*head));
  std::string heading = page.title;
  for (const Block& block : page.blocks) {
    if (const auto* above = std::get_if<Heading>(&block)) {
      heading = above->text.empty() ? page.title : above->text;
      section = above->id.empty() ? std::string() : above->id + "-";
    }
    auto data = std::visit(data_of, block);
    if (!data || data->rows.empty()) continue;
    if (data->name.empty()) {
      // By its section, so that the address stays whatever else is on the page; those of one section are one table.
      data->name = section + KindOf(block);
    }
    if (data->title.empty()) data->title = heading;
    Add(page, std::move(*data));
  }
}

}  // namespace commonground::publish
