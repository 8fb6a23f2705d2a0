// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes HTML elements so that no text can become markup: every text and every value is escaped here and nowhere else,
// and what is opened is closed, in order.  Tags and names of attributes are literals of this program.  <style> is the
// one element whose content HTML does not unescape (its text is raw); it takes a Css, which holds nobody's text.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "publish/html/css.h"

namespace commonground::publish {

class Markup {
 public:
  struct Attribute {
    std::string_view name;
    std::string_view value;  // empty: the attribute is left out
  };
  using Attributes = std::initializer_list<Attribute>;

  // Closes itself at the end of its scope.
  class Scope {
   public:
    Scope(Markup& markup, std::string_view tag) : markup_(markup), tag_(tag) {}
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope() { markup_.Close(tag_); }

   private:
    Markup& markup_;
    std::string_view tag_;
  };

  [[nodiscard]] Scope In(std::string_view tag, Attributes attributes = {});       // "<p class="note">" ... "</p>"
  void Leaf(std::string_view tag, Attributes attributes, std::string_view text);  // with text and nothing else
  void Void(std::string_view tag, Attributes attributes = {});                    // "<br>", which has no end
  void Text(std::string_view text);
  void Style(const Css& css);  // "<style>" ... "</style>", as it is
  void Line() { html_ += '\n'; }

  std::string Take() { return std::move(html_); }

 private:
  void Open(std::string_view tag, Attributes attributes);
  void Close(std::string_view tag);
  void Escape(std::string_view text);
  std::string html_;
};

}  // namespace commonground::publish
