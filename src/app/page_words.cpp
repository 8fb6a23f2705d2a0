// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Hands the catalogues of publish to the server, which does not see that room.

#include "app/page_words.h"

#include "publish/words.h"

namespace commonground::app {

class PageWords::Impl {
 public:
  explicit Impl(publish::Words given) : words(std::move(given)) {}
  publish::Words words;
};

const std::vector<std::pair<std::string, std::string>>& PageLanguages() {
  static const std::vector<std::pair<std::string, std::string>> languages{
      {"en", "English"}, {"fr", "Français"}, {"es", "Español"}, {"ru", "Русский"}, {"zh", "中文"}};
  return languages;
}

PageWords::PageWords(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PageWords::PageWords(PageWords&&) noexcept = default;
PageWords::~PageWords() = default;

core::Result<PageWords> PageWords::For(const std::string& language) {
  CG_ASSIGN_OR_RETURN(publish::Words words, publish::Words::For(language));
  return PageWords(std::make_unique<Impl>(std::move(words)));
}

std::string PageWords::operator()(const std::string& english) const {
  return impl_->words(english.c_str());
}

}  // namespace commonground::app
