// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// generate_study CASES CODINGS FILE.cg|FOLDER: writes an invented study of that size, through the program's own store
// or folder writer.

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "bench/study_generator.h"
#include "core/files.h"
#include "core/progress.h"
#include "ingest/folder/write_folder.h"
#include "store/study_store.h"

namespace {

using namespace commonground;

core::Status WriteStudy(const model::Study& study, const std::filesystem::path& path) {
  core::NoProgress progress;
  if (path.extension() == ".cg") {
    CG_ASSIGN_OR_RETURN(auto store,
                        store::StudyStore::Open(std::filesystem::path(path), store::OpenMode::kCreateOrWrite));
    CG_RETURN_IF_ERROR(store.Save(study, {}, progress).transform([](const auto&) {}));
    return {};
  }
  const auto sink = [&](std::string_view relative, std::string_view bytes) -> core::Status {
    std::filesystem::create_directories((path / relative).parent_path());
    return core::WriteFile(path / relative, bytes);
  };
  return ingest::WriteFolder(study, ingest::CsvStyle::kRaw, sink, progress);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: generate_study CASES CODINGS FILE.cg|FOLDER\n");
    return 64;
  }
  bench::Plan plan;
  plan.cases = std::atoi(argv[1]);
  plan.codings = std::atoll(argv[2]);
  if (plan.cases < 1 || plan.codings < 0) {
    fmt::print(stderr, "generate_study: CASES must be at least 1 and CODINGS at least 0\n");
    return 64;
  }
  const core::Status written = WriteStudy(bench::GenerateStudy(plan), argv[3]);
  if (!written) {
    fmt::print(stderr, "generate_study: {}\n", core::Describe(written.error()));
    return core::ExitCode(written.error().code);
  }
  return 0;
}
