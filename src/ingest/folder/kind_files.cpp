// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Maps kinds to files, as docs/file-formats.md describes the folder.
#include "ingest/folder/kind_files.h"

#include "rules/shown.h"

namespace commonground::ingest {

using rules::Kind;

std::string_view FileOf(Kind kind) {
  switch (kind) {
    case Kind::kSettings:
    case Kind::kRegion:
      return "study.toml";
    case Kind::kInventedCountry:
      return "invented-countries.csv";
    case Kind::kSlot:
      return "slots.csv";
    case Kind::kSource:
      return "sources.csv";
    case Kind::kOrganisation:
      return "organisations.csv";
    case Kind::kStatement:
      return "statements.csv";
    case Kind::kLeadershipRecord:
      return "leadership.csv";
    case Kind::kIndicator:
      return "indicators.csv";
    case Kind::kLegalModelRule:
      return "legal_model.toml";
    case Kind::kContextFact:
      return "contexts.csv";
    case Kind::kCode:
      return "codebook.csv";
    case Kind::kCoding:
      return "codings.csv";
    case Kind::kOrphan:
      return "orphans.csv";
    case Kind::kMemo:
      return "memos.csv";
    case Kind::kSet:
      return "sets.csv";
    case Kind::kAssignment:
      return "assignments.csv";
    case Kind::kAdjudication:
      return "adjudications.csv";
    case Kind::kDecision:
      return "decisions.csv";
    case Kind::kConsent:
      return "consents.csv";
    case Kind::kPartner:
      return "partners.csv";
    case Kind::kPartnership:
      return "partnerships.csv";
    case Kind::kOutcome:
      return "outcomes.csv";
    case Kind::kAnswer:
      return "answers.csv";
    case Kind::kTarget:
      return "targets.csv";
    case Kind::kTranslation:
      return "translations.csv";
    case Kind::kEdition:
      return "editions.csv";
    case Kind::kDefinition:
    case Kind::kCaseStudy:
    case Kind::kDocument:
    case Kind::kOldVersion:
    case Kind::kFinding:
    case Kind::kChapter:
      return {};
  }
  return {};
}

std::string FileOf(Kind kind, std::string_view id) {
  const std::string name(id);
  switch (kind) {
    case Kind::kDefinition:
      return "definitions/" + name + ".toml";
    case Kind::kFinding:
      return "findings/" + name + ".md";
    case Kind::kChapter:
      return "report/" + name + ".md";
    case Kind::kCaseStudy:
      return "case-studies/" + name + "/meta.toml";
    case Kind::kDocument:
      return "case-studies/" + name.substr(0, name.find('/')) + "/meta.toml";
    default:
      return std::string(FileOf(kind));
  }
}

std::string NameInFolder(const rules::About& about) {
  if (about.kind == Kind::kDefinition) return FileOf(about.kind, about.id);
  if (about.kind == Kind::kDocument) return "case-studies";
  if (about.kind == Kind::kFinding) return "findings";  // a file each
  if (about.kind == Kind::kChapter) return "report";
  if (about.kind == Kind::kCaseStudy) return "meta.toml";
  return std::string(FileOf(about.kind));
}

core::Problem InFolder(const rules::Problem& problem) {
  const rules::About& about = problem.about;
  const bool in_text = about.field == "text";
  std::string file =
      in_text && about.kind == Kind::kDocument ? "case-studies/" + about.id : FileOf(about.kind, about.id);
  return {problem.severity,
          std::move(file),
          about.line,
          in_text ? std::string() : about.field,
          rules::Shown(problem.value),
          rules::Filled(problem.message, problem.mentions, &NameInFolder),
          rules::Filled(problem.fix, problem.mentions, &NameInFolder)};
}

}  // namespace commonground::ingest
