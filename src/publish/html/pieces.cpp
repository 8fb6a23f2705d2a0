// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Squares, cards and lists of numbers.  Every figure is a list of links with words for those who do not see it; a
// square says nothing that the count beside it does not.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"
#include "publish/titles.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kMaxSquares = 40;  // in a row; more are only counted
constexpr std::size_t kManySquares = 8;  // wrap on a phone

}  // namespace

std::string BlockWriter::HueOf(int hue) {
  static constexpr std::array<const char*, 5> kRegions{"africa", "asia", "europe", "latin", "north"};
  if (hue == kNoHue) return "none";
  return hue == kLawHue ? "law" : kRegions[static_cast<std::size_t>(hue) % kRegions.size()];
}

void BlockWriter::Squares(const std::vector<Mark>& squares) {
  for (const Mark mark : squares) {
    switch (mark) {
      case Mark::kTold:
        html_.Leaf("i", {{"class", "sq f"}}, "");
        break;
      case Mark::kSilent:
        html_.Leaf("i", {{"class", "sq"}}, "");
        break;
      case Mark::kNotCoded:
        html_.Leaf("i", {{"class", "sq u"}}, "");
        break;
      case Mark::kNoCase:
        html_.Leaf("i", {{"class", "sq x"}}, "");
        break;
    }
  }
}

// "15" large, " of 21 cases" small; a link when it leads somewhere.
void BlockWriter::Big(const Tally& tally) {
  const auto inside = [&] {
    html_.Text(tally.number);
    if (!tally.of.empty()) html_.Leaf("small", {}, tally.of);
  };
  if (!Leads(tally.target)) return inside();
  const auto link = html_.In("a", {{"class", "n"}, {"href", HrefOf(tally.target, page_)}});
  inside();
}

void BlockWriter::CountOf(const Span& count) {
  if (Leads(count.target)) {
    html_.Leaf("a", {{"class", "n k"}, {"href", HrefOf(count.target, page_)}}, count.text);
  } else {
    html_.Leaf("span", {{"class", "k"}}, count.text);
  }
}

void BlockWriter::Put(const StripList& list) {
  if (!list.title.empty()) {
    const auto head = html_.In("p", {{"class", "ub-h"}});
    html_.Text(list.title);
    html_.Text(" ");
    html_.Leaf("span", {}, list.note);
  }
  const bool compared = std::ranges::any_of(list.rows, [](const Strip& strip) { return !strip.beside.empty(); });
  const bool many =
      std::ranges::any_of(list.rows, [](const Strip& strip) { return strip.squares.size() > kManySquares; });
  const bool pair = many && list.rows.size() == 2 && !compared;
  const auto all = html_.In("ul", {{"class", compared ? "ub here" : (pair ? "ub pair" : (many ? "ub many" : "ub"))}});
  for (const Strip& strip : list.rows) {
    const auto item = html_.In("li");
    {
      const auto label = html_.In("span", {{"class", compared ? "lk" : ""}});
      Put(WithCapital(strip.label));
    }
    {
      const auto row = html_.In("span", {{"class", "row " + HueOf(strip.hue)}, {"aria-hidden", "true"}});
      if (strip.squares.size() <= kMaxSquares) Squares(strip.squares);
    }
    CountOf(strip.count);
    if (compared) html_.Leaf("span", {{"class", "else"}}, strip.beside);
  }
}

void BlockWriter::operator()(const Strips& strips) {
  if (strips.folded) {
    for (const StripList& list : strips.lists) {
      const auto fold = html_.In("details", {{"class", "fold strips"}});
      html_.Leaf("summary", {}, list.title);
      Put(StripList{{}, {}, list.rows});
    }
  } else {
    const auto two = html_.In("div", {{"class", strips.lists.size() > 1 ? "two" : ""}});
    for (const StripList& list : strips.lists) {
      const auto figure = html_.In("div", {{"class", "strips"}});
      Put(list);
    }
  }
  html_.Line();
}

namespace {

constexpr int kLeft = 20;
constexpr int kRight = 620;
constexpr int kMiddle = 320;
constexpr int kTop = 30;
constexpr int kRim = 330;

// A point of the umbrella's seam `x` at height 0 (rim) to 1 (top): seams are halves of ellipses.
double SeamX(double seam, double up) {
  return kMiddle + (seam - kMiddle) * std::sqrt(std::max(0.0, 1 - up * up));
}

std::string PanelPath(double left, double right) {
  const auto arc = [](double seam) { return std::abs(seam - kMiddle); };
  const double middle = (left + right) / 2;
  return fmt::format("M{:g} {}A{:g} 300 0 0 {} {} {}A{:g} 300 0 0 {} {:g} {}Q{:g} 272 {:g} {}Z", left, kRim, arc(left),
                     left < kMiddle ? 1 : 0, kMiddle, kTop, arc(right), right < kMiddle ? 0 : 1, right, kRim, middle,
                     left, kRim);
}

}  // namespace

void BlockWriter::Umbrella(const Cover& cover) {
  const auto figure = html_.In("figure", {{"class", "right"}});
  {
    const auto svg =
        html_.In("svg", {{"class", "umb"}, {"viewBox", "0 0 640 440"}, {"role", "img"}, {"aria-labelledby", "umb-t"}});
    html_.Leaf("title", {{"id", "umb-t"}}, cover.description);
    const auto panels = std::max<std::size_t>(1, cover.panels.size());
    const double width = static_cast<double>(kRight - kLeft) / static_cast<double>(panels);
    for (std::size_t i = 0; i < cover.panels.size(); ++i) {
      const double left = kLeft + width * static_cast<double>(i);
      html_.Leaf("path", {{"class", i % 2 == 0 ? "p1" : "p2"}, {"d", PanelPath(left, left + width)}}, "");
      const Cover::Panel& panel = cover.panels[i];
      const int dots = std::min(panel.of, 12);
      for (int dot = 0; dot < dots; ++dot) {
        const double up = 0.31 + 0.55 * dot / std::max(1, dots - 1);
        const double x = SeamX(left + width / 2, up);
        html_.Leaf("circle",
                   {{"class", dot < panel.filled ? "d" : "d0"},
                    {"cx", fmt::format("{:.1f}", x)},
                    {"cy", fmt::format("{:.1f}", kRim - 300 * up)},
                    {"r", fmt::format("{:.1f}", 11.5 - 3.5 * up)}},
                   "");
      }
    }
    html_.Leaf("path", {{"class", "stick"}, {"d", "M320 8V30M320 300V398A24 24 0 0 0 368 398"}}, "");
  }
  {
    const auto list = html_.In("ul", {{"class", "umb-l"}});
    for (const Cover::Panel& panel : cover.panels) {
      const auto item = html_.In("li");
      html_.Leaf("b", {}, panel.note);
      html_.Text(" " + panel.label);
    }
  }
  html_.Leaf("figcaption", {{"class", "umb-cap"}}, cover.caption);
}

void BlockWriter::operator()(const Cover& cover) {
  {
    const auto all = html_.In("section", {{"class", "cover grid"}});
    {
      const auto left = html_.In("div", {{"class", "left"}});
      if (!cover.over.empty()) html_.Leaf("p", {{"class", "over"}}, cover.over);
      html_.Leaf("h1", {{"lang", cover.language}}, cover.title);
      if (!cover.subtitle.empty()) html_.Leaf("p", {{"class", "sub"}, {"lang", cover.language}}, cover.subtitle);
      const auto answer = html_.In("p", {{"class", "answer"}});
      Put(cover.answer);
    }
    Umbrella(cover);
    const auto numbers = html_.In("dl", {{"class", "keynos"}});
    for (const Tally& tally : cover.numbers) {
      const auto one = html_.In("div");
      {
        const auto term = html_.In("dt");
        Put(tally.text);
      }
      const auto number = html_.In("dd");
      Big(tally);
    }
  }
  html_.Line();
}

namespace {

bool HasSquares(const StripList& list) {
  return !list.rows.empty();
}

}  // namespace

// The same squares as columns, without labels: the sentence beside them says how many groups.
void BlockWriter::Glyph(const StripList& list) {
  if (!HasSquares(list)) return;
  const auto one = html_.In("div");
  {
    const auto glyph = html_.In("span", {{"class", "gl"}, {"aria-hidden", "true"}});
    for (const Strip& strip : list.rows) {
      const auto column = html_.In("span", {{"class", HueOf(strip.hue)}});
      if (strip.squares.size() <= kMaxSquares / 2) Squares(strip.squares);
    }
  }
  html_.Leaf("span", {}, list.note);
}

void BlockWriter::Put(const Card& card, bool leads) {
  const auto head = [&] {
    {
      const auto kind = html_.In("p", {{"class", "kind"}});
      html_.Leaf("b", {}, Capital(card.kind));
      html_.Text(card.kind_note.empty() ? "" : " · " + card.kind_note);
    }
    const auto title = html_.In("h3");
    Put(card.title);
  };
  const auto number = [&] {
    const auto big = html_.In("p", {{"class", "bigno"}});
    Big(card.count);
  };
  const auto paragraph = [&](const Spans& spans, const char* style) {
    if (spans.empty()) return;
    const auto p = html_.In("p", {{"class", style}});
    Put(spans);
  };
  if (leads) {
    const auto all = html_.In("article", {{"class", "lead-card"}});
    {
      const auto a = html_.In("div", {{"class", "a"}});
      head();
      number();
      paragraph(card.text, "");
      paragraph(card.foot, "card-foot");
    }
    const auto b = html_.In("div", {{"class", "b"}});
    for (const StripList* list : {&card.regions, &card.laws}) {
      if (!HasSquares(*list)) continue;
      const auto one = html_.In("div");
      Put(*list);
    }
    return;
  }
  const auto all = html_.In("article", {{"class", "card"}});
  {
    const auto first = html_.In("div");
    head();
  }
  {
    const auto numbers = html_.In("div", {{"class", "nums"}});
    number();
    const auto holds = html_.In("div", {{"class", "holds"}});
    Glyph(card.regions);
    Glyph(card.laws);
  }
  const auto last = html_.In("div");
  paragraph(card.text, "card-text");
  paragraph(card.foot, "card-foot");
}

void BlockWriter::operator()(const Cards& cards) {
  if (cards.cards.empty()) return;
  Put(cards.cards.front(), true);
  {
    const auto all = html_.In("div", {{"class", "cards"}});
    for (std::size_t i = 1; i < cards.cards.size(); ++i) Put(cards.cards[i], false);
  }
  html_.Line();
}

void BlockWriter::operator()(const Numbers& numbers) {
  {
    const auto list = html_.In("ul", {{"class", "miss"}});
    for (const Tally& tally : numbers.rows) {
      const auto item = html_.In("li");
      {
        const auto number = html_.In("b");
        Big(tally);
      }
      const auto text = html_.In("p");
      Put(tally.text);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Ways& ways) {
  {
    const auto all = html_.In("div", {{"class", "ways"}});
    for (const Ways::List& list : ways.lists) {
      const auto one = html_.In("div");
      html_.Leaf("h3", {}, list.title);
      {
        const auto items = html_.In("ul", {{"class", list.run_on ? "inl" : ""}});
        for (const Ways::Item& item : list.items) {
          const auto li = html_.In("li");
          Put(WithCapital(item.label));
          if (!item.count.empty()) html_.Leaf("span", {{"class", "k"}}, item.count);
        }
      }
      if (list.more.empty()) continue;
      const auto more = html_.In("p", {{"class", "more"}});
      Put(list.more);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Bars& bars) {
  {
    const auto list = html_.In("ul", {{"class", "bars"}});
    for (const Bars::Row& row : bars.rows) {
      const auto item = html_.In("li");
      {
        const auto label = html_.In("span");
        Put(row.label);
        if (row.harm) html_.Leaf("span", {{"class", "muted"}}, " · " + t("harm"));
      }
      {
        const std::string of = std::to_string(std::max(1, row.of));
        const auto svg = html_.In(
            "svg", {{"viewBox", "0 0 " + of + " 1"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
        html_.Leaf("rect", {{"class", "rest"}, {"width", of}, {"height", "1"}}, "");
        html_.Leaf("rect", {{"class", row.harm ? "red" : ""}, {"width", std::to_string(row.value)}, {"height", "1"}},
                   "");
      }
      CountOf(row.count);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Steps& steps) {
  {
    const auto figure = html_.In("figure");
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("p", {{"class", "fig-t"}}, steps.title);
    }
    const auto list = html_.In("ol", {{"class", "flow"}});
    for (const Steps::Step& step : steps.steps) {
      const auto item = html_.In("li");
      if (!step.phase.empty()) html_.Leaf("p", {{"class", "fl-p"}}, step.phase);
      {
        const auto main = html_.In("p", {{"class", "fl-m"}});
        html_.Leaf("b", {}, std::to_string(step.number));
        html_.Leaf("span", {}, step.text);
      }
      if (!step.left.empty()) html_.Leaf("p", {{"class", "fl-s"}}, step.left);
    }
  }
  html_.Line();
}

}  // namespace commonground::publish
