// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What core/canonical.h finds in a file of the folder, told as problems and notices.
#include "ingest/folder/canonical_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/canonical.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kSaveAsUtf8 =
    "open the file in the program that wrote it and save it as UTF-8 (in a spreadsheet program: \"CSV UTF-8\")";

int LineOf(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

void TellFault(const core::CanonicalText& made, const SourceLocation& file) {
  using Kind = core::TextFault::Kind;
  const std::size_t offset = made.fault->offset;
  const SourceLocation at{file.problems, file.file, LineOf(made.text, offset), {}};
  switch (made.fault->kind) {
    case Kind::kUtf16:
      return file.Bad({}, "is written in UTF-16, not in UTF-8", std::string(kSaveAsUtf8));
    case Kind::kNul:
      return at.Bad({}, "holds a NUL character, so it is not a text file", "put the right file in its place");
    case Kind::kNotUtf8:
      return at.Bad({}, fmt::format("is not UTF-8: the byte {:02X} cannot stand here", made.text[offset] & 0xFF),
                    std::string(kSaveAsUtf8));
    case Kind::kLoneCr:
      return at.Bad({}, "has a line end of old Macintosh files (CR without LF)",
                    "save the file with LF or CR LF line ends");
  }
}

}  // namespace

std::optional<std::string> CanonicalText(std::string bytes, const SourceLocation& file) {
  core::CanonicalText made = core::MakeCanonical(std::move(bytes));
  if (made.had_mark) file.Note({}, "begins with a byte order mark, which is taken off", {});
  if (made.fault) {
    TellFault(made, file);
    return std::nullopt;
  }
  if (made.had_line_pairs) file.Note({}, "has CR LF line ends; they are read as LF", {});
  const SourceLocation changed{file.problems, file.file, made.first_line, {}};
  if (made.had_turns) {
    changed.Note({}, "holds bidirectional control characters, which are removed", {});
  }
  if (made.had_controls) changed.Note({}, "holds control characters, which are removed or read as line ends", {});
  if (made.had_other_form) {
    file.Note({}, "has accents as separate characters; they are read as one character (Unicode form NFC)", {});
  }
  return std::move(made.text);
}

}  // namespace commonground::ingest
