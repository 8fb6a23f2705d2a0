// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks up what many pages need.

#include "publish/report.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "publish/indicator_words.h"
#include "publish/known_words.h"
#include "publish/placed.h"
#include "publish/prose.h"

namespace commonground::publish {

namespace {
constexpr std::int64_t kShownCodePoints = 300;  // of a passage on an evidence page; the case's page has it whole
constexpr std::size_t kMaxColumns = 12;         // of a map of pairs
}  // namespace

Report::Report(const model::Publication& publication, const Words& words) : data(publication), t(words) {
  if (!data.comparison.groupings.empty()) regions_ = data.comparison.groupings.front();
  for (model::Group& group : regions_.groups) group.label = RegionWords(group.label, t);
  const model::Study& study = data.study;
  if (study.settings.language != t.language()) {
    if (auto own = Words::For(study.settings.language)) of_study_ = *std::move(own);
  }
  for (std::size_t i = 0; i < study.organisations.size(); ++i) organisation_[study.organisations[i].id.value] = i;
  for (std::size_t i = 0; i < study.sources.size(); ++i) source_[study.sources[i].id.value] = i;
  for (std::size_t i = 0; i < static_cast<std::size_t>(ListedCases()); ++i) {
    case_[data.snapshot.cases[i].value] = static_cast<std::int32_t>(i);
  }
  text_.reserve(study.documents.size());
  for (const model::Document& document : study.documents) {
    auto& of_same = documents_[document.organisation];
    of_same.push_back(document_number_.size());
    document_number_.push_back(static_cast<int>(of_same.size()));
    const core::TextIndex& index = text_.emplace_back(std::string_view(document.text));
    block_end_.emplace_back();
    for (const TextBlock& block : SplitBlocks(document.text)) block_end_.back().push_back(index.CodePoint(block.end));
  }
  heading_.assign(data.snapshot.codes.size(), false);
  for (const std::int32_t parent : data.snapshot.parent) {
    if (parent >= 0 && data.snapshot.parent[static_cast<std::size_t>(parent)] < 0) {
      heading_[static_cast<std::size_t>(parent)] = true;
    }
  }
  FindPassages();
  FindCodings();
  outcome_gaps_ = GapsOf(data.comparison.practice_by_outcome);
  barrier_gaps_ = GapsOf(data.comparison.practice_by_barrier);
}

void Report::FindPassages() {
  const auto& snapshot = data.snapshot;
  passages_.resize(snapshot.codes.size());
  for (std::size_t i = 0; i < snapshot.codings.size(); ++i) {
    for (std::int32_t code = snapshot.codings[i].code; code >= 0;
         code = snapshot.parent[static_cast<std::size_t>(code)]) {
      passages_[static_cast<std::size_t>(code)].push_back(
          {static_cast<std::int32_t>(i), snapshot.codings[i].case_index});
    }
  }
  for (auto& list : passages_) {
    std::ranges::stable_sort(list, [&](const PassageRef& a, const PassageRef& b) {
      const auto& x = snapshot.codings[static_cast<std::size_t>(a.coding)];
      const auto& y = snapshot.codings[static_cast<std::size_t>(b.coding)];
      return std::tie(x.case_index, x.document_index, x.start, x.end) <
             std::tie(y.case_index, y.document_index, y.start, y.end);
    });
  }
}

void Report::FindCodings() {
  const auto numbers = [](const auto& list, auto id_of) {
    std::unordered_map<std::string_view, std::int32_t> number;
    for (const auto& one : list) number.emplace(id_of(one), static_cast<std::int32_t>(number.size()));
    return number;
  };
  const auto self = [](const auto& id) -> std::string_view { return id.value; };
  const auto documents =
      numbers(data.study.documents, [](const auto& document) -> std::string_view { return document.id.value; });
  const auto codes = numbers(data.snapshot.codes, self);
  const auto coders = numbers(data.snapshot.coders, self);
  const auto number_of = [](const auto& map, std::string_view id) {
    const auto found = map.find(id);
    return found == map.end() ? -1 : found->second;
  };
  for (std::size_t i = 0; i < data.study.codings.size(); ++i) {
    const model::Coding& one = data.study.codings[i];
    if (one.status != model::CodingStatus::kAccepted) continue;
    codings_.push_back({number_of(documents, one.document.value), number_of(codes, one.code.value),
                        number_of(coders, one.coder.value), one.range.start, one.range.end, i});
  }
  std::ranges::stable_sort(
      codings_, {}, [](const Placed& one) { return std::tie(one.document, one.code, one.coder, one.start, one.end); });
}

std::vector<std::size_t> Report::FewOf(const std::vector<std::int32_t>& codes, std::size_t most) const {
  const auto cases_of = [&](std::size_t i) { return Row(Regions(), codes[i]).overall.present; };
  const auto below_heading = [&](std::size_t i) {
    const std::int32_t parent = data.snapshot.parent[static_cast<std::size_t>(codes[i])];
    return parent < 0 || IsHeading(parent);
  };
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (!IsHeading(codes[i]) && cases_of(i) > 0) kept.push_back(i);
  }
  if (kept.size() <= most) return kept;
  std::erase_if(kept, [&](std::size_t i) { return !below_heading(i); });
  std::ranges::stable_sort(kept, std::ranges::greater{}, cases_of);
  if (kept.size() > most) kept.resize(most);
  std::ranges::sort(kept);
  return kept;
}

Report::Gaps Report::GapsOf(const model::GapMap& map) const {
  return {&map, FewOf(map.rows, kMaxShown), FewOf(map.columns, kMaxColumns)};
}

const model::Organisation* Report::OrganisationOf(const model::OrganisationId& id) const {
  const auto found = organisation_.find(id.value);
  return found == organisation_.end() ? nullptr : &data.study.organisations[found->second];
}

std::string Report::OrganisationName(const model::OrganisationId& id) const {
  const model::Organisation* organisation = OrganisationOf(id);
  const auto named = data.named.find(id);
  if (organisation == nullptr || named == data.named.end() || !named->second) {
    const std::size_t dash = id.value.rfind('-');
    return t("Organisation {1} (not named)", dash == std::string::npos ? id.value : id.value.substr(dash + 1));
  }
  return organisation->short_name.empty() ? organisation->name : organisation->short_name;
}

std::string Report::CountryName(const model::CountryCode& code, const Words& words) const {
  for (const model::InventedCountry& place : data.study.invented_countries) {
    if (place.code == code) return place.name;
  }
  const icu::Locale country = icu::Locale::createFromName(("und_" + code.value).c_str());
  icu::UnicodeString name;
  country.getDisplayCountry(icu::Locale(words.language().c_str()), name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() || text == code.value ? code.value : text;
}

std::string Report::RegionLabel(const model::RegionId& id) const {
  for (const auto& region : data.study.regions) {
    if (region.id == id) return RegionWords(region.label, t);
  }
  return id.value;
}

std::string Report::CodeLabel(std::int32_t code) const {
  const model::Code& one = data.study.codebook[static_cast<std::size_t>(code)];
  return one.label.empty() ? one.id.value : one.label;
}

std::string Report::CodeName(const model::CodeId& id) const {
  const auto found = std::ranges::find(data.study.codebook, id, &model::Code::id);
  return found == data.study.codebook.end() || found->label.empty() ? id.value : found->label;
}

std::string Report::DefinitionLabel(const model::DefinitionId& id) const {
  const auto found = std::ranges::find(data.study.definitions, id, &model::Definition::id);
  if (found == data.study.definitions.end() || found->label.empty()) return id.value;
  return t.Known(found->label).value_or(found->label);
}

Span Report::TakenOver(const std::string& text, const std::string& style) const {
  // English has no catalogue: whether the words are ours is then for the study's language to tell.
  const bool is_own = !text.empty() && !(t.language() == "en" ? WordsOfStudy() : t).Known(text);
  return {t.Known(text).value_or(text), {}, style, is_own ? StudyLanguage() : ""};
}

PageId Report::CodePage(std::int32_t code) const {
  const bool practice = data.snapshot.kinds[static_cast<std::size_t>(code)] == model::CodeKind::kPractice;
  if (!practice || IsHeading(code)) return EvidencePage(code);
  return {PageKind::kPractice, IdOf(code).value};
}

const std::vector<std::size_t>& Report::DocumentsOf(const model::OrganisationId& id) const {
  static const std::vector<std::size_t> none;
  const auto found = documents_.find(id);
  return found == documents_.end() ? none : found->second;
}

std::string Report::ValueLabel(const std::string& value) const {
  return IndicatorValueLabel(value, t);
}

std::string Report::GroupLabel(const model::Grouping& grouping, std::size_t group) const {
  return grouping.id == "region" ? RegionWords(grouping.groups[group].label, t) : ValueLabel(grouping.groups[group].id);
}

std::string Report::KindLabel(model::CodeKind kind) const {
  switch (kind) {
    case model::CodeKind::kPractice:
      return t("practice");
    case model::CodeKind::kBarrier:
      return t("barrier");
    case model::CodeKind::kOutcome:
      return t("outcome");
    case model::CodeKind::kEnabler:
      return t("enabler");
    case model::CodeKind::kSector:
      return t("sector");
    case model::CodeKind::kOther:
      return t("other");
  }
  return {};
}

std::string Report::ClassLabel(const model::CodeRow& row, const model::Grouping& grouping) const {
  const Material material = MaterialOf(grouping);
  const bool regions = grouping.id == "region";
  std::string name;
  switch (row.prevalence) {
    case model::PrevalenceClass::kCommonGround:
      name = t("common ground");
      break;
    case model::PrevalenceClass::kInMostRegions:
      name = t("in most regions");
      break;
    case model::PrevalenceClass::kRegional:
      name = regions ? t("in one region only") : t("in one group only");
      break;
    case model::PrevalenceClass::kInFewRegions:
      name = t("in few regions");
      break;
    case model::PrevalenceClass::kAbsent:
      return t("not sourced");
  }
  if (!row.so_far) return name;
  return regions ? t.Plural("{1}, so far: in {2} of {3} region with material (of {4})",
                            "{1}, so far: in {2} of the {3} regions with material (of {4})", material.groups, name,
                            row.reach, material.groups, material.of)
                 : t.Plural("{1}, so far: in {2} of {3} group with material (of {4})",
                            "{1}, so far: in {2} of the {3} groups with material (of {4})", material.groups, name,
                            row.reach, material.groups, material.of);
}

Span Report::SourceLink(const model::SourceId& id) const {
  const auto found = source_.find(id.value);
  if (found == source_.end()) return {t("source not shown"), {}, "state"};
  const int number = static_cast<int>(found->second) + 1;
  return {"[" + std::to_string(number) + "]", SourceTarget{id, number}};
}

Spans Report::SourceLinks(const std::vector<model::SourceId>& ids) const {
  Spans spans;
  for (const model::SourceId& id : ids) {
    if (!spans.empty()) spans.push_back({" "});
    spans.push_back(SourceLink(id));
  }
  return spans;
}

std::vector<ProseBlock> Report::Read(std::string_view markdown, int shift) const {
  return ReadMarkdown(markdown, shift,
                      [this](const std::string& source) { return SourceLink(model::SourceId(source)); });
}

std::vector<ProseBlock> Report::ReadOurs(std::string_view markdown, int shift, const Words& words) const {
  return ReadMarkdown(
      markdown, shift, [this](const std::string& source) { return SourceLink(model::SourceId(source)); },
      [&](const rules::Placeholder& one) { return publish::Placed(*this, one, words); });
}

std::string Report::StudyLanguage() const {
  const std::string& language = data.study.settings.language;
  return language == t.language() ? "" : language;
}

const model::Grouping* Report::Find(const std::string& grouping) const {
  for (const auto& one : data.comparison.groupings) {
    if (one.id == grouping) return one.id == regions_.id ? &regions_ : &one;
  }
  return nullptr;
}

std::vector<std::int32_t> Report::CodesOf(model::CodeKind kind) const {
  std::vector<std::int32_t> codes;
  for (const model::CodeRow& row : Regions().rows) {
    if (data.snapshot.kinds[static_cast<std::size_t>(row.code)] == kind && !IsHeading(row.code) &&
        row.overall.present > 0) {
      codes.push_back(row.code);
    }
  }
  const auto balance = [&](std::int32_t code) {
    const model::CodeRow& row = Row(Regions(), code);
    return row.balanced_den == 0 ? 0.0 : static_cast<double>(row.balanced_num) / static_cast<double>(row.balanced_den);
  };
  std::ranges::stable_sort(codes, [&](std::int32_t a, std::int32_t b) { return balance(a) > balance(b); });
  return codes;
}

std::vector<std::int32_t> Report::CommonGround(const model::Grouping& grouping, model::CodeKind kind) const {
  std::vector<std::int32_t> codes = CodesOf(kind);
  std::erase_if(codes, [&](std::int32_t code) {
    return Row(grouping, code).prevalence != model::PrevalenceClass::kCommonGround;
  });
  return codes;
}

Report::Material Report::MaterialOf(const model::Grouping& grouping) {
  Material material;
  for (const model::Group& group : grouping.groups) {
    if (group.id == "unknown" || group.id == "disputed") continue;
    ++material.of;
    material.groups += group.cases > 0 ? 1 : 0;
  }
  return material;
}

int Report::LeastCases() const {
  const auto cases = static_cast<std::int64_t>(data.comparison.cases.size());
  const core::Fraction& share = data.snapshot.common_ground_share;
  return static_cast<int>((cases * share.p + share.q - 1) / share.q);
}

std::int32_t Report::GroupOfCase(const model::Grouping& grouping, std::int32_t case_index) const {
  for (const auto& plan : data.snapshot.groupings) {
    if (plan.id == grouping.id) return plan.group_of_case[static_cast<std::size_t>(case_index)];
  }
  return -1;
}

std::int32_t Report::CountedOnlyIn(const model::Grouping& grouping, std::size_t group) const {
  return static_cast<std::int32_t>(std::ranges::count_if(data.counted_only, [&](const model::CountedCase& one) {
    return GroupOfCase(grouping, one.case_index) == static_cast<std::int32_t>(group);
  }));
}

std::int32_t Report::CountedOnlyWith(std::int32_t code, const model::Grouping& grouping, std::size_t group) const {
  return static_cast<std::int32_t>(std::ranges::count_if(data.counted_only, [&](const model::CountedCase& one) {
    return GroupOfCase(grouping, one.case_index) == static_cast<std::int32_t>(group) &&
           std::ranges::binary_search(one.codes, code);
  }));
}

std::vector<std::int32_t> Report::CasesWith(std::int32_t code) const {
  std::vector<std::int32_t> cases;
  for (const PassageRef& passage : PassagesOf(code)) {
    if (cases.empty() || cases.back() != passage.case_index) cases.push_back(passage.case_index);
  }
  for (const model::CountedCase& one : data.counted_only) {
    if (std::ranges::binary_search(one.codes, code)) cases.push_back(one.case_index);
  }
  return cases;
}

Span Report::AndCountedOnly(int more, bool alone) const {
  return {alone ? t.Plural("{1} case that is counted only", "{1} cases that are counted only", more, more)
                : t.Plural("and {1} more that is counted only", "and {1} more that are counted only", more, more),
          {},
          "state"};
}

std::int32_t Report::CaseIndex(const model::OrganisationId& id) const {
  const auto found = case_.find(id.value);
  return found == case_.end() ? -1 : found->second;
}

PassageTarget Report::PassageAt(const model::CodingColumn& coding) const {
  const auto d = static_cast<std::size_t>(coding.document_index);
  PassageTarget target{data.study.documents[d].organisation, document_number_[d], 0};
  const auto& ends = block_end_[d];
  if (ends.empty()) return target;
  const auto block = std::ranges::upper_bound(ends, coding.start) - ends.begin();
  target.paragraph = static_cast<int>(std::min<std::ptrdiff_t>(block, std::ssize(ends) - 1)) + 1;
  return target;
}

std::string Report::PassageText(const model::CodingColumn& coding) const {
  const auto d = static_cast<std::size_t>(coding.document_index);
  if (data.study.documents[d].text.empty()) return {};
  const std::int64_t end = std::min<std::int64_t>(coding.end, coding.start + kShownCodePoints);
  const auto slice = text_[d].Slice({coding.start, end});
  if (!slice) return {};
  return WithoutCitations(*slice) + (end < coding.end ? " …" : "");
}

std::string Report::PassageLanguage(const model::CodingColumn& coding) const {
  const std::string& language = data.study.documents[static_cast<std::size_t>(coding.document_index)].language;
  return language.empty() ? "und" : language;
}

const model::Coding* Report::CodingOf(const model::CodingColumn& coding) const {
  const Placed wanted{coding.document_index, coding.code, coding.coder, coding.start, coding.end, 0};
  const auto key = [](const Placed& one) { return std::tie(one.document, one.code, one.coder, one.start, one.end); };
  const auto found = std::ranges::lower_bound(codings_, key(wanted), {}, key);
  if (found == codings_.end() || key(*found) != key(wanted)) return nullptr;
  return &data.study.codings[found->coding];
}

Span Count(const model::Share& share, const Report& report, Target target) {
  return {report.t("{1} of {2}", share.present, share.of), std::move(target)};
}

}  // namespace commonground::publish
