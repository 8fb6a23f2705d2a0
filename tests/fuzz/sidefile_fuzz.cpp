// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground.json of a project that somebody forged: never a crash, and nothing of it that is no id gets in.
#include <cstdlib>

#include "coding/exchange/merge.h"
#include "coding/exchange/read_refi.h"
#include "model/ids.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground;
  model::ProjectFile file;
  file.root.name = "Project";
  file.root.children = {
      {"CodeBook", {}, {}, {{"Codes", {}, {}, {{"Code", {{"guid", "c"}, {"name", "a code"}}, {}, {}}}}}},
      {"Sources",
       {},
       {},
       {{"TextSource", {{"guid", "s"}, {"name", "a text"}}, {}, {{"PlainTextContent", {}, "Some words.", {}}}}}}};
  file.files.emplace(coding::kSideFileName, std::string(reinterpret_cast<const char*>(data), size));
  const auto merged = coding::Merge({}, coding::ReadRefi(file, std::nullopt).value(), {});
  for (const auto& code : merged.study.codebook) {
    if (!model::IsValidId(code.id.value)) std::abort();
  }
  for (const auto& document : merged.study.documents) {
    if (!model::IsValidDocumentId(document.id.value)) std::abort();
  }
  for (const auto& organisation : merged.study.organisations) {
    if (!model::IsValidId(organisation.id.value)) std::abort();
  }
  return 0;
}
