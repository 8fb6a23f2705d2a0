// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list of formats, by extension and first bytes.

#include "ingest/documents/formats.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/small_ascii.h"

namespace commonground::ingest {

namespace {

using std::string_view;
using namespace std::string_view_literals;

bool Any(string_view) {
  return true;
}
bool IsZip(string_view bytes) {
  return bytes.starts_with("PK\3\4");
}
bool IsRtf(string_view bytes) {
  return bytes.starts_with("{\\rtf");
}
// Some programs write a few bytes before the mark; PDF readers look for it in the first 1,024.
bool IsPdf(string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != string_view::npos;
}
bool IsHtml(string_view bytes) {
  return bytes.find('<') != string_view::npos;
}
bool IsPng(string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1a\n"sv);
}
bool IsJpeg(string_view bytes) {
  return bytes.starts_with("\xff\xd8\xff"sv);
}
bool IsTiff(string_view bytes) {
  return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv);
}

constexpr std::array kFormats{
    Format{"Markdown", ".md", Any, ""},           Format{"plain text", ".txt", Any, ""},
    Format{"HTML", ".html .htm", IsHtml, "html"}, Format{"DOCX", ".docx", IsZip, "docx"},
    Format{"ODT", ".odt", IsZip, "odt"},          Format{"RTF", ".rtf", IsRtf, "rtf"},
    Format{"EPUB", ".epub", IsZip, "epub"},       Format{"PDF", ".pdf", IsPdf, "pdf"},
    Format{"PNG", ".png", IsPng, "scan"},         Format{"JPEG", ".jpg .jpeg", IsJpeg, "scan"},
    Format{"TIFF", ".tif .tiff", IsTiff, "scan"},
};

}  // namespace

std::span<const Format> Formats() {
  return kFormats;
}

const Format* FormatOf(string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == string_view::npos) return nullptr;
  const std::string ending = core::SmallAscii(file_name.substr(dot));
  for (const Format& format : kFormats) {
    string_view rest = format.endings;
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      if (rest.substr(0, space) == ending) return &format;
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
  }
  return nullptr;
}

bool IsOriginal(string_view file_name) {
  const Format* format = FormatOf(file_name);
  return format != nullptr && !format->parser.empty();
}

bool IsPicture(string_view file_name) {
  const Format* format = FormatOf(file_name);
  return format != nullptr && format->parser == "scan";
}

bool HasPages(string_view file_name) {
  const Format* format = FormatOf(file_name);
  return format != nullptr && (format->parser == "scan" || format->parser == "pdf");
}

}  // namespace commonground::ingest
