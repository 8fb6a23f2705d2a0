// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The same converter, and the same canonical text, as for a folder; what is wrong is one message, not a list.

#include "ingest/folder/one_document.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/content_hash.h"
#include "core/language_tag.h"
#include "core/small_ascii.h"
#include "ingest/documents/formats.h"
#include "ingest/folder/canonical_text.h"
#include "ingest/folder/file_names.h"
#include "ingest/folder/values.h"
#include "ingest/sandbox/sandbox.h"
#include "ingest/text/language.h"

namespace commonground::ingest {

using core::ErrorCode;

namespace {

// "house.docx", "notes.md.v2": what stands before .txt, and means another file to a folder.
bool IsOfAnother(std::string_view stem) {
  if (IsOriginal(stem)) return true;
  const std::size_t mark = stem.rfind(".v");
  return mark != std::string_view::npos && FormatOf(stem.substr(0, mark)) != nullptr &&
         stem.find_first_not_of("0123456789", mark + 2) == std::string_view::npos;
}

core::Result<OneDocument> ReadText(std::string_view bytes) {
  std::vector<core::Problem> problems;
  const SourceLocation at{&problems, {}, 0, {}};
  auto text = CanonicalText(std::string(bytes), at);
  for (const core::Problem& one : problems) {
    if (one.severity != core::Severity::kError) continue;
    return core::Fail(ErrorCode::kInvalidInput, fmt::format("the file {}. Fix: {}", one.message, one.fix));
  }
  if (!text || Trimmed(*text).empty()) {
    return core::Fail(ErrorCode::kInvalidInput, "the file is empty. Fix: give the whole file");
  }
  OneDocument document;
  document.text = std::move(*text);
  for (const core::Problem& one : problems) document.notices.push_back("The file " + one.message + ".");
  return document;
}

// Nothing is opened outside a sandbox: where there is none, nothing is opened.
core::Result<OneDocument> ReadOriginal(std::string_view file_name, std::string_view bytes, const WrittenIn& written_in,
                                       core::Progress& progress) {
  const auto barrier = FindBarrier();
  const auto converter = Converter::BesideThisProgram();
  if (!barrier || !converter) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "files other than text cannot be opened safely on this machine, so they are not opened: the "
                      "sandbox for them is missing. Fix: whoever keeps the machine installs bubblewrap and all of "
                      "Common Ground; or give the text as .txt or .md");
  }
  CG_ASSIGN_OR_RETURN(CanonicalDocument made, converter->Convert(file_name, bytes, written_in, progress));
  OneDocument document;
  document.text = std::move(made.text);
  document.parts = std::move(made.parts);
  document.original_hash = core::ContentHash(bytes);
  document.confidence = MeanConfidence(document.parts);
  document.removed = std::move(made.removed);
  document.notices = std::move(made.notices);
  document.read_in = std::move(made.read_in);
  return document;
}

}  // namespace

std::optional<int> MeanConfidence(const std::vector<model::Part>& parts) {
  std::int64_t confidence = 0;
  std::int64_t counted = 0;
  for (const model::Part& part : parts) {
    if (!part.confidence) continue;
    confidence += *part.confidence;
    ++counted;
  }
  if (counted == 0) return std::nullopt;
  return static_cast<int>((confidence + counted / 2) / counted);
}

core::Result<std::string> DocumentNameOf(std::string_view file_name) {
  std::string name = IdOfName(file_name);
  if (name.empty()) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "the name is not a valid name of a file. Fix: give it a shorter one, without slashes and control "
                      "characters");
  }
  if (FormatOf(name) == nullptr) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "files of this kind are not read. Fix: save it as DOCX, ODT or PDF, an image as JPEG or PNG, and "
                      "let its name end so");
  }
  const std::size_t dot = name.rfind('.');
  std::string stem = name.substr(0, dot);
  if (core::SmallAscii(name.substr(dot)) == ".txt" && IsOfAnother(stem)) {
    std::ranges::replace(stem, '.', '-');
    name = stem + name.substr(dot);
  }
  return IsLitter(name) ? "text-" + name : name;
}

core::Result<OneDocument> ReadOneDocument(std::string_view file_name, std::string_view bytes,
                                          const WrittenIn& written_in, core::Progress& progress) {
  if (bytes.empty()) return core::Fail(ErrorCode::kInvalidInput, "the file is empty. Fix: give the whole file");
  const Format* format = FormatOf(file_name);
  if (format != nullptr && static_cast<std::int64_t>(bytes.size()) > format->most_bytes) {
    return core::Fail(ErrorCode::kInvalidInput, "the file is larger than 25 MB. Fix: split it");
  }
  const bool is_text = format != nullptr && format->parser.empty();
  auto document = is_text ? ReadText(bytes) : ReadOriginal(file_name, bytes, written_in, progress);
  if (!document) return document;
  document->language = written_in.language;
  if (document->language.empty()) {
    const TextLanguage seen = DetectLanguage(document->text);
    document->language = seen.reliable ? seen.code : std::string(core::kUnknownLanguage);
  }
  return document;
}

}  // namespace commonground::ingest
