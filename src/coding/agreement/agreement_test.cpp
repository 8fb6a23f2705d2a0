// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Agreement of small studies that can be worked out by hand.

#include "coding/agreement/agreement.h"

#include <gmock/gmock.h>

#include <map>
#include <random>
#include <set>

#include "model/guids.h"

namespace commonground::coding {
namespace {

using model::AgreementMeasure;
using model::AgreementUnit;
using model::CodeId;
using model::CoderId;
using model::DocumentId;

model::Coding Make(const std::string& document, const std::string& code, const std::string& coder, std::int64_t start,
                   std::int64_t end) {
  model::Coding coding;
  coding.document = DocumentId(document);
  coding.code = CodeId(code);
  coding.coder = CoderId(coder);
  coding.range = {start, end};
  return coding;
}

model::Study StudyWith(const std::vector<std::string>& codes, std::vector<model::Coding> codings) {
  model::Study study;
  for (const std::string& id : codes) {
    model::Code code;
    code.id = CodeId(id);
    const auto dot = id.rfind('.');
    if (dot != std::string::npos) code.parent = CodeId(id.substr(0, dot));
    study.codebook.push_back(code);
  }
  study.codings = std::move(codings);
  return study;
}

// Documents of ten code points; units: 0..2, 3..5, 6..10 (white space at 2 and 5).
std::vector<TextToCompare> Texts(const std::vector<std::string>& ids) {
  std::vector<TextToCompare> texts;
  for (const std::string& id : ids) texts.push_back({DocumentId(id), 10, {{0, 2}, {3, 5}, {6, 10}}});
  return texts;
}

const std::vector<AgreementMeasure> kAll{AgreementMeasure::kPercent,         AgreementMeasure::kCohen,
                                         AgreementMeasure::kFleiss,          AgreementMeasure::kAc1,
                                         AgreementMeasure::kBrennanPrediger, AgreementMeasure::kAlpha,
                                         AgreementMeasure::kUAlpha2016,      AgreementMeasure::kAlphaU1995};

model::Agreement Measure(const model::Study& study, const std::vector<TextToCompare>& texts, const WorkRequest& request,
                         AgreementPlan plan = {}) {
  if (plan.measures.empty()) plan.measures = kAll;
  if (plan.bootstrap.resamples == 1000) plan.bootstrap.resamples = 0;
  const auto work = WorkOf(study, texts, request);
  EXPECT_TRUE(work) << work.error().message;
  core::NoProgress quiet;
  return MeasureAgreement(study, *work, request, plan, quiet).value();
}

const model::AgreementFigure& Figure(const model::AgreementRow& row, AgreementMeasure measure) {
  return *std::ranges::find(row.figures, measure, &model::AgreementFigure::measure);
}

std::vector<std::string> Values(const std::vector<CoderId>& ids) {
  std::vector<std::string> values;
  for (const auto& id : ids) values.push_back(id.value);
  return values;
}

TEST(MeasureAgreement, CountsEachUnitOfTheTextOnce) {
  const auto study = StudyWith({"A"}, {Make("d/1", "A", "x", 1, 4), Make("d/1", "A", "y", 3, 10)});
  const auto texts = Texts({"d/1"});
  const auto counts = [&](AgreementUnit unit) { return Measure(study, texts, {.unit = unit}).by_code.front().counts; };
  const auto characters = counts(AgreementUnit::kCharacter);
  EXPECT_EQ(characters.units, 10);
  EXPECT_EQ(characters.all, 1);
  EXPECT_EQ(characters.first_only, 2);
  EXPECT_EQ(characters.second_only, 6);
  EXPECT_EQ(characters.some, 8);
  EXPECT_EQ(characters.none, 1);
  EXPECT_EQ(characters.ratings, 20);
  EXPECT_EQ(characters.present, 10);
  const auto sentences = counts(AgreementUnit::kSentence);
  EXPECT_EQ(sentences.units, 3);
  EXPECT_EQ(sentences.all, 1);
  EXPECT_EQ(sentences.first_only, 1);
  EXPECT_EQ(sentences.second_only, 1);
  const auto segments = counts(AgreementUnit::kSegment);
  EXPECT_EQ(segments.units, 1) << "the two overlap";
  EXPECT_EQ(segments.all, 1);
  EXPECT_EQ(counts(AgreementUnit::kDocument).units, 1);
}

TEST(MeasureAgreement, TellsWhoWasNotGivenADocumentFromWhoFoundNothing) {
  auto study =
      StudyWith({"A", "B"}, {Make("d/1", "A", "x", 0, 2), Make("d/1", "B", "y", 0, 2), Make("d/2", "A", "x", 0, 2),
                             Make("d/2", "A", "y", 0, 2), Make("d/3", "A", "x", 0, 2)});
  const auto texts = Texts({"d/1", "d/2", "d/3"});
  auto agreement = Measure(study, texts, {});
  EXPECT_THAT(agreement.documents, testing::ElementsAre(DocumentId("d/1"), DocumentId("d/2")));
  EXPECT_THAT(agreement.one_coder_only, testing::ElementsAre(DocumentId("d/3")));
  EXPECT_EQ(agreement.by_code.front().counts.units, 6);
  EXPECT_EQ(agreement.by_code.front().counts.first_only, 1) << "y has d/1, and did not code A in it";
  // y hands in d/3 with nothing in it: they found A absent.
  model::Assignment assignment;
  assignment.document = DocumentId("d/3");
  assignment.coder = CoderId("y");
  assignment.state = model::AssignmentState::kSubmitted;
  study.assignments = {assignment};
  agreement = Measure(study, texts, {});
  EXPECT_EQ(agreement.documents.size(), 3U);
  EXPECT_EQ(agreement.by_code.front().counts.first_only, 2);
}

TEST(MeasureAgreement, LeavesOutWhatIsStillCodedBlind) {
  auto study = StudyWith({"A"}, {Make("d/1", "A", "x", 0, 2), Make("d/1", "A", "y", 0, 2), Make("d/2", "A", "x", 0, 2),
                                 Make("d/2", "A", "y", 3, 5)});
  model::Assignment open;
  open.document = DocumentId("d/2");
  open.coder = CoderId("z");
  study.assignments = {open};
  const auto agreement = Measure(study, Texts({"d/1", "d/2"}), {});
  EXPECT_THAT(agreement.still_coded, testing::ElementsAre(DocumentId("d/2")));
  EXPECT_THAT(agreement.documents, testing::ElementsAre(DocumentId("d/1")));
  EXPECT_TRUE(agreement.disagreements.empty());
}

TEST(MeasureAgreement, CountsNeitherDraftsNorWhatWasRejectedNorUnreadableDocuments) {
  auto study = StudyWith({"A"}, {Make("d/1", "A", "x", 0, 2), Make("d/1", "A", "y", 0, 2), Make("d/1", "A", "x", 3, 5),
                                 Make("d/1", "A", "y", 6, 7), Make("d/9", "A", "x", 0, 2)});
  study.codings[2].status = model::CodingStatus::kDraft;
  study.codings[3].status = model::CodingStatus::kRejected;
  study.codings[0].status = model::CodingStatus::kSubmitted;
  const auto agreement = Measure(study, Texts({"d/1"}), {});
  EXPECT_EQ(agreement.by_code.front().counts.all, 1);
  EXPECT_EQ(agreement.by_code.front().counts.some, 0);
  EXPECT_THAT(agreement.documents, testing::ElementsAre(DocumentId("d/1")));
}

TEST(MeasureAgreement, IsUndefinedWithoutVariationAndSaysWhy) {
  const auto study = StudyWith({"A", "B"}, {Make("d/1", "A", "x", 0, 10), Make("d/1", "A", "y", 0, 10)});
  AgreementPlan plan;
  plan.codes = {CodeId("A"), CodeId("B")};
  const auto agreement = Measure(study, Texts({"d/1"}), {.unit = AgreementUnit::kCharacter}, plan);
  for (const auto& row : agreement.by_code) {
    for (const auto& figure : row.figures) {
      if (figure.measure == AgreementMeasure::kPercent || figure.measure == AgreementMeasure::kAc1 ||
          figure.measure == AgreementMeasure::kBrennanPrediger) {
        EXPECT_EQ(figure.value, 1.0) << model::Word(figure.measure);
        continue;
      }
      EXPECT_FALSE(figure.value) << model::Word(figure.measure);
      EXPECT_EQ(figure.undefined, model::Undefined::kNoVariation) << model::Word(figure.measure);
    }
  }
  EXPECT_EQ(Figure(agreement.pooled, AgreementMeasure::kAlpha).value, 1.0) << "together they vary";
  EXPECT_EQ(Figure(agreement.pooled, AgreementMeasure::kUAlpha2016).undefined, model::Undefined::kPerCode);
}

TEST(MeasureAgreement, RefusesUnitizingForThreeCoders) {
  auto study =
      StudyWith({"A"}, {Make("d/1", "A", "x", 0, 5), Make("d/1", "A", "y", 0, 4), Make("d/1", "A", "z", 2, 5)});
  const auto three = Measure(study, Texts({"d/1"}), {});
  for (const auto measure : {AgreementMeasure::kUAlpha2016, AgreementMeasure::kAlphaU1995, AgreementMeasure::kCohen}) {
    EXPECT_EQ(Figure(three.by_code.front(), measure).undefined, model::Undefined::kTwoOnly);
    EXPECT_FALSE(Figure(three.by_code.front(), measure).value);
  }
  const auto two = Measure(study, Texts({"d/1"}), {.coders = {CoderId("y"), CoderId("x")}});
  EXPECT_TRUE(Figure(two.by_code.front(), AgreementMeasure::kUAlpha2016).value);
  EXPECT_TRUE(Figure(two.by_code.front(), AgreementMeasure::kAlphaU1995).value);
  EXPECT_EQ(Values(two.coders), (std::vector<std::string>{"x", "y"}));
}

TEST(MeasureAgreement, TakesACodeWithThoseBelowItWhenAsked) {
  const auto study = StudyWith({"A", "A.1", "A.2"}, {Make("d/1", "A.1", "x", 0, 2), Make("d/1", "A.2", "y", 0, 2)});
  AgreementPlan plan;
  plan.codes = {CodeId("A")};
  EXPECT_EQ(Measure(study, Texts({"d/1"}), {}, plan).by_code.front().counts.none, 3);
  plan.with_descendants = true;
  EXPECT_EQ(Measure(study, Texts({"d/1"}), {}, plan).by_code.front().counts.all, 1);
}

TEST(MeasureAgreement, TakesAMergedCodeForTheOneItBecame) {
  auto study = StudyWith({"A", "B"}, {Make("d/1", "A", "x", 0, 2), Make("d/1", "B", "y", 0, 2)});
  study.codebook[0].merged_into = CodeId("B");
  const auto agreement = Measure(study, Texts({"d/1"}), {});
  ASSERT_EQ(agreement.by_code.size(), 1U);
  EXPECT_EQ(agreement.by_code.front().code, CodeId("B"));
  EXPECT_EQ(agreement.by_code.front().counts.all, 1);
}

TEST(MeasureAgreement, ListsWhoCodedWhatAndWhoDidNot) {
  const auto study =
      StudyWith({"A", "B"}, {Make("d/1", "A", "x", 0, 2), Make("d/1", "B", "y", 0, 2), Make("d/1", "A", "x", 3, 7),
                             Make("d/1", "A", "y", 4, 5), Make("d/1", "A", "x", 8, 9), Make("d/1", "A", "y", 8, 9)});
  const auto agreement = Measure(study, Texts({"d/1"}), {.unit = AgreementUnit::kCharacter});
  ASSERT_EQ(agreement.disagreements.size(), 3U);
  const auto& presence = agreement.disagreements[0];
  EXPECT_EQ(presence.code, CodeId("A"));
  EXPECT_EQ(presence.kind, model::DisagreementKind::kPresence);
  EXPECT_EQ(presence.range, (core::TextRange{0, 2}));
  EXPECT_EQ(Values(presence.coded_by), std::vector<std::string>{"x"});
  EXPECT_EQ(Values(presence.not_coded_by), std::vector<std::string>{"y"});
  ASSERT_EQ(presence.codings.size(), 1U);
  EXPECT_EQ(presence.codings[0].coding, model::IdOf(study.codings[0]));
  ASSERT_EQ(presence.instead.size(), 1U);
  EXPECT_EQ(presence.instead[0].coding, model::IdOf(study.codings[1]));
  const auto& extent = agreement.disagreements[1];
  EXPECT_EQ(extent.kind, model::DisagreementKind::kExtent);
  EXPECT_EQ(extent.range, (core::TextRange{3, 7}));
  EXPECT_EQ(extent.units, 3);
  EXPECT_EQ(extent.codings.size(), 2U);
  EXPECT_TRUE(extent.instead.empty());
  EXPECT_EQ(agreement.disagreements[2].code, CodeId("B"));
}

TEST(MeasureAgreement, SaysWhichCodeWasTakenForWhich) {
  const auto study = StudyWith({"A", "B", "C"}, {Make("d/1", "A", "x", 0, 4), Make("d/1", "B", "y", 0, 3),
                                                 Make("d/1", "C", "x", 2, 6), Make("d/1", "C", "y", 2, 8)});
  const auto agreement = Measure(study, Texts({"d/1"}), {.unit = AgreementUnit::kCharacter});
  std::vector<std::string> lines;
  for (const auto& one : agreement.confusions) {
    lines.push_back((one.first_code ? one.first_code->value : "-") + ">" +
                    (one.second_code ? one.second_code->value : "-") + " " + std::to_string(one.units));
  }
  EXPECT_THAT(lines, testing::ElementsAre("A>B 3", "A>- 1", "C>C 4", "->C 2"));
}

// docs/methods/agreement.md, "Free spans".
TEST(MeasureAgreement, GivesTheExampleOfTheMethodsPage) {
  const auto study = StudyWith({"A"}, {Make("d/1", "A", "x", 10, 50), Make("d/1", "A", "x", 120, 180),
                                       Make("d/1", "A", "y", 10, 40), Make("d/1", "A", "y", 125, 180)});
  const auto agreement = Measure(study, {{DocumentId("d/1"), 200, {}}}, {.unit = AgreementUnit::kCharacter});
  const auto& row = agreement.by_code.front();
  EXPECT_EQ(row.counts.all, 85);
  EXPECT_EQ(row.counts.first_only, 15);
  EXPECT_EQ(row.counts.none, 100);
  const std::vector<std::pair<AgreementMeasure, double>> expected{{AgreementMeasure::kPercent, .925},
                                                                  {AgreementMeasure::kCohen, .850},
                                                                  {AgreementMeasure::kAlpha, .850},
                                                                  {AgreementMeasure::kAc1, .851},
                                                                  {AgreementMeasure::kUAlpha2016, .858}};
  for (const auto& [measure, value] : expected) {
    EXPECT_NEAR(Figure(row, measure).value.value(), value, 5e-4) << model::Word(measure);
  }
}

model::Adjudication Decide(const std::string& id, const std::string& document, const std::string& code,
                           std::vector<model::CodingId> originals, std::optional<model::CodingId> result,
                           core::TextRange range) {
  model::Adjudication one;
  one.id = model::AdjudicationId(id);
  one.document = DocumentId(document);
  one.code = CodeId(code);
  one.originals = std::move(originals);
  one.result = std::move(result);
  one.range = range;
  one.decided_by = CoderId("judge");
  return one;
}

TEST(MeasureAgreement, ShowsWhatWasDecidedOnlyAfterAdjudication) {
  auto study = StudyWith({"A"}, {Make("d/1", "A", "x", 0, 2), Make("d/1", "A", "x", 3, 5), Make("d/1", "A", "y", 6, 9),
                                 Make("d/1", "A", "judge", 0, 2)});
  const auto id = [&](std::size_t i) { return model::IdOf(study.codings[i]); };
  study.adjudications = {Decide("one", "d/1", "A", {id(0)}, id(3), {0, 2}),          // it stands
                         Decide("two", "d/1", "A", {id(1)}, std::nullopt, {3, 5})};  // it does not
  const auto texts = Texts({"d/1"});
  const auto before = Measure(study, texts, {});
  EXPECT_EQ(Values(before.coders), (std::vector<std::string>{"x", "y"})) << "the judge coded nothing of their own";
  EXPECT_EQ(before.by_code.front().counts.first_only, 2);
  EXPECT_EQ(before.by_code.front().counts.second_only, 1);
  EXPECT_THAT(before.disagreements[0].adjudications, testing::ElementsAre(model::AdjudicationId("one")));
  EXPECT_EQ(before.adjudications, 0);
  const auto after = Measure(study, texts, {.stage = Stage::kAdjudicated});
  EXPECT_EQ(after.by_code.front().counts.all, 1);
  EXPECT_EQ(after.by_code.front().counts.none, 1);
  EXPECT_EQ(after.by_code.front().counts.second_only, 1) << "nobody decided on the third";
  EXPECT_EQ(after.adjudications, 2);
  ASSERT_EQ(after.disagreements.size(), 1U);
  EXPECT_EQ(after.disagreements[0].range, (core::TextRange{6, 9}));
}

TEST(MeasureAgreement, KeepsAnOriginalThatBecameTheResultAndSaysWhichResultIsMissing) {
  auto study =
      StudyWith({"A"}, {Make("d/1", "A", "x", 0, 2), Make("d/1", "A", "y", 6, 9), Make("d/1", "A", "x", 6, 9)});
  const auto id = [&](std::size_t i) { return model::IdOf(study.codings[i]); };
  study.adjudications = {Decide("kept", "d/1", "A", {id(0)}, id(0), {0, 2}),
                         Decide("lost", "d/1", "A", {id(1)}, model::CodingId("nowhere"), {6, 9})};
  const auto before = Measure(study, Texts({"d/1"}), {});
  EXPECT_EQ(before.by_code.front().counts.first_only, 1) << "it is x's own work";
  const auto after = Measure(study, Texts({"d/1"}), {.stage = Stage::kAdjudicated});
  EXPECT_EQ(after.by_code.front().counts.all, 2);
  EXPECT_EQ(after.adjudications, 1);
  EXPECT_THAT(after.broken, testing::ElementsAre(model::AdjudicationId("lost")));
}

TEST(MeasureAgreement, TakesALaterDecisionOverAnEarlierOne) {
  auto study =
      StudyWith({"A"}, {Make("d/1", "A", "x", 0, 2), Make("d/1", "A", "y", 6, 9), Make("d/1", "A", "judge", 0, 2)});
  const auto id = [&](std::size_t i) { return model::IdOf(study.codings[i]); };
  study.adjudications = {Decide("later", "d/1", "A", {id(0), id(2)}, std::nullopt, {0, 2}),
                         Decide("first", "d/1", "A", {id(0)}, id(2), {0, 2})};
  study.adjudications[0].at = core::Moment::FromUnixSeconds(2000);
  study.adjudications[1].at = core::Moment::FromUnixSeconds(1000);
  EXPECT_EQ(Values(Measure(study, Texts({"d/1"}), {}).coders), (std::vector<std::string>{"x", "y"}))
      << "a result that was looked at again is still no work of the judge's own";
  const auto after = Measure(study, Texts({"d/1"}), {.stage = Stage::kAdjudicated});
  EXPECT_EQ(after.by_code.front().counts.all, 0);
  EXPECT_EQ(after.by_code.front().counts.none, 2);
}

TEST(WorkOf, NamesWhoHasCodedWhenACoderHasNot) {
  const auto study = StudyWith({"A"}, {Make("d/1", "A", "x", 0, 2)});
  const auto work = WorkOf(study, Texts({"d/1"}), {.coders = {CoderId("nobody")}});
  ASSERT_FALSE(work);
  EXPECT_EQ(work.error().code, core::ErrorCode::kInvalidInput);
  EXPECT_THAT(work.error().message, testing::HasSubstr("x"));
  EXPECT_EQ(work.error().where, "nobody");
}

TEST(MeasureAgreement, DrawsDocumentsOnlyWhereThereAreEnough) {
  std::vector<model::Coding> codings;
  std::vector<std::string> ids;
  for (int i = 0; i < 8; ++i) {
    ids.push_back("d/" + std::to_string(i));
    codings.push_back(Make(ids.back(), "A", "x", 0, 2));
    codings.push_back(Make(ids.back(), "A", "y", i % 3 == 0 ? 3 : 0, i % 3 == 0 ? 5 : 2));
  }
  const auto study = StudyWith({"A"}, codings);
  AgreementPlan plan;
  plan.measures = {AgreementMeasure::kAlpha, AgreementMeasure::kUAlpha2016};
  plan.bootstrap = {200, 0.9, 4, 1};
  const auto many = Measure(study, Texts(ids), {}, plan);
  for (const auto& figure : many.by_code.front().figures) {
    ASSERT_TRUE(figure.interval);
    EXPECT_EQ(figure.interval->drawn, model::Drawn::kDocuments);
    EXPECT_LE(figure.interval->low, *figure.value);
    EXPECT_GE(figure.interval->high, *figure.value);
  }
  EXPECT_EQ(many.seed, 4U);
  EXPECT_EQ(many.by_document.size(), 8U);
  ids.resize(4);
  EXPECT_FALSE(Measure(study, Texts(ids), {}, plan).by_code.front().figures.front().interval);
  plan.drawn = model::Drawn::kUnits;
  EXPECT_EQ(Measure(study, Texts(ids), {}, plan).by_code.front().figures.front().interval->drawn, model::Drawn::kUnits);
}

// --- a second, slow implementation: every unit of every document, asked one after the other -------------------------

struct Invented {
  model::Study study;
  std::vector<TextToCompare> texts;
};

Invented Invent(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned n) { return static_cast<std::int64_t>(random() % n); };
  Invented made;
  const std::vector<std::string> codes{"A", "A.1", "A.1.1", "B", "C"};
  const std::vector<std::string> coders{"x", "y", "z"};
  made.study = StudyWith(codes, {});
  std::set<std::string> seen;
  for (int document = 0; document < 6; ++document) {
    TextToCompare text{DocumentId("d/" + std::to_string(document)), 5 + below(60), {}};
    for (std::int64_t at = below(3); at < text.length;) {
      const std::int64_t end = std::min(text.length, at + 1 + below(9));
      text.units.push_back({at, end});
      at = end + below(3);
    }
    for (const std::string& coder : coders) {
      for (std::int64_t i = below(8); i > 0; --i) {
        const std::int64_t start = below(static_cast<unsigned>(text.length));
        const std::int64_t end = std::min(text.length, start + 1 + below(12));
        made.study.codings.push_back(
            Make(text.document.value, codes[static_cast<std::size_t>(below(5))], coder, start, end));
      }
    }
    made.texts.push_back(text);
  }
  return made;
}

struct Slow {
  const Invented& made;
  std::vector<core::TextRange> UnitsOf(const TextToCompare& text, AgreementUnit unit) const {
    if (unit == AgreementUnit::kDocument) return {{0, text.length}};
    if (unit == AgreementUnit::kSentence || unit == AgreementUnit::kParagraph) return text.units;
    std::vector<core::TextRange> units;
    if (unit == AgreementUnit::kCharacter) {
      for (std::int64_t i = 0; i < text.length; ++i) units.push_back({i, i + 1});
      return units;
    }
    // Segments: a letter belongs to the segment of the one before it when a coding has both.
    bool open = false;
    for (std::int64_t i = 0; i < text.length; ++i) {
      bool coded = false;
      bool with_last = false;
      for (const auto& one : made.study.codings) {
        if (one.document != text.document || one.range.start > i || one.range.end <= i) continue;
        coded = true;
        with_last = with_last || one.range.start < i;
      }
      if (coded && open && with_last) ++units.back().end;
      if (coded && !(open && with_last)) units.push_back({i, i + 1});
      open = coded;
    }
    return units;
  }
  bool Given(const TextToCompare& text, const CoderId& coder) const {
    return std::ranges::any_of(made.study.codings, [&](const model::Coding& one) {
      return one.document == text.document && one.coder == coder;
    });
  }
  bool Has(const TextToCompare& text, const CoderId& coder, const core::TextRange& unit, const CodeId& code,
           bool below) const {
    return std::ranges::any_of(made.study.codings, [&](const model::Coding& one) {
      const bool of_code = one.code == code || (below && one.code.value.starts_with(code.value + "."));
      return of_code && one.document == text.document && one.coder == coder && one.range.start < unit.end &&
             unit.start < one.range.end;
    });
  }
  Ratings RatingsOf(AgreementUnit unit, const std::vector<CoderId>& coders, const std::vector<CodeId>& codes,
                    bool below, const DocumentId* only = nullptr) const {
    Ratings ratings;
    ratings.coders = static_cast<int>(coders.size());
    ratings.categories = 2;
    for (const auto& text : made.texts) {
      if (only != nullptr && text.document != *only) continue;
      int given = 0;
      for (const CoderId& coder : coders) given += Given(text, coder) ? 1 : 0;
      if (given < 2) continue;
      for (const auto& one : UnitsOf(text, unit)) {
        for (const CodeId& code : codes) {
          for (const CoderId& coder : coders) {
            ratings.cells.push_back(!Given(text, coder)                  ? Ratings::kMissing
                                    : Has(text, coder, one, code, below) ? 1
                                                                         : 0);
          }
        }
      }
    }
    return ratings;
  }
};

void ExpectSame(const model::AgreementRow& row, const Ratings& ratings, const std::string& where) {
  const auto patterns = PatternsOf(ratings);
  const std::map<AgreementMeasure, std::optional<double>> expected{
      {AgreementMeasure::kPercent, PercentAgreement(patterns)},
      {AgreementMeasure::kFleiss, FleissKappa(patterns)},
      {AgreementMeasure::kAc1, GwetAc1(patterns)},
      {AgreementMeasure::kBrennanPrediger, BrennanPrediger(patterns)},
      {AgreementMeasure::kAlpha, KrippendorffAlpha(patterns, Metric::kNominal, {})},
      {AgreementMeasure::kCohen, ratings.coders == 2 ? CohenKappa(ratings) : std::nullopt}};
  for (const auto& [measure, value] : expected) {
    const auto& figure = Figure(row, measure);
    ASSERT_EQ(figure.value.has_value(), value.has_value()) << where << " " << model::Word(measure);
    EXPECT_NEAR(figure.value.value_or(0), value.value_or(0), 1e-12) << where << " " << model::Word(measure);
  }
  EXPECT_EQ(row.counts.units, static_cast<std::int64_t>(ratings.rows())) << where;
  std::int64_t present = 0;
  std::int64_t given = 0;
  for (const std::int16_t cell : ratings.cells) {
    present += cell == 1 ? 1 : 0;
    given += cell >= 0 ? 1 : 0;
  }
  EXPECT_EQ(row.counts.present, present) << where;
  EXPECT_EQ(row.counts.ratings, given) << where;
  EXPECT_EQ(row.counts.all + row.counts.some + row.counts.none, row.counts.units) << where;
}

TEST(MeasureAgreement, IsThatOfASlowSecondImplementation) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Invented made = Invent(seed);
    const Slow slow{made};
    for (const auto& [unit, word] : model::Words<AgreementUnit>()) {
      AgreementPlan plan;
      plan.with_descendants = seed % 2 == 1;
      for (const auto& code : made.study.codebook) plan.codes.push_back(code.id);
      const auto agreement = Measure(made.study, made.texts, {.unit = unit}, plan);
      const std::string where = std::to_string(seed) + " " + std::string(word);
      for (const auto& row : agreement.by_code) {
        ExpectSame(row, slow.RatingsOf(unit, agreement.coders, {*row.code}, plan.with_descendants),
                   where + " " + row.code->value);
      }
      ExpectSame(agreement.pooled, slow.RatingsOf(unit, agreement.coders, plan.codes, plan.with_descendants), where);
      for (const auto& row : agreement.by_pair) {
        ExpectSame(row, slow.RatingsOf(unit, row.coders, plan.codes, plan.with_descendants), where + " pair");
      }
      for (const auto& row : agreement.by_document) {
        ExpectSame(row, slow.RatingsOf(unit, row.coders, plan.codes, plan.with_descendants, &*row.document),
                   where + " document");
      }
    }
  }
}

// Every unit seen differently is in exactly one listed passage, and no other unit is.
TEST(MeasureAgreement, ListsEveryUnitThatWasSeenDifferently) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Invented made = Invent(seed);
    for (const auto& [unit, word] : model::Words<AgreementUnit>()) {
      const auto agreement = Measure(made.study, made.texts, {.unit = unit});
      std::map<CodeId, std::int64_t> listed;
      for (const auto& one : agreement.disagreements) {
        listed[one.code] += one.units;
        EXPECT_EQ(one.kind == model::DisagreementKind::kPresence, !one.not_coded_by.empty());
        for (const auto& coding : one.codings) EXPECT_EQ(coding.code, one.code);
      }
      for (const auto& row : agreement.by_code) {
        EXPECT_EQ(listed[*row.code], row.counts.some) << seed << " " << word << " " << row.code->value;
      }
    }
  }
}

TEST(MeasureAgreement, CountsConfusionsAsIfEachUnitWereAsked) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Invented made = Invent(seed);
    const Slow slow{made};
    for (const auto& [unit, word] : model::Words<AgreementUnit>()) {
      const auto agreement = Measure(made.study, made.texts, {.unit = unit});
      std::map<std::string, std::int64_t> expected;
      for (std::size_t a = 0; a < agreement.coders.size(); ++a) {
        for (std::size_t b = a + 1; b < agreement.coders.size(); ++b) {
          for (const auto& text : made.texts) {
            if (!slow.Given(text, agreement.coders[a]) || !slow.Given(text, agreement.coders[b])) continue;
            for (const auto& one : slow.UnitsOf(text, unit)) {
              std::vector<std::string> first;
              std::vector<std::string> second;
              for (const auto& code : made.study.codebook) {
                const bool has = slow.Has(text, agreement.coders[a], one, code.id, false);
                const bool too = slow.Has(text, agreement.coders[b], one, code.id, false);
                const std::string key = std::to_string(a) + std::to_string(b) + " ";
                if (has && too) ++expected[key + code.id.value + ">" + code.id.value];
                if (has && !too) first.push_back(code.id.value);
                if (!has && too) second.push_back(code.id.value);
              }
              if (first.empty() && !second.empty()) first.emplace_back("-");
              if (second.empty() && !first.empty()) second.emplace_back("-");
              for (const auto& from : first) {
                for (const auto& to : second) {
                  ++expected[std::to_string(a) + std::to_string(b) + " " + from + ">" + to];
                }
              }
            }
          }
        }
      }
      std::map<std::string, std::int64_t> found;
      for (const auto& one : agreement.confusions) {
        const auto place = [&](const CoderId& coder) {
          return std::to_string(std::ranges::find(agreement.coders, coder) - agreement.coders.begin());
        };
        found[place(one.first) + place(one.second) + " " + (one.first_code ? one.first_code->value : "-") + ">" +
              (one.second_code ? one.second_code->value : "-")] += one.units;
      }
      EXPECT_EQ(found, expected) << seed << " " << word;
    }
  }
}

}  // namespace
}  // namespace commonground::coding
