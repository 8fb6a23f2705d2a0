// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// No form knows of drafts: each writes the title that it is given.

#include "publish/draft.h"

namespace commonground::publish {

void MarkAsDraft(model::Publication& publication, const Words& t) {
  std::string& title = publication.study.settings.title;
  title = t("DRAFT, not published: {1}", title.empty() ? t("Report") : title);
}

}  // namespace commonground::publish
