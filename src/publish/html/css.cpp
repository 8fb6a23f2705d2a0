// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A string of CSS: a backslash and six hexadecimal digits name a character, and nothing after them belongs to it.
#include "publish/html/css.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <cstdint>

#include "core/check.h"

namespace commonground::publish {

Css& Css::File(const core::EmbeddedFile& file) {
  CG_CHECK(file.bytes.find("</") == std::string_view::npos, "a style sheet of ours does not end its element");
  css_ += file.bytes;
  return *this;
}

Css& Css::Rule(Literal literal) {
  css_ += literal.text();
  return *this;
}

Css& Css::Number(int number) {
  css_ += std::to_string(number);
  return *this;
}

Css& Css::String(std::string_view text) {
  const auto words =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  css_ += '"';
  for (std::int32_t at = 0; at < words.length(); at = words.moveIndex32(at, 1)) {
    css_ += fmt::format("\\{:06x}", static_cast<std::uint32_t>(words.char32At(at)));
  }
  css_ += '"';
  return *this;
}

}  // namespace commonground::publish
