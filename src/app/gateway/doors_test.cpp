// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every door of the program by every state of consent, and by who codes blind.  A door is a use case that shows
// something of a study; a new one belongs into the table below.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>

#include "app/agreement_study.h"
#include "app/assign_study.h"
#include "app/codebook_study.h"
#include "app/codings_study.h"
#include "app/compare_study.h"
#include "app/compare_versions.h"
#include "app/consent_study.h"
#include "app/copy_study.h"
#include "app/exchange_study.h"
#include "app/export_study.h"
#include "app/history_study.h"
#include "app/memo_study.h"
#include "app/open_study.h"
#include "app/report_study.h"
#include "app/screen_study.h"
#include "app/search_study.h"
#include "app/suggest_study.h"
#include "app/texts_study.h"
#include "app/undo_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"
#include "core/folder_in_progress.h"
#include "model/guids.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;
using model::CoderId;
using model::ConsentScope;
using model::DocumentId;

core::Date Day(const char* text) {
  return *core::Date::Parse(text);
}
const core::Date kToday = Day("2026-06-01");
const core::FixedClock kClock(kToday);
const DocumentId kOpen("lamp/open.md");
const DocumentId kCanary("moth/canary.md");

// What a person sees through a door, as one text.
struct Visitor {
  const fs::path& folder;
  store::StudyStore& store;
  CoderId person;
  Role role = Role::kCoordinator;
  model::OrganisationId organisation = model::OrganisationId();

  Workspace Opened(Purpose purpose = Purpose::kWork) const {
    return Over(store, Caller{person, role, organisation}, kClock.Now(), purpose);
  }
};
std::string AllFilesIn(const fs::path& folder) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path());
    all += std::string((std::istreambuf_iterator<char>(file)), {});
  }
  return all;
}

std::string TextsOf(const model::Study& study) {
  std::string all;
  for (const auto& one : study.documents) all += one.id.value + one.title + one.text;
  for (const auto& one : study.codings) all += one.document.value + one.code.value + one.exact + one.memo;
  for (const auto& one : study.memos) all += one.subject + one.text;
  for (const auto& one : study.history_texts) all += one.text;
  return all;
}

std::string Search(const Visitor& visitor) {
  std::string seen;
  for (const char* question : {"canarytext", "words"}) {
    model::SearchRequest request;
    request.question = question;
    const auto answer = SearchStudy(visitor.Opened(), request);
    if (!answer) continue;
    for (const auto& hit : answer->hits) seen += hit.document.value + hit.title + hit.snippet.text;
    for (const auto& word : answer->did_you_mean) seen += word;
  }
  return seen;
}
std::string SearchByCode(const Visitor& visitor) {
  std::string seen;
  for (const char* code : {"A", "B"}) {
    model::SearchRequest request;
    request.question = "words";
    request.codes = {code};
    const auto answer = SearchStudy(visitor.Opened(), request);
    if (!answer) continue;
    for (const auto& hit : answer->hits) seen += fmt::format("{} code {};", hit.document.value, code);
  }
  return seen;
}
std::string Notes(const Visitor& visitor) {
  std::string seen;
  const auto memos = FindMemos(visitor.Opened(), "", std::nullopt);
  EXPECT_TRUE(memos.has_value());
  for (const auto& memo : *memos) seen += memo.subject + memo.text;
  return seen;
}
std::string Codings(const Visitor& visitor) {
  std::string seen;
  const auto lines = ListCodings(visitor.Opened(), {});
  EXPECT_TRUE(lines.has_value());
  for (const auto& line : *lines) {
    seen += fmt::format("{} {} {} code {};", line.title, line.coding.exact, line.coding.memo, line.coding.code.value);
  }
  return seen;
}
std::string Tree(const Visitor& visitor) {
  std::string seen;
  const auto lines = CodeTree(visitor.Opened());
  EXPECT_TRUE(lines.has_value());
  for (const auto& line : *lines) {
    if (line.own > (line.code.id.value == "C" ? 0 : 1))
      seen += "canary count";  // one coding of each is on the open one
    if (line.own > 0) seen += fmt::format("code {};", line.code.id.value);
  }
  return seen;
}
std::string History(const Visitor& visitor) {
  std::string seen;
  const auto acts = ActsSeen(visitor.Opened(), {}, 100);
  EXPECT_TRUE(acts.has_value());
  for (const auto& act : *acts) seen += fmt::format("act {}", act.things);
  return seen;
}
std::string Assignments(const Visitor& visitor) {
  std::string seen;
  const auto lines = ListAssignments(visitor.Opened());
  EXPECT_TRUE(lines.has_value());
  for (const auto& line : *lines) seen += line.title;
  return seen;
}
// Who has codings in a text is told by their number; which codes they are, by nothing.
std::string Listed(const Visitor& visitor) {
  std::string seen;
  const auto list = ListTexts(visitor.Opened());
  EXPECT_TRUE(list.has_value());
  for (const auto& one : list->texts) seen += one.document.value + one.title;
  return seen;
}
// The newest text beside itself says all that is in it.
std::string Beside(const Visitor& visitor) {
  std::string seen;
  for (const DocumentId& id : {kOpen, kCanary}) {
    const auto compared = CompareVersions(visitor.Opened(), id, 1, 1);
    if (!compared) continue;
    seen += compared->document.id.value + compared->document.title;
    for (const auto& row : compared->rows) {
      for (const auto& part : row.is) seen += part.words;
    }
  }
  return seen;
}
std::string Agreed(const Visitor& visitor) {
  std::string seen;
  AgreementRequest request;
  request.resamples = 0;
  core::NoProgress progress;
  const auto compared = AgreementStudy(visitor.Opened(), request, progress);
  if (!compared) return seen;
  seen = TextsOf(compared->study);
  for (const auto& row : compared->agreement.disagreements) {
    for (const auto& passage : row.codings) seen += fmt::format("{} code {};", passage.text, passage.code.value);
  }
  return seen;
}
std::string Suggested(const Visitor& visitor) {
  core::NoProgress progress;
  SuggestRequest request;
  request.code = model::CodeId("C");
  const auto answer = SuggestPassages(visitor.Opened(), request, progress);
  std::string seen;
  if (!answer) return seen;
  for (const auto& one : answer->suggestions) seen += one.title + one.text;
  return seen;
}
std::string Screened(const Visitor& visitor) {
  core::NoProgress progress;
  const auto answer = ScreenDocuments(visitor.Opened(), {}, progress);
  std::string seen;
  if (!answer) return seen;
  for (const auto& one : answer->documents) seen += one.title + one.text;
  if (answer->flow.documents > 1) seen += "canary count";
  return seen;
}
std::string Compared(const Visitor& visitor) {
  core::NoProgress progress;
  const auto compared = CompareStudy(visitor.Opened(), std::nullopt, progress);
  EXPECT_TRUE(compared.has_value());
  std::string seen;
  for (const auto& id : compared->comparison.cases) seen += id.value == "moth" ? "canary case" : "";
  for (const auto& coding : compared->snapshot.codings) {
    seen += fmt::format("code {};", compared->comparison.codes[static_cast<std::size_t>(coding.code)].value);
  }
  return seen;
}
std::string Exchanged(const Visitor& visitor) {
  core::NoProgress progress;
  std::string seen;
  ExchangeExportRequest request;
  request.name = "codings.csv";
  const auto table = ExportForExchange(visitor.Opened(Purpose::kShare), request, progress);
  EXPECT_TRUE(table.has_value());
  seen += table->bytes;
  request.name = "project.qdpx";
  const auto project = ExportForExchange(visitor.Opened(Purpose::kShare), request, progress);
  EXPECT_TRUE(project.has_value());
  const store::StudyLocation place(visitor.folder / "again.cg");
  ExchangeImportRequest import;
  import.name = request.name;
  const ReadProject read = [&] { return core::Result<ProjectBytes>(ProjectBytes{request.name, project->bytes}); };
  if (ImportFromExchange(place.file().string(), read, import, kClock, progress)) {
    const auto again = store::StudyStore::Open(place, store::OpenMode::kRead);
    EXPECT_TRUE(again.has_value());
    const auto study = again->Load(progress);
    EXPECT_TRUE(study.has_value());
    seen += TextsOf(*study);
    for (const auto& coding : study->codings) seen += fmt::format("code {};", coding.code.value);
  }
  fs::remove(visitor.folder / "again.cg");
  return seen;
}
// Of the pages that `write` writes: their bytes.
std::string SeenOfPages(const Visitor& visitor, const std::function<void(core::FileSink&)>& write) {
  auto out = core::FolderInProgress::Begin(visitor.folder / "report", ".common-ground-report").value();
  write(out);
  EXPECT_TRUE(out.Commit());
  std::string seen = AllFilesIn(visitor.folder / "report");
  for (const char* code : {"A", "B"}) {
    // A page of evidence is written for a code that some case has.
    if (seen.find(fmt::format("Word {} ({}): ", code, code)) != std::string::npos)
      seen += fmt::format("code {};", code);
  }
  fs::remove_all(visitor.folder / "report");
  return seen;
}
std::string Reported(const Visitor& visitor) {
  return SeenOfPages(visitor, [&](core::FileSink& out) {
    core::NoProgress progress;
    const auto outcome = ReportStudy(visitor.Opened(Purpose::kPublish), {"en"}, out, progress);
    EXPECT_TRUE(outcome.has_value());
    EXPECT_FALSE(outcome->refused);
  });
}
std::string Previewed(const Visitor& visitor) {
  const std::string seen = SeenOfPages(visitor, [&](core::FileSink& out) {
    core::NoProgress progress;
    const Workspace reading =
        Over(visitor.store, Caller{visitor.person, Role::kReader, {}}, kClock.Now(), Purpose::kPublish);
    const auto outcome = PreviewReport(reading, {"en"}, out, progress);
    EXPECT_TRUE(outcome.has_value());
    EXPECT_TRUE(outcome->is_there);
  });
  EXPECT_EQ(seen, Reported(visitor));
  return seen;
}
std::string Exported(const Visitor& visitor) {
  core::NoProgress progress;
  const auto study = visitor.store.Load(progress);
  EXPECT_TRUE(study.has_value());
  return TextsOf(*study);
}

struct Door {
  const char* name;
  std::string (*see)(const Visitor&);
  enum class For { kPeople, kReaders, kOwner } purpose;
  bool shows_canary;  // when it may be seen
  bool shows_codes;   // whose codings are there can be told through it
};
const Door kDoors[] = {
    {"search", Search, Door::For::kPeople, true, false},
    {"search --code", SearchByCode, Door::For::kPeople, true, true},
    {"code memo --find", Notes, Door::For::kPeople, true, false},
    {"code list", Codings, Door::For::kPeople, true, true},
    {"code", Tree, Door::For::kPeople, true, true},
    {"code history", History, Door::For::kPeople, true, false},
    {"assign", Assignments, Door::For::kPeople, false, false},
    {"document list", Listed, Door::For::kPeople, true, false},
    {"document diff", Beside, Door::For::kPeople, true, false},
    {"agreement", Agreed, Door::For::kPeople, true, true},
    {"suggest", Suggested, Door::For::kPeople, true, false},
    {"screen", Screened, Door::For::kPeople, true, false},
    {"compare --passages", Compared, Door::For::kPeople, true, true},
    {"exchange export", Exchanged, Door::For::kPeople, true, true},
    {"report", Reported, Door::For::kReaders, true, true},
    {"report --preview", Previewed, Door::For::kReaders, true, true},
    {"export, copy", Exported, Door::For::kOwner, true, false},
};

class Doors : public ::testing::Test {
 protected:
  Doors() {
    folder_ = fs::temp_directory_path() / ("cg-doors-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    study_.settings.title = "Invented";
    study_.settings.invented = true;
    study_.regions = {{model::RegionId("north"), "North", {}, 2}};
    for (const char* id : {"lamp", "moth"}) {
      model::Organisation one;
      one.id = model::OrganisationId(id);
      one.name = std::string("Group of the ") + id;
      one.region = model::RegionId("north");
      study_.organisations.push_back(one);
      study_.cases.push_back({one.id, {}, {}});
      for (const auto& [scope, word] : model::Words<ConsentScope>()) {
        study_.consents.push_back(
            {id, scope, model::ConsentBasis::kWritten, Day("2020-01-01"), std::nullopt, std::nullopt, ""});
      }
    }
    for (const char* id : {"A", "B", "C"}) {
      model::Code code;
      code.id = model::CodeId(id);
      code.kind = model::CodeKind::kPractice;
      code.label = std::string("Word ") + id;
      study_.codebook.push_back(code);
    }
    AddDocument(kOpen, "Open title", "Some words of the lamp. Other words of the lamp. They met at night.");
    AddDocument(kCanary, "canarytitle", "The canarytext has words. Other words of the moth. They met by day.");
  }
  ~Doors() override { fs::remove_all(folder_); }

  void AddDocument(const DocumentId& id, const char* title, const char* text) {
    model::Document document;
    document.id = id;
    document.organisation = model::OrganisationId(id.value.substr(0, id.value.find('/')));
    document.title = title;
    document.language = "en";
    document.text = text;
    document.hash = core::ContentHash(document.text);
    study_.documents.push_back(document);
  }
  model::Coding& AddCoding(const DocumentId& id, const char* code, const char* coder, core::TextRange range,
                           const char* memo) {
    model::Coding coding;
    coding.document = id;
    coding.code = model::CodeId(code);
    coding.coder = CoderId(coder);
    coding.range = range;
    const auto document = std::ranges::find(study_.documents, id, &model::Document::id);
    coding.exact =
        document->text.substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.length()));
    coding.memo = memo;
    study_.codings.push_back(coding);
    return study_.codings.back();
  }
  void AddNote(model::MemoSubject about, const std::string& subject, std::optional<DocumentId> document,
               const char* text, const char* coder = "cleo") {
    model::Memo memo;
    memo.id = model::MemoId(fmt::format("00000000-0000-4000-8000-{:012}", study_.memos.size() + 1));
    memo.about = about;
    memo.subject = subject;
    memo.document = std::move(document);
    memo.coder = CoderId(coder);
    memo.text = text;
    study_.memos.push_back(memo);
  }
  // A study file of its own, seen through door after door.
  store::StudyStore Keep(const model::Study& study) {
    const fs::path file = folder_ / "study.cg";
    fs::remove(file);
    core::NoProgress progress;
    auto store = store::StudyStore::Open(store::StudyLocation(file), store::OpenMode::kCreateOrWrite);
    EXPECT_TRUE(store.has_value());
    const auto saved = store->Save(study, {}, progress);
    EXPECT_TRUE(saved.has_value()) << (saved ? "" : saved.error().message);
    return std::move(*store);
  }

  fs::path folder_;
  model::Study study_;
};

struct Consented {
  const char* state;
  std::function<void(model::Study&)> set;  // from consent to all of "moth"
  bool people;                             // may work with it
  bool readers;                            // read it in a report
};

void OnMoth(model::Study& study, const std::function<void(model::Consent&)>& change) {
  for (auto& one : study.consents) {
    if (one.subject == "moth") change(one);
  }
}

const Consented kConsented[] = {
    {"holds", [](auto&) {}, true, true},
    {"none", [](auto& s) { std::erase_if(s.consents, [](const auto& c) { return c.subject == "moth"; }); }, false,
     false},
    {"analyse only",
     [](auto& s) {
       std::erase_if(s.consents,
                     [](const auto& c) { return c.subject == "moth" && c.scope != ConsentScope::kAnalyse; });
     },
     true, false},
    {"not yet", [](auto& s) { OnMoth(s, [](auto& c) { c.given = Day("2027-01-01"); }); }, false, false},
    {"expired", [](auto& s) { OnMoth(s, [](auto& c) { c.expires = Day("2026-05-31"); }); }, false, false},
    {"withdrawn", [](auto& s) { OnMoth(s, [](auto& c) { c.withdrawn = Day("2026-01-01"); }); }, false, false},
    {"withdrawn from a day to come", [](auto& s) { OnMoth(s, [](auto& c) { c.withdrawn = Day("2030-01-01"); }); },
     false, false},
    {"embargo", [](auto& s) { s.cases[1].embargo_until = Day("2027-01-01"); }, true, false},
};

TEST_F(Doors, OpenByTheStateOfConsentAndNotOtherwise) {
  AddCoding(kOpen, "A", "cleo", {0, 10}, "");
  AddCoding(kOpen, "B", "cleo", {24, 34}, "");
  const std::string coding = model::IdOf(AddCoding(kCanary, "A", "cleo", {4, 14}, "canarymemo")).value;
  AddCoding(kCanary, "A", "dora", {4, 18}, "canarymemo");
  AddCoding(kCanary, "B", "dora", {26, 37}, "");
  AddNote(model::MemoSubject::kCase, "moth", {}, "canarynote on the case");
  AddNote(model::MemoSubject::kDocument, kCanary.value, kCanary, "canarynote on the document");
  AddNote(model::MemoSubject::kCoding, coding, kCanary, "canarynote on the coding");
  for (const Consented& consented : kConsented) {
    model::Study study = study_;
    consented.set(study);
    auto store = Keep(study);
    for (const Door& door : kDoors) {
      for (const char* person : {"", "cleo", "stranger"}) {
        SCOPED_TRACE(fmt::format("{}, {}, as \"{}\"", consented.state, door.name, person));
        const std::string seen = door.see(Visitor{folder_, store, CoderId(person), Role::kCoordinator, {}});
        bool open = true;
        if (door.purpose == Door::For::kPeople) open = consented.people;
        if (door.purpose == Door::For::kReaders) open = consented.readers;
        const bool canary = seen.find("canary") != std::string::npos;
        if (!open) {
          EXPECT_FALSE(canary) << seen.substr(std::max<std::size_t>(seen.find("canary"), 60) - 60, 160);
        }
        if (door.purpose == Door::For::kReaders) {
          EXPECT_EQ(seen.find("canarynote"), std::string::npos);
        }
        const bool shown_to_all =
            door.see != History && door.see != Suggested && door.see != SearchByCode && door.see != Agreed;
        if (open && door.shows_canary && shown_to_all) {
          EXPECT_TRUE(canary);
        }
      }
    }
  }
}

// Written by its own use case, a withdrawal is seen through no door from then on; undone, it is as if it had not been.
TEST_F(Doors, CloseAtOnceWhenConsentIsWithdrawn) {
  AddCoding(kOpen, "A", "cleo", {0, 10}, "");
  AddCoding(kCanary, "B", "cleo", {26, 37}, "canarymemo");
  auto store = Keep(study_);
  const Workspace lead = Over(store, Caller::Owner(CoderId("lead")), kClock.Now());
  const auto seen_through = [&](const Door& door) {
    return door.see(Visitor{folder_, store, CoderId("cleo"), Role::kCoordinator, {}}).find("canary") !=
           std::string::npos;
  };
  const auto withdrawn = PauseConsent(lead, {"moth", {}, {}});
  ASSERT_TRUE(withdrawn) << withdrawn.error().message;
  for (const Door& door : kDoors) {
    if (door.purpose == Door::For::kOwner) continue;
    EXPECT_FALSE(seen_through(door)) << door.name;
  }
  ASSERT_TRUE(UndoLast(lead));
  for (const Door& door : kDoors) {
    if (door.see == Search || door.see == Codings || door.see == Compared || door.see == Reported ||
        door.see == Previewed) {
      EXPECT_TRUE(seen_through(door)) << door.name;
    }
  }
}

// Of the doors that are open to a member at all (tests/matrix), each shows it what is its own.
TEST_F(Doors, ShowAMemberItsOwnOrganisationAlone) {
  AddCoding(kOpen, "A", "cleo", {0, 10}, "lampmemo");
  AddCoding(kCanary, "B", "dora", {26, 37}, "canarymemo");
  auto store = Keep(study_);
  const auto member = [&](const char* person, model::OrganisationId organisation) {
    return Visitor{folder_, store, CoderId(person), Role::kMember, std::move(organisation)};
  };
  for (const auto see : {Search, SearchByCode, Codings, Tree}) {
    const std::string lamp = see(member("lena", model::OrganisationId("lamp")));
    EXPECT_EQ(lamp.find("canary"), std::string::npos) << lamp;
    EXPECT_EQ(lamp.find("code B"), std::string::npos) << lamp;
    const std::string moth = see(member("mia", model::OrganisationId("moth")));
    EXPECT_EQ(moth.find("Open title"), std::string::npos) << moth;
    EXPECT_EQ(moth.find("code A"), std::string::npos) << moth;
    const std::string nobody = see(member("nora", model::OrganisationId()));
    EXPECT_EQ(nobody.find("canary"), std::string::npos) << nobody;
    EXPECT_EQ(nobody.find("Open title"), std::string::npos) << nobody;
  }
  EXPECT_NE(Codings(member("mia", model::OrganisationId("moth"))).find("canarymemo"), std::string::npos);
}

// Ada still codes the document, Ben has handed in: she used the code A, he B.
TEST_F(Doors, ShowNobodyWhatIsCodedBlind) {
  AddCoding(kOpen, "A", "ada", {0, 10}, "mark of ada");
  AddCoding(kOpen, "B", "ben", {24, 34}, "mark of ben");
  AddNote(model::MemoSubject::kCase, "lamp", {}, "mark of ada", "ada");
  AddNote(model::MemoSubject::kCase, "lamp", {}, "mark of ben", "ben");
  for (const char* coder : {"ada", "ben"}) {
    model::Assignment one;
    one.id = model::AssignmentId(fmt::format("00000000-0000-4000-8000-0000000000{}", coder[0] == 'a' ? "0a" : "0b"));
    one.document = kOpen;
    one.coder = CoderId(coder);
    one.state = coder[0] == 'a' ? model::AssignmentState::kOpen : model::AssignmentState::kSubmitted;
    study_.assignments.push_back(one);
  }
  auto store = Keep(study_);
  for (const Door& door : kDoors) {
    if (door.purpose == Door::For::kOwner) continue;
    for (const char* person : {"", "ada", "ben", "cleo"}) {
      SCOPED_TRACE(fmt::format("{}, as \"{}\"", door.name, person));
      const std::string seen = door.see(Visitor{folder_, store, CoderId(person), Role::kCoordinator, {}});
      const bool is_ada = std::string(person) == "ada";
      for (const char* trace : {"mark of ada", "code A;"}) {
        if (!is_ada) {
          EXPECT_EQ(seen.find(trace), std::string::npos) << trace;
        }
      }
      for (const char* trace : {"mark of ben", "code B;"}) {
        if (is_ada) {
          EXPECT_EQ(seen.find(trace), std::string::npos) << trace;
        }
      }
      if (door.see == Compared || door.see == SearchByCode || door.see == Reported || door.see == Previewed) {
        EXPECT_EQ(seen.find("code B;"), std::string::npos) << "nobody says who looks through this door";
      }
      if (door.see == Codings && is_ada) {
        EXPECT_NE(seen.find("mark of ada"), std::string::npos);
      }
      if (door.see == Codings && !is_ada) {
        EXPECT_NE(seen.find("mark of ben"), std::string::npos);
      }
      if (door.see == Notes && !is_ada) {
        EXPECT_NE(seen.find("mark of ben"), std::string::npos);
      }
    }
  }
}

}  // namespace
}  // namespace commonground::app
