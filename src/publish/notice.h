// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study wants every page of its report to say: the chapter report/notice.md, in plain words.
#pragma once

#include "model/study.h"
#include "publish/book.h"

namespace commonground::publish {

inline constexpr std::string_view kNoticeChapter = "notice";

// The words of that chapter on one line, without marks and citations, in this language if somebody wrote it so
// (notice.fr), else in the study's; without such a chapter: empty.  Threads: any.  Cost: O(the chapter).
Notice NoticeOf(const model::Study& study, std::string_view language);

}  // namespace commonground::publish
