// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page a code, with a place for every number that counts its cases: all, of each region, under each law, together
// with another code.  The passages stand once, by region and case; the other numbers lead to their cases among them.
#include <algorithm>
#include <map>
#include <tuple>

#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

// A code with more passages than this shows its own; those of codes below stand on their pages.
constexpr std::size_t kMaxPassages = 500;

class EvidenceOf {
 public:
  EvidenceOf(const Report& report, std::int32_t code) : report_(report), t(report.t), code_(code) {
    const auto& codings = report.data.snapshot.codings;
    Where last;
    for (const PassageRef& passage : report.PassagesOf(code)) {
      const model::CodingColumn& coding = codings[static_cast<std::size_t>(passage.coding)];
      const Where where{coding.document_index, coding.start, coding.end};
      if (passages_.empty() || where != last) passages_.emplace_back();
      last = where;
      passages_.back().push_back(&coding);
    }
    whole_ = passages_.size() <= kMaxPassages;
    if (!whole_) {
      for (auto& passage : passages_) {
        std::erase_if(passage, [&](const model::CodingColumn* coding) { return coding->code != code; });
      }
      std::erase_if(passages_, [](const auto& passage) { return passage.empty(); });
    }
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const std::int32_t of = passages_[i].front()->case_index;
      by_case_.try_emplace(of, i, i).first->second.second = i + 1;
    }
  }

  Page Make() const {
    const model::Share& all = report_.Row(report_.Regions(), code_).overall;
    Page page{report_.EvidencePage(code_),
              t.Plural("{1}: {2} of {3} case", "{1}: {2} of {3} cases", all.of, report_.CodeLabel(code_), all.present,
                       all.of),
              {}};
    const auto& definition = report_.data.study.codebook[static_cast<std::size_t>(code_)].definition;
    if (!definition.empty()) {
      page.head.answer = {{definition, {}, {}, report_.StudyLanguage()}};
    }
    page.head.crumb = {{t("Common ground"), PageId{PageKind::kPractices}}};
    if (report_.CodePage(code_) != page.id) {
      page.head.crumb.push_back({" › "});
      page.head.crumb.push_back({report_.CodeLabel(code_), report_.CodePage(code_), {}, report_.StudyLanguage()});
      page.previous = Link{report_.CodePage(code_), report_.CodeLabel(code_)};
    } else {
      const model::CodeKind kind = report_.data.snapshot.kinds[static_cast<std::size_t>(code_)];
      const bool sectors = kind == model::CodeKind::kSector && HasCoalitions(report_);
      page.previous = kind == model::CodeKind::kBarrier ? Link{{PageKind::kBarriers}, t("Barriers")}
                      : sectors                         ? Link{{PageKind::kCoalitions}, t("Coalitions")}
                                                        : Link{{PageKind::kPractices}, t("Common ground")};
    }
    page.head.title = report_.CodeLabel(code_);
    page.head.title_language = report_.StudyLanguage();
    page.head.over = t("The passages behind the number");
    page.head.count = {std::to_string(all.present), OfCases(t, all.of), {}, {}};
    const int passages = DistinctPassages(report_, code_);
    page.head.count_note = {{t.Plural("{1} passage", "{1} passages", passages, passages)}};
    Heading by_region{t("By region"), "by-region", 2};
    const model::CodeRow& row = report_.Row(report_.Regions(), code_);
    for (std::size_t g = 0; g < report_.Regions().groups.size(); ++g) {  // an item a line
      const model::Share& share = row.by_group[g];
      if (share.of == 0) continue;
      by_region.cap.push_back({report_.Regions().groups[g].label + " · " + t("{1} of {2}", share.present, share.of),
                               report_.Number(code_, report_.Regions(), g), "item"});
    }
    by_region.cap.push_back({t("Arriving from a number, you land on its group, marked in yellow.")});
    page.blocks.emplace_back(std::move(by_region));
    page.blocks.emplace_back(ByRegion());
    for (const auto& [id, caption] :
         {std::pair("legal_model", t("By legal model")), std::pair("law_selling", t("By the law on selling sex"))}) {
      const model::Grouping* grouping = report_.Find(id);
      if (grouping == nullptr) continue;
      Table table = ByGroup(*grouping, caption);
      if (table.rows.empty()) continue;
      page.blocks.emplace_back(Heading{caption, std::string("by-") + id, 2});
      page.blocks.emplace_back(std::move(table));
    }
    for (const auto& [gaps, caption] : {std::pair(&report_.BarrierGaps(), t("Cases that name a barrier too")),
                                        std::pair(&report_.OutcomeGaps(), t("Cases that name an outcome too"))}) {
      Table table = Together(*gaps, caption, gaps == &report_.BarrierGaps() ? "table-barriers" : "table-outcomes");
      if (table.rows.empty()) continue;
      page.blocks.emplace_back(Heading{caption, table.id + "-head", 2});
      page.blocks.emplace_back(std::move(table));
    }
    return page;
  }

 private:
  using Where = std::tuple<std::int32_t, std::int32_t, std::int32_t>;  // document, start, end
  using OnePassage = std::vector<const model::CodingColumn*>;          // its codings with this code or one below

  const model::OrganisationId& IdOf(std::int32_t index) const {
    return report_.data.comparison.cases[static_cast<std::size_t>(index)];
  }
  static std::string NameOf(const model::OrganisationId& id) { return "case-" + id.value; }
  // Leads to the case's passages on this page.
  Span Here(std::int32_t index) const {
    return {report_.OrganisationName(IdOf(index)), PlaceTarget{report_.EvidencePage(code_), NameOf(IdOf(index))}};
  }
  bool Placed(std::int32_t index) const {
    const model::Organisation* organisation = report_.OrganisationOf(IdOf(index));
    return organisation != nullptr && organisation->country.has_value();
  }

  Quote QuoteOf(const OnePassage& passage) const {
    const auto& study = report_.data.study;
    const model::CodingColumn& first = *passage.front();
    const auto& document = study.documents[static_cast<std::size_t>(first.document_index)];
    Quote quote{report_.PassageText(first), report_.PassageLanguage(first), {}, {}};
    quote.translated = TranslationOf(report_, first);
    if (quote.text.empty()) quote.state = {{t("words not shown: no consent"), {}, "state"}};
    const std::string title =
        document.title.empty() ? t("Document {1}", report_.DocumentNumber(first.document_index)) : document.title;
    quote.about.push_back(
        {title, report_.PassageAt(first), {}, document.title.empty() ? "" : report_.PassageLanguage(first)});
    std::vector<std::int32_t> codes;
    std::vector<model::EvidenceType> grades;
    std::vector<model::SourceId> sources;
    const auto add = [](auto& list, const auto& one) {
      if (std::ranges::find(list, one) == list.end()) list.push_back(one);
    };
    for (const model::CodingColumn* column : passage) {
      if (column->code != code_) add(codes, column->code);
      const model::Coding* coding = report_.CodingOf(*column);
      if (coding == nullptr) continue;
      add(grades, coding->evidence_type);
      for (const model::SourceId& source : coding->sources) add(sources, source);
    }
    for (const std::int32_t code : codes) {
      quote.about.push_back({" · "});
      quote.about.push_back({report_.CodeLabel(code), report_.Number(code)});
    }
    for (const model::EvidenceType grade : grades) quote.about.push_back({" · " + Label(grade, t)});
    if (const std::string note = LanguageNoteOf(report_, first); !note.empty()) quote.about.push_back({" · " + note});
    // A passage without sources of its own stands on those of its document, and says so.
    const bool own = !sources.empty();
    const Spans links = report_.SourceLinks(own ? sources : document.sources);
    if (links.empty()) return quote;
    quote.about.push_back({" · "});
    quote.about.insert(quote.about.end(), links.begin(), links.end());
    if (!own) quote.about.push_back({" (" + t("of the whole document") + ")"});
    return quote;
  }

  Evidence ByRegion() const {
    const model::Grouping& regions = report_.Regions();
    Evidence evidence{report_.Number(code_), {}};
    std::vector<std::vector<std::int32_t>> cases(regions.groups.size());
    for (std::int32_t i = 0; i < report_.ListedCases(); ++i) {
      const std::int32_t group = report_.GroupOfCase(regions, i);
      if (group >= 0) cases[static_cast<std::size_t>(group)].push_back(i);
    }
    for (std::size_t g = 0; g < regions.groups.size(); ++g) {
      const model::Share& share = report_.Row(regions, code_).by_group[g];
      EvidenceGroup group{report_.Number(code_, regions, g),
                          report_.GroupLabel(regions, g),
                          share.of == 0 ? t("no case yet") : CasesOf(t, share.present, share.of),
                          static_cast<int>(g),
                          {},
                          {},
                          {}};
      Spans silent;
      Spans uncoded;
      std::int32_t not_yet = 0;
      for (const std::int32_t index : cases[g]) {
        const auto found = by_case_.find(index);
        if (found == by_case_.end()) {
          const bool none = report_.data.comparison.material[static_cast<std::size_t>(index)].passages == 0;
          not_yet += none ? 1 : 0;
          Spans& names = none ? uncoded : silent;
          if (!whole_ || names.size() > 2 * kMaxShown) continue;  // only their number is shown
          if (!names.empty()) names.push_back({report_.t.Comma()});
          names.push_back({report_.OrganisationName(IdOf(index)), Report::CasePage(IdOf(index))});
          continue;
        }
        CaseQuotes one{NameOf(IdOf(index)),
                       {{report_.OrganisationName(IdOf(index)), Report::CasePage(IdOf(index))}},
                       PlaceLine(report_, IdOf(index)),
                       ConsentOf(report_, IdOf(index)),
                       MayBeQuoted(report_, IdOf(index)),
                       {}};
        for (std::size_t p = found->second.first; p < found->second.second; ++p)
          one.quotes.push_back(QuoteOf(passages_[p]));
        group.cases.push_back(std::move(one));
      }
      if (!whole_) group.elsewhere = Elsewhere(regions, g);
      const std::int32_t more = report_.CountedOnlyWith(code_, regions, g);
      if (more > 0) {
        if (!group.elsewhere.empty()) group.elsewhere.push_back({". "});
        group.elsewhere.push_back(report_.AndCountedOnly(more, group.cases.empty()));
      }
      const std::int32_t silent_more = report_.CountedOnlyIn(regions, g) - more;
      if (silent_more > 0) {
        const bool first = silent.empty();
        if (!first) silent.push_back({" "});
        silent.push_back(report_.AndCountedOnly(silent_more, first));
      }
      AddSilent(share.of - share.present - not_yet, silent, t("Not reported in these cases"),
                t("No passage mentions it: not reported. It may still take place."), group);
      AddSilent(not_yet, uncoded, t("Not yet coded"), t("Nobody has coded a passage of theirs."), group);
      evidence.groups.push_back(std::move(group));
    }
    return evidence;
  }

  void AddSilent(std::int32_t count, const Spans& names, const std::string& what, const std::string& why,
                 EvidenceGroup& group) const {
    if (count == 0) return;
    group.silent.push_back({(group.silent.empty() ? "" : " ") + t("{1}: {2}", what, "")});
    if (whole_ && count <= static_cast<std::int32_t>(kMaxShown)) {
      group.silent.insert(group.silent.end(), names.begin(), names.end());
    } else {
      group.silent.push_back({std::to_string(count)});
    }
    group.silent.push_back({". " + why});
  }

  // The codes right below, each with its number of this group.
  Spans Elsewhere(const model::Grouping& grouping, std::size_t g) const {
    Spans spans;
    const auto& parents = report_.data.snapshot.parent;
    for (std::int32_t code = 0; code < std::ssize(parents); ++code) {
      const model::Share& share = report_.Row(grouping, code).by_group[g];
      if (parents[static_cast<std::size_t>(code)] != code_ || share.present == 0) continue;
      spans.push_back({spans.empty() ? t("The passages of the codes below stand on their pages: ") : t.Semicolon()});
      spans.push_back({report_.CodeLabel(code), report_.Number(code, grouping, g)});
      spans.push_back({t.Colon() + t("{1} of {2}", share.present, share.of)});
    }
    return spans;
  }

  // Only cases whose place may be told are named under a law; the others are counted.
  Table ByGroup(const model::Grouping& grouping, const std::string& caption) const {
    Table table{"table-" + grouping.id, caption, {t("Group"), t("Cases"), t("Cases with a coded passage")}, {}};
    std::vector<Spans> named(grouping.groups.size());
    std::vector<int> unnamed(grouping.groups.size());
    for (const auto& [index, range] : by_case_) {
      const std::int32_t group = report_.GroupOfCase(grouping, index);
      if (group < 0) continue;
      const auto g = static_cast<std::size_t>(group);
      if (!Placed(index)) {
        ++unnamed[g];
        continue;
      }
      if (!named[g].empty()) named[g].push_back({report_.t.Comma()});
      named[g].push_back(Here(index));
    }
    for (std::size_t g = 0; g < grouping.groups.size(); ++g) {
      const model::Share& share = report_.Row(grouping, code_).by_group[g];
      if (share.of == 0) continue;
      Spans cases = std::move(named[g]);
      if (unnamed[g] > 0) {
        cases.push_back({(cases.empty() ? "" : t.Semicolon()) + t.Plural("{1} case whose place may not be told",
                                                                         "{1} cases whose place may not be told",
                                                                         unnamed[g], unnamed[g]),
                         {},
                         "state"});
      }
      if (!whole_) {
        Spans elsewhere = Elsewhere(grouping, g);
        if (!cases.empty() && !elsewhere.empty()) cases.push_back({". "});
        cases.insert(cases.end(), elsewhere.begin(), elsewhere.end());
      }
      if (cases.empty()) cases.push_back({share.present == 0 ? t("none") : t("not sourced"), {}, "state"});
      table.rows.push_back(
          {{{report_.GroupLabel(grouping, g)}}, {{t("{1} of {2}", share.present, share.of)}}, std::move(cases)});
      table.numbers.push_back(report_.Number(code_, grouping, g));
    }
    return table;
  }

  Table Together(const Report::Gaps& gaps, const std::string& caption, const std::string& id) const {
    Table table{id, caption, {t("Code"), t("Cases with both"), t("Cases")}, {}};
    for (const std::size_t r : gaps.rows) {
      if (gaps.map->rows[r] != code_) continue;
      for (const std::size_t c : gaps.columns) {
        const model::GapCell& cell = gaps.Cell(r, c);
        if (cell.cases == 0) continue;
        Spans cases;
        if (whole_ && cell.case_indices.size() <= kMaxShown) {
          int more = 0;
          for (const std::int32_t index : cell.case_indices) {
            if (!report_.IsListed(index)) {
              ++more;
              continue;
            }
            if (!cases.empty()) cases.push_back({report_.t.Comma()});
            cases.push_back(Here(index));
          }
          if (more > 0) {
            const bool first = cases.empty();
            if (!first) cases.push_back({" "});
            cases.push_back(report_.AndCountedOnly(more, first));
          }
        } else {
          cases.push_back({t("Those that stand both here and under the other code.")});
        }
        table.rows.push_back({{{report_.CodeLabel(cell.column), report_.Number(cell.column)}},
                              {{t("{1} of {2}", cell.cases, gaps.map->cases)}},
                              std::move(cases)});
        table.numbers.push_back(report_.Gap(code_, cell.column));
      }
    }
    return table;
  }

  const Report& report_;
  const Words& t;
  std::int32_t code_;
  bool whole_ = true;
  std::vector<OnePassage> passages_;                                     // by case and place
  std::map<std::int32_t, std::pair<std::size_t, std::size_t>> by_case_;  // its passages, end-exclusive
};

}  // namespace

core::Status EvidencePages(const Report& report, const PageSink& sink) {
  for (std::int32_t code = 0; code < std::ssize(report.data.comparison.codes); ++code) {
    if (report.Row(report.Regions(), code).overall.present == 0) continue;
    CG_RETURN_IF_ERROR(sink(EvidenceOf(report, code).Make()));
  }
  return {};
}

}  // namespace commonground::publish
