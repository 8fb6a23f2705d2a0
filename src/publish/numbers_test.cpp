// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A number leads to exactly its passages: every link of the book that is a number is followed to its place, and what
// stands there is counted again from the publication.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "publish/make_book.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

using Where = std::tuple<std::int32_t, std::int32_t, std::int32_t, std::int32_t>;  // case, document, start, end

struct CheckedNumbers {
  std::vector<std::pair<NumberTarget, std::string>> links;  // and what they say
  void Add(const Spans& spans) {
    for (const Span& span : spans) {
      if (const auto* number = std::get_if<NumberTarget>(&span.target)) links.emplace_back(*number, span.text);
    }
  }
  void Add(const Table& table) {
    for (const auto& row : table.rows) {
      for (const Spans& cell : row) Add(cell);
    }
  }
  void Add(const Target& target, const std::string& text) {
    if (const auto* number = std::get_if<NumberTarget>(&target)) links.emplace_back(*number, text);
  }
  void Add(int present, int of, const Target& target) {
    Add(target, std::to_string(present) + " of " + std::to_string(of));
  }
  void Add(const StripList& list) {
    for (const Strip& strip : list.rows) Add(Spans{strip.count});
  }
  void operator()(const Paragraph& paragraph) { Add(paragraph.spans); }
  void operator()(const Bullets& bullets) {
    for (const Spans& item : bullets.items) Add(item);
  }
  void operator()(const Table& table) { Add(table); }
  void operator()(const Passage& passage) {
    for (const Spans& code : passage.codes) Add(code);
  }
  void operator()(const Strips& strips) {
    for (const StripList& list : strips.lists) Add(list);
  }
  void operator()(const Cards& cards) {
    for (const Card& card : cards.cards) {
      Add(card.count.target, card.count.number + card.count.of);
      Add(card.regions);
      Add(card.laws);
    }
  }
  void operator()(const Matrix& matrix) {
    for (const Matrix::Band& band : matrix.bands) {
      for (const Matrix::Row& row : band.rows) {
        for (const Matrix::Cell& cell : row.cells) Add(cell.present, cell.of, cell.target);
        Add(Spans{row.total});
      }
    }
  }
  void operator()(const Bubbles& map) {
    for (const Bubbles::Row& row : map.rows) {
      for (const Bubbles::Cell& cell : row.cells) Add(cell.cases, map.cases, cell.target);
    }
  }
  void operator()(const Bars& bars) {
    for (const Bars::Row& row : bars.rows) Add(Spans{row.count});
  }
  template <typename Other>
  void operator()(const Other&) {}
};

std::vector<Page> PagesOf(const Book& book) {
  std::vector<Page> pages;
  const auto done = book.pages([&](Page page) -> core::Status {
    pages.push_back(std::move(page));
    return {};
  });
  EXPECT_TRUE(done);
  return pages;
}

// What the publication says: the distinct passages, by case, that the number counts.
std::map<std::int32_t, std::set<Where>> Expected(const model::Publication& p, const NumberTarget& number) {
  const auto has = [&](std::int32_t code, const model::CodeId& wanted) {
    for (; code >= 0; code = p.snapshot.parent[static_cast<std::size_t>(code)]) {
      if (p.snapshot.codes[static_cast<std::size_t>(code)] == wanted) return true;
    }
    return false;
  };
  std::set<std::int32_t> documents;  // with the other code: both count together in one document
  for (const auto& coding : p.snapshot.codings) {
    if (!number.with.empty() && has(coding.code, number.with)) documents.insert(coding.document_index);
  }
  std::set<std::int32_t> with;
  for (const auto& coding : p.snapshot.codings) {
    if (has(coding.code, number.code) && documents.contains(coding.document_index)) with.insert(coding.case_index);
  }
  std::map<std::int32_t, std::set<Where>> found;
  for (const auto& coding : p.snapshot.codings) {
    if (!has(coding.code, number.code)) continue;
    if (!number.with.empty() && !with.contains(coding.case_index)) continue;
    bool here = number.grouping.empty();
    for (const auto& plan : p.snapshot.groupings) {
      if (plan.id != number.grouping) continue;
      const std::int32_t group = plan.group_of_case[static_cast<std::size_t>(coding.case_index)];
      here = group >= 0 && plan.ids[static_cast<std::size_t>(group)] == number.group;
    }
    if (here) found[coding.case_index].emplace(coding.case_index, coding.document_index, coding.start, coding.end);
  }
  return found;
}

// What stands at the number's place: passages by the name of their case's place.
std::map<std::string, std::size_t> Shown(const Page& page, const NumberTarget& number) {
  std::map<std::string, std::size_t> all;
  std::map<std::string, std::size_t> at;
  bool there = false;
  for (const Block& block : page.blocks) {
    if (const auto* evidence = std::get_if<Evidence>(&block)) {
      for (const EvidenceGroup& group : evidence->groups) {
        const bool here = number.with.empty() && group.at.grouping == number.grouping && group.at.group == number.group;
        there = there || here;
        for (const CaseQuotes& one : group.cases) {
          all[one.name] += one.quotes.size();
          if (here) at[one.name] += one.quotes.size();
        }
      }
      if (number.grouping.empty() && number.with.empty()) {
        there = true;
        at = all;
      }
    } else if (const auto* table = std::get_if<Table>(&block)) {
      for (std::size_t r = 0; r < table->numbers.size(); ++r) {
        const NumberTarget& row = table->numbers[r];
        if (row.grouping != number.grouping || row.group != number.group || row.with != number.with) continue;
        there = true;
        for (const Spans& cell : table->rows[r]) {
          for (const Span& span : cell) {
            const auto* place = std::get_if<PlaceTarget>(&span.target);
            if (place == nullptr) continue;
            EXPECT_TRUE(all.contains(place->name)) << "the case stands on the page, above";
            at[place->name] = all[place->name];
          }
        }
      }
    }
  }
  EXPECT_TRUE(there) << "no place for " << number.code.value << " " << number.grouping << " " << number.group << " "
                     << number.with.value;
  return at;
}

TEST(Numbers, EachLeadsToExactlyItsPassages) {
  model::Publication publication = InventedPublication();
  // So that every case may be listed under its law.
  for (auto& organisation : publication.study.organisations) organisation.country = model::CountryCode("KEN");
  const Words words = Words::For("en").value();
  const Book book = MakeBook(publication, words);
  const std::vector<Page> pages = PagesOf(book);
  std::map<PageId, const Page*> by_id;
  CheckedNumbers numbers;
  for (const Page& page : pages) {
    EXPECT_TRUE(by_id.emplace(page.id, &page).second) << "two pages are one";
    for (const Block& block : page.blocks) std::visit(numbers, block);
    numbers.Add(page.head.count.target, page.head.count.number + page.head.count.of);
  }
  EXPECT_GT(numbers.links.size(), 20U);
  for (const auto& [number, text] : numbers.links) {
    const auto page = by_id.find({PageKind::kEvidence, number.code.value});
    ASSERT_NE(page, by_id.end()) << number.code.value;
    const auto shown = Shown(*page->second, number);
    const auto expected = Expected(publication, number);
    ASSERT_EQ(shown.size(), expected.size())
        << text << " at " << number.code.value << " " << number.group << number.with.value;
    for (const auto& [index, passages] : expected) {
      const std::string name = "case-" + publication.comparison.cases[static_cast<std::size_t>(index)].value;
      ASSERT_TRUE(shown.contains(name)) << name;
      EXPECT_EQ(shown.at(name), passages.size()) << name;
    }
    const std::size_t of = text.rfind(" of ");
    if (of != std::string::npos && text.find_first_not_of("0123456789 of") == std::string::npos) {
      EXPECT_EQ(std::stoul(text.substr(0, of)), expected.size()) << text;
    }
  }
}

TEST(Book, HasAtMostOnePageACaseCodeCountryAndRegionAndFewMore) {
  const model::Publication publication = InventedPublication();
  const Words words = Words::For("en").value();
  const std::size_t pages = PagesOf(MakeBook(publication, words)).size();
  EXPECT_LE(pages, publication.comparison.cases.size() + 2 * publication.comparison.codes.size() +
                       publication.context.countries.size() + publication.comparison.groupings[0].groups.size() + 20);
}

}  // namespace
}  // namespace commonground::publish
