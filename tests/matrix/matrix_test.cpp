// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every use case, asked by every role for every purpose: what is let in is what permissions.txt says, line by line, and
// nothing else.  UPDATE_GOLDEN=1 writes the table anew; read the difference before you keep it.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "app/workspace_testutil.h"
#include "core/files.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;

const fs::path kTable = fs::path(CG_SOURCE_DIR) / "tests/cases/matrix/permissions.txt";

class Matrix : public ::testing::Test {
 protected:
  Matrix() : file_(fs::temp_directory_path() / ("cg-matrix-" + std::to_string(getpid()) + ".cg")) {
    store_ = store::StudyStore::Open(store::StudyLocation(file_), store::OpenMode::kCreateOrWrite).value();
  }
  ~Matrix() override {
    store_.reset();
    fs::remove(file_);
  }
  bool LetsIn(UseCase use_case, Role role, Purpose purpose) const {
    const Caller caller{model::CoderId("ada"), role, model::OrganisationId("lamp")};
    return Enter(Over(*store_, caller, core::Moment(), purpose), use_case).has_value();
  }

  fs::path file_;
  std::optional<store::StudyStore> store_;
};

TEST_F(Matrix, IsAsItIsWrittenDown) {
  std::string table = fmt::format("{:<20}{:<10}{:<8}", "use case", "purpose", "access");
  for (int role = 0; role < kRoles; ++role) table += fmt::format("{:<13}", RoleName(static_cast<Role>(role)));
  while (table.ends_with(' ')) table.pop_back();
  table += '\n';
  int asked = 0;
  for (const Permission& one : Permissions()) {
    for (int purpose = 0; purpose < kPurposes; ++purpose) {
      std::string line = fmt::format("{:<20}{:<10}{:<8}", one.name, PurposeName(static_cast<Purpose>(purpose)),
                                     one.access == Access::kWrites ? "writes" : "reads");
      bool anybody = false;
      for (int role = 0; role < kRoles; ++role, ++asked) {
        const bool is_in = LetsIn(one.use_case, static_cast<Role>(role), static_cast<Purpose>(purpose));
        anybody = anybody || is_in;
        line += fmt::format("{:<13}", is_in ? "yes" : "-");
      }
      while (line.ends_with(' ')) line.pop_back();
      if (anybody) table += line + "\n";  // a purpose that lets nobody in has no line
    }
  }
  EXPECT_EQ(asked, static_cast<int>(kUseCases) * kRoles * kPurposes);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    ASSERT_TRUE(core::WriteFile(kTable, table));
  }
  EXPECT_EQ(table, core::ReadFile(kTable, 100'000).value_or(""));
}

// Whatever the table grows to: who only reads changes nothing and takes nothing out but a look at what would be
// published, and a member organisation changes
// nothing but what is said of itself (gateway/noun_view.h; its undo takes back its own changes alone).
TEST_F(Matrix, LetsReadersAndMembersChangeNothingOfOthers) {
  const std::set<UseCase> own{UseCase::kEditOrganisation,
                              UseCase::kEditStatement,
                              UseCase::kEditLeadership,
                              UseCase::kEditConsent,
                              UseCase::kGiveConsent,
                              UseCase::kPauseConsent,
                              UseCase::kEditPartnership,
                              UseCase::kEditTranslation,
                              UseCase::kWithdrawConsent,
                              UseCase::kUndo,
                              UseCase::kRedo};
  for (const Permission& one : Permissions()) {
    if (one.access == Access::kReads && one.purpose == Purpose::kWork) continue;
    EXPECT_EQ(one.Allows(Role::kReader), one.use_case == UseCase::kPreviewReport) << one.name;
    EXPECT_EQ(one.Allows(Role::kMember), own.contains(one.use_case)) << one.name;
  }
}

TEST_F(Matrix, SaysWhoMayInsteadOfDoingIt) {
  const Caller reader{model::CoderId("ada"), Role::kReader, {}};
  const auto refused = Enter(Over(*store_, reader, core::Moment()), UseCase::kAddCode);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("a reader may not do this (add code)"), std::string::npos);
  EXPECT_NE(refused.error().message.find("Fix: "), std::string::npos);
}

}  // namespace
}  // namespace commonground::app
