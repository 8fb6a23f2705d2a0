// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words of a case with who said them, facts with their sources, cards of cases.
#include <fmt/format.h>

#include "publish/html/address.h"
#include "publish/html/blocks.h"
#include "publish/html/language.h"

namespace commonground::publish {

// The words themselves, smaller, below their translation.
void BlockWriter::PutOriginal(const Translated& translated, const std::string& text, const std::string& language) {
  const auto all = html_.In("div", {{"class", "orig"}});
  {
    const auto original = html_.In("span");
    Put(translated.original);
  }
  html_.Leaf("p", {{"lang", language}, {"dir", DirectionOf(language)}}, text);
}

void BlockWriter::Put(const Quotation& quote) {
  if (quote.translated.text.empty()) {
    html_.Leaf("blockquote", {{"lang", quote.language}, {"dir", DirectionOf(quote.language)}}, quote.text);
  } else {
    html_.Leaf("blockquote", {}, quote.translated.text);
    PutOriginal(quote.translated, quote.text, quote.language);
  }
  {
    const auto where = html_.In("p", {{"class", "where"}});
    {
      const auto who = html_.In("b");
      Put(quote.who);
    }
    if (!quote.where.empty()) {
      html_.Void("br");
      html_.Text(quote.where);
    }
  }
  if (!quote.consent.empty()) html_.Leaf("p", {{"class", "consent"}}, quote.consent);
}

void BlockWriter::operator()(const Quotations& quotations) {
  {
    const auto list = html_.In("ul", {{"class", "quotes"}});
    for (const Quotation& quote : quotations.quotes) {
      const auto item = html_.In("li", {{"class", "qt " + HueOf(quote.hue)}});
      Put(quote);
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const Pull& pull) {
  const Quotation& quote = pull.quote;
  {
    const auto all = html_.In("section", {{"class", "pull grid"}, {"aria-label", t("Quotation")}});
    html_.Leaf("p", {{"class", "mark"}, {"aria-hidden", "true"}}, "“");
    const auto words = html_.In("blockquote");
    if (quote.translated.text.empty()) {
      html_.Leaf("span", {{"class", "q"}, {"lang", quote.language}, {"dir", DirectionOf(quote.language)}}, quote.text);
    } else {
      html_.Leaf("span", {{"class", "q"}}, quote.translated.text);
      PutOriginal(quote.translated, quote.text, quote.language);
    }
    {
      const auto by = html_.In("p", {{"class", "by"}});
      Put(quote.who);
      if (!quote.where.empty()) html_.Text(", " + quote.where);
    }
    if (!quote.consent.empty()) html_.Leaf("p", {{"class", "consent"}}, quote.consent);
  }
  html_.Line();
}

void BlockWriter::operator()(const Facts& facts) {
  {
    const auto all = html_.In("div", {{"class", "glance"}});
    for (const Facts::Column& column : facts.columns) {
      const auto one = html_.In("div", {{"class", "facts dated"}});
      html_.Leaf("h3", {}, column.title);
      {
        const auto list = html_.In("dl");
        for (const Facts::Row& row : column.rows) {
          const auto pair = html_.In("div");
          html_.Leaf("dt", {}, row.label);
          const auto value = html_.In("dd");
          Put(row.value);
          if (row.note.empty() && row.sources.empty()) continue;
          const auto under = html_.In("small");
          html_.Text(row.note);
          if (!row.note.empty() && !row.sources.empty()) html_.Text(" ");
          Put(row.sources);
        }
      }
    }
  }
  html_.Line();
}

void BlockWriter::operator()(const CaseCards& cards) {
  {
    const auto list = html_.In("ul", {{"class", "ccs " + HueOf(cards.hue)}});
    for (const CaseCards::Card& card : cards.cards) {
      std::string kinds = card.gone ? "cc gone" : "cc";
      for (const int filter : card.filters) kinds += fmt::format(" f{}", filter);
      const auto item = html_.In("li", {{"class", kinds}});
      {
        const auto name = html_.In("h3");
        Put(card.name);
      }
      const auto line = [&](const Spans& spans, const char* style) {
        if (spans.empty()) return;
        const auto p = html_.In("p", {{"class", style}});
        Put(spans);
      };
      line(card.place, "cc-p");
      if (!card.title.text.empty()) line({card.title}, "cc-t");
      if (!card.about.empty()) {
        const auto about = html_.In("p", {{"class", "cc-f"}});
        if (!card.fields.empty()) {
          const auto row = html_.In("span", {{"class", "row " + HueOf(cards.hue)}, {"aria-hidden", "true"}});
          Squares(card.fields);
        }
        html_.Text(card.about);
      }
      if (!card.consent.empty()) html_.Leaf("p", {{"class", card.quoted ? "consent" : "consent no"}}, card.consent);
    }
  }
  html_.Line();
}

}  // namespace commonground::publish
