// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes the words of the chapter "notice".

#include "publish/notice.h"

#include <algorithm>

#include "publish/pages/pages.h"
#include "publish/prose.h"

namespace commonground::publish {

Notice NoticeOf(const model::Study& study, std::string_view language) {
  const model::Chapter* found = ChapterOf(study, kNoticeChapter, language);
  if (found == nullptr) return {};
  std::string text = WordsOf(ReadMarkdown(WithoutCitations(found->text), 0, [](const std::string&) { return Span{}; }));
  std::ranges::replace(text, '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  if (text.empty()) return {};
  const std::string_view own = LanguageOf(study, *found);
  return {std::move(text), own.empty() ? study.settings.language : std::string(own)};
}

}  // namespace commonground::publish
