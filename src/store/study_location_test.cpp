// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Addresses that are taken, and those that are refused without repeating them.

#include "store/study_location.h"

#include <gmock/gmock.h>

namespace commonground::store {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(StudyLocation, IsAPathUnlessItIsAnAddress) {
  for (const char* path :
       {"study.cg", "/tmp/a b/study.cg", "postgres", "postgresql/a.cg", "#x", "", "./host=a.cg", "a b=c.cg"}) {
    const auto place = StudyLocation::Parse(path);
    ASSERT_TRUE(place) << path;
    EXPECT_TRUE(place->is_file()) << path;
    EXPECT_EQ(place->Shown(), path);
  }
}

TEST(StudyLocation, TakesHostDatabaseAndStudyFromAnAddress) {
  const auto place = StudyLocation::Parse("postgresql://kofi@localhost:5433/network#asia-2027");
  ASSERT_TRUE(place);
  EXPECT_FALSE(place->is_file());
  EXPECT_EQ(place->address().study, "asia-2027");
  EXPECT_EQ(place->Shown(), "postgresql://kofi@localhost:5433/network#asia-2027");
  for (const char* part : {"host='localhost'", "port='5433'", "dbname='network'", "user='kofi'", "sslmode='prefer'"}) {
    EXPECT_THAT(place->address().connection, HasSubstr(part));
  }
  EXPECT_EQ(StudyLocation::Parse("postgres:///network")->address().study, "");
  EXPECT_THAT(StudyLocation::Parse("postgresql:///o'n%5Ce")->address().connection, HasSubstr(R"(dbname='o\'n\\e')"));
}

// It would be seen in the list of processes, and in the history of the shell.
TEST(StudyLocation, RefusesAPasswordAndNeverRepeatsIt) {
  for (const char* address :
       {"postgresql://kofi:s3cret@localhost/network", "postgresql:///network?password=s3cret",
        "postgresql://localhost/n?sslpassword=s3cret", "postgresql://kofi:s3cret@[bad/network",
        "postgresql://kofi:s3cret@localhost/network#Not An Id", "postgresql://kofi:7/s3cret@h/n",
        "postgresql://kofi:s3cret@/n", "postgresql://kofi:s3cret@far.example/network?sslmode=disable"}) {
    const auto place = StudyLocation::Parse(address);
    ASSERT_FALSE(place) << address;
    EXPECT_EQ(place.error().code, core::ErrorCode::kInvalidInput);
    EXPECT_THAT(core::Describe(place.error()), Not(HasSubstr("s3cret")));
    EXPECT_THAT(place.error().message, HasSubstr("Fix: "));
  }
}

// What was meant as an address, and would be taken for a path: with a password in it, which the error about the path
// would repeat.
TEST(StudyLocation, RefusesWhatIsAlmostAnAddress) {
  for (const char* address : {"Postgresql://kofi:s3cret@localhost/network",
                              "POSTGRESQL://localhost/network",
                              "postgresql:/kofi:s3cret@h/n",
                              "postgresql:kofi:s3cret@h/n",
                              " postgresql://kofi:s3cret@localhost/n",
                              "\tpostgresql://localhost/n",
                              "'postgresql://kofi:s3cret@h/n'",
                              "\"postgres://kofi:s3cret@h/n",
                              "postgresql//kofi:s3cret@h/n",
                              "postgresql ://kofi:s3cret@h/n",
                              "postgresql;//kofi:s3cret@h/n",
                              "postgresql\uff1a//kofi:s3cret@h/n",
                              "postgressql://kofi:s3cret@h/n",
                              "postgre://kofi:s3cret@h/n",
                              "pgsql://kofi:s3cret@h/n",
                              "psql://kofi:s3cret@h/n",
                              "jdbc:postgresql://h/n?password=s3cret",
                              "postgresql+psycopg2://kofi:s3cret@h/n",
                              "mysql://kofi:s3cret@h/n",
                              "https://kofi:s3cret@h/n",
                              "file:///srv/study.cg",
                              "host=localhost password=s3cret",
                              "HOST=h PASSWORD=s3cret",
                              "dbname=network user=kofi password='s3cret'",
                              "user = kofi  password = s3cret",
                              "password=s3cret host=h",
                              "kofi:s3cret@localhost/network",
                              "kofi:s3cret@localhost:5432/network#asia",
                              "\u00a0postgresql://kofi:s3cret@h/n",
                              "\ufeffpostgresql://kofi:s3cret@h/n",
                              "\u201cpostgresql://kofi:s3cret@h/n\u201d",
                              "postgresql:\\\\kofi:s3cret@h\\n",
                              "PGPASSWORD=s3cret psql -h h network",
                              "env PGPASSWORD=s3cret psql",
                              "export PGPASSWORD='s3cret'",
                              "PGPASSWORD = s3cret",
                              "set PGSSLPASSWORD=s3cret",
                              "psql \"host=h password=s3cret\"",
                              "psql 'dbname=n password=s3cret'",
                              "PASSWORD=s3cret",
                              "passwd=s3cret",
                              "DB_PASS=s3cret",
                              "sslpassword=s3cret",
                              "pwd=s3cret;Server=h",
                              "Server=h;Database=n;Uid=kofi;Pwd=s3cret",
                              "--password=s3cret",
                              "{\"host\": \"h\", \"password\": \"s3cret\"}",
                              "h:5432:network:kofi:s3cret",
                              "*:*:*:*:s3cret",
                              "postgresql+asyncpg://h/n?user=kofi&password=s3cret"}) {
    const auto place = StudyLocation::Parse(address);
    ASSERT_FALSE(place) << address;
    EXPECT_EQ(place.error().code, core::ErrorCode::kInvalidInput);
    EXPECT_THAT(core::Describe(place.error()), Not(HasSubstr("s3cret"))) << address;
    EXPECT_THAT(place.error().message, HasSubstr("Fix: write it as postgresql://")) << address;
    EXPECT_EQ(StudyLocation::ShowsPassword(address), std::string(address).find("s3cret") != std::string::npos)
        << address;
  }
}

// A name and a password may be all that was pasted; it may be a note of somebody too, so that only a place is refused.
TEST(StudyLocation, TakesANameAndAPasswordForNoPath) {
  for (const char* pasted : {"kofi:s3cret", "pass:s3cret", "kofi: s3cret"}) {
    const auto place = StudyLocation::Parse(pasted);
    ASSERT_FALSE(place) << pasted;
    EXPECT_THAT(core::Describe(place.error()), Not(HasSubstr("s3cret"))) << pasted;
    EXPECT_FALSE(StudyLocation::ShowsPassword(pasted)) << pasted;
  }
  for (const char* path : {"10:30 talk.cg", "./kofi:s3cret", "/srv/a:b", "studies/a:b"}) {
    EXPECT_TRUE(StudyLocation::Parse(path)) << path;
  }
}

TEST(StudyLocation, TellsAPasswordFromTheWordsOfANote) {
  for (const char* words :
       {"ask for the password", "see https://example.org/a", "Amina: they came @ nine", "user: ben",
        "postgresql://kofi@localhost:5433/network#asia-2027", "study.cg", "host=alpha", "a:b",
        "they asked for a password = they wanted money", "the password: nobody had it",
        "he said: give me your password", "pass=", "bypass = a road", "at 10:30:00:00", "compass=north", "password"}) {
    EXPECT_FALSE(StudyLocation::ShowsPassword(words)) << words;
  }
}

TEST(StudyLocation, AsksForTlsUnlessTheServerIsThisMachine) {
  const auto tls = [](const std::string& address) {
    const auto place = StudyLocation::Parse(address);
    if (!place) return std::string("refused");
    const std::string& text = place->address().connection;
    const std::size_t at = text.find("sslmode='") + 9;
    return text.substr(at, text.find('\'', at) - at);
  };
  for (const char* here :
       {"postgresql:///n", "postgresql://localhost/n", "postgresql://127.0.0.1/n", "postgresql://[::1]/n",
        "postgresql:///n?host=/run/postgresql", "postgresql://127.3.2.1:99/n", "postgresql:///n?hostaddr=127.0.0.1"}) {
    EXPECT_EQ(tls(here), "prefer") << here;
  }
  for (const char* far : {"postgresql://db.example/n", "postgresql://10.0.0.7/n", "postgresql://localhost,db.example/n",
                          "postgresql://localhost/n?hostaddr=10.0.0.7", "postgresql://127.example.org/n"}) {
    EXPECT_EQ(tls(far), "verify-full") << far;
    const std::string with = std::string(far) + (std::string(far).find('?') == std::string::npos ? "?" : "&");
    for (const char* weak : {"disable", "allow", "prefer"}) EXPECT_EQ(tls(with + "sslmode=" + weak), "refused") << far;
    EXPECT_EQ(tls(with + "sslmode=require"), "require");
  }
  setenv("PGHOST", "db.example", 1);
  EXPECT_EQ(tls("postgresql:///n"), "verify-full");
  unsetenv("PGHOST");
  setenv("PGSERVICE", "far", 1);
  EXPECT_EQ(tls("postgresql:///n"), "verify-full");
  unsetenv("PGSERVICE");
  EXPECT_EQ(tls("postgresql:///n?service=far"), "refused");
}

}  // namespace
}  // namespace commonground::store
