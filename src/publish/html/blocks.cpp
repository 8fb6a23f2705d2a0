// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes each kind of block as elements.

#include "publish/html/blocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "publish/html/address.h"
#include "publish/html/language.h"

namespace commonground::publish {

namespace {

constexpr const char* kOut = "noopener noreferrer";

std::string_view RelOf(const Target& target) {
  return std::holds_alternative<WebTarget>(target) ? kOut : std::string_view();
}

std::string Number(double value) {
  return fmt::format("{:g}", value);
}

std::string HeadingTag(int level) {
  return "h" + std::to_string(std::clamp(level, 2, 6));
}

}  // namespace

void BlockWriter::Put(const Span& span) {
  const std::string direction = DirectionOf(span.language);
  if (Leads(span.target)) {
    html_.Leaf("a",
               {{"href", HrefOf(span.target, page_)},
                {"class", span.style},
                {"lang", span.language},
                {"dir", direction},
                {"rel", RelOf(span.target)}},
               span.text);
  } else if (!span.style.empty() || !span.language.empty()) {
    html_.Leaf("span", {{"class", span.style}, {"lang", span.language}, {"dir", direction}}, span.text);
  } else {
    html_.Text(span.text);
  }
}

void BlockWriter::Put(const Spans& spans) {
  for (const Span& span : spans) Put(span);
}

void BlockWriter::operator()(const Heading& heading) {
  const std::string direction = DirectionOf(heading.language);
  html_.Leaf(HeadingTag(heading.level),
             {{"id", heading.level == 2 ? "" : AnchorOf(heading.id)}, {"lang", heading.language}, {"dir", direction}},
             heading.text);
  html_.Line();
}

void BlockWriter::operator()(const Paragraph& paragraph) {
  {
    const auto p = html_.In("p", {{"class", paragraph.style}});
    Put(paragraph.spans);
  }
  html_.Line();
}

void BlockWriter::operator()(const Bullets& bullets) {
  {
    const auto list = html_.In("ul", {{"class", bullets.style}});
    for (const Spans& item : bullets.items) {
      const auto li = html_.In("li");
      Put(item);
    }
  }
  html_.Line();
}

namespace {
constexpr std::size_t kWideTable = 6;  // too many for a tablet: its rows are cards there too
}

void BlockWriter::PutTable(const Table& table) {
  const std::string id = AnchorOf(table.id);
  const auto wide = html_.In(
      "div", {{"class", "scroll"}, {"role", "region"}, {"tabindex", "0"}, {"aria-labelledby", id + "-caption"}});
  const auto body =
      html_.In("table", {{"id", id}, {"class", table.head.size() >= kWideTable ? "cardtable many" : "cardtable"}});
  html_.Leaf("caption", {{"id", id + "-caption"}, {"class", table.caption == under_ ? "vh" : ""}}, table.caption);
  {
    const auto head = html_.In("thead");
    const auto row = html_.In("tr");
    for (const std::string& text : table.head) html_.Leaf("th", {{"scope", "col"}}, text);
  }
  const auto rows = html_.In("tbody");
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto row = html_.In("tr", {{"id", r < table.numbers.size() ? AnchorOf(table.numbers[r]) : ""}});
    for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
      // On a phone a row is a card, and each value says what it is.
      const auto cell = c == 0 ? html_.In("th", {{"scope", "row"}})
                               : html_.In("td", {{"data-l", c < table.head.size() ? table.head[c] : ""}});
      if (c == 0) {
        Put(table.rows[r][c]);
      } else {
        const auto value = html_.In("span");
        Put(table.rows[r][c]);
      }
    }
  }
}

void BlockWriter::operator()(const Table& table) {
  if (table.folded) {
    const auto fold = html_.In("details", {{"class", "twin"}});
    html_.Leaf("summary", {}, t("The same as a table"));
    PutTable(table);
  } else {
    PutTable(table);
  }
  html_.Line();
}

void BlockWriter::operator()(const Figure& figure) {
  const std::string id = AnchorOf(figure.id);
  const std::string title = id + "-title";
  // A picture hides what is in it from screen readers; one with links is a group.
  const bool linked = std::ranges::any_of(figure.shapes, [](const Shape& shape) { return Leads(shape.target); });
  {
    const auto all = html_.In("figure", {{"id", id}});
    {
      const auto caption = html_.In("figcaption");
      html_.Leaf("strong", {}, figure.title);
      html_.Void("br");
      html_.Text(figure.subtitle);
    }
    const auto wide =
        html_.In("div", {{"class", "wide"}, {"role", "region"}, {"tabindex", "0"}, {"aria-labelledby", title}});
    const auto svg = html_.In("svg", {{"role", linked ? "group" : "img"},
                                      {"aria-labelledby", title + " " + id + "-desc"},
                                      {"viewBox", "0 0 " + Number(figure.width) + " " + Number(figure.height)},
                                      {"width", Number(figure.width)},
                                      {"height", Number(figure.height)}});
    html_.Leaf("title", {{"id", title}}, figure.title);
    html_.Leaf("desc", {{"id", id + "-desc"}}, figure.description);
    {
      const auto defs = html_.In("defs");
      const auto pattern = html_.In("pattern", {{"id", id + "-hatch"},
                                                {"class", "hatch"},
                                                {"width", "6"},
                                                {"height", "6"},
                                                {"patternUnits", "userSpaceOnUse"}});
      html_.Leaf("path", {{"d", "M0 6L6 0"}}, "");
    }
    for (const Shape& shape : figure.shapes) {
      if (Leads(shape.target)) {
        const auto link = html_.In("a", {{"href", HrefOf(shape.target, page_)}, {"aria-label", shape.label}});
        Put(shape, id);
      } else {
        Put(shape, id);
      }
    }
  }
  html_.Line();
  if (!figure.twin.rows.empty()) (*this)(figure.twin);
}

void BlockWriter::Put(const Shape& shape, const std::string& figure) {
  switch (shape.kind) {
    case Shape::Kind::kRect:
      html_.Leaf("rect",
                 {{"x", Number(shape.x)},
                  {"y", Number(shape.y)},
                  {"width", Number(shape.width)},
                  {"height", Number(shape.height)},
                  {"class", shape.style},
                  {"fill", shape.style == "hatched" ? "url(#" + figure + "-hatch)" : ""}},
                 "");
      break;
    case Shape::Kind::kLine:
      html_.Leaf("line",
                 {{"x1", Number(shape.x)},
                  {"y1", Number(shape.y)},
                  {"x2", Number(shape.x + shape.width)},
                  {"y2", Number(shape.y + shape.height)},
                  {"class", shape.style}},
                 "");
      break;
    case Shape::Kind::kCircle:
      html_.Leaf(
          "circle",
          {{"cx", Number(shape.x)}, {"cy", Number(shape.y)}, {"r", Number(shape.width / 2)}, {"class", shape.style}},
          "");
      break;
    case Shape::Kind::kText:
      html_.Leaf(
          "text",
          {{"x", Number(shape.x)}, {"y", Number(shape.y)}, {"text-anchor", shape.anchor}, {"class", shape.style}},
          shape.text);
      break;
  }
}

void BlockWriter::PutRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    if (run.marks == Run::kBreak) {
      html_.Void("br");
      continue;
    }
    const auto strong = [&] {
      if ((run.marks & Run::kCode) != 0) {
        html_.Leaf("code", {}, run.text);
      } else {
        html_.Text(run.text);
      }
    };
    const auto emphasised = [&] {
      if ((run.marks & Run::kStrong) == 0) return strong();
      const auto in = html_.In("strong");
      strong();
    };
    const auto linked = [&] {
      if ((run.marks & Run::kEmphasis) == 0) return emphasised();
      const auto in = html_.In("em");
      emphasised();
    };
    if (Leads(run.target)) {
      const auto in = html_.In("a", {{"href", HrefOf(run.target, page_)}, {"rel", RelOf(run.target)}});
      linked();
    } else {
      linked();
    }
  }
}

void BlockWriter::Put(const std::vector<ProseBlock>& blocks) {
  for (const ProseBlock& block : blocks) {
    switch (block.kind) {
      case ProseBlock::Kind::kParagraph: {
        const auto in = html_.In("p");
        PutRuns(block.runs);
        break;
      }
      case ProseBlock::Kind::kHeading: {
        const std::string tag = HeadingTag(block.level);
        const auto in = html_.In(tag);
        PutRuns(block.runs);
        break;
      }
      case ProseBlock::Kind::kCode: {
        const auto in = html_.In("pre");
        PutRuns(block.runs);
        break;
      }
      case ProseBlock::Kind::kBullets: {
        const auto in = html_.In("ul");
        Put(block.children);
        break;
      }
      case ProseBlock::Kind::kNumbers: {
        const auto in = html_.In("ol", {{"start", block.start == 1 ? "" : std::to_string(block.start)}});
        Put(block.children);
        break;
      }
      case ProseBlock::Kind::kItem: {
        const auto in = html_.In("li");
        PutRuns(block.runs);
        Put(block.children);
        break;
      }
      case ProseBlock::Kind::kQuote: {
        const auto in = html_.In("blockquote");
        Put(block.children);
        break;
      }
      case ProseBlock::Kind::kRule:
        html_.Void("hr");
        break;
    }
  }
}

void BlockWriter::operator()(const Prose& prose) {
  {
    const auto in =
        html_.In("div", {{"class", "prose"}, {"lang", prose.language}, {"dir", DirectionOf(prose.language)}});
    Put(prose.blocks);
  }
  html_.Line();
}

void BlockWriter::operator()(const SourceEntry& source) {
  {
    const auto item = html_.In("div", {{"class", "src1"}, {"id", AnchorOf(source.at)}});
    html_.Leaf("span", {{"class", "sno"}}, "[" + std::to_string(source.at.number) + "]");
    const auto text = html_.In("div");
    html_.Leaf("h3", {{"class", "sans"}}, source.title);
    const auto about = html_.In("p", {{"class", "muted"}});
    Put(source.about);
  }
  html_.Line();
}

void BlockWriter::operator()(const Sides& sides) {
  {
    const auto all = html_.In("section", {{"class", "sides"}, {"id", AnchorOf(sides.id)}});
    {
      const auto title = html_.In("h4");
      Put(sides.title);
    }
    const auto columns = html_.In("div", {{"class", "columns"}});
    for (const Side& side : sides.sides) {
      const auto one = html_.In("div", {{"class", "side"}});
      html_.Leaf("p", {{"class", "who"}}, side.heading);
      if (!side.state.empty()) html_.Leaf("p", {{"class", "state"}}, side.state);
      for (const Side::Given& given : side.quotes) {
        {
          const auto quote = html_.In("blockquote", {{"lang", given.language}, {"dir", DirectionOf(given.language)}});
          html_.Leaf("p", {}, given.text);
        }
        const auto note = html_.In("p", {{"class", "note"}});
        Put(given.label);
      }
    }
  }
  html_.Line();
}

}  // namespace commonground::publish
