// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests how passphrases are read from files, and that they are wiped.

#include "cli/passphrase.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace commonground::cli {
namespace {

namespace fs = std::filesystem;

class Passphrase : public ::testing::Test {
 protected:
  Passphrase() : file_(fs::temp_directory_path() / ("cg-passphrase-" + std::to_string(getpid()))) {}
  ~Passphrase() override { fs::remove(file_); }
  void Write(std::string_view bytes, mode_t mode = 0600) const {
    std::ofstream(file_, std::ios::binary) << bytes;
    chmod(file_.c_str(), mode);
  }
  core::Result<core::Secret> Ask() const { return AskPassphrase(file_.string(), "", Asking::kOnce); }

  fs::path file_;
};

TEST_F(Passphrase, IsTheSameHoweverItsFileWasWritten) {
  for (const char* bytes :
       {"d\u00e9j\u00e0 vu of nobody", "d\u00e9j\u00e0 vu of nobody\n", "d\u00e9j\u00e0 vu of nobody\r\n",
        "de\u0301ja\u0300 vu of nobody\r\n", "de\u0301ja\u0300 vu of nobody\nand a second line\n"}) {
    Write(bytes);
    EXPECT_EQ(Ask().value().text(), "d\u00e9j\u00e0 vu of nobody");
  }
}

TEST_F(Passphrase, IsNotTakenFromAFileThatOthersReadOrThatIsEmpty) {
  EXPECT_EQ(Ask().error().code, core::ErrorCode::kNotFound);
  Write("words that nobody knows\n", 0644);
  EXPECT_EQ(Ask().error().code, core::ErrorCode::kInvalidInput);
  for (const char* bytes : {"", "\n", "\r\n"}) {
    Write(bytes);
    EXPECT_EQ(Ask().error().code, core::ErrorCode::kInvalidInput);
  }
}

// How often this program's memory holds what `hidden` says, every letter one higher.
int InMemory(const std::string& hidden) {
  std::ifstream maps("/proc/self/maps");
  std::ifstream memory("/proc/self/mem", std::ios::binary);
  int found = 0;
  for (std::string line; std::getline(maps, line);) {
    std::size_t from = 0;
    std::size_t to = 0;
    char rights[5] = {};
    if (std::sscanf(line.c_str(), "%zx-%zx %4s", &from, &to, rights) != 3 || std::strncmp(rights, "rw", 2) != 0)
      continue;
    std::vector<char> bytes(to - from);
    memory.clear();
    memory.seekg(static_cast<std::streamoff>(from));
    memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    for (std::size_t at = 0; at + hidden.size() <= bytes.size(); ++at) {
      std::size_t same = 0;
      while (same < hidden.size() && static_cast<char>(bytes[at + same] + 1) == hidden[same]) ++same;
      if (same == hidden.size()) ++found;
    }
    std::memset(bytes.data(), 0, bytes.size());  // or it is found here the next time
  }
  return found;
}

TEST_F(Passphrase, LeavesNothingInMemory) {
  std::string hidden;
  for (int i = 0; i < 24; ++i) hidden += static_cast<char>('b' + (i * 7) % 24);
  {
    const int file = creat(file_.c_str(), 0600);
    for (const char c : hidden) {
      const char shown = static_cast<char>(c - 1);
      ASSERT_EQ(write(file, &shown, 1), 1);
    }
    close(file);
  }
  {
    const auto secret = Ask();
    ASSERT_TRUE(secret);
    EXPECT_GE(InMemory(hidden), 1) << "the test sees what is there";
  }
  EXPECT_EQ(InMemory(hidden), 0);
}

}  // namespace
}  // namespace commonground::cli
