// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes all pages of the report, in order.

#include "publish/site.h"

#include "publish/make_book.h"
#include "publish/words.h"

namespace commonground::publish {

core::Status RenderSite(const model::Publication& publication, const SiteOptions& options, const FileSink& sink,
                        core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Words t, Words::For(options.language));
  return HtmlRenderer(options.forms).Render(MakeBook(publication, t), sink, progress);
}

}  // namespace commonground::publish
