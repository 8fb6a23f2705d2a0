// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study file of a stranger: all its digests and checksums are right, and what it says is what no folder may say.
#include "store/check_study.h"

#include <gmock/gmock.h>

#include <functional>

#include "random_study/random_study.h"
#include "store/failure.h"
#include "store/sqlite/connect.h"
#include "store/test_folder.h"

namespace commonground::store {
namespace {

using core::ErrorCode;
using model::Study;
using testing::HasSubstr;

constexpr const char* kPath = "x/../../../../index";

class Stranger : public ::testing::Test {
 protected:
  // With one of everything.
  static Study Rich() {
    for (std::uint64_t seed = 1;; ++seed) {
      auto study = random_study::Make(seed, 14);
      const bool rich =
          !study.sources.empty() && !study.statements.empty() && !study.leadership.empty() && !study.contexts.empty() &&
          !study.legal_model.empty() && study.codebook.size() > 2 && !study.codings.empty() &&
          !study.consents.empty() && !study.partners.empty() && !study.partnerships.empty() &&
          !study.findings.empty() && !study.memos.empty() && !study.assignments.empty() && !study.decisions.empty() &&
          !study.history.empty() && !study.slots.empty() && !study.organisations.empty() && !study.chapters.empty() &&
          !study.orphans.empty() && !study.targets.empty() && !study.outcomes.empty() && !study.answers.empty();
      if (rich) return study;
    }
  }
  void RunSql(const std::string& sql) {
    auto session = OpenDatabase(path, SQLITE_OPEN_READWRITE);
    store::Run(*session, "PRAGMA foreign_keys=OFF; " + sql + "; UPDATE digests SET rows = -1, hash = ''");
  }
  TestFolder folder;
  std::filesystem::path path = folder.path() / "study.cg";
};

struct Forgery {
  const char* what;
  std::function<void(Study&)> forge;
};

TEST_F(Stranger, IsNotBelieved) {
  const core::TextRange beyond{0, 1'000'000};
  const std::vector<Forgery> forgeries{
      {"an id that is a path",
       [](Study& s) {
         s.sources.push_back({model::SourceId(kPath), "t", {}, {}, {}, {}, {}});
       }},
      {"a chapter that is a path",
       [](Study& s) {
         s.chapters.push_back({model::ChapterId(kPath), "t"});
       }},
      {"a finding with a line end", [](Study& s) { s.findings[0].id = model::FindingId("a\nb"); }},
      {"a legal model that is a path", [](Study& s) { s.legal_model[0].model = kPath; }},
      {"a source that is not there", [](Study& s) { s.statements[0].sources = {model::SourceId("nowhere")}; }},
      {"a source of a context", [](Study& s) { s.contexts[0].sources = {model::SourceId("nowhere")}; }},
      {"a source of a coding", [](Study& s) { s.codings[0].sources = {model::SourceId("nowhere")}; }},
      {"a code of a set",
       [](Study& s) {
         s.sets.push_back({model::SetId("11111111-2222-4333-8444-555555555555"), "a", {}, {model::CodeId("x")}, {}});
       }},
      {"a document of a set",
       [](Study& s) {
         s.sets.push_back(
             {model::SetId("11111111-2222-4333-8444-555555555555"), "a", {}, {}, {model::DocumentId("x/y")}});
       }},
      {"a region of a slot", [](Study& s) { s.slots[0].sources = {model::SourceId("nowhere")}; }},
      {"a source of the frame", [](Study& s) { s.settings.frame_sources = {model::SourceId("nowhere")}; }},
      {"a subject that is a path", [](Study& s) { s.statements[0].subject = kPath; }},
      {"more counted than members",
       [](Study& s) {
         s.leadership[0].members = 2;
         s.leadership[0].sex_workers = 3;
       }},
      {"a negative count", [](Study& s) { s.leadership[0].sex_workers = -1; }},
      {"a count beyond all", [](Study& s) { s.leadership[0].members = 1LL << 60; }},
      {"a code below itself", [](Study& s) { s.codebook[0].parent = s.codebook[0].id; }},
      {"codes below each other",
       [](Study& s) {
         s.codebook[0].parent = s.codebook[1].id;
         s.codebook[1].parent = s.codebook[0].id;
       }},
      {"merged into nothing", [](Study& s) { s.codebook[0].merged_into = model::CodeId("nowhere"); }},
      {"a colour that is a style", [](Study& s) { s.codebook[0].colour = "red;}a{"; }},
      {"a GUID that is an id", [](Study& s) { s.codebook[0].guid = "code-1"; }},
      {"a GUID in another form", [](Study& s) { s.codebook[0].guid = "{5E6F0F4E-0000-8000-8000-000000000000}"; }},
      {"an id of a coding that is no GUID", [](Study& s) { s.codings[0].id = model::CodingId("coding-1"); }},
      {"an id of an orphan that is no GUID", [](Study& s) { s.orphans[0].coding.id = model::CodingId("coding-1"); }},
      {"an id of a consent that is no GUID", [](Study& s) { s.consents[0].id = model::ConsentId("consent-1"); }},
      {"an id of a context that is no GUID", [](Study& s) { s.contexts[0].id = model::FactId("fact-1"); }},
      {"an id of two consents",
       [](Study& s) {
         s.consents[0].id = model::ConsentId("5e6f0f4e-0000-8000-8000-000000000000");
         s.consents.push_back(s.consents[0]);
         s.consents.back().scope = s.consents[0].scope == model::ConsentScope::kQuote ? model::ConsentScope::kAnalyse
                                                                                      : model::ConsentScope::kQuote;
       }},
      {"no words of a passage", [](Study& s) { s.codings[0].exact = ""; }},
      {"blanks for words of a passage", [](Study& s) { s.codings[0].exact = " "; }},
      {"other words of a passage", [](Study& s) { s.codings[0].exact = "we never said this"; }},
      {"a passage moved by one letter",
       [](Study& s) {
         ++s.codings[0].range.start;
         ++s.codings[0].range.end;
       }},
      {"other words of an orphan", [](Study& s) { s.orphans[0].coding.exact = "we never said this"; }},
      {"a fact without a source", [](Study& s) { s.contexts[0].sources.clear(); }},
      {"a statement without a source", [](Study& s) { s.statements[0].sources.clear(); }},
      {"a target without a source", [](Study& s) { s.targets[0].sources.clear(); }},
      {"a published claim without a source",
       [](Study& s) {
         s.leadership[0].basis = model::Basis::kPublishedClaim;
         s.leadership[0].sources.clear();
       }},
      {"an outcome without a source",
       [](Study& s) {
         s.outcomes[0].evidence_type = model::EvidenceType::kDocumented;
         s.outcomes[0].sources.clear();
       }},
      {"an answer that nobody gives",
       [](Study& s) {
         s.answers[0].organisation.reset();
         s.answers[0].sources.clear();
       }},
      {"public consent without a source",
       [](Study& s) {
         s.consents[0].basis = model::ConsentBasis::kPublicSource;
         s.consents[0].evidence = "";
       }},
      {"public consent of a source that is not there",
       [](Study& s) {
         s.consents[0].basis = model::ConsentBasis::kPublicSource;
         s.consents[0].evidence = "nowhere";
       }},
      {"a country that is none", [](Study& s) { s.contexts[0].country = model::CountryCode("Kenya"); }},
      {"a country of two letters", [](Study& s) { s.contexts[0].country = model::CountryCode("KE"); }},
      {"no country", [](Study& s) { s.contexts[0].country = model::CountryCode(""); }},
      {"an organisation's country that is none",
       [](Study& s) { s.organisations[0].country = model::CountryCode("BBB"); }},
      {"a partner's country that is none", [](Study& s) { s.partners[0].country = model::CountryCode("ken"); }},
      {"a slot's country that is none", [](Study& s) { s.slots[0].country = model::CountryCode("XY"); }},
      {"an invented country that exists",
       [](Study& s) {
         s.invented_countries.push_back({model::CountryCode("KEN"), "Elsewhere"});
       }},
      {"a value that its indicator does not have",
       [](Study& s) {
         s.indicators.push_back({model::IndicatorId("law"),
                                 "",
                                 "",
                                 model::IndicatorSide::kLaw,
                                 model::IndicatorType::kChoice,
                                 {"criminal"},
                                 {},
                                 {}});
         s.contexts[0].indicator = model::IndicatorId("law");
         s.contexts[0].value = "legal";
       }},
      {"a share beyond the whole",
       [](Study& s) {
         s.indicators.push_back({model::IndicatorId("share"),
                                 "",
                                 "",
                                 model::IndicatorSide::kLaw,
                                 model::IndicatorType::kPercent,
                                 {},
                                 {},
                                 {}});
         s.contexts[0].indicator = model::IndicatorId("share");
         s.contexts[0].value = "101";
       }},
      {"a derived value that was typed in",
       [](Study& s) {
         s.indicators.push_back({model::IndicatorId("derived"),
                                 "",
                                 "",
                                 model::IndicatorSide::kLaw,
                                 model::IndicatorType::kDerived,
                                 {},
                                 {},
                                 {}});
         s.contexts[0].indicator = model::IndicatorId("derived");
         s.contexts[0].value = "yes";
       }},
      {"a GUID that is a path", [](Study& s) { s.codebook[0].guid = kPath; }},
      {"a passage beyond the text", [&](Study& s) { s.codings[0].range = beyond; }},
      {"a passage before the text",
       [](Study& s) {
         s.codings[0].range = {-5, 3};
       }},
      {"a passage that ends before it begins",
       [](Study& s) {
         s.codings[0].range = {3, 1};
       }},
      {"a decision on another code",
       [](Study& s) {
         s.decisions[0].range = {-1, 0};
       }},
      {"parts beyond the text",
       [&](Study& s) {
         s.documents[0].parts = {{model::PartKind::kParagraph, 0, beyond, 1, {}}};
       }},
      {"a language that is markup", [](Study& s) { s.documents[0].language = "en\" onload=\"x"; }},
      {"version 0", [](Study& s) { s.documents[0].version = 0; }},
      {"a note on a case that is not there",
       [](Study& s) {
         s.memos[0].about = model::MemoSubject::kCase;
         s.memos[0].subject = "nobody";
       }},
      {"a note on the study that is not",
       [](Study& s) {
         s.memos[0].about = model::MemoSubject::kStudy;
         s.memos[0].subject = kPath;
       }},
      {"consent that ends before it is given",
       [](Study& s) {
         s.consents[0].given = core::Date::Parse("2026-05-25").value();
         s.consents[0].expires = core::Date::Parse("2020-01-01").value();
       }},
      {"act 0", [](Study& s) { s.history[0].number = 0; }},
      {"an act beyond all", [](Study& s) { s.history.back().number = 1LL << 60; }},
      {"a coder who is a path", [](Study& s) { s.assignments[0].coder = model::CoderId(kPath); }},
      {"a finding on a code that is not there", [](Study& s) { s.findings[0].codes = {model::CodeId("nowhere")}; }},
      {"a finding on a case that is not there",
       [](Study& s) { s.findings[0].cases_for = {model::OrganisationId("nobody")}; }},
      {"a language of reports that is none", [](Study& s) { s.settings.language = "../x"; }},
      {"records that hold for ever", [](Study& s) { s.settings.record_months = 1'000'000; }},
      {"a definition that is a path", [](Study& s) { s.settings.definitions = {model::DefinitionId(kPath)}; }},
  };
  const Study good = Rich();
  ASSERT_TRUE(SaveTo(path, good));
  const auto believed = LoadFrom(path);
  ASSERT_TRUE(believed) << believed.error().message;
  ASSERT_EQ(*believed, good);
  for (const auto& [what, forge] : forgeries) {
    Study study = good;
    forge(study);
    std::filesystem::remove(path);
    const auto saved = SaveTo(path, study);
    if (!saved) continue;  // the tables themselves refuse it
    const auto loaded = LoadFrom(path);
    ASSERT_FALSE(loaded) << what;
    EXPECT_EQ(loaded.error().code, ErrorCode::kCorrupt) << what;
    EXPECT_THAT(loaded.error().message, HasSubstr("Fix: ")) << what;
  }
}

// A person who opens it can say what is wrong with it, and where.
TEST_F(Stranger, IsToldWhatAndWhere) {
  const Study good = Rich();
  const auto told = [&](const std::function<void(Study&)>& forge) {
    Study study = good;
    forge(study);
    std::filesystem::remove(path);
    EXPECT_TRUE(SaveTo(path, study));
    const auto loaded = LoadFrom(path);
    return loaded ? std::string() : loaded.error().message;
  };
  const std::string code = good.codebook[0].id.value;
  EXPECT_THAT(told([](Study& s) { s.codebook[0].guid = "x"; }),
              HasSubstr("codes " + code + ": guid: it is not a GUID"));
  EXPECT_THAT(told([](Study& s) { s.codings[0].exact = "x y z"; }),
              HasSubstr("codings 1: exact: these are not the words"));
  EXPECT_THAT(told([](Study& s) { s.codings[0].id = model::CodingId("x"); }),
              HasSubstr("codings 1: id: it is not a GUID"));
  EXPECT_THAT(told([](Study& s) { s.contexts[0].country = model::CountryCode("BBB"); }),
              HasSubstr("contexts 1: country: it is not a country's"));
  EXPECT_THAT(told([](Study& s) { s.contexts[0].sources.clear(); }), HasSubstr("contexts 1: source: it is blank"));
  EXPECT_THAT(told([](Study& s) { s.consents[0].id = model::ConsentId("x"); }),
              HasSubstr("consents 1: id: it is not a GUID"));
}

// It says that there are a million million rows.
TEST_F(Stranger, GetsNoRoomForWhatIsNotThere) {
  ASSERT_TRUE(SaveTo(path, Rich()));
  auto session = OpenDatabase(path, SQLITE_OPEN_READWRITE);
  store::Run(*session, "UPDATE digests SET rows = 1000000000000");
  const auto loaded = LoadFrom(path);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kCorrupt);
}

// Past the program: what its own columns never say.
TEST_F(Stranger, IsNotBelievedWhateverIsInTheCells) {
  const Study good = Rich();
  ASSERT_TRUE(SaveTo(path, good));
  RunSql("SELECT 1");
  const auto believed = LoadFrom(path);
  ASSERT_TRUE(believed) << believed.error().message;
  for (const char* sql : {"UPDATE codings SET status = 'nonsense'",
                          "UPDATE consents SET scope = 'everything'",
                          "UPDATE consents SET given = '31/01/2026'",
                          "UPDATE leadership SET at_least = '5/4'",
                          "UPDATE leadership SET at_least = '1/0'",
                          "UPDATE leadership SET basis = ''",
                          "UPDATE documents SET organisation = '../x'",
                          "UPDATE statements SET sources = '[\"../x\"]'",
                          "UPDATE statements SET sources = '{}'",
                          "UPDATE findings SET codes = 'x'",
                          "UPDATE codes SET kind = 'x'",
                          "UPDATE codings SET code = 987654",
                          "UPDATE codings SET document = -1",
                          "UPDATE codings SET coder = 987654",
                          "UPDATE statements SET note = CAST(x'ff41' AS TEXT)",
                          "UPDATE statements SET note = CAST(x'410042' AS TEXT)",
                          "UPDATE statements SET note = CAST(x'eda080' AS TEXT)",
                          "UPDATE chapters SET id = 'a/' || position",
                          "UPDATE chapters SET id = '..' || position",
                          "UPDATE document_parts SET parts = '[[1]]'",
                          "UPDATE events SET action = 'x'",
                          "UPDATE memos SET kind = 'x'",
                          "UPDATE organisations SET country = '../../x'",
                          "UPDATE organisations SET region = 'nowhere'",
                          "UPDATE settings SET common_ground_share = '9/8'",
                          "UPDATE settings SET smallest_cell = -3",
                          "UPDATE partnerships SET partner = 'nobody'",
                          "UPDATE imported_files SET path = '../x'",
                          "UPDATE imported_files SET path = '/etc/passwd'",
                          "DELETE FROM sources",
                          "DELETE FROM codes",
                          "DELETE FROM organisations",
                          "DELETE FROM documents"}) {
    std::filesystem::remove(path);
    ASSERT_TRUE(SaveTo(path, good, std::vector<model::FileHash>{{"study.toml", "hash", 7}}));
    RunSql(sql);
    int touched = 0;
    {
      auto session = OpenDatabase(path, SQLITE_OPEN_READWRITE);
      *session << "SELECT count(*) FROM document_parts", soci::into(touched);
    }
    if (touched == 0 && std::string_view(sql).find("document_parts") != std::string_view::npos) continue;
    const auto loaded = LoadFrom(path);
    ASSERT_FALSE(loaded) << sql;
    EXPECT_EQ(loaded.error().code, ErrorCode::kCorrupt) << sql << ": " << loaded.error().message;
  }
}

}  // namespace
}  // namespace commonground::store
