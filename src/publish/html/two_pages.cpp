// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The summary on two sheets: side by side or one below the other on a screen, two pages of A4 on paper
// (html/style.css, 14).
#include "publish/two_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"

namespace commonground::publish {

void BlockWriter::Short(const Card& card) {
  const auto all = html_.In("article");
  {
    const auto kind = html_.In("p", {{"class", "kind"}});
    html_.Leaf("b", {}, card.kind);
    html_.Text(card.kind_note.empty() ? "" : " · " + card.kind_note);
  }
  {
    const auto title = html_.In("h2");
    Put(card.title);
  }
  {
    const auto number = html_.In("p", {{"class", "bigno"}});
    Big(card.count);
  }
  {
    const auto holds = html_.In("div", {{"class", "holds"}});
    Glyph(card.regions);
    Glyph(card.laws);
  }
  const auto text = html_.In("p");
  Put(card.text.empty() ? card.foot : card.text);
}

void BlockWriter::Small(const Matrix& matrix) {
  if (matrix.bands.empty()) return;
  const auto part = html_.In("div", {{"class", "c12"}});
  const std::string title = AnchorOf(matrix.id) + "-title";  // it names the table: said once
  html_.Leaf("h2", {{"class", "h2"}, {"id", title}}, matrix.title);
  const auto table =
      html_.In("table", {{"class", fmt::format("pm n{}", matrix.columns.size())}, {"aria-labelledby", title}});
  {
    const auto head = html_.In("thead");
    const auto row = html_.In("tr");
    html_.Leaf("th", {{"scope", "col"}}, matrix.head);
    for (const Matrix::Column& column : matrix.columns) {
      html_.Leaf("th", {{"scope", "col"}, {"class", HueOf(column.hue)}}, column.label);
    }
    html_.Leaf("th", {{"scope", "col"}, {"class", "num"}}, matrix.total);
  }
  const auto body = html_.In("tbody");
  for (const Matrix::Band& band : matrix.bands) {
    for (const Matrix::Row& line : band.rows) {
      const auto row = html_.In("tr");
      {
        const auto label = html_.In("th", {{"scope", "row"}});
        Put(line.label);
      }
      for (const Matrix::Cell& cell : line.cells) {
        const int shade =
            cell.of == 0 || cell.present == 0 ? 0 : std::clamp((cell.present * 5 + cell.of - 1) / cell.of, 1, 5);
        const auto square = html_.In("td", {{"class", fmt::format("s{}", shade)}});
        html_.Leaf("span", {}, cell.of == 0 ? "–" : fmt::format("{}/{}", cell.present, cell.of));
      }
      html_.Leaf("td", {{"class", "num"}}, line.total.text);
    }
  }
}

void BlockWriter::operator()(const TwoPages& pages) {
  {
    const auto sheets = html_.In("div", {{"class", "sheets"}});
    {
      const auto sheet = html_.In("section", {{"class", "sheet odd p-sum"}});
      const auto grid = html_.In("div", {{"class", "g12"}});
      {
        const auto left = html_.In("div", {{"class", "c8"}});
        if (!pages.cover.over.empty()) html_.Leaf("p", {{"class", "over"}}, pages.cover.over);
        html_.Leaf("h1", {{"lang", pages.cover.language}}, pages.cover.title);
        const auto lead = html_.In("p", {{"class", "lead"}});
        Put(pages.cover.answer);
      }
      {
        const auto right = html_.In("div", {{"class", "c4"}});
        Umbrella(pages.cover);
      }
      {
        const auto numbers = html_.In("dl", {{"class", "c12 keynos"}});
        for (const Tally& tally : pages.cover.numbers) {
          const auto one = html_.In("div");
          {
            const auto term = html_.In("dt");
            Put(tally.text);
          }
          const auto number = html_.In("dd");
          Big(tally);
        }
      }
      {
        const auto three = html_.In("div", {{"class", "c12 three"}});
        for (const Card& card : pages.cards) Short(card);
        for (const Quotation& quote : pages.quotes) {
          const auto words = html_.In("div", {{"class", "pq3"}});
          html_.Leaf("p", {{"lang", quote.language}, {"dir", DirectionOf(quote.language)}}, quote.text);
          const auto by = html_.In("div", {{"class", "fine"}});
          Put(quote.who);
          html_.Text(". " + quote.consent);
        }
      }
      html_.Leaf("p", {{"class", "c12 fine rule"}}, pages.cards_note);
    }
    const auto sheet = html_.In("section", {{"class", "sheet even p-sum"}});
    const auto grid = html_.In("div", {{"class", "g12"}});
    Small(pages.practices);
    Small(pages.barriers);
    if (!pages.advice.empty()) {
      const auto part = html_.In("div", {{"class", "c7"}});
      html_.Leaf("h2", {{"class", "h2"}}, pages.advice_title);
      const auto list = html_.In("ul", {{"class", "recl mis"}});
      for (const TwoPages::Advice& advice : pages.advice) {
        const auto item = html_.In("li");
        if (!advice.to.empty()) html_.Leaf("b", {}, advice.to + " ");
        html_.Leaf("span", {{"lang", advice.language}, {"dir", DirectionOf(advice.language)}}, advice.text);
      }
    }
    {
      const auto part = html_.In("div", {{"class", pages.advice.empty() ? "c12" : "c5"}});
      html_.Leaf("h2", {{"class", "h2"}}, pages.missing_title);
      const auto list = html_.In("ul", {{"class", "mis"}});
      for (const Tally& tally : pages.missing.rows) {
        const auto item = html_.In("li");
        html_.Leaf("b", {}, tally.number + tally.of);
        html_.Text(" ");
        Put(tally.text);
      }
    }
    html_.Leaf("p", {{"class", "c12 fine rule"}}, pages.foot);
  }
  html_.Line();
}

}  // namespace commonground::publish
