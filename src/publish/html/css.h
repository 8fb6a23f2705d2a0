// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A style sheet within a page.  HTML reads what stands in <style> as it is, so it must not be escaped: nothing can get
// into one but files of the build, literals of this program, numbers, and texts of which every character is a number.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/embedded_file.h"

namespace commonground::publish {

class Css {
 public:
  // Known when the program is compiled: nobody's words.
  class Literal {
   public:
    template <std::size_t kSize>
    consteval Literal(const char (&text)[kSize]) : text_(text, kSize - 1) {}  // NOLINT(google-explicit-constructor)
    std::string_view text() const { return text_; }

   private:
    std::string_view text_;
  };

  Css& File(const core::EmbeddedFile& file);  // byte for byte
  Css& Rule(Literal literal);
  Css& Number(int number);
  Css& String(std::string_view text);  // "\000057\000068": cannot end, and cannot be read as anything else

  const std::string& text() const { return css_; }

 private:
  std::string css_;
};

}  // namespace commonground::publish
