// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An outsider who has read the reports, one or two editions, and knows how the program works.  For small random
// studies every state that one organisation could be in is published, and what looks the same is put together: the
// worlds that the outsider cannot tell apart.  In each of these lots a thing that was not consented to be told must
// have more than one value, else it is told.  Nothing of the gateway is used but its result, every field of it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/draw_testutil.h"
#include "app/gateway/publication_dump_testutil.h"
#include "app/gateway/publishing.h"
#include "app/verify_study.h"
#include "core/content_hash.h"
#include "publish/site.h"

namespace commonground::app {
namespace {

using model::ConsentScope;
using model::OrganisationId;
using model::Verdict;

core::Date Day(const char* text) {
  return *core::Date::Parse(text);
}
const core::Date kToday = Day("2026-06-01");
const core::Date kPast = Day("2026-01-01");
const char* const kSecret = "the secret of this study";

// Whether a consent holds, and why not.
enum class Given { kHolds, kNever, kExpired, kWithdrawn, kWithdrawnLater, kNotYet };
constexpr Given kAllGiven[] = {Given::kHolds,     Given::kNever,          Given::kExpired,
                               Given::kWithdrawn, Given::kWithdrawnLater, Given::kNotYet};

void SetConsent(model::Study& study, const std::string& subject, ConsentScope scope, Given given) {
  std::erase_if(study.consents, [&](const auto& one) { return one.subject == subject && one.scope == scope; });
  if (given == Given::kNever) return;
  model::Consent one;
  one.subject = subject;
  one.scope = scope;
  one.given = kPast;
  if (given == Given::kExpired) one.expires = Day("2026-02-01");
  if (given == Given::kWithdrawn) one.withdrawn = Day("2026-03-01");
  if (given == Given::kWithdrawnLater) one.withdrawn = Day("2027-03-01");  // recorded already
  if (given == Given::kNotYet) one.given = Day("2026-12-01");
  study.consents.push_back(one);
}

// What an organisation could be, of all that it may keep to itself.
struct State {
  Verdict verdict = Verdict::kMeets;
  Given analyse = Given::kHolds;
  Given publish_verdict = Given::kNever;
  bool embargo = false;
  bool document = true;
  friend bool operator==(const State&, const State&) = default;
};

void SetVerdict(model::Study& study, const OrganisationId& id, Verdict verdict, Draw& draw) {
  std::erase_if(study.leadership, [&](const auto& one) { return one.organisation == id; });
  model::LeadershipRecord record;
  record.organisation = id;
  record.body = "decision_making_body";
  record.members = static_cast<std::int64_t>(3 + draw.Below(20));
  record.sex_workers = verdict == Verdict::kMeets || verdict == Verdict::kExpired ? *record.members : 0;
  if (verdict == Verdict::kUndetermined) record.undisclosed = *record.members;
  record.as_of = verdict == Verdict::kExpired ? Day("2010-01-01") : Day("2026-05-01");
  study.leadership.push_back(record);
}

void SetState(model::Study& study, const OrganisationId& id, const State& state, Draw& draw) {
  SetVerdict(study, id, state.verdict, draw);
  SetConsent(study, id.value, ConsentScope::kAnalyse, state.analyse);
  SetConsent(study, id.value, ConsentScope::kPublishVerdict, state.publish_verdict);
  for (auto& one : study.cases) {
    if (one.organisation != id) continue;
    one.embargo_until.reset();
    if (state.embargo) one.embargo_until = Day(draw.OneIn(2) ? "2026-07-01" : "2030");
  }
  if (state.document) return;
  std::set<model::DocumentId> gone;
  for (const auto& document : study.documents) {
    if (document.organisation == id) gone.insert(document.id);
  }
  std::erase_if(study.codings, [&](const auto& one) { return gone.contains(one.document); });
  std::erase_if(study.documents, [&](const auto& one) { return gone.contains(one.id); });
}

// A few regions, countries and organisations; consents, texts, facts and places of all kinds.
model::Study SmallStudy(Draw& draw) {
  model::Study study;
  study.settings.title = fmt::format("Invented {}", draw.Below(1000));
  study.settings.invented = true;
  study.settings.smallest_cell = 5;
  const char* const countries[] = {"XAA", "XAB", "XBA", "XBB"};
  study.regions = {{model::RegionId("north"), "North", {}, 3}, {model::RegionId("south"), "South", {}, 2}};
  study.sources = {{model::SourceId("s0"), "A page", "", "", "", {}, ""}};
  study.codebook.push_back({model::CodeId("P"), {}, model::CodeKind::kPractice, "Practices", "", "", {}});
  study.codebook.push_back(
      {model::CodeId("P.1"), model::CodeId("P"), model::CodeKind::kPractice, "Peer work", "", "", {}});
  study.codebook.push_back({model::CodeId("B"), {}, model::CodeKind::kBarrier, "Raids", "", "", {}});
  study.codebook.push_back({model::CodeId("O"), {}, model::CodeKind::kOutcome, "Health", "", "", {}});
  study.indicators.push_back({model::IndicatorId("law_selling"),
                              "C1",
                              "Selling",
                              model::IndicatorSide::kLaw,
                              model::IndicatorType::kChoice,
                              {"criminalised", "not_criminalised"},
                              {},
                              ""});
  study.legal_model.push_back({{{"law_selling", {"criminalised"}}}, "fully_criminalised", "Selling is a crime."});
  study.legal_model.push_back({{{"law_selling", {"not_criminalised"}}}, "decriminalised", "Selling is no crime."});
  for (const char* country : countries) {
    model::ContextFact fact;
    fact.country = model::CountryCode(country);
    fact.indicator = model::IndicatorId("law_selling");
    fact.value = draw.OneIn(2) ? "criminalised" : "not_criminalised";
    fact.sources = {model::SourceId("s0")};
    study.contexts.push_back(fact);
    study.invented_countries.push_back({model::CountryCode(country), fmt::format("Land {}", country)});
  }
  study.definitions.push_back(
      {model::DefinitionId("half"),
       "1",
       "Half",
       "numeric",
       "",
       {{"decision_making_body", core::Fraction(1, 2), model::Comparator::kAtLeast, model::EmptyBody::kUndetermined}},
       {},
       {}});
  study.settings.definitions = {model::DefinitionId("half")};
  const std::size_t organisations = 2 + draw.Below(4);
  const Verdict verdicts[] = {Verdict::kMeets, Verdict::kFails, Verdict::kUndetermined, Verdict::kExpired};
  for (std::size_t i = 0; i < organisations; ++i) {
    model::Organisation one;
    one.id = OrganisationId(fmt::format("org{}", i));
    one.name = fmt::format("Namen{}name", i);
    const std::size_t country = draw.Below(4);
    one.country = model::CountryCode(countries[country]);
    one.region = model::RegionId(country < 2 ? "north" : "south");
    study.organisations.push_back(one);
    if (!draw.OneIn(4)) {
      model::Slot slot;
      slot.id = model::SlotId(fmt::format("slot-{}", i));
      slot.region = *one.region;
      slot.organisation = one.id;
      if (draw.OneIn(2)) slot.country = one.country;
      if (draw.OneIn(2)) slot.note = "A note";
      if (draw.OneIn(2)) slot.sources = {model::SourceId("s0")};
      study.slots.push_back(slot);
    }
    study.cases.push_back({one.id, fmt::format("Case {}", i), {}});
    for (std::size_t d = 0; d < 1 + draw.Below(2); ++d) {
      model::Document document;
      document.id = model::DocumentId(fmt::format("org{}/d{}.txt", i, d));
      document.organisation = one.id;
      document.title = "A document";
      document.kind = draw.OneIn(2) ? model::DocumentKind::kSummary : model::DocumentKind::kAccount;
      document.text = std::string(40 + draw.Below(200), static_cast<char>('a' + draw.Below(26)));
      document.hash = core::ContentHash(document.text);
      document.sources = {model::SourceId("s0")};
      study.documents.push_back(document);
      if (draw.OneIn(3)) study.translations.push_back({document.id, document.text.substr(0, 7), "fr", "Un mot", "T"});
      for (std::size_t c = draw.Below(4); c > 0; --c) {
        model::Coding coding;
        coding.document = document.id;
        const auto start = static_cast<std::int64_t>(draw.Below(20));
        coding.range = {start, start + 5 + static_cast<std::int64_t>(draw.Below(10))};
        coding.code = study.codebook[1 + draw.Below(3)].id;
        coding.coder = model::CoderId(draw.OneIn(2) ? "ada" : "ben");
        study.codings.push_back(coding);
      }
    }
    for (const auto& [scope, word] : model::Words<ConsentScope>()) {
      SetConsent(study, one.id.value, scope, draw.OneIn(2) ? Given::kHolds : kAllGiven[draw.Below(6)]);
    }
    SetVerdict(study, one.id, verdicts[draw.Below(4)], draw);
    if (draw.OneIn(3)) {
      model::Statement statement;
      statement.subject = one.id.value;
      statement.property = "founded";
      statement.value = "2001";
      statement.sources = {model::SourceId("s0")};
      study.statements.push_back(statement);
    }
    for (std::size_t o = draw.Below(3); o > 0; --o) {
      model::Outcome outcome;
      outcome.organisation = one.id;
      outcome.codes = {model::CodeId(draw.OneIn(2) ? "P.1" : "O")};
      outcome.measure = "arrests";
      outcome.before = fmt::format("{}", draw.Below(50));
      outcome.after = fmt::format("{}", draw.Below(50));
      outcome.sources = {model::SourceId("s0")};
      study.outcomes.push_back(outcome);
    }
    if (draw.OneIn(3)) {
      study.answers.push_back({model::CodeId("P.1"), model::CodeId("B"), one.id, {}, "It helps against raids.", ""});
    }
  }
  if (draw.OneIn(2)) {
    study.slots.push_back({model::SlotId("slot-x"), model::RegionId("north"), model::CountryCode("XAB"), {}, {}, ""});
  }
  if (draw.OneIn(2)) study.slots.push_back({model::SlotId("slot-y"), model::RegionId("south"), {}, {}, {}, ""});
  return study;
}

model::Publication PublicationOf(model::Study study) {
  core::NoProgress progress;
  const auto definitions = ChooseDefinitions(study, {});
  EXPECT_TRUE(definitions.has_value());
  auto assessments = VerifyStudy(study, *definitions, kToday);
  EXPECT_TRUE(assessments.has_value());
  auto published = ForPublishing({study, kToday, kToday, std::move(*assessments), kSecret}, progress);
  EXPECT_TRUE(published.has_value());
  return std::move(published->publication);
}

// Every byte of the report, with its paths.
std::string PagesOf(const model::Publication& publication) {
  core::NoProgress progress;
  std::string pages;
  publish::SiteOptions options;
  options.language = "en";
  const core::Status written = publish::RenderSite(
      publication, options,
      [&](std::string_view path, std::string_view bytes) -> core::Status {
        pages += fmt::format("{} {}\n", path, bytes);
        return {};
      },
      progress);
  EXPECT_TRUE(written.has_value());
  return pages;
}

// How much of the report the outsider reads: every field that a page could be made of, or the pages too.
enum class Reads { kFields, kPages };

std::string Seen(const model::Study& study, Reads reads) {
  const model::Publication publication = PublicationOf(study);
  return core::ContentHash(reads == Reads::kPages ? PagesOf(publication) : DumpOf(publication));
}

bool Appears(const model::Study& study, const OrganisationId& id) {
  const model::Publication publication = PublicationOf(study);
  return publication.named.contains(id) && publication.named.at(id);
}

// All states that matter, of one organisation.
std::vector<State> AllStates() {
  std::vector<State> states;
  for (const Verdict verdict : {Verdict::kMeets, Verdict::kFails, Verdict::kUndetermined, Verdict::kExpired}) {
    for (const Given analyse : kAllGiven) {
      for (const Given publish_verdict : {Given::kHolds, Given::kNever, Given::kWithdrawn}) {
        for (const bool embargo : {false, true}) {
          for (const bool document : {true, false}) {
            states.push_back({verdict, analyse, publish_verdict, embargo, document});
          }
        }
      }
    }
  }
  return states;
}

bool Compared(const State& state) {
  return state.analyse == Given::kHolds && !state.embargo && state.document;
}

// In one lot of worlds that look the same: what must not be told has several values.
void ExpectNothingTold(const std::vector<State>& lot, bool named) {
  std::set<Verdict> verdicts;
  std::set<Given> analyse;
  std::set<Given> publish_verdict;
  std::set<bool> embargo;
  std::set<bool> document;
  bool verdict_private = false;
  bool absent = false;
  for (const State& state : lot) {
    verdicts.insert(state.verdict);
    analyse.insert(state.analyse);
    publish_verdict.insert(state.publish_verdict);
    embargo.insert(state.embargo);
    document.insert(state.document);
    const bool appears = named || Compared(state);
    verdict_private = verdict_private || !appears || state.publish_verdict != Given::kHolds;
    absent = absent || !Compared(state);
  }
  if (verdict_private) {
    EXPECT_EQ(verdicts.size(), 4U) << "a verdict that may not be published can be worked out";
    EXPECT_GE(publish_verdict.size(), 2U) << "why it is private can be worked out";
  }
  if (absent) {
    EXPECT_EQ(analyse.size(), 6U) << "why a case is not there can be worked out: consent";
    EXPECT_EQ(embargo.size(), 2U) << "why a case is not there can be worked out: embargo";
    EXPECT_EQ(document.size(), 2U) << "why a case is not there can be worked out: document";
  }
}

void LookAtOneEdition(std::uint64_t seed, Reads reads) {
  Draw draw(seed);
  const model::Study study = SmallStudy(draw);
  const OrganisationId id = study.organisations[draw.Below(study.organisations.size())].id;
  std::map<std::string, std::vector<State>> lots;
  bool named = false;
  for (const State& state : AllStates()) {
    model::Study world = study;
    SetState(world, id, state, draw);
    named = Appears(world, id);
    lots[Seen(world, reads)].push_back(state);
  }
  for (const auto& [seen, lot] : lots) ExpectNothingTold(lot, named);
}

TEST(Outsider, LearnsNothingPrivateFromAReport) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE(seed);
    LookAtOneEdition(seed, Reads::kFields);
    if (HasFailure()) return;
  }
  LookAtOneEdition(13, Reads::kPages);
}

TEST(OutsiderSlow, LearnsNothingPrivateFromThousandsOfReports) {
  for (std::uint64_t seed = 100; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    LookAtOneEdition(seed, seed % 20 == 0 ? Reads::kPages : Reads::kFields);
    if (HasFailure()) return;
  }
}

// Everything that is private of the organisations that do not appear, or in words and places that are not shown, is
// changed at once: not a byte of the report changes.
model::Study Otherwise(model::Study study, Draw& draw) {
  std::set<OrganisationId> compared;  // by their own ids
  for (const auto& one : study.cases) {
    const bool open = !one.embargo_until || one.embargo_until->Last() <= kToday;
    for (const auto& document : study.documents) {
      for (const auto& consent : study.consents) {
        if (open && document.organisation == one.organisation && consent.subject == one.organisation.value &&
            consent.scope == ConsentScope::kAnalyse && !consent.withdrawn && consent.given &&
            *consent.given <= kToday && (!consent.expires || *consent.expires >= kToday)) {
          compared.insert(one.organisation);
        }
      }
    }
  }
  const auto holds = [&](const OrganisationId& id, ConsentScope scope) {
    return std::ranges::any_of(study.consents, [&](const auto& one) {
      return one.subject == id.value && one.scope == scope && !one.withdrawn && one.given && *one.given <= kToday &&
             (!one.expires || *one.expires >= kToday);
    });
  };
  constexpr Given kClosed[] = {Given::kNever, Given::kExpired, Given::kWithdrawn, Given::kWithdrawnLater,
                               Given::kNotYet};
  const Verdict verdicts[] = {Verdict::kMeets, Verdict::kFails, Verdict::kUndetermined, Verdict::kExpired};
  const std::vector<model::Organisation> organisations = study.organisations;
  for (const auto& organisation : organisations) {
    const OrganisationId& id = organisation.id;
    const bool named = holds(id, ConsentScope::kNameOrganisation);
    const bool appears = named || compared.contains(id);
    for (const auto& [scope, word] : model::Words<ConsentScope>()) {
      const bool is_held = holds(id, scope);
      const bool translated = std::ranges::any_of(
          study.translations, [&](const auto& one) { return one.document.value.starts_with(id.value + "/"); });
      if (scope == ConsentScope::kTranslate && !translated) {
        SetConsent(study, id.value, scope, kAllGiven[draw.Below(6)]);
      }
      if (!is_held) SetConsent(study, id.value, scope, kClosed[draw.Below(5)]);
    }
    if (!appears || !holds(id, ConsentScope::kPublishVerdict)) SetVerdict(study, id, verdicts[draw.Below(4)], draw);
    if (!compared.contains(id) && holds(id, ConsentScope::kAnalyse)) {
      SetConsent(study, id.value, ConsentScope::kAnalyse, kClosed[draw.Below(5)]);
    }
    for (auto& one : study.organisations) {
      if (one.id != id) continue;
      if (!appears || !holds(id, ConsentScope::kNamePlace))
        one.country = model::CountryCode(draw.OneIn(2) ? "XAA" : "XBB");
      if (!appears) one.region = model::RegionId(draw.OneIn(2) ? "north" : "south");
      if (!named) one.name = fmt::format("Otherwise{}", draw.Below(1000));
    }
    for (auto& slot : study.slots) {
      if (slot.organisation != id || named) continue;
      slot.note = draw.OneIn(2) ? "Another note" : "";
      slot.country.reset();
      if (draw.OneIn(2)) slot.country = model::CountryCode("XAB");
      if (!appears && draw.OneIn(2)) {  // as if nobody had been found
        slot.organisation.reset();
        slot.country.reset();
        slot.note.clear();
        slot.sources.clear();
      }
    }
    // What is told of a case needs all three; a translation its own consent.
    if (!named || !compared.contains(id) || !holds(id, ConsentScope::kSummarise)) {
      if (draw.OneIn(2)) std::erase_if(study.outcomes, [&](const auto& one) { return one.organisation == id; });
      for (auto& one : study.outcomes) {
        if (one.organisation == id) one.after = "otherwise";
      }
      std::erase_if(study.answers, [&](const auto& one) { return one.organisation == id; });
      if (draw.OneIn(2)) {
        study.answers.push_back({model::CodeId("P.1"), model::CodeId("B"), id, {}, "It is told otherwise.", ""});
      }
    }
    if (!compared.contains(id) || !holds(id, ConsentScope::kTranslate)) {
      for (auto& one : study.translations) {
        if (one.document.value.starts_with(id.value + "/")) one.text = "Tout autre chose";
      }
    }
    for (auto& document : study.documents) {
      if (document.organisation != id) continue;
      const bool shown =
          holds(id, document.kind == model::DocumentKind::kSummary ? ConsentScope::kSummarise : ConsentScope::kQuote);
      if (shown && compared.contains(id)) continue;
      document.title = fmt::format("Another title {}", draw.Below(1000));
      for (auto& one : study.cases) {
        if (one.organisation == id) one.title = document.title;
      }
      document.text = std::string(100 + draw.Below(5000), 'z');
      document.hash = core::ContentHash(document.text);
      const auto moved = static_cast<std::int64_t>(draw.Below(50));
      for (auto& coding : study.codings) {
        if (coding.document != document.id) continue;
        coding.range.start = coding.range.start * 2 + moved;  // what overlaps what stays
        coding.range.end = coding.range.end * 2 + moved;
      }
    }
    if (!appears) {
      std::erase_if(study.statements, [&](const auto& one) { return one.subject == id.value; });
      if (draw.OneIn(3)) {  // it was never there
        std::set<model::DocumentId> gone;
        for (const auto& document : study.documents) {
          if (document.organisation == id) gone.insert(document.id);
        }
        std::erase_if(study.codings, [&](const auto& one) { return gone.contains(one.document); });
        std::erase_if(study.documents, [&](const auto& one) { return one.organisation == id; });
        std::erase_if(study.outcomes, [&](const auto& one) { return one.organisation == id; });
        std::erase_if(study.answers, [&](const auto& one) { return one.organisation == id; });
        std::erase_if(study.cases, [&](const auto& one) { return one.organisation == id; });
        std::erase_if(study.leadership, [&](const auto& one) { return one.organisation == id; });
        std::erase_if(study.consents, [&](const auto& one) { return one.subject == id.value; });
        std::erase_if(study.organisations, [&](const auto& one) { return one.id == id; });
        for (auto& slot : study.slots) {
          if (slot.organisation == id) slot = {slot.id, slot.region, {}, {}, {}, ""};
        }
      }
    }
  }
  return study;
}

void ExpectSameReport(std::uint64_t seed, Reads reads) {
  Draw draw(seed);
  const model::Study study = SmallStudy(draw);
  const model::Study other = Otherwise(study, draw);
  const model::Publication a = PublicationOf(study);
  const model::Publication b = PublicationOf(other);
  EXPECT_EQ(DumpOf(a), DumpOf(b));
  if (reads == Reads::kFields) return;
  EXPECT_EQ(PagesOf(a), PagesOf(b));
}

TEST(Outsider, SeesNotAByteOfWhatIsNotPublished) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    ExpectSameReport(seed, seed % 10 == 0 ? Reads::kPages : Reads::kFields);
    if (HasFailure()) return;
  }
}

TEST(OutsiderSlow, SeesNotAByteOfWhatIsNotPublished) {
  for (std::uint64_t seed = 1000; seed < 9000; ++seed) {
    SCOPED_TRACE(seed);
    ExpectSameReport(seed, seed % 4 == 0 ? Reads::kPages : Reads::kFields);
    if (HasFailure()) return;
  }
}

// Two editions, between which something changes that all can see, and the organisation's state may.  Its verdict is the
// same in both: the outsider is allowed to believe that.
struct Story {
  Verdict verdict;
  Given first;
  Given second;
  bool second_embargo;
  bool second_document;
};

void LookAtTwoEditions(std::uint64_t seed, Reads reads) {
  Draw draw(seed);
  const model::Study first = SmallStudy(draw);
  const OrganisationId id = first.organisations[draw.Below(first.organisations.size())].id;
  model::Study second = first;
  switch (draw.Below(4)) {
    case 0:
      second.settings.title += " 2";
      break;
    case 1:
      if (!second.codings.empty()) second.codings.pop_back();
      break;
    case 2:
      for (const auto& other : first.organisations) {
        if (other.id != id) SetConsent(second, other.id.value, ConsentScope::kAnalyse, Given::kHolds);
      }
      break;
    case 3:
      for (const auto& other : first.organisations) {
        if (other.id != id) SetVerdict(second, other.id, Verdict::kMeets, draw);
      }
      break;
  }
  const Given publish_verdict = draw.OneIn(2) ? Given::kNever : Given::kExpired;
  std::map<std::string, std::vector<Story>> lots;
  std::map<std::pair<int, int>, std::string> before;
  for (const Verdict verdict : {Verdict::kMeets, Verdict::kFails}) {
    for (const Given then : kAllGiven) {
      model::Study world = first;
      SetState(world, id, {verdict, then, publish_verdict, false, true}, draw);
      const std::string seen_first = Seen(world, reads);
      for (const Given now : kAllGiven) {
        for (const bool embargo : {false, true}) {
          for (const bool document : {true, false}) {
            model::Study later = second;
            SetState(later, id, {verdict, now, publish_verdict, embargo, document}, draw);
            lots[seen_first + Seen(later, reads)].push_back({verdict, then, now, embargo, document});
          }
        }
      }
    }
  }
  for (const auto& [seen, lot] : lots) {
    std::set<Verdict> verdicts;
    std::set<Given> now;
    std::set<bool> embargo;
    std::set<bool> document;
    bool gone = false;
    for (const Story& story : lot) {
      verdicts.insert(story.verdict);
      now.insert(story.second);
      embargo.insert(story.second_embargo);
      document.insert(story.second_document);
      gone = gone || story.second != Given::kHolds || story.second_embargo || !story.second_document;
    }
    EXPECT_EQ(verdicts.size(), 2U) << "two editions tell a verdict";
    if (!gone) continue;
    EXPECT_EQ(now.size(), 6U) << "two editions tell who withdrew";
    EXPECT_EQ(embargo.size(), 2U);
    EXPECT_EQ(document.size(), 2U);
  }
}

TEST(Outsider, LearnsNothingPrivateFromTwoEditions) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE(seed);
    LookAtTwoEditions(seed, Reads::kFields);
    if (HasFailure()) return;
  }
}

TEST(OutsiderSlow, LearnsNothingPrivateFromTwoEditions) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    LookAtTwoEditions(seed, seed % 20 == 0 ? Reads::kPages : Reads::kFields);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace commonground::app
