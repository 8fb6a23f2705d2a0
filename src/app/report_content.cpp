// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The hash of a publication is that of the list of its pages with theirs.

#include "app/report_content.h"

#include <map>

#include "app/forms/edition.h"
#include "core/content_hash.h"

namespace commonground::app {

core::Result<std::string> ContentOf(const model::Publication& publication, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const auto forms, FormsIn("html,data"));
  CG_ASSIGN_OR_RETURN(const auto languages, LanguagesIn("all", ""));
  std::map<std::string, std::string> hashes;
  const EditionOut out{[&](std::string_view path, std::string_view bytes) -> core::Status {
                         hashes[std::string(path)] = core::ContentHash(bytes);
                         return {};
                       },
                       [](std::string_view, std::string_view) {}};
  CG_RETURN_IF_ERROR(WriteEdition(publication, {forms, languages}, out, progress));
  std::string all;
  for (const auto& [path, hash] : hashes) all += hash + "  " + path + "\n";
  return core::ContentHash(all);
}

}  // namespace commonground::app
