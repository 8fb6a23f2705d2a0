// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Addresses of links that are taken, and those that are not.

#include "publish/html/address.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace commonground::publish {
namespace {

std::string Lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

void ExpectSafe(const std::string& name, const std::string& id) {
  EXPECT_FALSE(name.empty()) << id;
  EXPECT_LE(name.size(), 64U) << id;
  EXPECT_NE(name.front(), '.') << id;
  EXPECT_NE(name.front(), '-') << id;
  EXPECT_NE(name.back(), '.') << id;
  EXPECT_EQ(name.find(".."), std::string::npos) << id;
  for (const char c : name) {
    const bool safe =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    EXPECT_TRUE(safe) << id << " gives " << name;
  }
  static const std::set<std::string> devices{"con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"};
  EXPECT_FALSE(devices.contains(Lower(name.substr(0, name.find('.'))))) << id;
}

const std::vector<std::string> kHostileIds{"",
                                           ".",
                                           "..",
                                           "../../index",
                                           "x/../../../../index",
                                           "/etc/passwd",
                                           "\\\\server\\share",
                                           "C:\\x",
                                           "con",
                                           "CON",
                                           "nul.txt",
                                           "Aux",
                                           "COM1",
                                           "lpt9.html",
                                           "com",
                                           "a b",
                                           "a\nb",
                                           "a\0b",
                                           "ёж",
                                           "妓",
                                           "е",
                                           "e",
                                           "E",
                                           "INT.1",
                                           "int.1",
                                           "Int.1",
                                           "INT.1.",
                                           ".INT",
                                           "-x",
                                           "--x",
                                           "a--b",
                                           "a..b",
                                           std::string(300, 'a'),
                                           std::string(300, 'a') + "b",
                                           std::string(64, 'a'),
                                           std::string(65, 'a'),
                                           "a:b",
                                           "a?b",
                                           "a#b",
                                           "a%2fb",
                                           "<script>",
                                           "\"",
                                           "'",
                                           "\xff\xfe",
                                           "index",
                                           "style.css",
                                           "ａ",
                                           "İ",
                                           "ı",
                                           "ß",
                                           "SS",
                                           "ss",
                                           "\u202e",
                                           "\u00ad",
                                           "~",
                                           "*"};

TEST(SafeName, KeepsPlainIdsForPeopleToRead) {
  EXPECT_EQ(SafeName("lantern-collective", Plain::kLower), "lantern-collective");
  EXPECT_EQ(SafeName("INT.3.1", Plain::kUpper), "INT.3.1");
  EXPECT_EQ(SafeName("KEN", Plain::kUpper), "KEN");
}

TEST(SafeName, AnyIdGivesASafeNameOfItsOwnAlsoWhereCapitalsDoNotCount) {
  for (const Plain plain : {Plain::kLower, Plain::kUpper}) {
    std::set<std::string> names;
    const std::set<std::string> ids(kHostileIds.begin(), kHostileIds.end());
    for (const std::string& id : ids) {
      const std::string name = SafeName(id, plain);
      ExpectSafe(name, id);
      EXPECT_TRUE(names.insert(Lower(name)).second) << id << " gives " << name << " again";
      EXPECT_EQ(name, SafeName(id, plain));
    }
  }
}

TEST(SafeName, RandomBytesGiveSafeNamesOfTheirOwn) {
  std::mt19937 random(7);
  const std::string alphabet = "aAbB.-_/\\ \n\xc3\xa9:";
  std::set<std::string> ids;
  std::set<std::string> names;
  for (int i = 0; i < 20'000; ++i) {
    std::string id;
    for (auto length = random() % 6; length > 0; --length) id += alphabet[random() % alphabet.size()];
    const std::string name = SafeName(id, Plain::kLower);
    ExpectSafe(name, id);
    EXPECT_EQ(ids.insert(id).second, names.insert(Lower(name)).second) << id << " gives " << name;
  }
}

TEST(SafeName, ANameMadeOfAnotherIdIsNotItsName) {
  const std::string made = SafeName("../x", Plain::kLower);
  EXPECT_NE(SafeName(made, Plain::kLower), made) << "an id that looks like a made name gets one of its own";
}

TEST(PathOf, NoIdLeavesItsFolder) {
  for (const PageKind kind : {PageKind::kRegion, PageKind::kCase, PageKind::kCountry, PageKind::kEvidence}) {
    std::set<std::string> paths;
    for (const std::string& id : std::set<std::string>(kHostileIds.begin(), kHostileIds.end())) {
      const std::string path = PathOf({kind, id});
      EXPECT_EQ(std::ranges::count(path, '/'), 1) << path;
      EXPECT_EQ(path.find(".."), std::string::npos) << path;
      EXPECT_TRUE(path.ends_with(".html")) << path;
      EXPECT_TRUE(paths.insert(Lower(path)).second) << path;
    }
  }
}

TEST(HrefOf, LeadsFromAnyPageToAnyOther) {
  const PageId evidence{PageKind::kEvidence, "INT.1"};
  const NumberTarget number{model::CodeId("INT.1"), "region", "africa"};
  EXPECT_EQ(HrefOf(number, evidence), "#region-africa");
  EXPECT_EQ(HrefOf(number, {PageKind::kSummary}), "evidence/INT.1.html#region-africa");
  EXPECT_EQ(HrefOf(number, {PageKind::kCase, "a"}), "../evidence/INT.1.html#region-africa");
  EXPECT_EQ(HrefOf(PassageTarget{model::OrganisationId("a"), 2, 3}, evidence), "../cases/a.html#d2-p3");
  EXPECT_EQ(HrefOf(SourceTarget{model::SourceId("s1"), kSourcesOnAPage + 1}, {PageKind::kSummary}),
            "sources--2.html#source-s1");
  EXPECT_EQ(HrefOf({}, evidence), "");
}

}  // namespace
}  // namespace commonground::publish
