// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names things and problems: ids of things that have none of their own are what no two of them share.
#include "rules/problem.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/guids.h"
#include "rules/shown.h"

namespace commonground::rules {

namespace {

template <typename List, typename Id>
std::string At(const List& list, std::size_t index, const Id& id) {
  return index < list.size() ? std::string(id(list[index])) : std::string();
}

template <typename List>
std::string OwnId(const List& list, std::size_t index) {
  return At(list, index, [](const auto& one) { return one.id.value; });
}

}  // namespace

std::string IdOf(const model::Study& study, Kind kind, std::size_t index) {
  switch (kind) {
    case Kind::kSettings:
      return {};
    case Kind::kRegion:
      return OwnId(study.regions, index);
    case Kind::kInventedCountry:
      return At(study.invented_countries, index, [](const auto& one) { return one.code.value; });
    case Kind::kSlot:
      return OwnId(study.slots, index);
    case Kind::kSource:
      return OwnId(study.sources, index);
    case Kind::kOrganisation:
      return OwnId(study.organisations, index);
    case Kind::kStatement:
      return At(study.statements, index, [](const auto& one) { return one.subject + ", " + one.property; });
    case Kind::kLeadershipRecord:
      return At(study.leadership, index,
                [](const auto& one) { return one.organisation.value + ", " + one.as_of.Text() + ", " + one.body; });
    case Kind::kDefinition:
      return OwnId(study.definitions, index);
    case Kind::kIndicator:
      return OwnId(study.indicators, index);
    case Kind::kLegalModelRule:
      return At(study.legal_model, index, [](const auto& one) { return one.model; });
    case Kind::kContextFact:
      return At(study.contexts, index, [](const auto& one) { return one.country.value + ", " + one.indicator.value; });
    case Kind::kCode:
      return OwnId(study.codebook, index);
    case Kind::kCaseStudy:
      return At(study.cases, index, [](const auto& one) { return one.organisation.value; });
    case Kind::kDocument:
      return OwnId(study.documents, index);
    case Kind::kOldVersion:
      return At(study.old_versions, index,
                [](const auto& one) { return one.document.value + ", " + std::to_string(one.version); });
    case Kind::kCoding:
      return At(study.codings, index, [](const auto& one) { return model::IdOf(one).value; });
    case Kind::kOrphan:
      return At(study.orphans, index, [](const auto& one) { return model::IdOf(one.coding).value; });
    case Kind::kMemo:
      return OwnId(study.memos, index);
    case Kind::kSet:
      return OwnId(study.sets, index);
    case Kind::kAssignment:
      return OwnId(study.assignments, index);
    case Kind::kAdjudication:
      return OwnId(study.adjudications, index);
    case Kind::kDecision:
      return OwnId(study.decisions, index);
    case Kind::kConsent:
      return At(study.consents, index,
                [](const auto& one) { return one.subject + ", " + std::string(model::Word(one.scope)); });
    case Kind::kPartner:
      return OwnId(study.partners, index);
    case Kind::kPartnership:
      return At(study.partnerships, index,
                [](const auto& one) { return one.organisation.value + ", " + one.partner.value; });
    case Kind::kOutcome:
      return At(study.outcomes, index, [](const auto& one) { return one.organisation.value + ", " + one.measure; });
    case Kind::kAnswer:
      return At(study.answers, index, [](const auto& one) { return one.practice.value + ", " + one.barrier.value; });
    case Kind::kTarget:
      return OwnId(study.targets, index);
    case Kind::kTranslation:
      return At(study.translations, index, [](const auto& one) { return one.document.value + ", " + one.language; });
    case Kind::kFinding:
      return OwnId(study.findings, index);
    case Kind::kChapter:
      return OwnId(study.chapters, index);
    case Kind::kEdition:
      return OwnId(study.editions, index);
  }
  return {};
}

std::string Filled(std::string text, const std::vector<About>& mentions,
                   const std::function<std::string(const About&)>& name) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const std::string mark = fmt::format("{{{}}}", i + 1);
    const std::size_t at = text.find(mark);
    if (at != std::string::npos) text.replace(at, mark.size(), name(mentions[i]));
  }
  return text;
}

std::string PlainName(const About& about) {
  if (about.index == kNoIndex && about.id.empty()) return fmt::format("the {}", PluralOf(about.kind));
  return fmt::format("{} {}", NameOf(about.kind), Shown(about.id));
}

std::string Describe(const Problem& problem) {
  std::string text = std::string(NameOf(problem.about.kind));
  if (!problem.about.id.empty()) text += " " + Shown(problem.about.id);
  if (problem.about.line > 0) text += fmt::format(":{}", problem.about.line);
  text += ": ";
  if (!problem.about.field.empty()) text += Shown(problem.about.field) + ": ";
  if (!problem.value.empty()) text += fmt::format("\"{}\": ", Shown(problem.value));
  text += Filled(problem.message, problem.mentions, &PlainName);
  if (!problem.fix.empty()) text += ". Fix: " + Filled(problem.fix, problem.mentions, &PlainName);
  return text;
}

bool HasErrors(const std::vector<Problem>& problems) {
  return std::ranges::any_of(problems,
                             [](const Problem& problem) { return problem.severity == core::Severity::kError; });
}

}  // namespace commonground::rules
