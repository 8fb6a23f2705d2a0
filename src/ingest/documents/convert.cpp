// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A file goes through one sandbox; a scan and a long PDF through several (slices.h).
#include "ingest/documents/convert.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/check.h"
#include "ingest/documents/bare_picture.h"
#include "ingest/documents/formats.h"
#include "ingest/documents/slices.h"
#include "ingest/sandbox/frame.h"
#include "ingest/sandbox/wishes.h"

namespace commonground::ingest {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

constexpr const char* kScanner = "commonground-scanner";
constexpr std::array<std::string_view, 5> kScannerKinds{"scan", "picture", "pdf-pictures", "pdf-page", "image-page"};

SandboxLimits Limits() {
  SandboxLimits limits;
#ifdef CG_SANITIZE
  limits.memory_bytes = 0;  // a sanitizer keeps a shadow of all the address space
#endif
  return limits;
}

// What a person is told when the parser did not come to its end.
core::Error Unfinished(const SandboxOutcome& outcome) {
  std::string what;
  switch (outcome.end) {
    case SandboxOutcome::End::kTimeUp:
      what = "the file takes longer than 60 seconds to read. Fix: split it, or save it as plain text";
      break;
    case SandboxOutcome::End::kTooMuchOutput:
      what = "the file holds more than a document may. Fix: split it";
      break;
    case SandboxOutcome::End::kKilled:
      what = fmt::format(
          "the file made its parser stop (signal {}): it is damaged, needs more than 512 MB, or is made to attack it. "
          "Fix: open it in the program it was written with, save it as plain text, and give that",
          outcome.signal);
      break;
    case SandboxOutcome::End::kExited:
      what = fmt::format("the file cannot be read (its parser gave up with {}). Fix: save it as plain text",
                         outcome.exit_code);
      break;
  }
  return {ErrorCode::kInvalidInput, what, {}};
}

// What a file is that is not what its name says.
core::Error NotAsNamed(const Format& format, std::string_view bytes) {
  using namespace std::string_view_literals;
  std::string what = fmt::format(
      "the file is named {} but is none, or is damaged. Fix: give it the ending of what it is, "
      "or open it and save it again",
      format.name);
  if (bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv)) {  // an OLE file: locked OOXML, or Word up to 2003
    const bool locked = bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
    what = locked ? "the file is locked with a password. Fix: open it, and save a copy without a password"
                  : fmt::format(
                        "the file is named {} but is of the kind of Word up to 2003 (.doc). Fix: open it in a "
                        "word processor and save it as DOCX",
                        format.name);
    return {ErrorCode::kInvalidInput, what, {}};
  }
  for (const Format& other : Formats()) {
    const bool by_its_mark = !other.parser.empty() && other.name != "HTML" && !other.looks_right("PK\3\4"sv);
    if (by_its_mark && other.looks_right(bytes)) {
      what = fmt::format("the file is named {} but is {}. Fix: name it {}", format.name, other.name,
                         other.endings.substr(0, other.endings.find(' ')));
    }
  }
  return {ErrorCode::kInvalidInput, what, {}};
}

// The format of a file that may be given to a parser.
core::Result<const Format*> FormatFor(std::string_view file_name, std::string_view bytes) {
  const Format* format = FormatOf(file_name);
  if (format == nullptr || format->parser.empty()) {
    return core::Fail(ErrorCode::kInvalidInput, "files of this kind are not read");
  }
  if (bytes.empty()) return core::Fail(ErrorCode::kInvalidInput, "the file is empty. Fix: give the whole file");
  if (static_cast<std::int64_t>(bytes.size()) > format->most_bytes) {
    return core::Fail(ErrorCode::kInvalidInput, "the file is larger than 25 MB. Fix: split it");
  }
  if (!format->looks_right(bytes)) return core::Fail(NotAsNamed(*format, bytes));
  return format;
}

}  // namespace

core::Result<Converter> Converter::BesideThisProgram() {
  std::error_code error;
  const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& place : {here / "commonground-parser", here / "../libexec/commonground/commonground-parser"}) {
    if (fs::exists(place, error)) return Converter(place.lexically_normal());
  }
  return core::Fail(ErrorCode::kNotFound,
                    "the program commonground-parser is not beside this one, so documents other than text cannot be "
                    "read. Fix: install Common Ground again, or give the documents as .txt or .md");
}

core::Result<parser::Parsed> Converter::Ask(std::string_view kind, std::string_view bytes,
                                            const parser::ParseOptions& wishes, core::Progress& progress) const {
  SandboxJob job;
  const bool picture = std::ranges::find(kScannerKinds, kind) != kScannerKinds.end();
  job.program = picture ? parser_program_.parent_path() / kScanner : parser_program_;
  job.arguments = {std::string(kind)};
  for (std::string& word : WordsOf(wishes)) job.arguments.push_back(std::move(word));
  job.input = bytes;
  job.limits = Limits();
  CG_ASSIGN_OR_RETURN(const SandboxOutcome outcome, RunInSandbox(job, progress));
  if (outcome.end != SandboxOutcome::End::kExited || outcome.exit_code != 0) return core::Fail(Unfinished(outcome));
  return DecodeParsed(outcome.output);
}

core::Result<CanonicalDocument> Converter::Convert(std::string_view file_name, std::string_view bytes,
                                                   const WrittenIn& written_in, core::Progress& progress) const {
  CG_ASSIGN_OR_RETURN(const Format* format, FormatFor(file_name, bytes));
  const AskParser ask = [&](std::string_view kind, std::string_view input, const parser::ParseOptions& wishes) {
    return Ask(kind, input, wishes, progress);
  };
  auto parsed = format->parser == "scan"  ? ReadScan(bytes, written_in, ask, progress)
                : format->parser == "pdf" ? ReadPdf(bytes, written_in, ask, progress)
                                          : ask(format->parser, bytes, {});
  if (!parsed) return core::Fail(std::move(parsed).error());
  return MakeCanonical(std::move(*parsed));
}

core::Result<BarePicture> Converter::MakeBare(std::string_view file_name, std::string_view bytes,
                                              core::Progress& progress) const {
  CG_RETURN_IF_ERROR(FormatFor(file_name, bytes));
  CG_CHECK(IsPicture(file_name), "only images are re-encoded");
  CG_ASSIGN_OR_RETURN(auto parsed, Ask("picture", bytes, {}, progress));
  if (!IsBarePicture(parsed.picture) || !FormatOf(file_name)->looks_right(parsed.picture)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "the image could not be re-encoded without what a camera wrote into it. Fix: open it, save "
                      "it as PNG, and give that");
  }
  return BarePicture{std::move(parsed.picture), std::move(parsed.notices)};
}

core::Result<std::string> Converter::DrawPage(std::string_view file_name, std::string_view bytes, int page,
                                              core::Progress& progress) const {
  CG_ASSIGN_OR_RETURN(const Format* format, FormatFor(file_name, bytes));
  if (!HasPages(file_name)) {
    return core::Fail(
        ErrorCode::kInvalidInput,
        fmt::format("{} has no pages to draw. Fix: read its text, or take out the whole file", format->name));
  }
  const std::string_view kind = IsPicture(file_name) ? "image-page" : "pdf-page";
  parser::ParseOptions wishes;
  wishes.pages = {page, page};
  CG_ASSIGN_OR_RETURN(auto parsed, Ask(kind, bytes, wishes, progress));
  if (!parsed.picture.starts_with("\xff\xd8") || !IsBarePicture(parsed.picture)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "the page could not be drawn. Fix: take out the whole file, and open it");
  }
  return std::move(parsed.picture);
}

}  // namespace commonground::ingest
