// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Old versions of texts, the codings that were left behind on them, and the parts of texts.
#include <fmt/format.h>

#include <map>

#include "core/text_range.h"
#include "rules/checked.h"

namespace commonground::rules {

namespace {

using VersionText = std::map<std::pair<std::string, int>, const std::string*>;

VersionText CheckOldVersions(const Checked& checked) {
  std::map<std::string, int> newest;
  for (const model::Document& document : checked.study.documents) newest[document.id.value] = document.version;
  VersionText texts;
  for (std::size_t i = 0; i < checked.study.old_versions.size(); ++i) {
    const model::OldVersion& old = checked.study.old_versions[i];
    texts[{old.document.value, old.version}] = &old.text;
    const auto found = newest.find(old.document.value);
    const Field field = checked.Of(Kind::kOldVersion, i, "");
    if (found == newest.end()) {
      if (checked.Readable(Kind::kDocument, old.document.value)) {
        field.Bad({}, "is an old version of a document that is not there", "add the document, or take this file away");
      }
    } else if (old.version >= found->second) {
      field.Bad({}, fmt::format("is not older than its document (version {})", found->second),
                "correct version in {1}, or take this file away", {All(Kind::kCaseStudy)});
    }
  }
  return texts;
}

void CheckOrphans(const Checked& checked, const VersionText& texts) {
  for (std::size_t i = 0; i < checked.study.orphans.size(); ++i) {
    const model::Orphan& orphan = checked.study.orphans[i];
    const auto at = [&](std::string_view field) { return checked.Of(Kind::kOrphan, i, field); };
    CheckReferences(checked, i, orphan, "document");  // the old version says it
    const auto found = texts.find({orphan.coding.document.value, orphan.version});
    if (found == texts.end()) {
      at("version").Bad(std::to_string(orphan.version), "there is no such old version of this document",
                        "take the row out, or add the file DOCUMENT.vVERSION.txt to the case study's folder");
      continue;
    }
    const core::TextIndex index(*found->second);
    const auto words = index.Slice(orphan.coding.range);
    if (!words || *words != orphan.coding.exact) {
      at("exact").Bad(orphan.coding.exact, "is not what stands at this place of the old version",
                      "take the row out, or correct start and end");
    }
  }
}

void CheckParts(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.documents.size(); ++i) {
    const model::Document& document = checked.study.documents[i];
    if (document.parts.empty()) continue;
    const auto wrong = FirstWrongPart(document.parts, core::CountCodePoints(document.text));
    if (!wrong) continue;
    const core::TextRange& range = document.parts[*wrong].range;
    checked.Of(Kind::kDocument, i, "parts")
        .Bad(fmt::format("{} to {}", range.start, range.end), "overlaps the part before, or leaves the text",
             "take this file and the .txt file beside it away, so that the document is read again");
  }
}

}  // namespace

void CheckVersions(const Checked& checked) {
  CheckOrphans(checked, CheckOldVersions(checked));
  CheckParts(checked);
}

}  // namespace commonground::rules
