// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whatever exchange brings in, our own folder gives back and reads again: projects of hostile and empty fields.
#include <gmock/gmock.h>

#include <random>

#include "coding/exchange/merge.h"
#include "coding/exchange/read_refi.h"
#include "core/guid.h"
#include "ingest/folder/folder_testutil.h"

namespace commonground::exchange_test {
namespace {

using model::Element;

// A project whose every field is one of the things that break programs.
class HostileProject {
 public:
  explicit HostileProject(std::uint64_t seed) : random_(seed) {}

  model::ProjectFile Make() {
    model::ProjectFile file;
    file.root = Named("Project");
    file.root.attributes.emplace_back("origin", Field());
    Element users{"Users", {}, {}, {}};
    for (int i = Number(3); i > 0; --i) users.children.push_back(Named("User"));
    Element codes{"Codes", {}, {}, {}};
    for (int i = Number(4); i > 0; --i) codes.children.push_back(Code(2));
    Element sources{"Sources", {}, {}, {}};
    for (int i = Number(4); i > 0; --i) sources.children.push_back(Source(file));
    Element cases{"Cases", {}, {}, {}};
    for (int i = Number(2); i > 0; --i) {
      Element one = Named("Case");
      one.children.push_back({"Description", {}, Field(), {}});
      for (const std::string& source : sources_) {
        if (Number(1) == 0) one.children.push_back({"SourceRef", {{"targetGUID", source}}, {}, {}});
      }
      cases.children.push_back(std::move(one));
    }
    Element notes{"Notes", {}, {}, {}};
    for (int i = Number(3); i > 0; --i) {
      Element note = Named("Note");
      note.children.push_back({"Description", {}, Field(), {}});
      if (Number(1) == 0) note.children.push_back({"PlainTextContent", {}, Field(), {}});
      notes.children.push_back(std::move(note));
    }
    file.root.children = {users, {"CodeBook", {}, {}, {codes}},   cases, sources,
                          notes, {"Description", {}, Field(), {}}};
    return file;
  }

 private:
  int Number(int most) { return static_cast<int>(random_() % (static_cast<std::uint64_t>(most) + 1)); }

  std::string Field() {
    static const std::vector<std::string> kFields{
        "",
        " ",
        "\n",
        "\t\r\n",
        "\xC2\xA0",      // a space without a break
        "\xE2\x80\x8B",  // of no width
        "\xEF\xBB\xBF",  // a byte order mark
        "\xC2\xAD",      // a soft hyphen
        "\xE2\x80\xAE"
        "txet",  // turns writing round
        "=1+1",
        "README",          // a folder passes over it
        "story.docx.txt",  // and takes this for a text beside its file
        "'quoted",
        "a,b;\"c\"\td",
        "two\nlines",
        "two\r\nlines\r",
        "\x1B[31mred",
        std::string("nul\0inside", 10),
        "../../etc/passwd",
        "CON",
        ".",
        "..",
        "# heading\n\n| a | b |",
        "-2",
        "e\xCC\x81 and \xC3\xA9",  // both ways to write é
        "\xF0\x9F\x98\x80 The well",
        "\xFF\xFE not UTF-8",
        std::string(300, 'x'),
        "study",
        "KEN",
        "<b>&amp;]]>",
        "Peer work",
    };
    return kFields[random_() % kFields.size()];
  }

  std::string NewGuid() {
    if (Number(9) == 0) return Field();
    return core::GuidOf(std::to_string(random_()));
  }

  Element Named(const char* element) {
    return {element, {{"guid", NewGuid()}, {"name", Field()}, {"creationDateTime", Time()}}, {}, {}};
  }

  std::string Time() { return Number(2) == 0 ? Field() : "2026-03-0" + std::to_string(1 + Number(8)) + "T10:00:00Z"; }

  Element Code(int depth) {
    Element code = Named("Code");
    codes_.push_back(std::string(code.Attribute("guid")));
    code.attributes.emplace_back("color", Number(1) == 0 ? "#1b6ca8" : Field());
    code.children.push_back({"Description", {}, Field(), {}});
    for (int i = depth > 0 ? Number(2) : 0; i > 0; --i) code.children.push_back(Code(depth - 1));
    return code;
  }

  Element Source(model::ProjectFile& file) {
    Element source = Named(Number(4) == 0 ? "PDFSource" : "TextSource");
    sources_.push_back(std::string(source.Attribute("guid")));
    source.children.push_back({"Description", {}, Field(), {}});
    std::string text = Number(2) == 0 ? Field() : "The well is full. \n\nThe road is dry.\n" + Field() + "\n" + Field();
    const std::string name = "source-" + std::to_string(sources_.size()) + ".txt";
    source.attributes.emplace_back("plainTextPath", "internal://" + name);
    file.files["Sources/" + name] = text;
    for (int i = Number(4); i > 0; --i) {
      const int start = Number(30);
      Element passage{"PlainTextSelection",
                      {{"guid", NewGuid()},
                       {"startPosition", std::to_string(start)},
                       {"endPosition", std::to_string(start + Number(20))},
                       {"creationDateTime", Time()}},
                      {},
                      {{"Description", {}, Field(), {}}}};
      for (int k = Number(2); k > 0; --k) {
        Element coding{"Coding", {{"guid", NewGuid()}, {"creationDateTime", Time()}}, {}, {}};
        if (!codes_.empty()) {
          coding.children.push_back({"CodeRef", {{"targetGUID", codes_[random_() % codes_.size()]}}, {}, {}});
        }
        passage.children.push_back(std::move(coding));
      }
      source.children.push_back(std::move(passage));
    }
    return source;
  }

  std::mt19937_64 random_;
  std::vector<std::string> codes_;
  std::vector<std::string> sources_;
};

void ExpectWrittenAndReadAgain(const model::Study& study) {
  for (const auto style : {ingest::CsvStyle::kRaw, ingest::CsvStyle::kSpreadsheetSafe}) {
    const ingest::FolderRead read = ingest::ReadFiles(ingest::Written(study, style));
    for (const auto& problem : read.problems) {
      EXPECT_NE(problem.severity, core::Severity::kError) << core::Describe(problem);
    }
    EXPECT_EQ(read.study.documents, study.documents);
    EXPECT_EQ(read.study.codebook, study.codebook);
    EXPECT_EQ(read.study.codings, study.codings);
    EXPECT_EQ(read.study.memos, study.memos);
    EXPECT_EQ(read.study.organisations, study.organisations);
    EXPECT_EQ(read.study.cases, study.cases);
    EXPECT_EQ(read.study.orphans, study.orphans);
  }
}

TEST(MovingIn, WhatCameInIsWrittenAndReadAgain) {
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    SCOPED_TRACE(seed);
    const auto imported = coding::ReadRefi(HostileProject(seed).Make(), coding::Reading{});
    ASSERT_TRUE(imported) << imported.error().message;
    const auto merged = coding::Merge({}, *imported, {});
    ExpectWrittenAndReadAgain(merged.study);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(MovingIn, ASecondTimeBringsNothing) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto imported = coding::ReadRefi(HostileProject(seed).Make(), coding::Reading{});
    const auto once = coding::Merge({}, imported.value(), {});
    const auto twice = coding::Merge(once.study, imported.value(), {});
    EXPECT_EQ(twice.new_documents.size(), 0U) << seed;
    EXPECT_EQ(twice.new_codes, 0) << seed;
    EXPECT_EQ(twice.new_codings, 0) << seed;
    EXPECT_EQ(twice.new_memos, 0) << seed;
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace commonground::exchange_test
