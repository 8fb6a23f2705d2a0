// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every file of make_corpus.py is refused with a message that a person can use, or read without what is hostile in it;
// nothing of it stays: no process, no file.  Memory is the sandbox's matter: Sandbox.BoundsMemory.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

#include "core/files.h"
#include "ingest/documents/bare_picture.h"
#include "ingest/documents/convert.h"
#include "ingest/documents/formats.h"

namespace commonground::ingest {
namespace {

namespace fs = std::filesystem;

class Corpus {
 public:
  Corpus() {
    std::string name = (fs::temp_directory_path() / "hostile-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
    const std::string script = std::string(CG_SOURCE_DIR) + "/tests/hostile/make_corpus.py";
    made_ = std::system(("python3 '" + script + "' '" + (path_ / "files").string() + "' >/dev/null").c_str()) == 0;
    fs::create_directory(path_ / "tmp");
    setenv("TMPDIR", (path_ / "tmp").c_str(), 1);
  }
  ~Corpus() { fs::remove_all(path_); }
  bool made() const { return made_; }
  std::vector<fs::path> files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(path_ / "files")) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
  }
  bool left_nothing() const { return fs::is_empty(path_ / "tmp"); }

 private:
  fs::path path_;
  bool made_ = false;
};

// What is wrong with the answer; empty if it is good.
std::string Judge(const std::string& name, const core::Result<CanonicalDocument>& answer) {
  const bool harmless = name.starts_with("harmless-");
  if (harmless && !answer) return "should be read: " + answer.error().message;
  if (harmless) {
    const bool clean =
        answer->text.find("root:") == std::string::npos && answer->text.find('\xE2') == std::string::npos;
    return clean ? "" : "what is hostile came through: " + answer->text.substr(0, 200);
  }
  if (answer) return "should be refused, but gives: " + answer->text.substr(0, 60);
  if (answer.error().code != core::ErrorCode::kInvalidInput) return "another kind of error: " + answer.error().message;
  if (answer.error().message.find("Fix: ") == std::string::npos) return "no fix: " + answer.error().message;
  return {};
}

// A picture that nothing can be read in may be kept: without anything beside it.
std::string JudgeKept(const core::Result<BarePicture>& kept) {
  if (kept) return IsBarePicture(kept->bytes) ? "" : "would be kept with more than the image";
  const bool fix = kept.error().message.find("Fix: ") != std::string::npos;
  return fix ? "" : "not kept, with no fix: " + kept.error().message;
}

TEST(HostileFilesSlow, AreRefusedWithAFix) {
  const Corpus corpus;
  ASSERT_TRUE(corpus.made());
  const auto files = corpus.files();
  EXPECT_GE(files.size(), 150U);
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::vector<std::string> bad;
  const auto work = [&] {
    const Converter converter(CG_PARSER_PROGRAM);
    core::NoProgress silent;
    for (std::size_t i = next++; i < files.size(); i = next++) {
      const auto bytes = core::ReadFile(files[i], 300'000'000).value();
      const std::string name = files[i].filename().string();
      std::string wrong = Judge(name, converter.Convert(name, bytes, {"en"}, silent));
      if (wrong.empty() && IsPicture(name)) wrong = JudgeKept(converter.MakeBare(name, bytes, silent));
      const std::lock_guard lock(mutex);
      if (!wrong.empty()) bad.push_back(name + ": " + wrong);
    }
  };
  {
    std::jthread other(work);
    work();
  }
  EXPECT_THAT(bad, testing::IsEmpty());
  EXPECT_TRUE(corpus.left_nothing());
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "no process is left";
}

}  // namespace
}  // namespace commonground::ingest
