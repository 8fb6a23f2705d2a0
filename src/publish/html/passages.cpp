// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People's own words: paragraphs of a case with what was coded in them, whole texts, the passages behind a number.
#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"

namespace commonground::publish {

void BlockWriter::PutCells(const Passage& passage) {
  const auto wide =
      html_.In("div", {{"class", "scroll"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", t("Table")}});
  const auto table = html_.In("table", {{"class", "told"}});
  for (std::size_t r = 0; r < passage.rows.size(); ++r) {
    const auto row = html_.In("tr");
    for (std::size_t c = 0; c < passage.rows[r].size(); ++c) {
      const Passage::Cell& cell = passage.rows[r][c];
      const bool names = r == 0 || c == 0;
      html_.Leaf(names ? "th" : "td",
                 {{"id", passage.has_place ? AnchorOf(cell.at) : ""},
                  {"scope", r == 0   ? "col"
                            : c == 0 ? "row"
                                     : ""}},
                 cell.text);
    }
  }
}

void BlockWriter::operator()(const Passage& passage) {
  {
    const bool cells = !passage.rows.empty();  // each has a place of its own
    const auto text = html_.In("div", {{"class", "text"},
                                       {"id", cells || !passage.has_place ? "" : AnchorOf(passage.at)},
                                       {"lang", passage.language},
                                       {"dir", DirectionOf(passage.language)}});
    if (cells) {
      PutCells(passage);
    } else {
      Put(passage.blocks);
    }
  }
  if (!passage.codes.empty()) {
    const auto note = html_.In("div", {{"class", "note"}});
    const auto codes = html_.In("ul", {{"aria-label", t("Coded here")}});
    for (const Spans& code : passage.codes) {
      const auto item = html_.In("li");
      Put(code);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const WholeTexts& whole) {
  for (const WholeTexts::Text& text : whole.texts) {
    const bool folds = for_ == For::kScreen && text.state.empty();
    const auto all =
        html_.In(folds ? "details" : "div", {{"class", folds ? "fold whole" : "whole"}, {"id", AnchorOf(text.id)}});
    {
      const auto summary = html_.In(folds ? "summary" : "div");
      html_.Leaf("h3", {{"lang", text.language}, {"dir", DirectionOf(text.language)}}, text.title);
    }
    if (!text.cap.empty()) {
      const auto cap = html_.In("p", {{"class", "src"}});
      Put(text.cap);
    }
    if (!text.state.empty()) {
      const auto state = html_.In("p");
      Put(text.state);
    }
    for (const Passage& passage : text.passages) (*this)(passage);
  }
  html_.Line();
}

void BlockWriter::Put(const Quote& quote) {
  const auto all = html_.In("div", {{"class", "quote"}});
  if (quote.text.empty()) {
    const auto p = html_.In("p");
    Put(quote.state);
  } else if (quote.translated.text.empty()) {
    html_.Leaf("blockquote", {{"lang", quote.language}, {"dir", DirectionOf(quote.language)}}, quote.text);
  } else {
    html_.Leaf("blockquote", {}, quote.translated.text);
    PutOriginal(quote.translated, quote.text, quote.language);
  }
  if (quote.about.empty()) return;
  const auto about = html_.In("p", {{"class", "meta"}});
  Put(quote.about);
}

void BlockWriter::Put(const EvidenceGroup& group) {
  const auto all = html_.In("section", {{"class", "grp " + HueOf(group.hue)}, {"id", AnchorOf(group.at)}});
  {
    const auto head = html_.In("div", {{"class", "rg-h"}});
    html_.Leaf("h3", {}, group.title);
    html_.Leaf("span", {}, group.count);
  }
  html_.Line();
  if (!group.cases.empty()) {
    const auto list = html_.In("ol");
    for (const CaseQuotes& one : group.cases) {
      {
        const auto of_case = html_.In("li", {{"class", "pass"}, {"id", AnchorOf(one.name)}});
        {
          const auto who = html_.In("p", {{"class", "who"}});
          {
            const auto name = html_.In("b");
            Put(one.who);
          }
          html_.Text(one.where);
        }
        const auto words = html_.In("div", {{"class", "txt"}});
        for (const Quote& quote : one.quotes) Put(quote);
        if (!one.consent.empty()) html_.Leaf("p", {{"class", one.quoted ? "consent" : "consent no"}}, one.consent);
      }
      html_.Line();
    }
  }
  for (const auto& [spans, style] : {std::pair(&group.elsewhere, "src"), std::pair(&group.silent, "silent src")}) {
    if (spans->empty()) continue;
    const auto p = html_.In("p", {{"class", style}});
    Put(*spans);
  }
}

void BlockWriter::operator()(const Evidence& evidence) {
  {
    const auto all = html_.In("div", {{"id", AnchorOf(evidence.at)}});
    for (const EvidenceGroup& group : evidence.groups) Put(group);
  }
  html_.Line();
}

}  // namespace commonground::publish
