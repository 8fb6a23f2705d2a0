// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Documents in which everything that a format has for words is nested at random (make_documents.py): every word that a
// reader of the file sees stands in the text, once; every other stands not there, and a notice tells of its kind.  The
// generator knows what it made; no reader is asked.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <sstream>
#include <thread>

#include "core/files.h"
#include "ingest/documents/convert.h"

namespace commonground::ingest {
namespace {

namespace fs = std::filesystem;

class Generated {
 public:
  Generated(int seed, int count) {
    std::string name = (fs::temp_directory_path() / "documents-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
    const std::string script = std::string(CG_SOURCE_DIR) + "/tests/documents/make_documents.py";
    made_ = std::system(fmt::format("python3 -B '{}' '{}' {} {}", script, path_.string(), seed, count).c_str()) == 0;
  }
  ~Generated() { fs::remove_all(path_); }
  bool made() const { return made_; }
  std::vector<fs::path> files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(path_)) {
      if (entry.path().extension() != ".words") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
  }

 private:
  fs::path path_;
  bool made_ = false;
};

std::size_t Times(const std::string& text, const std::string& word) {
  std::size_t times = 0;
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; at += word.size()) ++times;
  return times;
}

// What is wrong; empty if nothing is.
std::string Judge(const CanonicalDocument& document, const std::string& words) {
  static const std::map<std::string, std::string> kSaid{
      {"hidden", "Hidden text is left out: "},
      {"deleted", "Deleted words are left out: "},
      {"comment", "Comments are left out: "},
      {"header", "Headers and footers are left out: "},
      {"instead", "What is shown only where something else cannot be"},
      {"title", "The title of the window is left out: "},
      {"index", "Entries for an index are left out: "}};
  std::string wrong;
  std::istringstream lines(words);
  for (std::string what, word; lines >> what >> word;) {
    const std::size_t times = Times(document.text, word);
    if (times != (what == "seen" ? 1U : 0U)) wrong += fmt::format("{} {} stands {} times; ", what, word, times);
    const bool told = what == "seen" || std::ranges::any_of(document.notices, [&](const std::string& notice) {
                        return notice.starts_with(kSaid.at(what));
                      });
    if (!told) wrong += fmt::format("nothing is said of {} {}; ", what, word);
  }
  for (const std::string& notice : document.notices) {
    if (notice.find("could not be read") != std::string::npos) wrong += notice;
  }
  return wrong;
}

std::vector<std::string> WrongOnes(const Generated& generated) {
  const auto files = generated.files();
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::vector<std::string> wrong;
  const auto work = [&] {
    const Converter converter(CG_PARSER_PROGRAM);
    core::NoProgress silent;
    for (std::size_t i = next++; i < files.size(); i = next++) {
      const std::string name = files[i].filename().string();
      const auto document = converter.Convert(name, core::ReadFile(files[i], 25'000'000).value(), {}, silent);
      const std::string judged = document
                                     ? Judge(*document, core::ReadFile(files[i].string() + ".words", 1'000'000).value())
                                     : document.error().message;
      const std::lock_guard lock(mutex);
      if (!judged.empty()) wrong.push_back(name + ": " + judged);
    }
  };
  {
    std::jthread other(work);
    work();
  }
  return wrong;
}

TEST(EveryWord, OfEachFormatIsReadOrNamed) {
  const Generated generated(1, 8);
  ASSERT_TRUE(generated.made());
  EXPECT_EQ(generated.files().size(), 40U);
  EXPECT_THAT(WrongOnes(generated), testing::IsEmpty());
}

// COMMONGROUND_SEED names another five hundred documents.
TEST(EveryWordSlow, OfEachFormatIsReadOrNamed) {
  const char* seed = std::getenv("COMMONGROUND_SEED");
  const Generated generated(seed == nullptr ? 2 : std::atoi(seed), 100);
  ASSERT_TRUE(generated.made());
  EXPECT_THAT(WrongOnes(generated), testing::IsEmpty());
}

}  // namespace
}  // namespace commonground::ingest
