// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every edit of a codebook leaves it whole.

#include "coding/codebook/edits.h"

#include <gmock/gmock.h>

#include "coding/codebook/colours.h"
#include "model/guids.h"

namespace commonground::coding {
namespace {

using core::ErrorCode;
using model::Code;
using model::CodeId;

// What the store does with a change set (store/acts.cpp), plainly.
std::vector<Code> After(std::vector<Code> codes, const model::ChangeSet& changes) {
  for (const auto& change : changes.codes) {
    auto place = std::ssize(codes);
    if (change.before) {
      const auto there = std::ranges::find(codes, change.before->id, &Code::id);
      EXPECT_EQ(*there, *change.before);
      place = there - codes.begin();
      codes.erase(there);
    }
    if (!change.after) continue;
    if (change.place_after >= 0) place = change.place_after;
    codes.insert(codes.begin() + place, *change.after);
  }
  return codes;
}

Code Make(const char* id, const char* parent = nullptr) {
  Code code;
  code.id = CodeId(id);
  if (parent != nullptr) code.parent = CodeId(parent);
  code.label = id;
  return code;
}
std::vector<std::string> Ids(const std::vector<Code>& codes) {
  std::vector<std::string> ids;
  for (const Code& code : codes) ids.push_back(code.id.value);
  return ids;
}
const std::vector<Code> kBook{Make("A"), Make("A.1", "A"), Make("A.1.1", "A.1"), Make("A.2", "A"), Make("B")};

model::Coding Coded(const char* code, const char* coder, std::int64_t start) {
  model::Coding coding;
  coding.document = model::DocumentId("lamp/a.md");
  coding.code = CodeId(code);
  coding.coder = model::CoderId(coder);
  coding.range = {start, start + 5};
  return coding;
}

TEST(Codebook, AddsACodeBehindItsFamily) {
  Code code = Make("A.1.2", "A.1");
  EXPECT_EQ(Ids(After(kBook, AddCode(kBook, code).value())),
            (std::vector<std::string>{"A", "A.1", "A.1.1", "A.1.2", "A.2", "B"}));
  EXPECT_EQ(NextCodeId(kBook, CodeId("A")).value, "A.3");
  EXPECT_EQ(NextCodeId(kBook, std::nullopt).value, "C1");
  EXPECT_EQ(AddCode(kBook, Make("A.2", "A")).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(AddCode(kBook, Make("X", "nowhere")).error().code, ErrorCode::kNotFound);
  code.label = "  ";
  EXPECT_EQ(AddCode(kBook, code).error().where, "A.1.2");
}

TEST(Codebook, RefusesColoursThatCannotBeRead) {
  CodeEdit edit;
  edit.colour = "#ffff00";
  EXPECT_EQ(EditCode(kBook, CodeId("A"), edit).error().code, ErrorCode::kInvalidInput);
  edit.colour = "red";
  EXPECT_FALSE(EditCode(kBook, CodeId("A"), edit));
  for (std::size_t place = 0; place < 12; ++place) {
    edit.colour = ColourOfPlace(place);
    EXPECT_TRUE(EditCode(kBook, CodeId("A"), edit)) << *edit.colour;
  }
  EXPECT_EQ(ColourOf(kBook, kBook[2]), ColourOfPlace(0));
  EXPECT_EQ(ColourOf(kBook, kBook[4]), ColourOfPlace(1));
}

TEST(Codebook, MovesACodeWithAllBelowIt) {
  const auto moved = After(kBook, MoveCode(kBook, CodeId("A.1"), {CodeId("B"), {}}).value());
  EXPECT_EQ(Ids(moved), (std::vector<std::string>{"A", "A.1.1", "A.2", "B", "A.1"}));
  EXPECT_EQ(WithDescendants(moved, CodeId("B")).size(), 3U);
  const auto first = After(kBook, MoveCode(kBook, CodeId("A.2"), {CodeId("A"), CodeId("A.1")}).value());
  EXPECT_EQ(Ids(first), (std::vector<std::string>{"A", "A.2", "A.1", "A.1.1", "B"}));
  EXPECT_EQ(MoveCode(kBook, CodeId("A"), {CodeId("A.1.1"), {}}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(MoveCode(kBook, CodeId("A"), {CodeId("A"), {}}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(MoveCode(kBook, CodeId("A.1"), {CodeId("A"), CodeId("B")}).error().code, ErrorCode::kInvalidInput);
}

TEST(Codebook, MergesCodesAndKeepsEveryCodingAndMemo) {
  std::vector<model::Coding> codings{Coded("A.1", "ada", 0), Coded("A.1", "ben", 0), Coded("A.2", "ada", 0)};
  codings[0].memo = "from";
  codings[2].memo = "into";
  const auto changes = MergeCodes(kBook, CodeId("A.1"), CodeId("A.2"), codings).value();
  const auto merged = After(kBook, changes);
  EXPECT_TRUE(merged[1].retired);
  EXPECT_EQ(merged[1].merged_into, CodeId("A.2"));
  EXPECT_EQ(merged[2].parent, CodeId("A.2"));
  ASSERT_EQ(changes.codings.size(), 3U);
  EXPECT_FALSE(changes.codings[0].after);  // ada has the passage under A.2 already
  EXPECT_EQ(changes.codings[1].after->memo, "into\nfrom");
  EXPECT_EQ(changes.codings[2].after->code, CodeId("A.2"));
  EXPECT_EQ(changes.codings[2].after->id, model::IdOf(codings[1]));  // it stays the same coding
  EXPECT_EQ(MergeCodes(kBook, CodeId("A"), CodeId("A.1"), {}).error().code, ErrorCode::kInvalidInput);
}

TEST(Codebook, SplitsRetiresAndRestores) {
  const std::vector<model::Coding> codings{Coded("A.1", "ada", 0)};
  const auto changes = SplitCode(kBook, CodeId("A.1"), Make("A.9"), codings).value();
  EXPECT_EQ(Ids(After(kBook, changes)), (std::vector<std::string>{"A", "A.1", "A.1.1", "A.9", "A.2", "B"}));
  EXPECT_EQ(changes.codings[0].after->code, CodeId("A.9"));
  const std::vector<model::Coding> others{Coded("B", "ada", 0)};
  EXPECT_FALSE(SplitCode(kBook, CodeId("A.1"), Make("A.9"), others));
  const auto retired = After(kBook, RetireCode(kBook, CodeId("B")).value());
  EXPECT_TRUE(retired.back().retired);
  EXPECT_FALSE(RetireCode(retired, CodeId("B")));
  EXPECT_EQ(After(retired, RestoreCode(retired, CodeId("B")).value()), kBook);
}

}  // namespace
}  // namespace commonground::coding
