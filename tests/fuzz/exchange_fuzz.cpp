// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the parser says of a coding program's file, when the file has taken it over: never a crash, what is read can be
// said again, and a study that is made of it is whole.
#include <cstdlib>
#include <set>

#include "coding/exchange/merge.h"
#include "coding/exchange/read_refi.h"
#include "coding/exchange/tables.h"
#include "ingest/exchange/project_frame.h"
#include "model/guids.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground;
  const auto file = ingest::DecodeProject({reinterpret_cast<const char*>(data), size});
  if (!file) return 0;
  if (ingest::DecodeProject(ingest::EncodeProject(*file)).value() != *file) std::abort();
  const auto project = file->format == model::ProjectFormat::kTables ? coding::ReadTables(*file, {})
                                                                     : coding::ReadRefi(*file, std::nullopt);
  if (!project) return 0;
  const auto merged = coding::Merge({}, *project, {});
  std::set<model::CodeId> codes;
  for (const auto& code : merged.study.codebook) {
    if (!model::IsValidId(code.id.value) || (code.parent && !codes.contains(*code.parent))) std::abort();
    codes.insert(code.id);
  }
  std::set<model::CodingId> ids;
  for (const auto& coding : merged.study.codings) {
    if (!codes.contains(coding.code) || !ids.insert(model::IdOf(coding)).second || coding.exact.empty()) std::abort();
  }
  if (coding::Merge(merged.study, *project, {}).study != merged.study) std::abort();
  return 0;
}
