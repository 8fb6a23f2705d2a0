// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A container or markup file goes through three sandboxes: one looks it through, one runs pandoc, one reads pandoc's
// answer. The first two run at the same time; nothing of pandoc's is used unless the first was content.  A PDF whose
// pages are all text needs one sandbox; for others the scanner reads the file from its beginning.
#include "ingest/documents/convert.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <future>

#include "core/check.h"
#include "ingest/documents/bare_picture.h"
#include "ingest/documents/formats.h"
#include "ingest/documents/mend_rtf.h"
#include "ingest/sandbox/frame.h"

namespace commonground::ingest {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

constexpr const char* kPandoc = "/usr/bin/pandoc";
constexpr const char* kScanner = "commonground-scanner";
constexpr std::array<std::string_view, 3> kScannerKinds{"scan", "picture", "pdf-pictures"};

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
  if (!format->looks_right(bytes)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      fmt::format("the file is named {} but is none, or is damaged. Fix: give it the ending of what "
                                  "it is, or open it and save it anew",
                                  format->name));
  }
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
                                            const std::vector<std::string>& languages, core::Progress& progress) const {
  SandboxJob job;
  const bool picture = std::ranges::find(kScannerKinds, kind) != kScannerKinds.end();
  job.program = picture ? parser_program_.parent_path() / kScanner : parser_program_;
  job.arguments = {std::string(kind)};
  std::string joined;
  for (const std::string& language : languages) joined += (joined.empty() ? "" : ",") + language;
  if (!joined.empty()) job.arguments.push_back(joined);
  job.input = bytes;
  job.limits = Limits();
  CG_ASSIGN_OR_RETURN(const SandboxOutcome outcome, RunInSandbox(job, progress));
  if (outcome.end != SandboxOutcome::End::kExited || outcome.exit_code != 0) return core::Fail(Unfinished(outcome));
  return DecodeParsed(outcome.output);
}

core::Result<std::string> Converter::Mend(std::string_view bytes, core::Progress& progress) const {
  SandboxJob job;
  job.program = parser_program_;
  job.arguments = {"mend-odt"};
  job.input = bytes;
  job.limits = Limits();
  CG_ASSIGN_OR_RETURN(SandboxOutcome outcome, RunInSandbox(job, progress));
  if (outcome.end != SandboxOutcome::End::kExited || outcome.exit_code != 0) return core::Fail(Unfinished(outcome));
  return std::move(outcome.output);
}

core::Result<std::string> Converter::Pandoc(std::string_view format, std::string_view bytes,
                                            core::Progress& progress) const {
  SandboxJob job;
  job.program = kPandoc;
  // -F16: what it holds is a document, which stays to the end, so looking for what can be freed is mostly in vain: a
  // third of its time.  -M400m holds it to the sandbox's limit as before.
  job.arguments = {"--sandbox", "--from", std::string(format), "--to", "json", "+RTS", "-M400m", "-F16", "-RTS"};
  job.input = bytes;
  job.limits.output_bytes = 256 << 20;
  CG_ASSIGN_OR_RETURN(SandboxOutcome outcome, RunInSandbox(job, progress));
  if (outcome.end != SandboxOutcome::End::kExited || outcome.exit_code != 0) return core::Fail(Unfinished(outcome));
  return std::move(outcome.output);
}

core::Result<CanonicalDocument> Converter::Convert(std::string_view file_name, std::string_view bytes,
                                                   const std::vector<std::string>& languages,
                                                   core::Progress& progress) const {
  CG_ASSIGN_OR_RETURN(const Format* format, FormatFor(file_name, bytes));
  if (format->pandoc.empty()) {
    CG_ASSIGN_OR_RETURN(auto parsed, Ask(format->parser, bytes, languages, progress));
    if (!parsed.unread_pages.empty()) {
      CG_ASSIGN_OR_RETURN(parsed, Ask("pdf-pictures", bytes, languages, progress));
    }
    return MakeCanonical(std::move(parsed));
  }
  core::NoProgress silent;
  auto turned = std::async(std::launch::async, [&]() -> core::Result<std::string> {
    if (format->pandoc == "rtf") return Pandoc("rtf", MendRtf(bytes), silent);
    if (format->pandoc != "odt") return Pandoc(format->pandoc, bytes, silent);
    CG_ASSIGN_OR_RETURN(const std::string mended, Mend(bytes, silent));
    return Pandoc("odt", mended, silent);
  });
  auto looked = Ask(format->parser, bytes, {}, progress);
  auto answer = turned.get();
  if (!looked) return core::Fail(std::move(looked).error());
  if (!answer) return core::Fail(std::move(answer).error());
  CG_ASSIGN_OR_RETURN(auto parsed, Ask("pandoc-json", *answer, {}, progress));
  parsed.removed = std::move(looked->removed);
  parsed.notices.insert(parsed.notices.begin(), looked->notices.begin(), looked->notices.end());
  return MakeCanonical(std::move(parsed));
}

core::Result<BarePicture> Converter::MakeBare(std::string_view file_name, std::string_view bytes,
                                              core::Progress& progress) const {
  CG_RETURN_IF_ERROR(FormatFor(file_name, bytes));
  CG_CHECK(IsPicture(file_name), "only pictures are made anew");
  CG_ASSIGN_OR_RETURN(auto parsed, Ask("picture", bytes, {}, progress));
  if (!IsBarePicture(parsed.picture) || !FormatOf(file_name)->looks_right(parsed.picture)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "the picture could not be made anew without what a camera wrote into it. Fix: open it, save "
                      "it as PNG, and give that");
  }
  return BarePicture{std::move(parsed.picture), std::move(parsed.notices)};
}

}  // namespace commonground::ingest
