// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the passage of each coding in its text.

#include "ingest/folder/passages.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "core/text_range.h"
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

namespace {

using model::Coding;
constexpr std::size_t kCodingsBetweenLooks = 4096;  // at whether the person asked to stop

struct Text {
  std::string_view bytes;
  core::TextIndex index;
  explicit Text(std::string_view text) : bytes(text), index(text) {}
};

// Byte offset of the passage if prefix + exact + suffix is there once; how many were found otherwise (at most 2).
struct Found {
  std::size_t at = 0;
  int count = 0;
};

Found Find(std::string_view text, const Coding& coding) {
  Found found;
  const std::string& exact = coding.exact;
  for (std::size_t at = text.find(exact); at != std::string_view::npos && found.count < 2;
       at = text.find(exact, at + 1)) {
    if (!text.substr(0, at).ends_with(coding.prefix)) continue;
    if (!text.substr(at + exact.size()).starts_with(coding.suffix)) continue;
    if (found.count == 0) found.at = at;
    ++found.count;
  }
  return found;
}

bool PlaceByWords(const Text& text, const SourceLocation& row, Coding& coding) {
  const Found found = Find(text.bytes, coding);
  if (found.count == 1) {
    coding.range.start = text.index.CodePoint(found.at);
    coding.range.end = text.index.CodePoint(found.at + coding.exact.size());
    return true;
  }
  const SourceLocation spot = row.At("exact");
  if (found.count == 0) {
    const bool alone = text.bytes.find(coding.exact) != std::string_view::npos;
    spot.Bad(coding.exact,
             alone ? "is in the document, but not with this prefix and suffix" : "these words are not in the document",
             alone ? "copy prefix and suffix from the document, or leave them blank"
                   : "copy the passage from the document, character by character, with its spaces and line ends");
  } else {
    spot.Bad(coding.exact, "these words are in the document more than once",
             "write in prefix and suffix the words just before and after, so that one place is left");
  }
  return false;
}

bool PlaceByNumbers(const Text& text, const SourceLocation& row, const Coding& coding) {
  const core::TextRange& range = coding.range;
  const std::int64_t length = text.index.length();
  if (range.start == kMisreadPlace || range.end == kMisreadPlace) return false;  // reported
  if (range.start == kBlankPlace || range.end == kBlankPlace) {
    row.At(range.start == kBlankPlace ? "start" : "end")
        .Bad({}, "is blank, but its other end is not", "fill in both start and end, or leave both blank");
  } else if (range.end <= range.start) {
    row.At("end").Bad(std::to_string(range.end), "is not after start", "end is the first place after the passage");
  } else if (range.end > length) {
    row.At(range.start >= length ? "start" : "end")
        .Bad(std::to_string(range.start >= length ? range.start : range.end),
             fmt::format("lies outside the text ({} characters)", length),
             "leave start and end blank: the passage is then found by its words");
  } else if (const std::string_view there = *text.index.Slice(range); there != coding.exact) {
    row.At("exact").Bad(
        coding.exact,
        fmt::format("is not what stands in the document from {} to {}: \"{}\"", range.start, range.end, Shown(there)),
        "leave start and end blank: the passage is then found by its words");
  } else {
    return true;
  }
  return false;
}

void SetContext(const Text& text, const SourceLocation& row, Coding& coding) {
  const core::TextRange before{std::max<std::int64_t>(0, coding.range.start - kContextLength), coding.range.start};
  const core::TextRange after{coding.range.end, std::min(text.index.length(), coding.range.end + kContextLength)};
  const std::size_t begin = text.index.ByteOffset(coding.range.start);
  const std::string_view rest = text.bytes.substr(begin + coding.exact.size());
  if (!text.bytes.substr(0, begin).ends_with(coding.prefix)) {
    row.At("prefix").Note(coding.prefix, "is not what stands before the passage; it was corrected", {});
  }
  if (!rest.starts_with(coding.suffix)) {
    row.At("suffix").Note(coding.suffix, "is not what stands after the passage; it was corrected", {});
  }
  coding.prefix = *text.index.Slice(before);
  coding.suffix = *text.index.Slice(after);
}

// The same passage, code and coder twice?  Sorts indices, so that a million codings need no million strings.
void ReportRepeats(const model::Study& study, const std::vector<bool>& placed, const SourceLines& places,
                   Problems& problems) {
  const std::vector<Coding>& codings = study.codings;
  const auto key = [&](std::size_t i) {
    const Coding& c = codings[i];
    return std::tie(c.document.value, c.range.start, c.range.end, c.code.value, c.coder.value);
  };
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < codings.size(); ++i) {
    if (placed[i]) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key_a = key(a);
    const auto key_b = key(b);
    return key_a < key_b || (key_a == key_b && a < b);
  });
  const std::string_view file = CodingsTable().file;
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (key(order[i]) != key(order[first])) {
      first = i;
      continue;
    }
    SourceLocation{&problems, file, places.Row(file, order[i]), "code"}.Bad(
        codings[order[i]].code.value,
        fmt::format("the same passage has this code by the same coder in line {} already",
                    places.Row(file, order[first])),
        "take one of the two rows out");
  }
}

}  // namespace

namespace {

// Places codings of one study, one after the other.
class Placer {
 public:
  Placer(model::Study& study, const SourceLines& places, Problems& problems)
      : study_(study), places_(places), problems_(problems), texts_(study.documents.size()) {
    for (std::size_t i = 0; i < study.documents.size(); ++i) documents_.emplace(study.documents[i].id.value, i);
    for (const model::OldVersion& old : study.old_versions) old_[old.document.value].push_back(&old);
    for (auto& [document, versions] : old_) {  // the newest first
      std::sort(versions.begin(), versions.end(), [](const auto* a, const auto* b) { return a->version > b->version; });
    }
  }

  // True if it lies in the newest text.
  bool Place(std::size_t i) {
    Coding& coding = study_.codings[i];
    const std::string_view file = CodingsTable().file;
    const SourceLocation row{&problems_, file, places_.Row(file, i), {}};
    const auto found = documents_.find(coding.document.value);
    if (found == documents_.end()) {
      if (model::IsValidDocumentId(coding.document.value) &&
          places_.Readable("case-studies/" + coding.document.value)) {
        row.At("document")
            .Bad(coding.document.value, "there is no such document",
                 "put the file into the folder case-studies, or write the name of one that is there");
      }
      return false;
    }
    if (coding.exact.empty()) return false;  // reported as blank
    std::optional<Text>& text = texts_[found->second];
    if (!text) text.emplace(study_.documents[found->second].text);
    const auto old = old_.find(coding.document.value);
    if (old == old_.end()) return PlaceIn(*text, row, coding);
    Problems of_newest;
    if (PlaceIn(*text, SourceLocation{&of_newest, row.file, row.line, {}}, coding)) {
      problems_.insert(problems_.end(), of_newest.begin(), of_newest.end());
      return true;
    }
    for (const model::OldVersion* version : old->second) {
      Problems ignored;
      if (!PlaceIn(Text(version->text), SourceLocation{&ignored, row.file, row.line, {}}, coding)) continue;
      stale_.push_back({i, version->version});
      return false;
    }
    problems_.insert(problems_.end(), of_newest.begin(), of_newest.end());
    return false;
  }

  std::vector<StaleCoding> stale() { return std::move(stale_); }

 private:
  static bool PlaceIn(const Text& text, const SourceLocation& row, Coding& coding) {
    const bool blank = coding.range.start == kBlankPlace && coding.range.end == kBlankPlace;
    const bool placed = blank ? PlaceByWords(text, row, coding) : PlaceByNumbers(text, row, coding);
    if (placed) SetContext(text, row, coding);
    return placed;
  }

  model::Study& study_;
  const SourceLines& places_;
  Problems& problems_;
  std::unordered_map<std::string_view, std::size_t> documents_;
  std::unordered_map<std::string_view, std::vector<const model::OldVersion*>> old_;
  std::vector<std::optional<Text>> texts_;
  std::vector<StaleCoding> stale_;
};

}  // namespace

std::vector<StaleCoding> PlacePassages(model::Study& study, const SourceLines& places, Problems& problems,
                                       core::Progress& progress) {
  Placer placer(study, places, problems);
  std::vector<bool> placed(study.codings.size());
  progress.Begin("Finding the passages", static_cast<std::int64_t>(study.codings.size()));
  for (std::size_t i = 0; i < study.codings.size(); ++i) {
    if (i % kCodingsBetweenLooks == 0) {
      progress.Advance(static_cast<std::int64_t>(i));
      if (progress.Cancelled()) break;
    }
    placed[i] = placer.Place(i);
  }
  progress.End();
  ReportRepeats(study, placed, places, problems);
  return placer.stale();
}

}  // namespace commonground::ingest
