// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What all pages look up: names, labels, addresses, and the passages behind a number.  Built once a report.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text_range.h"
#include "model/results/publication.h"
#include "publish/book.h"
#include "publish/words.h"

namespace commonground::publish {

// Of what has a line for each case, place or code, a page shows this many; where there are more it shows counts, and
// the lists stand on pages of their own.
inline constexpr std::size_t kMaxShown = 60;

// A place where a code was found.
struct PassageRef {
  std::int32_t coding = 0;  // index into Publication::snapshot.codings
  std::int32_t case_index = 0;
};

class Report {
 public:
  // Both outlive the report.  Cost: O(publication).
  Report(const model::Publication& publication, const Words& t);
  Report(model::Publication&&, const Words&) = delete;

  const model::Publication& data;
  const Words& t;

  // Names and labels, in the report's language where they are ours.
  std::string OrganisationName(const model::OrganisationId& id) const;
  std::string CountryName(const model::CountryCode& code) const { return CountryName(code, t); }
  std::string CountryName(const model::CountryCode& code, const Words& words) const;
  std::string RegionLabel(const model::RegionId& id) const;
  std::string CodeLabel(std::int32_t code) const;       // "Outreach"
  std::string CodeName(const model::CodeId& id) const;  // the same; the id when the codebook does not have it
  std::string DefinitionLabel(const model::DefinitionId& id) const;
  // What a study takes over from the program, or says itself: in the report's language if it is ours, else as people
  // wrote it, marked with the study's.
  Span TakenOver(const std::string& text, const std::string& style = {}) const;
  std::string GroupLabel(const model::Grouping& grouping, std::size_t group) const;
  std::string ValueLabel(const std::string& value) const;  // "end_demand" -> "end demand"
  std::string ClassLabel(const model::CodeRow& row, const model::Grouping& grouping) const;
  std::string KindLabel(model::CodeKind kind) const;

  // What links lead to.
  static PageId CasePage(const model::OrganisationId& id) { return {PageKind::kCase, id.value}; }
  static PageId RegionPage(const std::string& id) { return {PageKind::kRegion, id}; }
  static PageId CountryPage(const model::CountryCode& code) { return {PageKind::kCountry, code.value}; }
  // What is told of a code: a practice has a page of its own, others have their evidence.  Only of codes with a case.
  PageId CodePage(std::int32_t code) const;
  PageId EvidencePage(std::int32_t code) const { return {PageKind::kEvidence, IdOf(code).value}; }
  NumberTarget Number(std::int32_t code) const { return {IdOf(code)}; }  // for all cases
  NumberTarget Number(std::int32_t code, const model::Grouping& grouping, std::size_t group) const {
    return {IdOf(code), grouping.id, grouping.groups[group].id};
  }
  NumberTarget Gap(std::int32_t row, std::int32_t column) const { return {IdOf(row), {}, {}, IdOf(column)}; }

  // "[12]" that leads to the source; the text of an unknown one says so.
  Span SourceLink(const model::SourceId& id) const;
  Spans SourceLinks(const std::vector<model::SourceId>& ids) const;
  // People's Markdown, its citations as links to sources.
  std::vector<ProseBlock> Read(std::string_view markdown, int shift) const;
  // The same of what the study's own people wrote, with numbers, cases and findings in place of their placeholders.
  std::vector<ProseBlock> ReadOurs(std::string_view markdown, int shift) const {
    return ReadOurs(markdown, shift, WordsOfStudy());
  }
  // Of a text in the language of `words`.
  std::vector<ProseBlock> ReadOurs(std::string_view markdown, int shift, const Words& words) const;
  // Of people's own words that are in no document: the study's; empty when that is the report's too.
  std::string StudyLanguage() const;
  // For what is placed within their sentences: those of the study's language if we have it, else of the report's.
  const Words& WordsOfStudy() const { return of_study_ ? *of_study_ : t; }

  // Its labels are in the report's language where they are ours.
  const model::Grouping& Regions() const { return regions_; }
  const model::Grouping* Find(const std::string& grouping) const;
  const model::CodeRow& Row(const model::Grouping& grouping, std::int32_t code) const {
    return grouping.rows[static_cast<std::size_t>(code)];
  }
  // A code at the top with codes below it ("Interventions"): a heading, which nearly every case has.
  bool IsHeading(std::int32_t code) const { return heading_[static_cast<std::size_t>(code)]; }
  // Codes of a kind that are common ground of the grouping, without headings.
  std::vector<std::int32_t> CommonGround(const model::Grouping& grouping, model::CodeKind kind) const;
  // Groups that have a case, of all; without "unknown" and "disputed", which say nothing of reach and class.
  struct Material {
    std::int32_t groups = 0;
    std::int32_t of = 0;
  };
  static Material MaterialOf(const model::Grouping& grouping);
  // The fewest cases that common ground needs: the study's share of all cases, rounded up.
  int LeastCases() const;
  // Codes of a kind, without headings, with at least one case, highest balanced prevalence first, then codebook order.
  std::vector<std::int32_t> CodesOf(model::CodeKind kind) const;
  // Passages under a code or its descendants, by case, document and place.
  const std::vector<PassageRef>& PassagesOf(std::int32_t code) const {
    return passages_[static_cast<std::size_t>(code)];
  }
  std::int32_t GroupOfCase(const model::Grouping& grouping, std::int32_t case_index) const;
  // Cases that may be listed: those before them in the comparison.  The others are counted only.
  std::int32_t ListedCases() const {
    return static_cast<std::int32_t>(data.comparison.cases.size() - data.counted_only.size());
  }
  bool IsListed(std::int32_t case_index) const { return case_index < ListedCases(); }
  std::int32_t CountedOnlyIn(const model::Grouping& grouping, std::size_t group) const;
  // Cases with the code or one below it; sorted.
  std::vector<std::int32_t> CasesWith(std::int32_t code) const;
  std::int32_t CountedOnlyWith(std::int32_t code, const model::Grouping& grouping, std::size_t group) const;
  // "and 1 more that is counted only", the end of a list; only for one or more.  `alone`: the list has nothing else.
  Span AndCountedOnly(int more, bool alone = false) const;
  std::int32_t CaseIndex(const model::OrganisationId& id) const;  // -1: not compared
  PassageTarget PassageAt(const model::CodingColumn& coding) const;
  // Its words, shortened to about 300 characters; empty if they are not shown.
  std::string PassageText(const model::CodingColumn& coding) const;
  std::string PassageLanguage(const model::CodingColumn& coding) const;  // BCP 47; "und": not known
  // Indices of its documents.
  const std::vector<std::size_t>& DocumentsOf(const model::OrganisationId& id) const;
  const model::Organisation* OrganisationOf(const model::OrganisationId& id) const;
  // Grade and sources of the passage itself; null: the publication has only the place of it.
  const model::Coding* CodingOf(const model::CodingColumn& coding) const;
  // Number of a document among those of its case, from 1.
  int DocumentNumber(std::int32_t document_index) const {
    return document_number_[static_cast<std::size_t>(document_index)];
  }

  // The pairs of codes that are drawn and lead somewhere: codes with a case, without headings; where there are too many
  // for a page, those right below the headings, most cases first.  Rows and columns are indices into the map's.
  struct Gaps {
    const model::GapMap* map = nullptr;
    std::vector<std::size_t> rows;
    std::vector<std::size_t> columns;
    const model::GapCell& Cell(std::size_t row, std::size_t column) const {
      return map->cells[row * map->columns.size() + column];
    }
  };
  const Gaps& OutcomeGaps() const { return outcome_gaps_; }
  const Gaps& BarrierGaps() const { return barrier_gaps_; }

 private:
  const model::CodeId& IdOf(std::int32_t code) const { return data.snapshot.codes[static_cast<std::size_t>(code)]; }
  void FindPassages();
  void FindCodings();
  Gaps GapsOf(const model::GapMap& map) const;
  std::vector<std::size_t> FewOf(const std::vector<std::int32_t>& codes, std::size_t most) const;

  struct Placed {  // which of the study's codings
    std::int32_t document = 0, code = 0, coder = 0;
    std::int64_t start = 0, end = 0;
    std::size_t coding = 0;
  };
  model::Grouping regions_;        // the first of the comparison
  std::optional<Words> of_study_;  // none: the report's language
  std::map<std::string, std::size_t> organisation_;
  std::map<std::string, std::size_t> source_;
  std::map<std::string, std::int32_t> case_;
  std::map<model::OrganisationId, std::vector<std::size_t>> documents_;
  std::vector<std::vector<PassageRef>> passages_;
  std::vector<core::TextIndex> text_;                 // by document
  std::vector<std::vector<std::int64_t>> block_end_;  // by document: where each block ends, in code points
  std::vector<int> document_number_;
  std::vector<bool> heading_;
  std::vector<Placed> codings_;  // sorted
  Gaps outcome_gaps_;
  Gaps barrier_gaps_;
};

// "3 of 8", as a link.
Span Count(const model::Share& share, const Report& report, Target target);

}  // namespace commonground::publish
