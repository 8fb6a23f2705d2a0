// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who may see which study of a database: as somebody who logs in, has the rights that the page on databases gives, a
// study of their own, and tries whatever they can think of.
#include "store/postgres/rights_testutil.h"

#include <map>

#include "store/migrations.h"
#include "store/postgres/migrate.h"
#include "store/test_edits.h"

namespace commonground::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// All that anybody thought of.  What fails is no way in.
constexpr const char* kSettings[] = {
    "",
    "SET commonground.study = '1'",
    "SET commonground.person = 'tester'",
    "SET commonground.person = 'tester'; SET commonground.study = '1'",
    "SET commonground.person = ''; SET commonground.study = '1'",
    "SELECT set_config('commonground.person', 'tester', false), set_config('commonground.study', '1', false)",
    "SET commonground.service = 'on'; SET commonground.role = 'tester'; SET commonground.study = '1'",
    "SET ROLE tester",
    "SET SESSION AUTHORIZATION tester",
    "SET session_replication_role = replica; SET commonground.study = '1'",
    "SET row_security = off; SET commonground.study = '1'",
    "SET search_path = traps, pg_catalog; SET commonground.study = '1'",
    "SET search_path = pg_temp, traps, commonground, pg_catalog; SET commonground.study = '1'; "
    "CREATE TEMP TABLE members (study BIGINT, person TEXT, may TEXT); INSERT INTO members VALUES (1, 'mallory', "
    "'write'); "
    "CREATE TEMP TABLE studies (study BIGINT, name TEXT, founder TEXT); INSERT INTO studies VALUES (1, 'x', 'mallory')",
    "SET plan_cache_mode = force_generic_plan; SET commonground.study = '1'",
    "SET enable_seqscan = off; SET enable_bitmapscan = off; SET commonground.study = '1'",
    "SET enable_indexscan = off; SET enable_bitmapscan = off; SET commonground.study = '1'",
    "SET default_transaction_isolation = 'read uncommitted'; SET constraint_exclusion = on; SET commonground.study = "
    "'1'",
    "SET application_name = 'tester'; SET commonground.study = '1'",
    "SET commonground.study = 'one'",
    "SET commonground.study = '2'",
};

// Tables that would show everybody everything, and what is missing on them.
std::string Unguarded(const TestServer& server, const std::string& database) {
  return server.Run(
      database,
      "SELECT string_agg(c.relname || ' ' || command, ', ') FROM pg_class c, unnest('{r,a,w,d}'::text[]) AS command "
      "WHERE c.relnamespace = 'commonground'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'v', 'f') "
      "AND c.relname <> 'schema_version' AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity OR c.relkind NOT IN "
      "('r', "
      "'p') OR (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd::text = command AND "
      "coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ "
      "'(readable_study|writable_study|current_person|is_founder)\\(') <> "
      "CASE WHEN command = 'w' AND c.relname IN ('studies', 'members') THEN 0 ELSE 1 END "
      "OR (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) <> "
      "CASE WHEN c.relname IN ('studies', 'members') THEN 3 ELSE 4 END)");
}

TEST_F(Rights, AreGuardedOnEveryTableThereIs) {
  EXPECT_EQ(Unguarded(server, database), "");
  server.Run(database, "CREATE TABLE commonground.forgotten (study BIGINT)");
  EXPECT_EQ(Unguarded(server, database), "forgotten r, forgotten a, forgotten w, forgotten d");
  server.Run(database, "CREATE POLICY seen ON commonground.forgotten USING (true)");
  EXPECT_THAT(Unguarded(server, database), HasSubstr("forgotten r"));
  server.Run(database, "CALL commonground.guard('commonground.forgotten')");
  server.Run(database, "CREATE VIEW commonground.all_of_it AS SELECT * FROM commonground.leadership");
  EXPECT_THAT(Unguarded(server, database), HasSubstr("all_of_it r"));
}

TEST_F(Rights, AreNoMoreThanTheProgramNeeds) {
  const std::string of = "('" + outsider_ + "', c.oid, ";
  EXPECT_EQ(AsSuperuserHere("SELECT string_agg(relname, ' ') FROM pg_class c WHERE relnamespace = "
                            "'commonground'::regnamespace AND relkind = 'r' AND (has_table_privilege" +
                            of + "'TRUNCATE') OR has_table_privilege" + of + "'REFERENCES') OR has_table_privilege" +
                            of + "'TRIGGER') OR has_table_privilege('public', c.oid, 'SELECT'))"),
            "");
  EXPECT_EQ(
      AsSuperuserHere(
          "SELECT string_agg(relname, ' ') FROM pg_class c WHERE relnamespace = "
          "'commonground'::regnamespace AND relkind = 'S' AND CASE WHEN relkind = 'S' THEN has_sequence_privilege" +
          of + "'UPDATE') END"),
      "");
  EXPECT_EQ(AsSuperuserHere("SELECT has_schema_privilege('" + outsider_ + "', 'commonground', 'CREATE')"), "f");
  EXPECT_EQ(AsSuperuserHere("SELECT string_agg(proname, ' ' ORDER BY proname) FROM pg_proc WHERE pronamespace = "
                            "'commonground'::regnamespace AND prosecdef"),
            "admit pass_act");
  EXPECT_EQ(AsSuperuserHere("SELECT string_agg(proname, ' ') FROM pg_proc WHERE pronamespace = "
                            "'commonground'::regnamespace AND array_to_string(proconfig, ' ') IS DISTINCT FROM "
                            "'search_path=pg_catalog, pg_temp'"),
            "");
}

using RightsSlow = Rights;
TEST_F(RightsSlow, ShowNoRowToWhoSetsWhateverTheyLike) {
  FillEveryTable();
  // Whatever a name means where they look first, it says yes.
  for (const char* trap :
       {"CREATE FUNCTION traps.current_setting(TEXT, BOOLEAN) RETURNS TEXT LANGUAGE sql AS $$ SELECT 'tester'::TEXT $$",
        "CREATE FUNCTION traps.pg_has_role(NAME, OID, TEXT) RETURNS BOOLEAN LANGUAGE sql AS $$ SELECT true $$",
        "CREATE FUNCTION traps.current_person() RETURNS TEXT LANGUAGE sql AS $$ SELECT 'tester'::TEXT $$",
        "CREATE FUNCTION traps.yes(TEXT, TEXT) RETURNS BOOLEAN LANGUAGE sql AS $$ SELECT true $$",
        "CREATE FUNCTION traps.yes(BIGINT, BIGINT) RETURNS BOOLEAN LANGUAGE sql AS $$ SELECT true $$",
        "CREATE OPERATOR traps.= (LEFTARG = TEXT, RIGHTARG = TEXT, FUNCTION = traps.yes)",
        "CREATE OPERATOR traps.= (LEFTARG = BIGINT, RIGHTARG = BIGINT, FUNCTION = traps.yes)",
        "CREATE FUNCTION traps.tell(TEXT) RETURNS BOOLEAN LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN RAISE NOTICE "
        "'told %', $1; RETURN true; END $$",
        "CREATE FUNCTION traps.tell(TEXT, TEXT) RETURNS BOOLEAN LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN RAISE "
        "NOTICE "
        "'told %', $1; RETURN true; END $$",
        "CREATE OPERATOR traps.<<< (LEFTARG = TEXT, RIGHTARG = TEXT, FUNCTION = traps.tell)"}) {
    EXPECT_EQ(Try("", trap).error, "") << trap;
  }
  const std::vector<std::string> tables = Column(kOfStudies);
  EXPECT_GT(tables.size(), 35);
  std::map<std::string, std::map<std::string, std::string>> ways_into;  // a table: a name, and SQL
  for (const auto& name : tables) {
    const std::string table = "commonground." + name;
    EXPECT_NE(AsSuperuserHere("SELECT count(*) FROM " + table + " WHERE study = 1"), "0")
        << "the test looks for nothing";
    Try("", "CREATE VIEW traps.v_" + name + " AS SELECT * FROM " + table);
    Try("", "CREATE FUNCTION traps.d_" + name + "() RETURNS SETOF " + table +
                " LANGUAGE sql SECURITY DEFINER AS 'SELECT * FROM " + table + "'");
    // A leak shows in a notice, whatever the answer is.
    ways_into[table] = {
        {"a select", "SELECT t FROM " + table + " t WHERE study = 1"},
        {"a view", "SELECT t FROM traps.v_" + name + " t WHERE study = 1"},
        {"a function of the caller's", "SELECT t FROM traps.d_" + name + "() t WHERE study = 1"},
        {"a leaky function", "SELECT t FROM " + table + " t WHERE traps.tell(t::text) AND study = 1"},
        {"a leaky operator", "SELECT t FROM " + table + " t WHERE t::text OPERATOR(traps.<<<) '' AND study = 1"},
        {"a leaky join",
         "SELECT t FROM (VALUES (1)) AS one (o) JOIN " + table + " t ON traps.tell(t::text) AND o = study"},
        {"an aggregate", "SELECT string_agg(t::text, ' ') FROM " + table + " t WHERE study = 1 HAVING count(*) > 0"},
        {"a change", "UPDATE " + table + " t SET study = 2 WHERE study = 1 RETURNING t"},
        {"a removal", "DELETE FROM " + table + " t WHERE study = 1 RETURNING t"},
        {"a lock", "SELECT t FROM " + table + " t WHERE study = 1 FOR UPDATE"},
        {"a cursor", "BEGIN; DECLARE c CURSOR FOR SELECT t FROM " + table + " t WHERE study = 1; FETCH ALL FROM c"},
        {"a prepared statement", "PREPARE p AS SELECT t FROM " + table + " t WHERE study = 1; EXECUTE p"},
        {"COPY of rows", "COPY (SELECT t FROM " + table + " t WHERE study = 1) TO STDOUT"},
        {"COPY of the table", "COPY " + table + " TO STDOUT WHERE study = 1"},
        {"XML", "SELECT query_to_xml('SELECT * FROM " + table +
                    " WHERE study = 1', true, true, '')::text WHERE "
                    "query_to_xml('SELECT * FROM " +
                    table + " WHERE study = 1', true, true, '')::text <> ''"},
        {"a merge", "MERGE INTO " + table + " t USING (VALUES (1)) AS one (o) ON t.study = o WHEN MATCHED THEN DELETE"},
        {"a dump of all", "COPY " + table + " TO '/tmp/x'"},
        {"a truncation", "TRUNCATE " + table},
    };
  }
  const std::string before = Theirs();
  for (const char* settings : kSettings) {
    Session session(As(outsider_), settings);
    for (const auto& [table, ways] : ways_into) {
      for (const auto& [way, sql] : ways) {
        const Answer answer = session.Try(sql);
        EXPECT_THAT(answer.cells, IsEmpty()) << table << ", " << way << ", after " << settings;
        EXPECT_THAT(answer.notices, Not(HasSubstr("told (1,"))) << table << ", " << way << ", after " << settings;
      }
    }
  }
  EXPECT_EQ(Theirs(), before) << "and nothing was changed";
}

TEST_F(Rights, LetNobodyMakeThemselvesAMember) {
  const std::string before = Theirs();
  for (const char* settings : kSettings) {
    Session session(As(outsider_), settings);
    for (const std::string& sql : std::vector<std::string>{
             "INSERT INTO commonground.members VALUES (1, '" + outsider_ + "', 'write')",
             "UPDATE commonground.members SET study = 1",
             std::string("UPDATE commonground.studies SET founder = session_user"),
             "UPDATE commonground.members SET may = 'write'",
             "CALL commonground.admit('theirs', '" + outsider_ + "', 'write')",
             std::string("CALL commonground.dismiss('theirs', 'tester')"),
             "INSERT INTO commonground.studies (name, founder) VALUES ('forged', 'tester')",
             "DELETE FROM commonground.studies WHERE study = 1",
             "INSERT INTO commonground.schema_version VALUES (1000)",
             "INSERT INTO commonground.chapters VALUES (1, 'x', 0, 'y')",
             "ALTER TABLE commonground.leadership DISABLE ROW LEVEL SECURITY",
             "DROP POLICY seen ON commonground.leadership",
             "CREATE POLICY mine ON commonground.leadership USING (true)",
             "CREATE OR REPLACE FUNCTION commonground.current_person() RETURNS TEXT LANGUAGE sql AS $$ SELECT 'tester' "
             "$$",
             "CREATE TRIGGER t BEFORE INSERT ON commonground.leadership EXECUTE FUNCTION commonground.codings_refer()",
             "GRANT tester TO CURRENT_USER", "CREATE ROLE commonground_service"}) {
      session.Try(sql);
    }
  }
  EXPECT_EQ(Theirs(), before);
  EXPECT_EQ(AsSuperuserHere("SELECT max(version) < 1000 FROM commonground.schema_version"), "t");
}

// What the planner expects is the same whatever stands in the rows; and no sample outlives what was taken out.
TEST_F(Rights, TellNothingThroughStatistics) {
  AsSuperuserHere("ANALYZE");
  EXPECT_EQ(
      AsSuperuserHere("SELECT string_agg(tablename || '.' || attname, ' ' ORDER BY tablename) FROM pg_stats WHERE "
                      "schemaname = 'commonground' AND tablename <> 'schema_version'"),
      "codings.study passages.study");
  const auto expected = [&](const std::string& where) {
    std::string plan;
    for (const auto& line : Try("SET commonground.study = '2'", "EXPLAIN SELECT 1 FROM commonground." + where).cells) {
      if (line.find("Filter: ") == std::string::npos && line.find("Cond: ") == std::string::npos) plan += line + "\n";
    }
    return plan;
  };
  for (const std::string where :
       {"leadership WHERE sex_workers = ", "codings WHERE code = ", "consents WHERE position < "}) {
    EXPECT_THAT(expected(where + "1"), HasSubstr("rows="));
    EXPECT_EQ(expected(where + "1"), expected(where + "987654"));
  }
}

TEST_F(Rights, AreGivenAndTakenByWhoMadeTheStudy) {
  const std::string reader = NewRole("reader");
  const auto run = [&](const std::string& who, const std::string& sql) { return server.Run(As(who), sql); };
  const std::string count = "SET commonground.study = '1'; SELECT count(*) FROM commonground.codings";
  EXPECT_THAT(run(reader, count), HasSubstr("permission denied"));
  EXPECT_EQ(server.Run(database, "CALL commonground.admit('theirs', '" + reader + "', 'read')"), "");
  EXPECT_NE(run(reader, count), "0");
  EXPECT_EQ(run(reader,
                "SET commonground.study = '1'; WITH gone AS (DELETE FROM commonground.codings RETURNING 1) "
                "SELECT count(*) FROM gone"),
            "0");
  EXPECT_TRUE(LoadFrom(StudyLocation::Parse(As(reader) + "#theirs").value()));
  EXPECT_FALSE(SaveTo(StudyLocation::Parse(As(reader) + "#theirs").value(), model::Study{}));
  EXPECT_EQ(server.Run(database, "CALL commonground.admit('theirs', '" + reader + "', 'write')"), "");
  auto theirs = StudyStore::Open(StudyLocation::Parse(As(reader) + "#theirs").value(), OpenMode::kWrite).value();
  auto added = Rich().codings.front();
  added.coder = model::CoderId("newcomer");
  added.id = {};
  EXPECT_TRUE(Add(theirs, added));
  EXPECT_THAT(run(reader, "CALL commonground.dismiss('theirs', 'tester')"), HasSubstr("that you made"));
  EXPECT_EQ(server.Run(database, "CALL commonground.dismiss('theirs', '" + reader + "')"), "");
  EXPECT_EQ(run(reader, count), "0");
  EXPECT_THAT(server.Run(database, "CALL commonground.dismiss('theirs', 'tester')"), HasSubstr("Fix"));
  EXPECT_THAT(server.Run(database, "CALL commonground.admit('theirs', 'tester', 'all')"), HasSubstr("error"));
}

TEST_F(Rights, LetOnlyTheServiceNameAPerson) {
  server.AsSuperuser("CREATE ROLE commonground_service NOLOGIN");  // or it is there: of another test
  const std::string service = NewRole("service");
  const std::string other = NewRole("other");
  for (const auto& role : {service, other}) server.Run(database, "CALL commonground.open_to('" + role + "')");
  server.AsSuperuser("GRANT commonground_service TO " + service);
  server.AsSuperuser("GRANT " + service + " TO " + other);
  server.AsSuperuser("REVOKE " + service + " FROM " + other);
  const auto seen = [&](const std::string& who, const std::string& person) {
    return server.Run(As(who), "BEGIN; SELECT set_config('commonground.person', '" + person +
                                   "', true), set_config('commonground.study', '1', true); "
                                   "SELECT count(*) > 0 FROM commonground.codings");
  };
  EXPECT_EQ(seen(service, "tester"), "t");
  EXPECT_EQ(seen(service, ""), "f") << "nobody named is nobody";
  EXPECT_EQ(seen(service, "somebody"), "f");
  EXPECT_EQ(seen(service, service), "f");
  EXPECT_EQ(seen(other, "tester"), "f");
  EXPECT_EQ(server.Run(As(service),
                       "BEGIN; SELECT set_config('commonground.person', 'tester', true); COMMIT; "
                       "SET commonground.study = '1'; SELECT count(*) FROM commonground.codings"),
            "0")
      << "for the transaction";
}

TEST_F(Rights, ComeToADatabaseOfAnOlderProgram) {
  const std::string older = server.NewDatabase();
  PGconn* link = PQconnectdb(older.c_str());
  PQclear(PQexec(link, "SET search_path = commonground"));
  BringDatabaseUpToDate(link, true, PostgresMigrations().first(12));
  std::string as_superuser = older;
  as_superuser.replace(as_superuser.find("tester"), 6, "postgres");
  EXPECT_EQ(
      server.Run(as_superuser,
                 "SET session_replication_role = replica; INSERT INTO commonground.leadership SELECT 1, n, 'o', 'd', "
                 "'b', 9, 7, 0, NULL, NULL, 'x', '' FROM generate_series(1, 50) n; ANALYZE"),
      "");
  const std::string samples = "SELECT count(*) FROM pg_stats WHERE tablename = 'leadership' AND attname <> 'study'";
  EXPECT_NE(server.Run(as_superuser, samples), "0") << "the older program let the planner take them";
  server.Run(older, "GRANT USAGE ON SCHEMA commonground TO " + outsider_);
  BringDatabaseUpToDate(link, true);
  PQfinish(link);
  EXPECT_EQ(server.Run(as_superuser, samples), "0");
  EXPECT_EQ(Unguarded(server, older), "");
  server.Run(older,
             "CREATE TABLE commonground.codings_of_later (study BIGINT); CALL commonground.guard("
             "'commonground.codings_of_later')");
  EXPECT_EQ(server.Run(as_superuser,
                       "SELECT has_table_privilege('" + outsider_ + "', 'commonground.codings_of_later', 'UPDATE')"),
            "t");
  server.DropDatabase(older);
}

}  // namespace
}  // namespace commonground::store
