// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What html/style.css says of the marks of a figure, as attributes.
#include "publish/html/svg_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "publish/html/language.h"
#include "publish/html/markup.h"
#include "publish/html/svg_text.h"

namespace commonground::publish {

namespace {

constexpr double kPictureEdge = 20;
constexpr double kMinPictureWidth = 560;  // wide enough for its title
constexpr const char* kPicturePaper = "#fdfcf9";
constexpr const char* kPictureInk = "#1b1918";
constexpr const char* kPictureMuted = "#57524e";
constexpr const char* kPictureHair = "#ddd6cc";
constexpr const char* kPictureLine = "#8f877e";
constexpr const char* kPictureFonts = "Noto Sans, Segoe UI, Roboto, Noto Sans CJK SC, sans-serif";

struct MarkLook {
  std::string_view style;
  const char* fill;
  const char* stroke = "";
  const char* width = "";
  const char* dashes = "";
};
constexpr MarkLook kMarkLooks[] = {
    {"q0", "#f3efe8"},
    {"q1", "#e0e5ee"},
    {"q2", "#bac5d8"},
    {"q3", "#8d9dbc"},
    {"q4", "#556890"},
    {"q5", "#2b3c62"},
    {"bubble q1", "#e0e5ee", "#556890", "1.25"},
    {"bubble q2", "#bac5d8", "#556890", "1.25"},
    {"bubble q3", "#8d9dbc", "#2b3c62", "1.25"},
    {"none", kPicturePaper, kPictureHair, "1"},
    {"empty", "none", kPictureMuted, "1", "3 3"},
    {"hatched", "url(#hatch)", kPictureLine, "1"},
    {"ring", "none", kPictureLine, "1.5"},
    {"dark", kPictureInk, kPictureInk, "1"},
    {"dot", kPictureInk},
    {"whisker", "", kPictureInk, "2"},
    {"axis", "", kPictureMuted, "1", "2 3"},
    {"hair", "", kPictureHair, "1"},
    {"hue-0", "#0072b2"},
    {"hue-1", "#e69f00"},
    {"hue-2", "#009e73"},
    {"hue-3", "#cc79a7"},
    {"hue-4", "#56b4e9"},
    {"hue-law", "#556890"},
};

MarkLook MarkLookOf(const std::string& style) {
  const auto* const found = std::ranges::find(kMarkLooks, style, &MarkLook::style);
  return found == std::end(kMarkLooks) ? MarkLook{style, "none", kPictureLine, "1"} : *found;
}

bool HasWord(std::string_view style, std::string_view word) {
  const std::size_t at = style.find(word);
  return at != std::string_view::npos;
}

std::string InDigits(double value) {
  return fmt::format("{:g}", value);
}

class PictureWriter {
 public:
  explicit PictureWriter(Markup& svg) : svg_(svg) {}

  void Text(double x, double y, const std::string& text, const std::string& style, const std::string& anchor) {
    const bool small = HasWord(style, "small");
    svg_.Leaf("text",
              {{"x", InDigits(x)},
               {"y", InDigits(y)},
               {"text-anchor", anchor == "start" ? "" : anchor},
               {"font-size", HasWord(style, "title") ? "18"
                             : small                 ? "12"
                                                     : "13"},
               {"font-weight", HasWord(style, "bold") || HasWord(style, "title") ? "700" : ""},
               {"fill", HasWord(style, "on-dark")          ? "#ffffff"
                        : small && !HasWord(style, "bold") ? kPictureMuted
                                                           : kPictureInk}},
              text);
  }
  void Put(const Shape& shape) {
    if (shape.kind == Shape::Kind::kText) return Text(shape.x, shape.y, shape.text, shape.style, shape.anchor);
    const MarkLook look = MarkLookOf(shape.style);
    switch (shape.kind) {
      case Shape::Kind::kRect:
        svg_.Leaf("rect",
                  {{"x", InDigits(shape.x)},
                   {"y", InDigits(shape.y)},
                   {"width", InDigits(shape.width)},
                   {"height", InDigits(shape.height)},
                   {"rx", shape.style == "dot" ? "5" : ""},
                   {"fill", look.fill},
                   {"stroke", look.stroke},
                   {"stroke-width", look.width},
                   {"stroke-dasharray", look.dashes}},
                  "");
        break;
      case Shape::Kind::kCircle:
        svg_.Leaf("circle",
                  {{"cx", InDigits(shape.x)},
                   {"cy", InDigits(shape.y)},
                   {"r", fmt::format("{:.4g}", shape.width / 2)},
                   {"fill", look.fill},
                   {"stroke", look.stroke},
                   {"stroke-width", look.width}},
                  "");
        break;
      case Shape::Kind::kLine:
        svg_.Leaf("line",
                  {{"x1", InDigits(shape.x)},
                   {"y1", InDigits(shape.y)},
                   {"x2", InDigits(shape.x + shape.width)},
                   {"y2", InDigits(shape.y + shape.height)},
                   {"stroke", look.stroke},
                   {"stroke-width", look.width},
                   {"stroke-dasharray", look.dashes}},
                  "");
        break;
      case Shape::Kind::kText:
        break;
    }
  }

 private:
  Markup& svg_;
};

}  // namespace

std::string SvgFileOf(const Figure& figure, const std::vector<std::string>& foot, const std::string& language) {
  const double inner = std::max(figure.width, kMinPictureWidth);
  const double width = inner + 2 * kPictureEdge;
  const auto title = LinesOf(figure.title, inner / 18);
  const auto subtitle = figure.subtitle.empty() ? std::vector<std::string>() : LinesOf(figure.subtitle, inner / 12);
  std::vector<std::string> below;
  for (const std::string& one : foot) {
    for (std::string& line : LinesOf(one, inner / 12)) below.push_back(std::move(line));
  }
  const double head = static_cast<double>(title.size()) * 24 + static_cast<double>(subtitle.size()) * 16 + 14;
  const double height =
      kPictureEdge + head + figure.height + 10 + static_cast<double>(below.size()) * 16 + kPictureEdge;

  Markup svg;
  {
    const auto all = svg.In("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                                    {"xml:lang", language},
                                    {"role", "img"},
                                    {"aria-labelledby", "title desc"},
                                    {"viewBox", "0 0 " + InDigits(width) + " " + InDigits(height)},
                                    {"width", InDigits(width)},
                                    {"height", InDigits(height)},
                                    {"font-family", kPictureFonts}});
    svg.Leaf("title", {{"id", "title"}}, figure.title);
    svg.Leaf("desc", {{"id", "desc"}}, figure.description);
    {
      const auto defs = svg.In("defs");
      const auto pattern =
          svg.In("pattern", {{"id", "hatch"}, {"width", "6"}, {"height", "6"}, {"patternUnits", "userSpaceOnUse"}});
      svg.Leaf("path", {{"d", "M0 6L6 0"}, {"stroke", kPictureHair}, {"stroke-width", "1.5"}}, "");
    }
    svg.Leaf("rect", {{"width", InDigits(width)}, {"height", InDigits(height)}, {"fill", kPicturePaper}}, "");
    svg.Line();
    PictureWriter drawing(svg);
    double y = kPictureEdge + 16;
    for (const std::string& line : title) {
      drawing.Text(kPictureEdge, y, line, "title", "start");
      y += 24;
    }
    y -= 4;
    for (const std::string& line : subtitle) {
      drawing.Text(kPictureEdge, y, line, "small", "start");
      y += 16;
    }
    svg.Line();
    {
      const auto shapes = svg.In(
          "g", {{"transform", "translate(" + InDigits(kPictureEdge) + " " + InDigits(kPictureEdge + head) + ")"}});
      for (const Shape& shape : figure.shapes) drawing.Put(shape);
    }
    svg.Line();
    y = kPictureEdge + head + figure.height + 10 + 12;
    for (const std::string& line : below) {
      drawing.Text(kPictureEdge, y, line, "small", "start");
      y += 16;
    }
  }
  svg.Line();
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.Take();
}

}  // namespace commonground::publish
