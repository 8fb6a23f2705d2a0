// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Draws the strips of regions and legal models beside a code, and says how steady its class is.

#include "publish/pages/squares.h"

#include <algorithm>
#include <array>
#include <map>

#include "publish/dates.h"
#include "publish/labels.h"

namespace commonground::publish {

using model::PrevalenceClass;

namespace {

constexpr std::array kClasses{PrevalenceClass::kCommonGround, PrevalenceClass::kInMostRegions,
                              PrevalenceClass::kInFewRegions, PrevalenceClass::kRegional};

bool SaysNothingOfLaw(const std::string& group) {
  return group == "unknown" || group == "disputed" || group == "mixed_subnational";
}

// "2 regions"; not sourced and disputed are no groups.
int Reached(const model::Grouping& grouping, const model::CodeRow& row) {
  int reached = 0;
  for (std::size_t g = 0; g < grouping.groups.size(); ++g) {
    reached += !SaysNothingOfLaw(grouping.groups[g].id) && row.by_group[g].present > 0 ? 1 : 0;
  }
  return reached;
}

Matrix::Row RowOf(const Report& report, const model::Grouping& grouping, const std::vector<std::size_t>& shown,
                  std::int32_t code) {
  const model::CodeRow& row = report.Row(grouping, code);
  Matrix::Row line;
  line.label = {report.CodeLabel(code), report.CodePage(code), {}, report.StudyLanguage()};
  line.whole = IsField(report, code);
  for (const std::size_t g : shown) {
    const model::Share& share = row.by_group[g];
    Matrix::Cell& cell = line.cells.emplace_back();
    cell.present = share.present;
    cell.of = share.of;
    if (share.of > 0) cell.target = report.Number(code, grouping, g);
  }
  line.total = {report.t("{1} of {2}", row.overall.present, row.overall.of), report.Number(code)};
  return line;
}

Span Nothing() {
  return {std::string()};
}

}  // namespace

std::vector<Mark> SquaresOf(const model::Share& share) {
  if (share.of == 0) return {Mark::kNoCase};
  std::vector<Mark> squares(static_cast<std::size_t>(share.present), Mark::kTold);
  squares.resize(static_cast<std::size_t>(share.of), Mark::kSilent);
  return squares;
}

int HueOfRegion(const Report& report, const std::string& region) {
  const auto& groups = report.Regions().groups;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].id == region) return static_cast<int>(g);
  }
  return kNoHue;
}

int HueOfCase(const Report& report, std::int32_t case_index) {
  return report.GroupOfCase(report.Regions(), case_index);
}

StripList RegionStrips(const Report& report, std::int32_t code) {
  const Words& t = report.t;
  const model::Grouping& regions = report.Regions();
  const model::CodeRow& row = report.Row(regions, code);
  const int of = static_cast<int>(regions.groups.size());
  StripList list{
      t("By region"), t.Plural("{1} of {2} region", "{1} of {2} regions", of, Reached(regions, row), of), {}};
  for (std::size_t g = 0; g < regions.groups.size(); ++g) {
    const model::Share& share = row.by_group[g];
    Strip strip{{regions.groups[g].label}, static_cast<int>(g), SquaresOf(share), Nothing(), {}};
    strip.count =
        share.of == 0 ? Span{t("no case yet"), {}, "state"} : Count(share, report, report.Number(code, regions, g));
    list.rows.push_back(std::move(strip));
  }
  return list;
}

StripList LawStrips(const Report& report, std::int32_t code) {
  const Words& t = report.t;
  const model::Grouping* laws = report.Find("legal_model");
  if (laws == nullptr) return {};
  const model::CodeRow& row = report.Row(*laws, code);
  int of = 0;
  for (const model::Group& group : laws->groups) of += !SaysNothingOfLaw(group.id) && group.cases > 0 ? 1 : 0;
  StripList list{
      t("By law"), t.Plural("{1} of {2} legal model", "{1} of {2} legal models", of, Reached(*laws, row), of), {}};
  for (std::size_t g = 0; g < laws->groups.size(); ++g) {
    const model::Share& share = row.by_group[g];
    if (share.of == 0) continue;
    list.rows.push_back({{report.GroupLabel(*laws, g)},
                         kLawHue,
                         SquaresOf(share),
                         Count(share, report, report.Number(code, *laws, g)),
                         {}});
  }
  return list;
}

std::string ClassName(const Report& report, PrevalenceClass prevalence) {
  const Words& t = report.t;
  switch (prevalence) {
    case PrevalenceClass::kCommonGround:
      return t("common ground");
    case PrevalenceClass::kInMostRegions:
      return t("in most regions");
    case PrevalenceClass::kRegional:
      return t("in one region only");
    case PrevalenceClass::kInFewRegions:
      return t("in few regions");
    case PrevalenceClass::kAbsent:
      return t("not sourced");
  }
  return {};
}

Steadiness SteadinessOf(const Report& report, const model::CodeRow& row) {
  const Words& t = report.t;
  std::vector<std::string> words;
  const auto& cases = row.by_case.changed_by;
  if (cases.size() == 1) {
    const auto& id = report.data.comparison.cases[static_cast<std::size_t>(cases.front())];
    words.push_back(report.IsListed(cases.front()) ? t("rests on {1}", report.OrganisationName(id))
                                                   : t("rests on a case that is counted only"));
  } else if (!cases.empty()) {
    const int n = static_cast<int>(cases.size());
    words.push_back(t.Plural("on the edge: leaving out any one of {1} case changes it",
                             "on the edge: leaving out any one of {1} cases changes it", n, n));
  }
  const int coders = row.by_coder.of - row.by_coder.holds;
  if (row.by_coder.of >= 2 && coders > 0) {
    words.push_back(coders == 1 ? t("not without one of the coders")
                                : t.Plural("leaving out any one of {1} coder changes it",
                                           "leaving out any one of {1} coders changes it", coders, coders));
  }
  if (words.empty()) return {t("steady"), true};
  return {words.size() == 1 ? words[0] : t("{1}; {2}", words[0], words[1]), false};
}

bool IsField(const Report& report, std::int32_t code) {
  return std::ranges::find(report.data.snapshot.parent, code) != report.data.snapshot.parent.end();
}

bool IsHarm(const Report& report, std::int32_t code) {
  const model::Code& one = report.data.study.codebook[static_cast<std::size_t>(code)];
  return one.kind == model::CodeKind::kOutcome && std::ranges::equal(one.colour, kColourOfHarm, [](char a, char b) {
           return (a >= 'A' && a <= 'F' ? a + 32 : a) == b;
         });
}

std::vector<Tally> ClassTally(const Report& report, model::CodeKind kind) {
  const Words& t = report.t;
  std::map<PrevalenceClass, int> count;
  int of = 0;
  for (std::int32_t code = 0; code < std::ssize(report.data.snapshot.codes); ++code) {
    if (report.data.snapshot.kinds[static_cast<std::size_t>(code)] != kind || report.IsHeading(code)) continue;
    ++of;
    ++count[report.Row(report.Regions(), code).prevalence];
  }
  std::vector<Tally> tally;
  tally.push_back({std::to_string(count[PrevalenceClass::kCommonGround]),
                   {},
                   {{t.Plural("common ground, of {1} in the codebook", "common ground, of {1} in the codebook",
                              count[PrevalenceClass::kCommonGround], of)}},
                   {}});
  for (const PrevalenceClass one :
       {PrevalenceClass::kInMostRegions, PrevalenceClass::kInFewRegions, PrevalenceClass::kRegional}) {
    tally.push_back({std::to_string(count[one]), {}, {{ClassName(report, one)}}, {}});
  }
  tally.push_back({std::to_string(count[PrevalenceClass::kAbsent]), {}, {{t("in no case")}}, {}});
  return tally;
}

std::vector<std::int32_t> FieldsOfWork(const Report& report) {
  constexpr std::size_t kMaxFields = 8;
  const auto& snapshot = report.data.snapshot;
  std::vector<std::int32_t> fields;
  for (std::int32_t code = 0; code < std::ssize(snapshot.codes); ++code) {
    const std::int32_t parent = snapshot.parent[static_cast<std::size_t>(code)];
    const bool practice = snapshot.kinds[static_cast<std::size_t>(code)] == model::CodeKind::kPractice;
    if (practice && parent >= 0 && report.IsHeading(parent) && IsField(report, code)) fields.push_back(code);
  }
  if (fields.size() > kMaxFields) fields.clear();
  return fields;
}

std::vector<Mark> FieldsToldBy(const Report& report, std::int32_t case_index) {
  std::vector<Mark> marks;
  for (const std::int32_t field : FieldsOfWork(report)) {
    const auto& passages = report.PassagesOf(field);  // by case
    const bool told = std::ranges::binary_search(passages, case_index, {}, &PassageRef::case_index);
    marks.push_back(told ? Mark::kTold : Mark::kSilent);
  }
  return marks;
}

Matrix RegionMatrix(const Report& report, model::CodeKind kind, std::string id) {
  const Words& t = report.t;
  const model::Grouping& regions = report.Regions();
  const bool practices = kind != model::CodeKind::kBarrier;
  Matrix matrix;
  matrix.id = std::move(id);
  matrix.head = practices ? t("Practice") : t("Barrier");
  matrix.total = t("All cases");
  matrix.steady = t("How steady is the class?");
  matrix.subtitle =
      t("Case studies with a passage about each, of the case studies in the region, each region counted alike. Bold: a "
        "whole field. 0/5 means that no passage was "
        "found, never that it is not done.");
  std::vector<std::size_t> shown;
  for (std::size_t g = 0; g < regions.groups.size(); ++g) {
    const int cases = regions.groups[g].cases;
    matrix.columns.push_back({regions.groups[g].label,
                              cases == 0 ? t("no case yet") : t.Plural("{1} case", "{1} cases", cases, cases),
                              static_cast<int>(g)});
    shown.push_back(g);
  }
  std::vector<std::int32_t> codes = report.CodesOf(kind);
  std::map<PrevalenceClass, int> all;
  for (const std::int32_t code : codes) ++all[report.Row(regions, code).prevalence];
  if (codes.size() > kMaxShown) codes.resize(kMaxShown);
  const auto material = Report::MaterialOf(regions);
  for (const PrevalenceClass one : kClasses) {
    Matrix::Band band;
    std::string name = ClassName(report, one);
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    band.title = name + " · " + std::to_string(all[one]);
    if (one == PrevalenceClass::kCommonGround) {
      band.note = t("in every region with case studies ({1} of {2}) and in at least {3}", material.groups, material.of,
                    CasesOf(t, report.LeastCases(), static_cast<int>(report.data.comparison.cases.size())));
    }
    if (one == PrevalenceClass::kInMostRegions) {
      const std::string share = report.data.study.settings.most_regions_share.Text();
      band.note = share == "1/2" ? t("in more than half of the regions") : t("in more than {1} of the regions", share);
    }
    band.open = one == PrevalenceClass::kCommonGround || (practices && one == PrevalenceClass::kInMostRegions);
    for (const std::int32_t code : codes) {
      const model::CodeRow& row = report.Row(regions, code);
      if (row.prevalence != one) continue;
      Matrix::Row line = RowOf(report, regions, shown, code);
      const Steadiness steadiness = SteadinessOf(report, row);
      line.steady = steadiness.words;
      line.is_steady = steadiness.steady;
      band.rows.push_back(std::move(line));
    }
    if (!band.rows.empty()) matrix.bands.push_back(std::move(band));
  }
  if (!matrix.bands.empty()) matrix.bands.front().open = true;
  const auto common = static_cast<int>(report.CommonGround(regions, kind).size());
  const auto cases = static_cast<int>(report.data.comparison.cases.size());
  matrix.title = practices ? t.Plural("{1} practice is found in every region with case studies and in at least {2}",
                                      "{1} practices are found in every region with case studies and in at least {2}",
                                      common, common, CasesOf(t, report.LeastCases(), cases))
                           : t.Plural("{1} barrier is named in every region with case studies and in at least {2}",
                                      "{1} barriers are named in every region with case studies and in at least {2}",
                                      common, common, CasesOf(t, report.LeastCases(), cases));
  return matrix;
}

Matrix LawMatrix(const Report& report, const model::Grouping& grouping, const std::vector<std::int32_t>& codes,
                 std::string id, std::string title) {
  const Words& t = report.t;
  Matrix matrix;
  matrix.id = std::move(id);
  matrix.title = std::move(title);
  matrix.head = t("Practice");
  matrix.total = t("All cases");
  matrix.subtitle = t("Case studies with a passage, of those under each law on {1}. What is not sourced stands apart.",
                      InWords(report.data.context.on, t));
  std::vector<std::size_t> shown;
  for (std::size_t g = 0; g < grouping.groups.size(); ++g) {
    const int cases = grouping.groups[g].cases;
    if (cases == 0) continue;
    matrix.columns.push_back(
        {report.GroupLabel(grouping, g), t.Plural("{1} case", "{1} cases", cases, cases), kLawHue});
    shown.push_back(g);
  }
  Matrix::Band band;
  for (const std::int32_t code : codes) {
    if (band.rows.size() == kMaxShown) break;
    band.rows.push_back(RowOf(report, grouping, shown, code));
  }
  matrix.bands.push_back(std::move(band));
  return matrix;
}

Bubbles GapBubbles(const Report& report, const Report::Gaps& gaps, std::string title) {
  const Words& t = report.t;
  Bubbles map;
  map.title = std::move(title);
  map.head = t("Practice");
  map.cases = gaps.map->cases;
  int empty = 0;
  for (const std::size_t c : gaps.columns) map.columns.push_back(report.CodeLabel(gaps.map->columns[c]));
  for (const std::size_t r : gaps.rows) {
    const std::int32_t code = gaps.map->rows[r];
    const model::Share& share = report.Row(report.Regions(), code).overall;
    Bubbles::Row row{{report.CodeLabel(code), report.CodePage(code), {}, report.StudyLanguage()},
                     IsField(report, code),
                     t("{1} of {2}", share.present, share.of),
                     {}};
    for (const std::size_t c : gaps.columns) {
      const model::GapCell& cell = gaps.Cell(r, c);
      empty += cell.cases == 0 ? 1 : 0;
      std::vector<std::int32_t> regions;
      for (const std::int32_t index : cell.case_indices) {
        const std::int32_t region = report.GroupOfCase(report.Regions(), index);
        if (std::ranges::find(regions, region) == regions.end()) regions.push_back(region);
      }
      Bubbles::Cell& drawn = row.cells.emplace_back();
      drawn.cases = cell.cases;
      drawn.tone = std::clamp(static_cast<int>(regions.size()) - 1, 1, 3);
      if (cell.cases > 0) drawn.target = report.Gap(code, gaps.map->columns[c]);
    }
    map.rows.push_back(std::move(row));
  }
  map.subtitle =
      t("Area: case studies that name both in the same document, of {1}; the darker, the more regions. Together, not "
        "because: nobody has read whether the one "
        "answers the other. {2} of {3} pairs are empty: a gap in what is told.",
        map.cases, empty, static_cast<int>(gaps.rows.size() * gaps.columns.size()));
  return map;
}

}  // namespace commonground::publish
