// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What bodies are taken.

#include "server/shape/reader.h"

#include <gtest/gtest.h>

#include "server/shape/writer.h"

namespace commonground::server {

struct Inner {
  std::string label;
  std::int64_t count = 0;
};
void Describe(auto& visit, Is<Inner> auto& inner) {
  visit("label", inner.label, "");
  visit("count", inner.count, "");
}
struct Outer {
  std::string id;
  std::optional<std::string> memo;
  std::vector<Inner> inner;
  std::vector<std::string> code;
};
void Describe(auto& visit, Is<Outer> auto& outer) {
  visit.Path("id", outer.id, "");
  visit("memo", outer.memo, "");
  visit("inner", outer.inner, "");
  visit.Query("code", outer.code, "");
}

namespace {

TEST(ParseJson, RefusesWhatTwoProgramsReadDifferently) {
  for (const std::string bad :
       {"", "{", "{}x", "{\"a\":1,\"a\":2}", "[{\"a\":{\"b\":1,\"b\":1}}]", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}",
        "\"\xff\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", "\"\\ud800\"", "\"\\u0000\"", "{\"a\":99999999999999999999}",
        "/**/{}", "{\"a\":1,}", "\"a\nb\""}) {
    const auto read = ParseJson(bad);
    if (bad == "{\"a\":99999999999999999999}" && read) {
      EXPECT_TRUE((*read)["a"].is_number_float());  // and so no whole number
      continue;
    }
    EXPECT_FALSE(read) << bad;
  }
  EXPECT_FALSE(ParseJson(std::string(33, '[') + std::string(33, ']')));
  EXPECT_FALSE(ParseJson(std::string(100'000, '[')));
  EXPECT_TRUE(ParseJson(std::string(32, '[') + std::string(32, ']')));
}

TEST(ParseJson, MakesTextsCanonical) {
  EXPECT_EQ(ParseJson("\"e\xcc\x81\\r\\nx\\u202e\"")->get<std::string>(), "é\nx");
}

TEST(ReadFields, SaysEverythingThatIsWrong) {
  Outer outer;
  const auto json =
      ParseJson(R"({"memo": 3, "inner": [{"label": "a"}, {"label": "b", "count": 1.5, "x": 1}], "y": 1})");
  const auto problems = ReadFields(*json, {{"id", "q"}}, *ReadTarget("/a?code=1&code=2&z=3"), outer);
  std::vector<std::string> fields;
  for (const auto& one : problems) fields.push_back(one.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"memo", "inner[0].count", "inner[1].count", "inner[1]", "", ""}));
  EXPECT_EQ(outer.id, "q");
  EXPECT_EQ(outer.code, (std::vector<std::string>{"1", "2"}));
}

TEST(ReadFields, GivesBackWhatWasWritten) {
  Outer outer{"q", "note", {{"a", 1}, {"b", -2}}, {}};
  Outer again;
  EXPECT_TRUE(ReadFields(nlohmann::json::parse(ToJson(outer).dump()), {{"id", "q"}}, *ReadTarget("/"), again).empty());
  EXPECT_EQ(ToJson(again), ToJson(outer));
}

}  // namespace
}  // namespace commonground::server
