// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Old versions of texts, the codings that were left behind on them, and the parts of texts.

#include <fmt/format.h>

#include <map>

#include "core/text_range.h"
#include "ingest/folder/checks/checks.h"

namespace commonground::ingest {

namespace {

using VersionText = std::map<std::pair<std::string, int>, const std::string*>;

VersionText CheckOldVersions(const Checked& checked) {
  std::map<std::string, int> newest;
  for (const model::Document& document : checked.study.documents) newest[document.id.value] = document.version;
  VersionText texts;
  for (const model::OldVersion& old : checked.study.old_versions) {
    texts[{old.document.value, old.version}] = &old.text;
    const auto found = newest.find(old.document.value);
    const std::string file = fmt::format("case-studies/{}.v{}.txt", old.document.value, old.version);
    const Spot spot{&checked.problems, file, 0, {}};
    if (found == newest.end()) {
      if (checked.places.Readable("case-studies/" + old.document.value)) {
        spot.Bad({}, "is an old version of a document that is not there", "add the document, or take this file away");
      }
    } else if (old.version >= found->second) {
      spot.Bad({}, fmt::format("is not older than its document (version {})", found->second),
               "correct version in meta.toml, or take this file away");
    }
  }
  return texts;
}

void CheckOrphans(const Checked& checked, const VersionText& texts) {
  constexpr std::string_view kFile = "orphans.csv";
  for (std::size_t i = 0; i < checked.study.orphans.size(); ++i) {
    const model::Orphan& orphan = checked.study.orphans[i];
    const auto at = [&](std::string_view column) { return checked.Row(kFile, i, column); };
    CheckReference(checked.codes, orphan.coding.code, at("code"));
    CheckReference(checked.sources, orphan.coding.sources, at("source"));
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
  for (const model::Document& document : checked.study.documents) {
    const std::int64_t length = document.parts.empty() ? 0 : core::CountCodePoints(document.text);
    std::int64_t end = 0;
    for (const model::Part& part : document.parts) {
      const bool good = part.range.start >= end && part.range.end > part.range.start && part.range.end <= length;
      end = part.range.end;
      if (good) continue;
      const std::string file = "case-studies/" + document.id.value + ".parts.csv";
      Spot{&checked.problems, file, 0, "start"}.Bad(
          fmt::format("{} to {}", part.range.start, part.range.end), "overlaps the part before, or leaves the text",
          "take this file and the .txt file beside it away, so that the document is read anew");
      break;
    }
  }
}

}  // namespace

void CheckVersions(const Checked& checked) {
  CheckOrphans(checked, CheckOldVersions(checked));
  CheckParts(checked);
}

}  // namespace commonground::ingest
