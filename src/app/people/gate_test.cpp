// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coming in, going out, and what is kept of it.

#include "app/people/gate.h"

#include <gtest/gtest.h>

#include "app/people/audit_chain.h"
#include "app/people/audit_rows.h"
#include "store/people/people_store.h"
#include "store/study_store.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using core::ErrorCode;

constexpr const char* kPassphrase = "turnip ladder ocean seventeen";

class SetClock : public core::Clock {
 public:
  core::Date Today() const override { return Now().Day(); }
  core::Moment Now() const override { return core::Moment::FromUnixSeconds(now); }
  std::int64_t now = 1'800'000'000;
};

class GateTest : public store::KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    store::StudyStore::Open(place, store::OpenMode::kCreateOrWrite).value();
    gate_ = Gate::Open(Where(), clock_).value();
  }
  void TearDown() override {
    gate_.reset();
    KeptTest::TearDown();
  }
  std::string Where() const { return place.Shown(); }
  Workspace As(const std::string& person, Role role) const {
    return Workspace::Open(Where(), {model::CoderId(person), role, {}}, Purpose::kWork, clock_).value();
  }
  // The first coordinator, with a second key.
  SignedIn Lead() {
    const auto in = gate_->Join(gate_->NewSetupToken().value().value(), "lead", kPassphrase).value();
    key_ = gate_->OfferSecondKey(in.session).value();
    return gate_->ConfirmSecondKey(in.session, in.token, Code()).value().signed_in;
  }
  SignedIn Person(const std::string& name, Role role) {
    const auto invited = gate_->Invite(As("lead", Role::kCoordinator), name, role, {}).value();
    return gate_->Join(invited.token, "", kPassphrase).value();
  }
  std::string Code() const { return CodeOfKey(key_, clock_.now / 30); }
  bool IsIn(const SignedIn& in) { return gate_->Recognise(in.token, true).value().has_value(); }
  core::Result<SignedIn> SignIn(const std::string& name, const char* passphrase, const std::string& code = "") {
    return gate_->SignIn({name, passphrase, code, "somewhere"});
  }

  SetClock clock_;
  std::unique_ptr<Gate> gate_;
  std::string key_;
};

INSTANTIATE_TEST_SUITE_P(A, GateTest, ::testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

TEST_P(GateTest, LetsTheFirstOneInOnce) {
  const std::string older = gate_->NewSetupToken().value().value();
  const std::string token = gate_->NewSetupToken().value().value();
  EXPECT_EQ(gate_->Join(older, "lead", kPassphrase).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(gate_->Join(token, "lead", "too short").error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(gate_->Join(token, "../lead", kPassphrase).error().code, ErrorCode::kInvalidInput);
  const auto in = gate_->Join(token, "lead", kPassphrase);
  ASSERT_TRUE(in) << in.error().message;
  EXPECT_TRUE(in->session.awaits_second_key);
  EXPECT_EQ(in->session.caller.role, Role::kCoordinator);
  EXPECT_EQ(gate_->Join(token, "other", kPassphrase).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(gate_->NewSetupToken().value(), std::nullopt);
}

TEST_P(GateTest, LinksEnd) {
  const std::string token = gate_->NewSetupToken().value().value();
  clock_.now += kSetupSeconds;
  EXPECT_FALSE(gate_->LookAt(token));
  EXPECT_FALSE(gate_->Join(token, "lead", kPassphrase));
}

// A clock that was ahead and is put right must keep nobody out, and make nothing last longer.
TEST_P(GateTest, HoldsWhenTheClockIsSetBack) {
  constexpr std::int64_t kDay = 86'400;
  Lead();
  const auto ana = Person("ana", Role::kResearcher);
  const std::string link = gate_->Invite(As("lead", Role::kCoordinator), "ben", Role::kReader, {}).value().token;
  clock_.now += 60;
  ASSERT_TRUE(SignIn("lead", kPassphrase, Code()));
  for (int i = 0; i < 8; ++i) (void)SignIn("ana", "wrong passphrase of some length");
  clock_.now -= kDay;
  EXPECT_FALSE(IsIn(ana));  // it would be good for a day longer
  EXPECT_FALSE(gate_->LookAt(link));
  EXPECT_TRUE(gate_->Invitations(As("lead", Role::kCoordinator)).value().empty());
  const auto lead = SignIn("lead", kPassphrase, Code());
  EXPECT_TRUE(lead);  // the code of today, though one of tomorrow was used
  EXPECT_TRUE(IsFresh(lead->session, clock_.now));
  EXPECT_FALSE(IsFresh(lead->session, clock_.now - kDay));
  EXPECT_FALSE(SignIn("lead", kPassphrase, Code()));  // once
  EXPECT_FALSE(SignIn("ana", kPassphrase));           // for seconds, not for a day
  clock_.now += 43;
  EXPECT_TRUE(SignIn("ana", kPassphrase));
  clock_.now += kDay - 43;
  EXPECT_FALSE(IsIn(ana));  // what was over does not come back
}

TEST_P(GateTest, LetsClocksDifferALittle) {
  Lead();
  const auto ana = Person("ana", Role::kResearcher);
  clock_.now -= 200;  // another server of the same study
  EXPECT_TRUE(IsIn(ana));
  EXPECT_TRUE(IsFresh(ana.session, clock_.now));
}

TEST_P(GateTest, AsksCoordinatorsForTheirSecondKey) {
  Lead();
  clock_.now += 60;
  EXPECT_FALSE(SignIn("lead", kPassphrase));
  EXPECT_FALSE(SignIn("lead", kPassphrase, "000000"));
  const std::string code = Code();
  const auto in = SignIn("lead", kPassphrase, code);
  ASSERT_TRUE(in);
  EXPECT_FALSE(in->session.awaits_second_key);
  EXPECT_FALSE(SignIn("lead", kPassphrase, code));  // once
}

TEST_P(GateTest, SaysTheSameToWrongNamesPassphrasesAndCodes) {
  Lead();
  const std::string said = SignIn("nobody", kPassphrase).error().message;
  EXPECT_EQ(SignIn("lead", "wrong passphrase of some length").error().message, said);
  EXPECT_EQ(SignIn("lead", kPassphrase).error().message, said);
  for (int i = 0; i < 4; ++i) (void)SignIn("lead", "wrong passphrase of some length");
  EXPECT_EQ(SignIn("lead", kPassphrase, Code()).error().message, said);  // too early
}

TEST_P(GateTest, EndsSessions) {
  const auto lead = Lead();
  auto ana = Person("ana", Role::kResearcher);
  EXPECT_TRUE(IsIn(ana));
  clock_.now += kIdleSeconds;
  EXPECT_TRUE(IsIn(ana));
  clock_.now += kIdleSeconds + 1;
  EXPECT_FALSE(IsIn(ana));  // idle
  ana = *SignIn("ana", kPassphrase);
  for (int i = 0; i < 24; ++i) {
    clock_.now += kIdleSeconds - 1;
    EXPECT_TRUE(IsIn(ana)) << i;
  }
  clock_.now += 100;
  EXPECT_FALSE(IsIn(ana));  // twelve hours
  ana = *SignIn("ana", kPassphrase);
  ASSERT_TRUE(gate_->ChangeRole(As("lead", Role::kCoordinator), "ana", Role::kReader, {}));
  EXPECT_FALSE(IsIn(ana));  // another role
  ana = *SignIn("ana", kPassphrase);
  EXPECT_EQ(ana.session.caller.role, Role::kReader);
  const auto other = *SignIn("ana", kPassphrase);
  ASSERT_TRUE(gate_->EndSession(model::CoderId("ana"), other.session.id));
  EXPECT_FALSE(IsIn(other));
  EXPECT_TRUE(IsIn(ana));
  EXPECT_FALSE(gate_->EndSession(model::CoderId("ben"), ana.session.id));  // of somebody else
  ASSERT_TRUE(gate_->SignOut(ana.token));
  EXPECT_FALSE(IsIn(ana));
  ana = *SignIn("ana", kPassphrase);
  ASSERT_TRUE(gate_->SetPreferences(model::CoderId("ana"), {{"look theme", "dark"}}));
  ASSERT_TRUE(gate_->Remove(As("lead", Role::kCoordinator), "ana"));
  EXPECT_TRUE(gate_->Preferences(model::CoderId("ana"))->empty());
  EXPECT_FALSE(IsIn(ana));
  EXPECT_FALSE(SignIn("ana", kPassphrase));
  EXPECT_FALSE(gate_->Invite(As("lead", Role::kCoordinator), "ana", Role::kReader, {}));  // the name stays taken
}

TEST_P(GateTest, KeepsWhatSomebodySetForThePages) {
  Lead();
  const model::CoderId ana("ana");
  Person("ana", Role::kResearcher);
  EXPECT_TRUE(gate_->Preferences(ana)->empty());
  ASSERT_TRUE(gate_->SetPreferences(ana, {{"look theme", "dark"}, {"key reader j", "l"}}));
  ASSERT_TRUE(gate_->SetPreferences(ana, {{"key reader j", "л"}, {"key everywhere /", "."}}));
  EXPECT_FALSE(gate_->SetPreferences(ana, {{"twice", "1"}, {"twice", "2"}}));
  EXPECT_FALSE(gate_->SetPreferences(ana, {{"long", std::string(41, 'a')}}));
  EXPECT_FALSE(gate_->SetPreferences(ana, {{"lines", "a\nb"}}));
  EXPECT_FALSE(gate_->SetPreferences(ana, {{"nothing", ""}}));
  std::vector<Preference> many;
  for (std::size_t i = 0; i <= kMaxPreferences; ++i) many.push_back({std::to_string(i), "x"});
  EXPECT_FALSE(gate_->SetPreferences(ana, many));
  EXPECT_FALSE(gate_->SetPreferences(model::CoderId("nobody"), {{"look theme", "dark"}}));
  const auto kept = *gate_->Preferences(ana);
  ASSERT_EQ(kept.size(), 2);
  EXPECT_EQ(kept[0].setting + kept[1].setting, "key everywhere /key reader j");
  EXPECT_EQ(kept[1].value, "л");
}

TEST_P(GateTest, LetsOnlyCoordinatorsManagePeopleAndKeepsTheLastOne) {
  Lead();
  for (const Role role : {Role::kResearcher, Role::kReviewer, Role::kMember, Role::kReader}) {
    const auto study = As("ana", role);
    EXPECT_FALSE(gate_->People(study));
    EXPECT_FALSE(gate_->Invite(study, "ben", Role::kCoordinator, {}));
    EXPECT_FALSE(gate_->ChangeRole(study, "lead", Role::kReader, {}));
    EXPECT_FALSE(gate_->Remove(study, "lead"));
    EXPECT_FALSE(gate_->Audit(study, 10));
  }
  const auto study = As("lead", Role::kCoordinator);
  EXPECT_EQ(gate_->Remove(study, "lead").error().code, ErrorCode::kConflict);
  EXPECT_EQ(gate_->ChangeRole(study, "lead", Role::kReader, {}).error().code, ErrorCode::kConflict);
  EXPECT_FALSE(gate_->Invite(study, "ben", Role::kMember, {}));  // of which organisation?
  EXPECT_EQ(gate_->People(study)->size(), 1U);
}

TEST_P(GateTest, AsksForThePassphraseAgain) {
  Lead();
  const auto ana = Person("ana", Role::kResearcher);
  clock_.now += kFreshSeconds + 1;
  EXPECT_FALSE(gate_->Refresh(ana.session, {"", "wrong wrong wrong wrong", "", "somewhere"}));
  ASSERT_TRUE(gate_->Refresh(ana.session, {"", kPassphrase, "", "somewhere"}));
  EXPECT_EQ(gate_->Recognise(ana.token, false).value()->fresh, clock_.now);
  EXPECT_EQ(gate_->SessionsOf(model::CoderId("ana"))->size(), 1U);
}

// What a browser sealed in one session must open in the next one, also when the server began anew in between.
TEST_P(GateTest, GivesEverybodyAKeyOfTheirOwnThatStays) {
  const model::CoderId ana("ana");
  const std::string key = gate_->QueueKey(ana).value();
  EXPECT_EQ(key.size(), 64U);
  EXPECT_EQ(gate_->QueueKey(ana).value(), key);
  EXPECT_NE(gate_->QueueKey(model::CoderId("ana2")).value(), key);
  gate_.reset();
  EXPECT_EQ(Holding(key), "");
  gate_ = Gate::Open(Where(), clock_).value();
  EXPECT_EQ(gate_->QueueKey(ana).value(), key);
}

TEST_P(GateTest, KeepsNoTokenAndNoPassphrase) {
  const auto lead = Lead();
  const auto invited = *gate_->Invite(As("lead", Role::kCoordinator), "ben", Role::kReader, {});
  const auto ana = Person("ana", Role::kResearcher);
  gate_.reset();
  for (const std::string& secret : {lead.token, ana.token, invited.token, std::string(kPassphrase)}) {
    EXPECT_EQ(Holding(secret), "");
  }
  gate_ = Gate::Open(Where(), clock_).value();
  EXPECT_TRUE(IsIn(ana));  // also after the server started again
}

TEST_P(GateTest, GivesTheLogPieceByPiece) {
  Lead();
  for (int i = 0; i < 25; ++i) ASSERT_TRUE(gate_->Record(model::CoderId("lead"), "search", std::to_string(i)));
  const auto study = As("lead", Role::kCoordinator);
  const auto whole = *gate_->Audit(study, 1000);
  std::vector<std::int64_t> numbers;
  for (std::int64_t before = 0; before != 1;) {
    const auto piece = *gate_->Audit(study, 10, before);
    ASSERT_FALSE(piece.empty());
    for (const auto& line : piece) numbers.push_back(line.number);
    before = piece.back().number;
  }
  ASSERT_EQ(numbers.size(), whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(numbers[i], whole[i].number);
  EXPECT_TRUE(gate_->Audit(study, 10, 1)->empty());
  EXPECT_EQ(gate_->Audit(study, 10, 1'000'000)->front().number, whole.front().number);
}

TEST_P(GateTest, FindsEveryChangeOfTheLog) {
  Lead();
  Person("ana", Role::kResearcher);
  for (int i = 0; i < 5; ++i)
    ASSERT_TRUE(gate_->Record(model::CoderId("ana"), "applyCode", "a/b " + std::to_string(i)));
  const auto whole = VerifyAudit(Where()).value();
  EXPECT_GE(whole.lines, 8);
  EXPECT_EQ(whole.broken_at, 0);
  EXPECT_EQ(whole.head.size(), 64U);
  auto people = store::PeopleStore::At(place, store::PeopleStore::Open::kToWrite).value();
  std::vector<store::StoredAudit> lines;
  ASSERT_TRUE(people.Read([&](store::PeopleTables& tables) -> core::Status {
    lines = tables.Audit(1, 100);
    return {};
  }));
  // Each field of a line in the middle, changed; and the line taken out.
  const auto broken = [&](const auto& change) {
    std::string before;
    std::int64_t number = 0;
    auto changed = lines;
    change(changed);
    for (const auto& line : changed) {
      const bool blanked = line.subject.empty() && line.salt.empty();
      if (line.number != ++number || line.chain != ChainOf(line, before) ||
          (!blanked && SubjectHash(line) != line.subject_hash)) {
        return true;
      }
      before = line.chain;
    }
    return false;
  };
  EXPECT_FALSE(broken([](auto&) {}));
  EXPECT_TRUE(broken([](auto& all) { all[3].at += 1; }));
  EXPECT_TRUE(broken([](auto& all) { all[3].person = "ben"; }));
  EXPECT_TRUE(broken([](auto& all) { all[3].action += "x"; }));
  EXPECT_TRUE(broken([](auto& all) { all[3].subject = "other"; }));
  EXPECT_TRUE(broken([](auto& all) { all[3].subject_hash[0] ^= 1; }));
  EXPECT_TRUE(broken([](auto& all) { all[3].chain[0] ^= 1; }));
  EXPECT_TRUE(broken([](auto& all) { all.erase(all.begin() + 3); }));
  EXPECT_TRUE(broken([](auto& all) { std::swap(all[3], all[4]); }));
  // What was erased on purpose is no change.
  EXPECT_FALSE(broken([](auto& all) { all[3].subject = all[3].salt = ""; }));
  // And so in the file.
  ASSERT_TRUE(people.Edit([&](store::PeopleTables& tables) -> core::Status {
    auto line = lines.back();
    line.number += 2;
    tables.Add(line);
    return {};
  }));
  EXPECT_EQ(VerifyAudit(Where()).value().broken_at, whole.lines + 1);
}

}  // namespace
}  // namespace commonground::app
