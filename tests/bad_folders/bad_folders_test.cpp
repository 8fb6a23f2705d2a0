// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each folder in tests/cases/bad holds the files that differ from tests/cases/base (and remove.txt, the files that it
// has not), and expected.txt: every problem as a person sees it.  UPDATE_GOLDEN=1 rewrites expected.txt; look at the
// diff.

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <sstream>

#include "core/files.h"
#include "ingest/folder/folder_testutil.h"

namespace commonground::ingest {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(CG_SOURCE_DIR) / "tests" / "cases";

std::vector<std::string> CaseNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kCases / "bad")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Bytes(const fs::path& path) {
  return core::ReadFile(path, 1'000'000).value_or("");
}

void Lay(const fs::path& from, const fs::path& to) {
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

core::Result<FolderRead> Read(const fs::path& folder) {
  core::NoProgress progress;
  return ReadFolder(folder, {}, progress);
}

class BadFolder : public testing::TestWithParam<std::string> {};

TEST_P(BadFolder, ListsEveryProblemWithTheFix) {
  const fs::path given = kCases / "bad" / GetParam();
  const TemporaryFolder folder;
  Lay(kCases / "base", folder.path());
  Lay(given, folder.path());
  std::istringstream removed(Bytes(given / "remove.txt"));
  for (std::string name; std::getline(removed, name);) fs::remove(folder.path() / name);
  fs::remove(folder.path() / "remove.txt");
  fs::remove(folder.path() / "expected.txt");

  const core::Result<FolderRead> read = Read(folder.path());
  ASSERT_TRUE(read);
  EXPECT_EQ(core::HasErrors(read->problems), !GetParam().starts_with("note-"));
  for (const core::Problem& problem : read->problems) {
    EXPECT_TRUE(problem.severity == core::Severity::kNotice || !problem.fix.empty()) << core::Describe(problem);
  }
  const std::string problems = DescribeAll(read->problems);
  EXPECT_NE(problems, "");
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    ASSERT_TRUE(core::WriteFile(given / "expected.txt", problems));
  }
  EXPECT_EQ(problems, Bytes(given / "expected.txt"));
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, BadFolder, testing::ValuesIn(CaseNames()), TestName);

TEST(BaseFolder, IsGood) {
  const core::Result<FolderRead> read = Read(kCases / "base");
  ASSERT_TRUE(read);
  EXPECT_EQ(DescribeAll(read->problems), "");
  EXPECT_EQ(read->study.codings.size(), 3U);
  EXPECT_EQ(read->study.codings[2].prefix, "\nWe go out every night. We fear ");
}

TEST(BaseFolder, IsTheSameStudyAfterItWasWritten) {
  const core::Result<FolderRead> read = Read(kCases / "base");
  ASSERT_TRUE(read);
  for (const CsvStyle style : {CsvStyle::kRaw, CsvStyle::kSpreadsheetSafe}) {
    const Files files = Written(read->study, style);
    EXPECT_TRUE(ReadFiles(files).study == read->study);
    EXPECT_EQ(Written(ReadFiles(files).study, style), files);
  }
}

Files FilesOf(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = Bytes(entry.path());
  }
  return files;
}

// Changes a few bytes of one file: flips, cuts, doubles, and puts in what has a meaning in some format.
void Damage(std::mt19937_64& random, Files& files) {
  static const std::vector<std::string> kPieces{
      "\"", ",",    "\n", "\r", ";",  "'",         "=",  "[", "]", "+++\n", "\xFF", "\xCC\x81", std::string(1, '\0'),
      "-1", "lamp", "..", "/",  "[@", "[[figure:", "999"};
  auto file = files.begin();
  std::advance(file, random() % files.size());
  std::string& bytes = file->second;
  for (auto times = 1 + random() % 3; times > 0; --times) {
    const std::size_t at = random() % (bytes.size() + 1);
    switch (random() % 5) {
      case 0:
        bytes.insert(at, kPieces[random() % kPieces.size()]);
        break;
      case 1:
        bytes.erase(at, random() % 20);
        break;
      case 2:
        bytes.insert(at, bytes.substr(random() % (bytes.size() + 1), random() % 60));
        break;
      case 3:
        if (at < bytes.size()) bytes[at] = static_cast<char>(random());
        break;
      case 4:
        if (random() % 8 == 0) bytes.resize(at);
        break;
    }
  }
}

// Whatever happens to a folder, either it has problems or it is a study that comes back the same.
void ExpectNoHarm(std::uint64_t first, std::uint64_t last) {
  const Files base = FilesOf(kCases / "base");
  int accepted = 0;
  for (std::uint64_t seed = first; seed < last && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    Files files = base;
    Damage(random, files);
    const FolderRead read = ReadFiles(files);
    if (core::HasErrors(read.problems)) continue;
    ++accepted;
    const FolderRead again = ReadFiles(Written(read.study, CsvStyle::kSpreadsheetSafe));
    EXPECT_EQ(DescribeAll(again.problems), "");
    EXPECT_TRUE(again.study == read.study);
  }
  EXPECT_GT(accepted, 0);
}

TEST(DamagedFolder, HasProblemsOrComesBackTheSame) {
  ExpectNoHarm(0, 200);
}

TEST(DamagedFolderSlow, HasProblemsOrComesBackTheSame) {
  ExpectNoHarm(1000, 6000);
}

// What cannot be kept as files in git.

class MadeFolder : public testing::Test {
 protected:
  MadeFolder() { Lay(kCases / "base", folder_.path()); }
  std::string Problems() const {
    const core::Result<FolderRead> read = Read(folder_.path());
    return read ? DescribeAll(read->problems) : core::Describe(read.error());
  }
  const TemporaryFolder folder_;
};

TEST_F(MadeFolder, WithALinkToAFileOutsideIsRefused) {
  fs::remove(folder_.path() / "sources.csv");
  fs::create_symlink("/etc/passwd", folder_.path() / "sources.csv");
  fs::create_directory_symlink("/etc", folder_.path() / "case-studies" / "river");
  const std::string problems = Problems();
  EXPECT_NE(problems.find("sources.csv: is a symbolic link, which is not followed. Fix: "), std::string::npos);
  EXPECT_NE(problems.find("case-studies/river: is a symbolic link"), std::string::npos);
  EXPECT_EQ(problems.find("root:"), std::string::npos);
}

TEST_F(MadeFolder, WithACellOfAHundredMegabytesIsRefusedByItsLine) {
  const std::string table = "id,name\nlamp,Lamp\nriver,\"" + std::string(99'000'000, 'x') + "\"\n";
  folder_.Put({{"organisations.csv", table}});
  EXPECT_NE(Problems().find("organisations.csv:3: a cell in this row is longer than 1000000 bytes"), std::string::npos);
}

TEST_F(MadeFolder, WithACellOfManyLinesThatNeverEndsIsRefused) {
  std::string table = "id,name\nriver,\"";
  for (int i = 0; i < 200'000; ++i) table += "a line\n";
  folder_.Put({{"organisations.csv", table}});
  EXPECT_NE(Problems().find("organisations.csv:2: a cell in this row is longer"), std::string::npos);
}

TEST_F(MadeFolder, WithAFileThatIsTooLargeIsRefused) {
  fs::resize_file(folder_.path() / "organisations.csv", 100'000'001);  // sparse: takes no room
  EXPECT_NE(Problems().find("organisations.csv: is too large: 100000001 bytes, at most 100000000 are read"),
            std::string::npos);
}

TEST_F(MadeFolder, WithoutRightsSaysSo) {
  const bool root = ::geteuid() == 0;
  const fs::path closed = folder_.path() / "organisations.csv";
  fs::permissions(folder_.path(), fs::perms::all);
  fs::permissions(closed, fs::perms::none);
  fs::permissions(folder_.path() / "findings", fs::perms::none);
  if (root) {  // nobody: root may read everything
    ASSERT_EQ(::seteuid(65534), 0);
  }
  const std::string problems = Problems();
  if (root) {
    ASSERT_EQ(::seteuid(0), 0);
  }
  fs::permissions(folder_.path() / "findings", fs::perms::owner_all);
  EXPECT_NE(problems.find("organisations.csv: could not open the file: Permission denied. Fix: give yourself"),
            std::string::npos);
  EXPECT_NE(problems.find("findings: cannot be opened: Permission denied. Fix: give yourself"), std::string::npos);
}

TEST_F(MadeFolder, ThatIsMissingOrAFileIsAnError) {
  EXPECT_EQ(Read(folder_.path() / "nowhere").error().code, core::ErrorCode::kNotFound);
  const core::Result<FolderRead> file = Read(folder_.path() / "study.toml");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, core::ErrorCode::kInvalidInput);
}

TEST_F(MadeFolder, WithADeviceOrPipeIsRefused) {
  ASSERT_EQ(::mkfifo((folder_.path() / "case-studies" / "lamp" / "pipe.md").c_str(), 0600), 0);
  EXPECT_NE(Problems().find("case-studies/lamp/pipe.md: is neither a file nor a folder"), std::string::npos);
}

TEST_F(MadeFolder, ThatIsEmptyMissesItsStudyFile) {
  const TemporaryFolder empty;
  const core::Result<FolderRead> read = Read(empty.path());
  ASSERT_TRUE(read);
  EXPECT_NE(DescribeAll(read->problems).find("study.toml: is missing. Fix: make the file"), std::string::npos);
}

TEST_F(MadeFolder, CannotBeWrittenToAFullDisk) {
  const core::Result<FolderRead> read = Read(folder_.path());
  ASSERT_TRUE(read);
  core::NoProgress progress;
  int written = 0;
  const core::Status status = WriteFolder(
      read->study, CsvStyle::kRaw,
      [&](std::string_view path, std::string_view) -> core::Status {
        if (++written > 3) return core::Fail(core::ErrorCode::kIo, "no space left on device", std::string(path));
        return {};
      },
      progress);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, core::ErrorCode::kIo);
  EXPECT_EQ(written, 4);
}

class StoppedProgress : public core::NoProgress {
 public:
  bool Cancelled() const override { return true; }
};

TEST_F(MadeFolder, CanBeStopped) {
  StoppedProgress stopped;
  EXPECT_EQ(ReadFolder(folder_.path(), {}, stopped).error().code, core::ErrorCode::kCancelled);
  EXPECT_EQ(HashFolder(folder_.path(), stopped).error().code, core::ErrorCode::kCancelled);
  EXPECT_EQ(WriteFolder(
                {}, CsvStyle::kRaw, [](auto, auto) { return core::Status(); }, stopped)
                .error()
                .code,
            core::ErrorCode::kCancelled);
}

TEST_F(MadeFolder, IsHashedAsItIsRead) {
  const core::Result<FolderRead> read = Read(folder_.path());
  core::NoProgress progress;
  const auto hashes = HashFolder(folder_.path(), progress);
  ASSERT_TRUE(read && hashes);
  EXPECT_EQ(*hashes, read->files);
  EXPECT_EQ(hashes->size(), 19U);
}

}  // namespace
}  // namespace commonground::ingest
