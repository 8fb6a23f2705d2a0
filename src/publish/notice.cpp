// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes the words of the chapter "notice".

#include "publish/notice.h"

#include <algorithm>

#include "publish/prose.h"

namespace commonground::publish {

Notice NoticeOf(const model::Study& study) {
  const auto found =
      std::ranges::find_if(study.chapters, [](const model::Chapter& one) { return one.id.value == kNoticeChapter; });
  if (found == study.chapters.end()) return {};
  std::string text = WordsOf(ReadMarkdown(WithoutCitations(found->text), 0, [](const std::string&) { return Span{}; }));
  std::ranges::replace(text, '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  if (text.empty()) return {};
  return {std::move(text), study.settings.language};
}

}  // namespace commonground::publish
