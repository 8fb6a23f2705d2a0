// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page is a head and bands: a heading of level 2 begins one, with what follows beside or below it.  A cover and a
// quotation across the page are bands of their own; paragraphs of a case study with notes beside them stand in one
// grid.
#include <memory>

#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"
#include "publish/titles.h"

namespace commonground::publish {

namespace {

// What is open while a page is written: "<section><div>" of a band, "<div>" of paragraphs with notes.
class Bands {
 public:
  Bands(Markup& html, BlockWriter& write) : html_(html), write_(write) {}
  ~Bands() { CloseBand(); }
  Bands(const Bands&) = delete;
  Bands& operator=(const Bands&) = delete;

  void Add(const Block& block) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading != nullptr && heading->level == 2) return Begin(*heading);
    if (std::holds_alternative<Cover>(block) || std::holds_alternative<Pull>(block) ||
        std::holds_alternative<TwoPages>(block)) {
      CloseBand();
      std::visit(write_, block);
      return;
    }
    if (body_.empty()) Begin({});
    const bool passage = std::holds_alternative<Passage>(block);
    if (passage && prose_.empty()) prose_.emplace_back(new Markup::Scope(html_.In("div", {{"class", "prose"}})));
    if (!passage) prose_.clear();
    std::visit(write_, block);
  }

 private:
  void Begin(const Heading& heading) {
    CloseBand();
    write_.Under(heading.text);
    const bool wide = heading.layout == Heading::Layout::kWide || heading.text.empty();
    const char* style = heading.layout == Heading::Layout::kPanel ? "grid band panel" : "grid band";
    section_.emplace_back(new Markup::Scope(
        html_.In("section", {{"class", style}, {"id", heading.text.empty() ? "" : AnchorOf(heading.id)}})));
    if (!heading.text.empty()) {
      if (wide) {
        write_(heading);
        if (!heading.cap.empty()) {
          const auto cap = html_.In("p", {{"class", "under"}});
          write_.Put(heading.cap);
        }
      } else {
        const auto rail = html_.In("div", {{"class", "rail"}});
        write_(heading);
        if (!heading.cap.empty()) {
          const auto cap = html_.In("p", {{"class", "cap"}});
          write_.Put(heading.cap);
        }
      }
    }
    body_.emplace_back(new Markup::Scope(html_.In("div", {{"class", wide ? "" : "body"}})));
  }
  void CloseBand() {
    prose_.clear();
    body_.clear();
    section_.clear();
    html_.Line();
  }

  using Open = std::vector<std::unique_ptr<Markup::Scope>>;  // one or none
  Markup& html_;
  BlockWriter& write_;
  Open section_;
  Open body_;
  Open prose_;
};

}  // namespace

void BlockWriter::Put(const Page& page, const Head& head, int chapter) {
  if (chapter > 0 || !head.crumb.empty()) {
    const auto grid = html_.In("div", {{"class", "grid"}});
    const auto crumb = html_.In("p", {{"class", "crumb"}});
    if (head.crumb.empty()) html_.Text(t("Chapter {1}", chapter));
    Put(head.crumb);
  }
  const auto section = html_.In("section", {{"class", "grid head " + HueOf(head.hue)}});
  {
    const auto left = html_.In("div", {{"class", "left"}});
    if (!head.over.empty()) html_.Leaf("p", {{"class", "over"}}, head.over);
    html_.Leaf("h1", {{"lang", head.title_language}, {"dir", DirectionOf(head.title_language)}},
               head.title.empty() ? page.title : head.title);
    if (!head.answer.empty()) {
      const auto answer = html_.In("p", {{"class", "answer"}});
      Put(head.answer);
    }
    if (!head.consent.empty()) html_.Leaf("p", {{"class", "consent cons-h"}}, head.consent);
  }
  if (!head.tally.empty()) {
    const auto tally = html_.In("dl", {{"class", "right tally"}});
    for (std::size_t i = 0; i < head.tally.size(); ++i) {
      const auto one = html_.In("div", {{"class", i == 0 ? "big" : ""}});
      {
        const auto number = html_.In("dt");
        Big(head.tally[i]);
      }
      const auto text = html_.In("dd");
      Put(head.tally[i].text);
    }
  } else if (!head.count.number.empty()) {
    const auto right = html_.In("div", {{"class", "right"}});
    {
      const auto number = html_.In("p", {{"class", "bigno"}});
      Big(head.count);
    }
    const auto note = html_.In("p", {{"class", "answer sans muted said"}});
    Put(WithCapital(head.count_note));
  } else if (!head.strips.rows.empty()) {
    const auto right = html_.In("div", {{"class", "right prof"}});
    Put(head.strips);
    html_.Leaf("p", {{"class", "src"}},
               t("One square is one practice of the codebook. Empty: not told here, never “not done”."));
  }
}

void BlockWriter::Write(const Page& page, int chapter) {
  const bool has_cover = !page.blocks.empty() && (std::holds_alternative<Cover>(page.blocks.front()) ||
                                                  std::holds_alternative<TwoPages>(page.blocks.front()));
  if (!has_cover) Put(page, page.head, chapter);
  html_.Line();
  Bands bands(html_, *this);
  for (const Block& block : page.blocks) bands.Add(block);
}

}  // namespace commonground::publish
