// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who works with whom: curves from cases to sectors on a desk, the ties on record as a list on a phone and on paper;
// dots by region; lists of partners (html/style.css, 11).
#include <fmt/format.h>

#include <algorithm>

#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"
#include "publish/html/svg_text.h"
#include "publish/labels.h"
#include "publish/titles.h"

namespace commonground::publish {

namespace {

constexpr double kRow = 32;       // from one case to the next
constexpr double kBetween = 22;   // more, between groups
constexpr double kCaseX = 440;    // of the cases' dots
constexpr double kSectorX = 793;  // of the sectors'
constexpr double kLine = 17;      // from one line of a label to the next
constexpr int kMaxDots = 12;      // of a kind in a cell; more are a number

constexpr model::TieKind kKinds[] = {model::TieKind::kFormalAgreement, model::TieKind::kJointService,
                                     model::TieKind::kTraining, model::TieKind::kDialogue, model::TieKind::kLitigation};

const char* StyleOf(model::TieKind kind) {
  switch (kind) {
    case model::TieKind::kFormalAgreement:
      return "l fa";
    case model::TieKind::kJointService:
      return "l js";
    case model::TieKind::kTraining:
      return "l tr";
    case model::TieKind::kDialogue:
      return "l di";
    case model::TieKind::kLitigation:
      return "l li";
  }
  return "l";
}

std::string Of(double value) {
  return fmt::format("{:.4g}", value);
}

// Where everything stands.
struct Places {
  struct Group {
    double top = 0, bottom = 0;
    std::vector<std::string> lines;
  };
  struct Member {
    double y = 0;
    std::vector<std::string> lines;
  };
  struct Sector {
    double y = 0;
    std::vector<std::string> label, note;
  };
  std::vector<Group> groups;
  std::vector<Member> members;
  std::vector<Sector> sectors;
  double height = 0;
};

Places Place(const Network& network) {
  Places places;
  double y = 10;
  std::size_t at = 0;
  for (std::size_t g = 0; g < network.groups.size(); ++g) {
    Places::Group group{y, y, LinesOf(network.groups[g].label, 10.5)};
    double end = y;
    for (; at < network.members.size() && network.members[at].group == g; ++at) {
      Places::Member member{0, LinesOf(network.members[at].label, 16)};
      const double tall = std::max(kRow, kLine * static_cast<double>(member.lines.size()) + 8);
      member.y = end + tall / 2;
      end += tall;
      places.members.push_back(std::move(member));
    }
    group.bottom = std::max(end, y + kLine * static_cast<double>(group.lines.size()) + 8);
    y = group.bottom + kBetween;
    places.groups.push_back(std::move(group));
  }
  const double left = y - kBetween;
  double tall = 0;
  for (const Network::Sector& sector : network.sectors) {
    Places::Sector one{0, LinesOf(sector.label.text, 24), LinesOf(sector.note, 27)};
    one.y = tall;
    tall += kLine * static_cast<double>(one.label.size() + one.note.size()) + 14;
    places.sectors.push_back(std::move(one));
  }
  places.height = std::max(left, tall) + 12;
  // The shorter side is spread over the height of the longer.
  const auto n = static_cast<double>(std::max<std::size_t>(2, places.sectors.size()) - 1);
  const double spare = std::max(0.0, left - tall) / n;
  for (std::size_t s = 0; s < places.sectors.size(); ++s) places.sectors[s].y += 26 + spare * static_cast<double>(s);
  return places;
}

}  // namespace

void BlockWriter::Draw(const Network& network) {
  const Places places = Place(network);
  const std::string title = AnchorOf(network.id) + "-t";
  const auto svg = html_.In("svg", {{"class", "whosvg"},
                                    {"viewBox", fmt::format("0 0 1176 {:.0f}", places.height)},
                                    {"role", "img"},
                                    {"aria-labelledby", title}});
  html_.Leaf("title", {{"id", title}}, network.description);
  const auto text = [&](double x, double y, const char* style, const std::string& words, bool end = false,
                        const std::string& language = {}) {
    html_.Leaf("text",
               {{"class", style}, {"x", Of(x)}, {"y", Of(y)}, {"text-anchor", end ? "end" : ""}, {"lang", language}},
               words);
  };
  const auto lines = [&](double x, double y, const char* style, const std::vector<std::string>& words, bool end,
                         const std::string& language = {}) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      text(x, y + kLine * static_cast<double>(i), style, words[i], end, language);
    }
  };
  for (const bool dark : {false, true}) {  // what is on record lies above
    for (const Network::Line& line : network.lines) {
      if (line.kind.has_value() != dark) continue;
      const Network::Member& member = network.members[line.member];
      const double from = places.members[line.member].y;
      const double to = places.sectors[line.sector].y;
      const std::string style = dark ? StyleOf(*line.kind) : "l told " + HueOf(network.groups[member.group].hue);
      html_.Leaf("path",
                 {{"class", style},
                  {"d", fmt::format("M{:g} {:.1f}C590 {:.1f} 640 {:.1f} {:g} {:.1f}", kCaseX + 6, from, from, to,
                                    kSectorX - 7, to)}},
                 "");
    }
  }
  for (std::size_t g = 0; g < network.groups.size(); ++g) {
    const Places::Group& group = places.groups[g];
    html_.Leaf("rect",
               {{"class", "regbar " + HueOf(network.groups[g].hue)},
                {"x", "0"},
                {"y", Of(group.top)},
                {"width", "6"},
                {"height", Of(group.bottom - group.top)}},
               "");
    lines(18, group.top + 19, "b", group.lines, false);
  }
  for (std::size_t m = 0; m < network.members.size(); ++m) {
    const Places::Member& member = places.members[m];
    const double first = member.y + 5 - kLine * static_cast<double>(member.lines.size() - 1) / 2;
    lines(kCaseX - 16, first, "", member.lines, true);
    html_.Leaf("circle",
               {{"class", HueOf(network.groups[network.members[m].group].hue)},
                {"cx", Of(kCaseX)},
                {"cy", Of(member.y)},
                {"r", "6"}},
               "");
  }
  for (std::size_t s = 0; s < network.sectors.size(); ++s) {
    const Places::Sector& place = places.sectors[s];
    const Network::Sector& sector = network.sectors[s];
    html_.Leaf("circle",
               {{"class", sector.on_record ? "sec" : "sec0"},
                {"cx", Of(kSectorX)},
                {"cy", Of(place.y)},
                {"r", Of(std::min(11.0, 5.0 + sector.cases))}},
               "");
    lines(kSectorX + 23, place.y - 1, "b", place.label, false, sector.label.language);
    lines(kSectorX + 23, place.y - 1 + kLine * static_cast<double>(place.label.size()), "m", place.note, false);
  }
}

void BlockWriter::operator()(const Network& network) {
  {
    const auto figure = html_.In("figure", {{"id", AnchorOf(network.id)}});
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}}, network.title);
      html_.Leaf("p", {{"class", "fig-s"}}, network.subtitle);
      const auto key = html_.In("ul", {{"class", "key kinds"}});
      const auto one = [&](const std::string& style, const std::string& label) {
        const auto item = html_.In("li");
        {
          const auto svg = html_.In("svg", {{"class", "whokey"}, {"viewBox", "0 0 44 8"}, {"aria-hidden", "true"}});
          html_.Leaf("path", {{"class", style}, {"d", "M2 4H42"}}, "");
        }
        html_.Text(label);
      };
      bool told = false;
      for (const model::TieKind kind : kKinds) {
        const bool used = std::ranges::any_of(network.lines, [&](const auto& line) { return line.kind == kind; });
        if (used) one(StyleOf(kind), Label(kind, t));
      }
      for (const Network::Line& line : network.lines) told = told || !line.kind;
      if (told) one("l told none", t("told in a passage"));
    }
    Draw(network);
    const auto list = html_.In("ul", {{"class", "whom phone-only"}});
    for (const Network::Record& record : network.records) {
      const auto item = html_.In("li");
      {
        const auto who = html_.In("p");
        {
          const auto name = html_.In("b");
          Put(record.who);
        }
        html_.Leaf("span", {{"class", "cap"}}, record.where);
      }
      const auto partner = html_.In("p", {{"class", "sans"}});
      Put(record.partner);
      const auto about = html_.In("span", {{"class", "cap"}});
      Put(record.about);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Dots& dots) {
  {
    const std::string title = AnchorOf(dots.id) + "-t";
    const auto figure = html_.In("figure", {{"id", AnchorOf(dots.id)}, {"aria-labelledby", title}});
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}, {"id", title}}, dots.title);
      html_.Leaf("p", {{"class", "fig-s"}}, dots.subtitle);
    }
    const auto all = html_.In("div", {{"class", fmt::format("mx dotm n{}", dots.columns.size())}});
    {
      const auto head = html_.In("div", {{"class", "mx-head"}, {"aria-hidden", "true"}});
      html_.Leaf("div", {}, dots.head);
      for (const Matrix::Column& column : dots.columns) {
        const auto one = html_.In("div", {{"class", "rg " + HueOf(column.hue)}});
        html_.Text(Capital(column.label));
        html_.Leaf("small", {}, column.note);
      }
    }
    const auto rows = html_.In("ol");
    for (const Dots::Row& row : dots.rows) {
      const auto item = html_.In("li", {{"class", "mx-row"}});
      {
        const auto label = html_.In("div", {{"class", "mx-l"}});
        Put(row.label);
      }
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const Dots::Cell& cell = row.cells[c];
        const Matrix::Column& column = dots.columns[c];
        const auto square = html_.In("div", {{"class", "cell " + HueOf(column.hue)}});
        if (cell.on_record + cell.told == 0) {
          html_.Leaf("span", {{"class", "vh"}}, column.label + t.Colon() + t("none"));
          html_.Leaf("i", {{"class", "mk none"}}, "");
          continue;
        }
        const auto kind = [&](int n, const char* mark, const Target& target, const std::string& words) {
          if (n == 0) return;
          const auto inside = [&] {
            html_.Leaf("span", {{"class", "vh"}}, column.label + t.Colon() + words);
            for (int i = 0; i < std::min(n, kMaxDots); ++i) html_.Leaf("i", {{"class", mark}}, "");
            if (n > kMaxDots) html_.Leaf("b", {{"aria-hidden", "true"}}, std::to_string(n));
          };
          if (Leads(target)) {
            const auto link = html_.In("a", {{"class", "mks"}, {"href", HrefOf(target, page_)}});
            inside();
          } else {
            const auto plain = html_.In("span", {{"class", "mks"}});
            inside();
          }
        };
        kind(cell.on_record, "mk f", cell.record_target, OnRecord(cell.on_record, t));
        kind(cell.told, "mk", cell.told_target, ToldInPassages(cell.told, t));
      }
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const RegionLists& lists) {
  {
    const auto all = html_.In("ul", {{"class", "multi"}});
    for (const RegionLists::List& list : lists.lists) {
      const auto region = html_.In("li", {{"class", HueOf(list.hue)}});
      {
        const auto head = html_.In("h3");
        Put(list.label);
      }
      if (!list.count.number.empty()) {
        const auto count = html_.In("p", {{"class", "bigno"}});
        Big(list.count);
      }
      if (!list.items.empty()) {
        const auto items = html_.In("ul");
        for (const RegionLists::Item& item : list.items) {
          const auto li = html_.In("li");
          if (item.strong) {
            const auto strong = html_.In("b");
            Put(item.text);
          } else {
            Put(item.text);
          }
          if (item.about.empty()) continue;
          html_.Void("br");
          html_.Leaf("span", {{"class", "muted"}}, item.about);
        }
      }
      if (!list.foot.empty()) html_.Leaf("p", {{"class", "src"}}, list.foot);
    }
  }
  html_.Line();
}

}  // namespace commonground::publish
