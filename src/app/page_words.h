// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of the server's pages in one language, from the same catalogues as those of the report (po/).
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"

namespace commonground::app {

// Code and own name: {"fr", "Français"}.
const std::vector<std::pair<std::string, std::string>>& PageLanguages();

class PageWords {
 public:
  // Errors: InvalidInput: no such language.
  static core::Result<PageWords> For(const std::string& language);
  PageWords(PageWords&&) noexcept;
  ~PageWords();
  // A string as it is in the source, in this language.
  std::string operator()(const std::string& english) const;

 private:
  class Impl;
  explicit PageWords(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace commonground::app
