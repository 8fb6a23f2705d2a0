// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The files that are made of the table of routes are what the table says.  UPDATE_GOLDEN=1 writes them anew.

#include "server/openapi.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "server/route.h"

namespace commonground::server {
namespace {

void IsAsWritten(const std::string& name, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path(CG_SOURCE_DIR) / name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  std::ifstream file(path);
  std::stringstream there;
  there << file.rdbuf();
  EXPECT_TRUE(there.str() == text) << name << " is not what the routes say: UPDATE_GOLDEN=1 writes it anew";
}

TEST(OpenApi, IsAsTheRoutesSay) {
  IsAsWritten("docs/api/openapi.json", OpenApi().dump(1) + "\n");
}

TEST(TypeScript, IsAsTheRoutesSay) {
  IsAsWritten("web/api/types.ts", TypeScriptTypes());
}

TEST(Routes, AreEachThereOnceAndFound) {
  std::set<std::string> names;
  std::set<std::string> places;
  for (const Route& route : Routes()) {
    EXPECT_TRUE(names.insert(route.rules.name).second) << route.rules.name;
    EXPECT_TRUE(places.insert(std::string(NameOf(route.rules.method)) + route.rules.path).second) << route.rules.path;
    EXPECT_NE(*route.rules.summary, '\0') << route.rules.name;
    // Every part of the path is a field of the input.
    std::set<std::string> fields;
    for (const AddressField& field : route.address()) {
      if (field.in == "path") fields.insert(field.name);
    }
    std::set<std::string> parts;
    std::vector<std::string> segments;
    std::stringstream path(std::string(route.rules.path).substr(1));
    for (std::string part; std::getline(path, part, '/');) {
      if (part.front() == '{') parts.insert(part.substr(1, part.size() - 2));
      segments.push_back(part.front() == '{' ? "something" : part);
    }
    EXPECT_EQ(fields, parts) << route.rules.name;
    EXPECT_EQ(FindRoute(route.rules.method, segments).route, &route) << route.rules.name;
  }
}

// What changes something asks who may, and is never done by a GET.
TEST(Routes, ThatChangeSomethingAreNoGets) {
  for (const Route& route : Routes()) {
    if (route.rules.use_case == app::UseCase::kCount) continue;
    const auto& permission = app::Permissions()[static_cast<std::size_t>(route.rules.use_case)];
    if (permission.access == app::Access::kWrites) {
      EXPECT_NE(route.rules.method, Method::kGet) << route.rules.name;
    }
    EXPECT_EQ(route.rules.who, Who::kSignedIn) << route.rules.name;
  }
}

TEST(Routes, WithoutASessionAreFew) {
  std::set<std::string> open;
  for (const Route& route : Routes()) {
    if (route.rules.who == Who::kAnybody) open.insert(route.rules.name);
  }
  EXPECT_EQ(open, (std::set<std::string>{"lookAtLink", "join", "signIn"}));
}

}  // namespace
}  // namespace commonground::server
