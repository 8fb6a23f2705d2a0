// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The file that a text was taken from, where the study keeps it: given to who has the passphrase of the study.
#pragma once

#include "server/route.h"

namespace commonground::server {

// Answers with the bytes as they came in, with all that the file held.  A text that may not be read, one that keeps no
// file and one that is not there are 404 alike; another passphrase is 422.
struct FetchOriginal {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/documents/{document}/original",
                                .name = "fetchOriginal",
                                .summary = "The file that a text was taken from, as an attachment, where it is kept",
                                .use_case = app::UseCase::kOpenOriginal,
                                .is_fresh = true,
                                .gives_file = true,
                                .hashes = true};
  struct Input {
    model::DocumentId document;
    std::string passphrase;
  };
};
void Describe(auto& visit, Is<FetchOriginal::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit("passphrase", in.passphrase, "of the study: `import --keep-originals` asked for it");
}
Route FetchOriginalRoute();

// Answers with a JPEG.  A text that may not be read, one whose pages may not be shown, one that keeps no file and one
// that is not there are 404 alike; another passphrase, and a page that there is not, are 422.
struct SeePage {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/documents/{document}/page",
                                .name = "seePage",
                                .summary = "A page of a text as a picture, where its file is kept and consent is given",
                                .use_case = app::UseCase::kSeePage,
                                .gives_file = true,
                                .hashes = true};
  struct Input {
    model::DocumentId document;
    std::string passphrase;
    std::int64_t page = 1;
  };
};
void Describe(auto& visit, Is<SeePage::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit("passphrase", in.passphrase, "of the study: `import --keep-originals` asked for it");
  visit("page", in.page, "from 1; the first if it is not said");
}
Route SeePageRoute();

}  // namespace commonground::server
