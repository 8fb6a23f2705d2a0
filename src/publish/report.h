// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What all pages look up: names, labels, addresses, and the passages behind a number.  Built once a report.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/results/publication.h"
#include "publish/page.h"
#include "publish/words.h"

namespace commonground::publish {

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
  std::string CountryName(const model::CountryCode& code) const;
  std::string RegionLabel(const model::RegionId& id) const;
  std::string CodeLabel(std::int32_t code) const;  // "Outreach (INT.3.1)"
  std::string GroupLabel(const model::Grouping& grouping, std::size_t group) const;
  std::string ValueLabel(const std::string& value) const;  // "end_demand" -> "end demand"
  std::string ClassLabel(const model::CodeRow& row, const model::Grouping& grouping) const;
  std::string KindLabel(model::CodeKind kind) const;

  // Addresses.
  static std::string CasePage(const model::OrganisationId& id) { return "cases/" + id.value + ".html"; }
  static std::string RegionPage(const std::string& id) { return "regions/" + id + ".html"; }
  static std::string CountryPage(const model::CountryCode& code) { return "countries/" + code.value + ".html"; }
  std::string EvidencePage(std::int32_t code) const;  // the number for all cases
  std::string EvidencePage(std::int32_t code, const model::Grouping& grouping, std::size_t group) const;
  std::string GapPage(std::int32_t row, std::int32_t column) const;

  // "[12]" that leads to the source; the text of an unknown one says so.
  Span SourceLink(const model::SourceId& id) const;
  Spans SourceLinks(const std::vector<model::SourceId>& ids) const;
  std::string CiteMarkdown(const std::string& id, const std::string& root) const;

  const model::Grouping& Regions() const { return data.comparison.groupings.front(); }
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
  std::int32_t CaseIndex(const model::OrganisationId& id) const;  // -1: not compared
  // Where in the case's page the passage stands.
  std::string PassageAddress(const model::CodingColumn& coding) const;
  // Its words, shortened to about 300 characters; empty if they are not shown.
  std::string PassageText(const model::CodingColumn& coding) const;
  const model::Organisation* OrganisationOf(const model::OrganisationId& id) const;
  // Grade and sources of the passage itself; null: the publication has only the place of it.
  const model::Coding* CodingOf(const model::CodingColumn& coding) const;
  // Number of a document among those of its case, from 1.
  int DocumentNumber(std::int32_t document_index) const {
    return document_number_[static_cast<std::size_t>(document_index)];
  }

 private:
  std::map<std::string, std::size_t> organisation_;
  std::map<std::string, std::size_t> source_;
  std::map<std::string, std::int32_t> case_;
  std::vector<std::vector<PassageRef>> passages_;
  std::vector<std::vector<std::int64_t>> block_end_;  // by document: where each block ends, in code points
  std::vector<int> document_number_;
  std::vector<bool> heading_;
  // Document, code, coder, start, end: which of the study's codings.
  std::map<std::tuple<std::string, std::string, std::string, std::int64_t, std::int64_t>, std::size_t> coding_;
};

// "3 of 8", as a link.
Span Count(const model::Share& share, const Report& report, std::string href);

}  // namespace commonground::publish
