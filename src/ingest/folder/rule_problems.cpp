// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Gives each problem its place in the folder: file, line and column.
#include "ingest/folder/rule_problems.h"

#include <fmt/format.h>

#include "ingest/folder/built_in.h"
#include "ingest/folder/kind_files.h"
#include "rules/check.h"

namespace commonground::ingest {

namespace {

using rules::About;
using rules::Kind;

// In which section of study.toml a setting stands.
std::string KeyOfSetting(const std::string& field) {
  if (field == "frame_sources") return "frame.sources";
  const bool of_study = field == "language" || field == "reference_date";
  return (of_study ? "study." : "verification.") + field;
}

class Translator {
 public:
  Translator(const model::Study& study, const SourceLines& places, Problems& problems)
      : study_(study), places_(places), problems_(problems) {}

  void Take(const rules::Problem& problem) {
    const auto where = Find(problem.about);
    if (!where) return;
    const SourceLocation spot{&problems_, where->file, where->line, where->column};
    const auto name = [this](const About& about) { return NameOf(about); };
    std::string message = rules::Filled(problem.message, problem.mentions, name);
    std::string fix = rules::Filled(problem.fix, problem.mentions, name);
    if (problem.severity == core::Severity::kError) {
      spot.Bad(problem.value, std::move(message), std::move(fix));
    } else {
      spot.Note(problem.value, std::move(message), std::move(fix));
    }
  }

 private:
  struct Where {
    std::string file;
    int line = 0;
    std::string column;
  };

  // None: the folder does not say it at all, so that nothing there is wrong.
  std::optional<Where> Find(const About& about) const {
    const std::string& field = about.field;
    switch (about.kind) {
      case Kind::kSettings: {
        const std::string key = KeyOfSetting(field);
        return Where{"study.toml", places_.Key("study.toml", key), key};
      }
      case Kind::kRegion:
        return Where{"study.toml", places_.Row("study.toml", about.index), "frame.region." + field};
      case Kind::kLegalModelRule:
        return Where{"legal_model.toml", places_.Row("legal_model.toml", about.index), "rule." + field};
      case Kind::kDefinition: {
        const std::string file = FileOf(about.kind, about.id);
        return Where{file, places_.Key(file, field), field};
      }
      case Kind::kCaseStudy:
        return Where{"case-studies/" + about.id, 0, ""};
      case Kind::kDocument:
        return FindInDocument(about);
      case Kind::kOldVersion: {
        const model::OldVersion& old = study_.old_versions[about.index];
        return Where{fmt::format("case-studies/{}.v{}.txt", old.document.value, old.version), 0, ""};
      }
      case Kind::kFinding: {
        const std::string file = FileOf(about.kind, about.id);
        if (field == "text") return Where{file, places_.Key(file, kTextKey) + about.line - 1, ""};
        return Where{file, places_.Key(file, field), field};
      }
      case Kind::kChapter:
        return Where{FileOf(about.kind, about.id), about.line, ""};
      default:
        return Where{std::string(FileOf(about.kind)), places_.Row(FileOf(about.kind), about.index), field};
    }
  }

  std::optional<Where> FindInDocument(const About& about) const {
    const model::Document& document = study_.documents[about.index];
    const std::string file = "case-studies/" + document.id.value;
    if (about.field == "text") return Where{file, about.line, ""};
    if (about.field == "parts") return Where{file + ".parts.csv", 0, "start"};
    const auto entry = places_.keys.find("document:" + document.id.value);
    if (entry == places_.keys.end()) return std::nullopt;
    return Where{FileOf(Kind::kDocument, document.id.value), entry->second, "document." + about.field};
  }

  // As the person of a folder knows it: a file, or a line of the file that is spoken of.
  std::string NameOf(const About& about) const {
    if (about.index != rules::kNoIndex) {
      const auto where = Find(about);
      return "line " + std::to_string(where ? where->line : 0);
    }
    return NameInFolder(about);
  }

  const model::Study& study_;
  const SourceLines& places_;
  Problems& problems_;
};

}  // namespace

void CheckStudy(const model::Study& study, const SourceLines& places, Problems& problems) {
  rules::Circumstances circumstances;
  circumstances.general_rule = &BuiltInLegalModel();
  circumstances.today = places.today;
  circumstances.readable = [&](Kind kind, std::string_view id) {
    if (id.empty()) return places.Readable(kind == Kind::kDocument ? "case-studies" : FileOf(kind));
    if (kind == Kind::kDefinition) return places.Readable(FileOf(kind, id));
    return places.Readable("case-studies/" + std::string(id));
  };
  Translator translator(study, places, problems);
  for (const rules::Problem& problem : rules::Check(study, circumstances)) translator.Take(problem);
}

}  // namespace commonground::ingest
