// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people recommend, by addressee: each with the findings and practices that it rests on, and how sure those are.
#include <algorithm>
#include <map>
#include <set>

#include "publish/labels.h"
#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

const model::Finding* Find(const Report& report, const model::FindingId& id) {
  for (const model::Finding& finding : report.data.study.findings) {
    if (finding.id == id) return &finding;
  }
  return nullptr;
}

std::vector<Spans> RestsOn(const Report& report, const model::Finding& recommendation) {
  const Words& t = report.t;
  std::vector<Spans> lines;
  for (const auto& id : recommendation.rests_on) {
    const model::Finding* finding = Find(report, id);
    if (finding == nullptr) continue;
    Spans line{{t("Finding {1}", NumberOf(report, id)), PlaceOf(*finding)},
               {t.Colon() + (finding->confidence ? t("confidence: {1}", ConfidenceLabel(finding->confidence, t))
                                                 : t("not yet graded"))}};
    if (report.data.look_again.contains(id)) line.push_back({" · " + t("to look at again"), {}, "state"});
    lines.push_back(std::move(line));
  }
  for (const std::int32_t code : CodesOf(report, recommendation)) {
    const model::Share& share = report.Row(report.Regions(), code).overall;
    const bool told = share.present > 0;
    lines.push_back(
        {{report.CodeLabel(code), told ? Target(report.CodePage(code)) : Target(), {}, report.StudyLanguage()},
         {t.Colon()},
         Count(share, report, told ? Target(report.Number(code)) : Target())});
  }
  if (recommendation.rests_on.empty()) lines.push_back({{t("No finding yet"), {}, "state"}});
  return lines;
}

// Their words without links to sources, which stand behind the findings.
Spans WhyOf(const Report& report, const model::Finding& recommendation) {
  Spans why;
  for (const ProseBlock& block : report.ReadOurs(recommendation.text, 2)) {
    if (block.kind != ProseBlock::Kind::kParagraph) continue;
    if (!why.empty()) why.push_back({" "});
    for (const Run& run : block.runs) {
      const bool is_break = run.marks == Run::kBreak;
      why.push_back({is_break ? " " : run.text, run.target, {}, Leads(run.target) ? "" : report.StudyLanguage()});
    }
  }
  return why;
}

}  // namespace

std::vector<const model::Finding*> RecommendationsFor(const Report& report, std::int32_t code) {
  const auto is_about = [&](const model::Finding& finding) {
    return std::ranges::any_of(CodesOf(report, finding), [&](std::int32_t one) {
      for (; one >= 0; one = report.data.snapshot.parent[static_cast<std::size_t>(one)]) {
        if (one == code) return true;
      }
      return false;
    });
  };
  std::vector<const model::Finding*> found;
  for (const model::Finding* one : RecommendationsOf(report)) {
    const bool rests = is_about(*one) || std::ranges::any_of(one->rests_on, [&](const model::FindingId& id) {
                         const model::Finding* finding = Find(report, id);
                         return finding != nullptr && is_about(*finding);
                       });
    if (rests) found.push_back(one);
  }
  return found;
}

Advice AdviceOf(const Report& report, const std::vector<const model::Finding*>& recommendations, AdviceOn on) {
  const Words& t = report.t;
  Advice advice{{t("To"), t("Recommendation"), t("Rests on")}, on == AdviceOn::kOwnPage, {}};
  std::set<model::FindingId> placed;
  std::map<model::FindingId, std::size_t> item_of;  // elsewhere than on its own page it stands once
  for (const auto& [addressee, word] : model::Words<model::Addressee>()) {
    for (const model::Finding* one : recommendations) {
      if (std::ranges::find(one->addressees, addressee) == one->addressees.end()) continue;
      const std::string name = "recommendation-" + one->id.value;
      if (const auto at = item_of.find(one->id); on == AdviceOn::kPracticePage && at != item_of.end()) {
        advice.items[at->second].to += t.Comma() + Label(addressee, t);
        continue;
      }
      Advice::Item item;
      item.to = Label(addressee, t);
      item.statement = {one->statement, {}, {}, report.StudyLanguage()};
      if (on == AdviceOn::kOwnPage) {
        if (placed.insert(one->id).second) item.id = name;
        item.text = WhyOf(report, *one);
      } else {
        item.statement.target = PlaceTarget{{PageKind::kRecommendations}, name};
      }
      item.rests_on = RestsOn(report, *one);
      item_of.emplace(one->id, advice.items.size());
      advice.items.push_back(std::move(item));
    }
  }
  return advice;
}

bool HasRecommendations(const Report& report) {
  return HasChapter(report, "recommendations") || !RecommendationsOf(report).empty();
}

core::Status RecommendationsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  if (!HasRecommendations(report)) return {};
  Page page{{PageKind::kRecommendations}, t("Recommendations"), {}};
  AddChapter(report, "recommendations", page);
  const auto recommendations = RecommendationsOf(report);
  if (!recommendations.empty()) {
    page.head.answer = {{t("Each speaks to somebody and says on which findings and practices it rests.")}};
    int with_finding = 0;
    for (const model::Finding* one : recommendations) with_finding += one->rests_on.empty() ? 0 : 1;
    page.head.tally = {
        {std::to_string(recommendations.size()),
         {},
         {{t.Plural("recommendation here", "recommendations here", static_cast<int>(recommendations.size()))}},
         {}},
        {std::to_string(with_finding),
         {},
         {{t.Plural("rests on a finding", "rest on a finding", static_cast<int>(with_finding))}},
         {}},
        {std::to_string(std::ssize(recommendations) - with_finding), {}, {{t("on practices only")}}, {}}};
    page.blocks.emplace_back(Heading{t("By addressee"), "by-addressee", 2, Heading::Layout::kWide});
    page.blocks.emplace_back(AdviceOf(report, recommendations, AdviceOn::kOwnPage));
  }
  return sink(std::move(page));
}

}  // namespace commonground::publish
