// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Draws each table of a random study, in the order that ReadFolder gives.

#include "random_study/random_study.h"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>

#include "core/content_hash.h"
#include "core/guid.h"
#include "core/unseen.h"
#include "model/bound.h"
#include "model/guids.h"

namespace commonground::random_study {

namespace {

using core::Date;
using namespace model;

constexpr std::int64_t kContext = 32;  // code points before and after a passage

// Any row of them is in form NFC: the accent on "q" has no letter of its own.
constexpr std::array<std::string_view, 36> kLetters{
    "a", "b", "e",  "o", " ", " ", "\n", "\t", ",",  "\"", "'", "=", "+",      "-", "@",      "#", "{",       "}",
    "|", "<", "\\", "é", "ü", "ñ", "ж",  "я",  "中", "文", "ا", "ل", "\u200F", "ก", "\u0E31", "😀", "q\u0301", "0"};

class Maker {
 public:
  Maker(std::uint64_t seed, int size) : random_(seed), size_(size) {}

  Study Make() {
    Sources();
    Frame();
    Organisations();
    Definitions();
    Codebook();
    Facts();
    Cases();
    Codings();
    Orphans();
    Together();
    Rest();
    MakeSettings();
    return std::move(study_);
  }

 private:
  // Not std::uniform_int_distribution: its numbers differ between libraries.
  int Number(int most) { return static_cast<int>(random_() % (static_cast<std::uint64_t>(most) + 1)); }
  bool Maybe() { return Number(1) == 0; }
  int Count() { return Number(size_); }
  template <typename T>
  const T& One(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(Number(static_cast<int>(list.size()) - 1))];
  }
  template <typename Enum>
  Enum AnyWord() {
    const auto words = Words<Enum>();
    return words[static_cast<std::size_t>(Number(static_cast<int>(words.size()) - 1))].first;
  }

  std::string Text(int most) {
    std::string text;
    for (int i = Number(most); i > 0; --i) text += kLetters[static_cast<std::size_t>(Number(kLetters.size() - 1))];
    return text;
  }
  // Not blank.
  std::string Line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return core::WithoutUnseen(std::move(text));
  }
  std::string Filled(int most) { return Maybe() ? "x" + Text(most) : Text(most) + "y"; }
  // An item of a list: no semicolon, no space at its ends.
  std::string Item() { return "i" + Text(5) + std::to_string(++items_); }
  std::vector<std::string> Items() {
    std::vector<std::string> items;
    for (int i = Number(3); i > 0; --i) items.push_back(Item());
    return items;
  }
  std::string NewId() {
    static constexpr std::string_view kMarks = "._-";
    return std::string(1, static_cast<char>('a' + Number(25))) + kMarks[static_cast<std::size_t>(Number(2))] +
           std::to_string(++ids_);
  }

  Date AnyDate() {
    const int year = 1950 + Number(100);
    const int month = Number(12);
    return *Date::Make(year, month, month == 0 ? 0 : Number(28));
  }
  std::optional<Date> MaybeDate() { return Maybe() ? std::optional(AnyDate()) : std::nullopt; }
  // Not before `from`.
  std::optional<Date> DateAfter(const std::optional<Date>& from) {
    if (Maybe()) return std::nullopt;
    return from ? from->Last().AddMonths(Number(50)) : AnyDate();
  }
  CountryCode AnyCountry() {
    static const std::vector<std::string> codes{"KEN", "XKX", "THA", "CAN", "SWE", "RUS", "PER", "ZAF"};
    return CountryCode(One(codes));
  }
  std::vector<SourceId> SomeSources(int least) {
    std::set<SourceId> chosen;
    for (int i = 0; i < least || (i < 3 && Maybe()); ++i) chosen.insert(One(study_.sources).id);
    return {chosen.begin(), chosen.end()};
  }
  template <typename Row>
  auto SomeIds(const std::vector<Row>& rows) {
    std::set<decltype(Row::id)> chosen;
    for (int i = rows.empty() ? 0 : Number(3); i > 0; --i) chosen.insert(One(rows).id);
    return std::vector<decltype(Row::id)>(chosen.begin(), chosen.end());
  }

  void Sources() {
    for (int i = Count() + 1; i > 0; --i) {
      study_.sources.push_back(
          {SourceId(NewId()), Line(Filled(20)), Text(10), Text(10), Text(5), MaybeDate(), Text(20)});
    }
  }

  void Frame() {
    for (int i = Number(5) + 1; i > 0; --i) {
      study_.regions.push_back({RegionId(NewId()), Line(Item()), Items(), Number(9)});
    }
  }

  void Organisations() {
    for (int i = Count() + 1; i > 0; --i) {
      Organisation organisation{OrganisationId(NewId()), Line(Filled(20)), Line(Text(8)), {}, {}, {},
                                AnyWord<Visibility>(),   Text(9)};
      if (Maybe()) organisation.country = AnyCountry();
      if (Maybe()) organisation.region = One(study_.regions).id;
      if (Maybe()) organisation.languages = {"en", "zh-Hans"};
      study_.organisations.push_back(organisation);
    }
    for (const Organisation& organisation : study_.organisations) {
      if (Maybe()) continue;
      Slot slot{SlotId(NewId()), One(study_.regions).id, {}, {}, SomeSources(0), Text(10)};
      if (organisation.region) slot.region = *organisation.region;
      if (Maybe()) {
        slot.organisation = organisation.id;
        slot.country = organisation.country;
      } else if (Maybe()) {
        slot.country = AnyCountry();
      }
      study_.slots.push_back(slot);
    }
    for (const Organisation& organisation : study_.organisations) Leadership(organisation);
  }

  void Leadership(const Organisation& organisation) {
    LeadershipRecord record;
    record.organisation = organisation.id;
    record.as_of = AnyDate();
    record.body = Filled(6);
    record.basis = AnyWord<Basis>();
    record.sources = SomeSources(record.basis == Basis::kPublishedClaim ? 1 : 0);
    record.members = Number(100);
    if (Maybe()) {
      record.sex_workers = Number(static_cast<int>(*record.members));
      if (Maybe()) record.undisclosed = Number(static_cast<int>(*record.members - *record.sex_workers));
    } else {
      if (Maybe()) record.at_least = AnyBound(0, 2);
      if (Maybe()) record.at_most = AnyBound(5, 10);
      if (record.at_most && record.at_most->kind == Bound::Kind::kCount) record.at_most->count += *record.members;
      if (record.at_most) record.at_most->count = std::min(record.at_most->count, *record.members);
      const bool exclude = record.at_least && record.at_most &&
                           LeastCount(*record.at_least, *record.members) > MaxCount(*record.at_most, *record.members);
      if (exclude) record.at_most.reset();
    }
    if (record.basis == Basis::kPublishedClaim && Maybe()) {
      record.members.reset();
      record.sex_workers.reset();
      record.undisclosed.reset();
      record.at_least.reset();
      record.at_most.reset();
    }
    if (record.body.size() % 3 == 0) record.id = LeadershipId(core::GuidOf("record of " + organisation.id.value));
    study_.leadership.push_back(record);
  }

  // Shares from least/10 to most/10; counts are 0 (an at_most is then lifted to the members).
  Bound AnyBound(int least, int most) {
    Bound bound;
    if (Maybe()) return bound;
    bound.kind = Bound::Kind::kShare;
    const int tenths = least + Number(most - least);
    if (Maybe())
      bound.share = {tenths * 10, 100};
    else if (tenths == 0)
      bound.share = {0, 1};
    else if (tenths == 10)
      bound.share = {1, 1};
    else
      bound.share = {tenths, 10};
    return bound;
  }

  void Definitions() {
    for (int i = Number(3); i > 0; --i) {
      Definition definition;
      definition.id = DefinitionId(NewId());
      definition.label = Line(Filled(10));
      definition.version = Text(5);
      definition.kind = "numeric";
      definition.summary = Text(30);
      for (int k = Number(3); k > 0; --k) {
        Criterion criterion;
        criterion.body = Filled(5) + std::to_string(k);
        criterion.share = {Number(50), 50 + Number(50)};
        if (Maybe()) criterion.comparison = decltype(criterion.comparison)::kMoreThan;
        if (Maybe()) criterion.when_empty = EmptyBody::kNotApplicable;
        definition.criteria.push_back(criterion);
      }
      definition.not_sourced = Items();
      definition.sources = SomeSources(0);
      study_.definitions.push_back(definition);
    }
    SortById(study_.definitions);
  }

  void Codebook() {
    for (int i = Count() + 1; i > 0; --i) {
      Code code{CodeId(NewId()), {}, AnyWord<CodeKind>(), Line(Filled(10)), Text(20), Text(5), SomeSources(0)};
      if (!study_.codebook.empty() && Maybe()) code.parent = One(study_.codebook).id;  // an earlier one: never a cycle
      if (Maybe()) {
        code.include = Text(9);
        code.exclude = Text(9);
        code.colour = Maybe() ? "#1b6ca8" : "";
        code.guid = Maybe() ? NewGuid() : "";
        code.retired = Maybe();
        if (code.retired && !study_.codebook.empty()) code.merged_into = One(study_.codebook).id;
      }
      study_.codebook.push_back(code);
    }
    study_.codebook.push_back({CodeId(NewId()), {}, CodeKind::kSector, "Sector", {}, {}, {}});
  }

  void Facts() {
    for (int i = Count(); i > 0; --i) {
      Indicator indicator{IndicatorId(NewId()),     Text(4), Line(Text(9)),  AnyWord<IndicatorSide>(),
                          AnyWord<IndicatorType>(), {},      SomeSources(0), Text(9)};
      if (indicator.type == IndicatorType::kChoice) indicator.values = {Item(), Item()};
      study_.indicators.push_back(indicator);
      if (indicator.type == IndicatorType::kDerived) continue;
      ContextFact fact{AnyCountry(), Text(4), indicator.id,   "unknown", MaybeDate(), {},
                       MaybeDate(),  Text(9), SomeSources(1), Text(4),   Text(9)};
      fact.valid_to = DateAfter(fact.valid_from);
      if (indicator.type == IndicatorType::kChoice && Maybe()) fact.value = One(indicator.values);
      if (indicator.type == IndicatorType::kPercent && Maybe()) fact.value = std::to_string(Number(99)) + ".5";
      if (fact.citation.size() % 3 == 0) fact.id = FactId(core::GuidOf("fact about " + indicator.id.value));
      study_.contexts.push_back(fact);
    }
    for (int i = Count(); i > 0; --i) {
      Statement statement{One(study_.organisations).id.value,
                          Filled(4),
                          Filled(20),
                          MaybeDate(),
                          {},
                          MaybeDate(),
                          AnyWord<EvidenceType>(),
                          SomeSources(1),
                          Text(4),
                          Text(9)};
      if (Number(3) == 0) statement.subject = "study";
      if (Number(3) == 0) statement.subject = AnyCountry().value;
      statement.valid_to = DateAfter(statement.valid_from);
      if (statement.value.size() % 3 == 0) statement.id = StatementId(core::GuidOf("statement" + std::to_string(i)));
      study_.statements.push_back(statement);
    }
    for (int i = Number(3) + 1; i > 0; --i) {
      LegalModelRule rule{{}, Filled(5), Text(20)};
      for (const Indicator& indicator : study_.indicators) {
        if (indicator.type == IndicatorType::kChoice && Maybe()) rule.when[indicator.id.value] = {indicator.values[0]};
      }
      if (rule.reason.size() % 3 == 0) rule.id = LegalRuleId(core::GuidOf("rule" + std::to_string(i)));
      // One that an earlier one covers would never decide, which is remarked.
      const bool is_covered =
          std::any_of(study_.legal_model.begin(), study_.legal_model.end(), [&](const LegalModelRule& one) {
            return std::all_of(one.when.begin(), one.when.end(), [&](const auto& condition) {
              const auto found = rule.when.find(condition.first);
              return found != rule.when.end() && found->second == condition.second;
            });
          });
      if (!is_covered) study_.legal_model.push_back(rule);
    }
  }

  void Cases() {
    for (const Organisation& organisation : study_.organisations) {
      if (Maybe()) continue;
      study_.cases.push_back({organisation.id, Line(Text(20)), MaybeDate()});
      for (int i = Number(3); i > 0; --i) {
        Document document;
        document.id = DocumentId(organisation.id.value + "/" + NewId() + (Maybe() ? ".md" : ".txt"));
        document.organisation = organisation.id;
        document.title = Line(Text(20));
        document.language = Maybe() ? "en" : "es";
        document.kind = AnyWord<DocumentKind>();
        document.date = MaybeDate();
        document.sources = SomeSources(0);
        document.text = "T" + Text(400);
        document.hash = core::ContentHash(document.text);
        if (Number(2) == 0) TakenFromAFile(document);
        for (int version = 1; version < 3 && Number(4) == 0; ++version) {
          study_.old_versions.push_back({document.id, version, "Old" + Text(100)});
          document.version = version + 1;
        }
        study_.documents.push_back(document);
      }
    }
    std::sort(study_.cases.begin(), study_.cases.end(),
              [](const auto& a, const auto& b) { return a.organisation < b.organisation; });
    std::sort(study_.documents.begin(), study_.documents.end(), [](const auto& a, const auto& b) {
      return std::tie(a.organisation, a.id) < std::tie(b.organisation, b.id);
    });
    std::sort(study_.old_versions.begin(), study_.old_versions.end(), [](const auto& a, const auto& b) {
      return std::tie(a.document, a.version) < std::tie(b.document, b.version);
    });
  }

  // A document of a format that is not text itself: its parts are known.
  void TakenFromAFile(Document& document) {
    document.id.value += Maybe() ? ".docx" : ".pdf";
    document.original_hash = core::ContentHash(Text(9));
    if (document.text.size() % 2 == 0) document.format = "odt";
    const std::int64_t length = core::CountCodePoints(document.text);
    for (std::int64_t at = 0; at < length;) {
      Part part;
      part.kind = AnyWord<PartKind>();
      part.level = Number(6);
      part.page = Number(3);
      if (Maybe()) part.confidence = Number(100);
      part.range = {at, std::min<std::int64_t>(length, at + 1 + Number(60))};
      at = part.range.end + Number(2);
      document.parts.push_back(part);
    }
  }

  void Orphans() {
    for (const OldVersion& old : study_.old_versions) {
      if (Maybe()) continue;
      const core::TextIndex index(old.text);
      Orphan orphan;
      orphan.version = old.version;
      orphan.coding.document = old.document;
      orphan.coding.range = {0, 3};
      orphan.coding.exact = *index.Slice(orphan.coding.range);
      orphan.coding.suffix = *index.Slice({3, std::min<std::int64_t>(index.length(), 3 + kContext)});
      orphan.coding.code = One(study_.codebook).id;
      orphan.coding.coder = CoderId("coder-1");
      orphan.coding.memo = Text(20);
      study_.orphans.push_back(orphan);
    }
  }

  void Codings() {
    if (study_.documents.empty()) return;
    std::set<std::tuple<std::string, std::int64_t, std::int64_t, std::string, std::string>> seen;
    for (int i = Count() * 3; i > 0; --i) {
      const Document& document = One(study_.documents);
      const core::TextIndex index(document.text);
      const auto length = static_cast<int>(index.length());
      Coding coding;
      coding.document = document.id;
      coding.range.start = Number(length - 1);
      coding.range.end = coding.range.start + 1 + Number(length - static_cast<int>(coding.range.start) - 1);
      coding.exact = *index.Slice(coding.range);
      if (coding.exact.find_first_not_of(" \t\n") == std::string::npos) continue;  // a passage has at least one letter
      coding.prefix = *index.Slice({std::max<std::int64_t>(0, coding.range.start - kContext), coding.range.start});
      coding.suffix = *index.Slice({coding.range.end, std::min<std::int64_t>(length, coding.range.end + kContext)});
      coding.code = One(study_.codebook).id;
      coding.coder = CoderId(Maybe() ? "coder-1" : "coder-2");
      coding.created = MaybeDate();
      coding.status = AnyWord<CodingStatus>();
      coding.evidence_type = AnyWord<EvidenceType>();
      coding.sources = SomeSources(0);
      coding.memo = Text(20);
      if (Maybe()) {
        coding.id = CodingId(NewGuid());
        coding.at = AnyMoment();
        coding.hint = Text(9);
      }
      if (seen.emplace(coding.document.value, coding.range.start, coding.range.end, coding.code.value,
                       coding.coder.value)
              .second) {
        study_.codings.push_back(coding);
      }
    }
  }

  std::string NewGuid() { return core::GuidOf("random " + std::to_string(++ids_)); }
  core::Moment AnyMoment() { return core::Moment::FromUnixSeconds(1'700'000'000 + Number(1'000'000)); }
  std::optional<core::Moment> MaybeMoment() { return Maybe() ? std::optional(AnyMoment()) : std::nullopt; }

  void Together() {
    const CoderId coder("coder-1");
    for (int i = Number(3); i > 0; --i) {
      Memo memo{MemoId(NewGuid()), AnyWord<MemoKind>(), MemoSubject::kStudy, {}, {}, coder, MaybeMoment(), Filled(20)};
      if (Maybe()) {
        memo.about = MemoSubject::kCode;
        memo.subject = One(study_.codebook).id.value;
      } else if (!study_.codings.empty() && Maybe()) {
        const Coding& coding = One(study_.codings);
        memo.about = MemoSubject::kCoding;
        memo.subject = IdOf(coding).value;
        memo.document = coding.document;
      }
      study_.memos.push_back(memo);
    }
    if (study_.documents.empty()) return;
    for (const Document& document : study_.documents) {
      if (Maybe()) continue;
      Assignment one{AssignmentId(NewGuid()), document.id, coder, AssignmentState::kOpen, MaybeMoment(), {}};
      if (Maybe()) {
        one.state = AssignmentState::kSubmitted;
        one.submitted = AnyMoment();
      }
      study_.assignments.push_back(one);
    }
    for (int i = Number(2); i > 0; --i) {
      const Document& document = One(study_.documents);
      study_.adjudications.push_back({AdjudicationId(NewGuid()),
                                      document.id,
                                      One(study_.codebook).id,
                                      {CodingId(NewGuid()), CodingId(NewGuid())},
                                      CodingId(NewGuid()),
                                      {1, 2 + Number(9)},
                                      coder,
                                      Text(20),
                                      MaybeMoment()});
      if (Maybe()) study_.adjudications.back().result.reset();
      Decision decision{DecisionId(NewGuid()),
                        DecisionKind::kScreening,
                        document.id,
                        {},
                        {},
                        AnyWord<DecisionOutcome>(),
                        Text(9),
                        coder,
                        MaybeMoment()};
      if (Maybe()) {
        decision.kind = DecisionKind::kSuggestion;
        decision.code = One(study_.codebook).id;
        decision.range = {0, 1 + Number(9)};
      }
      study_.decisions.push_back(decision);
      const auto number = static_cast<std::int64_t>(study_.decisions.size());
      study_.history.push_back({number,
                                AnyMoment(),
                                coder,
                                AnyWord<EventAction>(),
                                Number(1),
                                AnyWord<RecordType>(),
                                decision.id.value,
                                Maybe() ? std::optional(document.id) : std::nullopt,
                                {},
                                "{\"w\":\"" + std::to_string(number) + "-1\"}"});
      study_.history_texts.push_back({HistoryTextId(std::to_string(number) + "-1"),
                                      Maybe() ? std::optional(document.id) : std::nullopt, Text(20)});
    }
  }

  void Rest() {
    for (int i = Number(2); i > 0; --i) {
      Set set{SetId(core::GuidOf("set" + std::to_string(Number(1'000'000)))), Line(Filled(9)), Text(9), {}, {}};
      set.codes = SomeIds(study_.codebook);
      for (const Document& document : study_.documents) {
        if (Maybe()) set.documents.push_back(document.id);
      }
      study_.sets.push_back(std::move(set));
    }
    for (const Organisation& organisation : study_.organisations) {
      if (Maybe()) continue;
      Consent consent{
          organisation.id.value, AnyWord<ConsentScope>(), AnyWord<ConsentBasis>(), MaybeDate(), {}, {}, Text(9)};
      consent.expires = DateAfter(consent.given);
      consent.withdrawn = DateAfter(consent.given);
      if (consent.basis == ConsentBasis::kPublicSource) consent.evidence = One(study_.sources).id.value;
      if (consent.evidence.size() % 3 == 0) consent.id = ConsentId(core::GuidOf("of " + organisation.id.value));
      study_.consents.push_back(consent);
    }
    for (int i = Count(); i > 0; --i) {
      Partner partner{PartnerId(NewId()), Line(Filled(10)), study_.codebook.back().id, {}, Text(9)};
      if (Maybe()) partner.country = AnyCountry();
      study_.partners.push_back(partner);
      study_.partnerships.push_back(
          {One(study_.organisations).id, partner.id, AnyWord<TieKind>(), MaybeDate(), SomeSources(0), Maybe()});
      if (partner.note.size() % 3 == 0)
        study_.partnerships.back().id = TieId(core::GuidOf("tie to " + partner.id.value));
    }
    for (int i = Number(3); i > 0; --i) {
      Finding finding;
      finding.id = FindingId(NewId());
      finding.statement = Filled(20);
      finding.codes = SomeIds(study_.codebook);
      finding.cases_for = SomeIds(study_.organisations);
      finding.cases_against = SomeIds(study_.organisations);
      if (Maybe()) {
        finding.codes = {One(study_.codebook).id};
        finding.cases_for = {One(study_.organisations).id};
        finding.confidence = AnyWord<Confidence>();
        finding.concerns = {AnyWord<Concern>(), AnyWord<Concern>(), AnyWord<Concern>(), AnyWord<Concern>()};
        finding.reasons = {Item(), Item(), Item(), Item()};
        finding.graded_by = {Item(), Item()};
      }
      if (Maybe()) finding.kind = Maybe() ? FindingKind::kNeed : FindingKind::kBestPractice;
      finding.looked_at = MaybeDate();
      if (finding.confidence == std::nullopt && !study_.findings.empty() && Maybe()) {
        finding.kind = FindingKind::kRecommendation;
        finding.addressees = {AnyWord<Addressee>()};
        finding.rests_on = {study_.findings.front().id};
        if (study_.findings.front().kind == FindingKind::kRecommendation) finding.rests_on.clear();
        finding.codes = {One(study_.codebook).id};
      }
      finding.text = Maybe() ? Text(50) : "See [@" + One(study_.sources).id.value + "].\n";
      study_.findings.push_back(finding);
    }
    SortById(study_.findings);
    WhatChanged();
    if (Maybe()) study_.chapters.push_back({ChapterId("barriers"), "[[figure:barriers]]\n" + Text(100)});
    if (Maybe()) study_.chapters.push_back({ChapterId("summary"), Text(100)});
  }

  void WhatChanged() {
    for (int i = Count(); i > 0; --i) {
      Outcome outcome;
      outcome.organisation = One(study_.organisations).id;
      outcome.measure = Filled(10);
      outcome.before = Maybe() ? std::to_string(Number(100'000)) : "a few";
      if (Maybe()) outcome.after = std::to_string(Number(9)) + "." + std::to_string(Number(9));
      outcome.unit = Text(3);
      outcome.before_when = MaybeDate();
      outcome.after_when = DateAfter(outcome.before_when);
      outcome.evidence_type = AnyWord<EvidenceType>();
      outcome.sources = SomeSources(1);
      outcome.how = Text(9);
      outcome.note = Text(9);
      if (Maybe()) outcome.id = OutcomeId(core::GuidOf("outcome " + std::to_string(i) + outcome.measure));
      study_.outcomes.push_back(outcome);
    }
    std::vector<CodeId> practices;
    std::vector<CodeId> barriers;
    for (const Code& code : study_.codebook) {
      if (code.kind == CodeKind::kPractice) practices.push_back(code.id);
      if (code.kind == CodeKind::kBarrier) barriers.push_back(code.id);
    }
    if (!practices.empty() && !barriers.empty()) {
      Answer answer{One(practices), One(barriers), {}, SomeSources(1), Text(9), Text(9)};
      if (Maybe()) answer.organisation = One(study_.organisations).id;
      study_.answers.push_back(answer);
    }
    for (int i = Number(2); i > 0; --i) {
      study_.targets.push_back(
          {TargetId(NewId()), Text(5), Filled(9), Maybe() ? "30" : "", Text(3), MaybeDate(), SomeSources(1), Text(9)});
      study_.editions.push_back(
          {EditionId(NewId()), Date::Make(2000 + Number(30), 1 + Number(11), 1 + Number(27)), Text(9), {Item()}});
    }
    for (const Document& document : study_.documents) {
      if (document.text.find_first_not_of(" \t\n") == std::string::npos || Maybe()) continue;
      study_.translations.push_back({document.id, document.text, "fr", Filled(9), Filled(3)});
      break;
    }
  }

  void MakeSettings() {
    Settings& settings = study_.settings;
    settings.title = Line(Filled(20));
    settings.subtitle = Line(Text(20));
    settings.publisher = Line(Text(10));
    settings.language = Maybe() ? "en" : "fr";
    if (Maybe()) settings.reference_date = *Date::Make(2000 + Number(30), 1 + Number(11), 1 + Number(27));
    settings.invented = Maybe();
    if (settings.invented)
      study_.invented_countries = {{CountryCode("XAB"), Line(Filled(10))}, {CountryCode("QMA"), Line(Filled(10))}};
    settings.frame_note = Text(20);
    settings.frame_sources = SomeSources(0);
    settings.at_most_per_country = Number(3);
    settings.definitions = SomeIds(study_.definitions);
    settings.record_months = 1 + Number(36);
    if (!study_.definitions.empty() && Maybe()) {
      settings.claims_about[One(study_.sources).id.value] = One(study_.definitions).id.value;
    }
    settings.common_ground_share = {1, 2};
    settings.most_regions_share = {Number(10), 10};
    settings.gap_unit = Maybe() ? GapUnit::kPassage : GapUnit::kDocument;
    settings.smallest_cell = Number(10);
    settings.many_valued = Items();
    settings.licence = Line(Text(5));
  }

  template <typename Row>
  static void SortById(std::vector<Row>& rows) {
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
  }

  std::mt19937_64 random_;
  int size_;
  int ids_ = 0;
  int items_ = 0;
  Study study_;
};

}  // namespace

Study Make(std::uint64_t seed, int size) {
  return Maker(seed, size).Make();
}

}  // namespace commonground::random_study
