// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far coders agree (METHODS 6), what they took for what, and the passages they saw differently.  For the people who
// code: it holds words of documents that may not be published.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/study.h"
#include "model/words.h"

namespace commonground::model {

// What is counted.  A sentence or paragraph has a code when a coding of it reaches into it; a segment is a passage that
// somebody coded, codings that overlap taken together.
enum class AgreementUnit { kCharacter, kSentence, kParagraph, kSegment, kDocument };
enum class AgreementMeasure {
  kPercent,
  kCohen,
  kFleiss,
  kAc1,
  kBrennanPrediger,
  kAlpha,       // Krippendorff's
  kUAlpha2016,  // of unitizing, always of characters: |u-alpha
  kAlphaU1995,  // of unitizing, the older family
};
// What a bootstrap draws again.
enum class Drawn { kDocuments, kUnits };
// Why there is no figure.
enum class Undefined {
  kNo,           // there is one
  kNoVariation,  // all is present, or all is absent: never 0 or 1
  kNoPairs,      // no unit was seen by two coders
  kTwoOnly,      // more coders than the measure is for, or than a published value was checked for
  kPerCode,      // it is not taken over several codes
};

template <>
WordTable<AgreementUnit> Words<AgreementUnit>();
template <>
WordTable<AgreementMeasure> Words<AgreementMeasure>();
template <>
WordTable<Drawn> Words<Drawn>();
template <>
WordTable<Undefined> Words<Undefined>();

struct AgreementInterval {
  double low = 0;
  double high = 0;
  Drawn drawn = Drawn::kDocuments;
  int undefined = 0;  // resamples without variation
};

struct AgreementFigure {
  AgreementMeasure measure = AgreementMeasure::kAlpha;
  std::optional<double> value;
  Undefined undefined = Undefined::kNo;
  std::optional<double> standard_error;  // Cohen's kappa: of large samples; Fleiss': if there were no agreement
  std::optional<AgreementInterval> interval;
};

// Units that two or more of the coders were given; over several codes a unit counts once a code.
struct AgreementCounts {
  std::int64_t documents = 0;
  std::int64_t units = 0;
  std::int64_t all = 0;         // units that every coder who saw them coded
  std::int64_t some = 0;        // units that they saw differently
  std::int64_t none = 0;        // units that nobody coded
  std::int64_t ratings = 0;     // units times their coders
  std::int64_t present = 0;     // ratings that say "present"; prevalence is present / ratings
  std::int64_t first_only = 0;  // two coders: of `some`
  std::int64_t second_only = 0;
};

// Agreement on one code, in one document, of one pair of coders, or on all together: what is blank is all.
struct AgreementRow {
  std::optional<CodeId> code;
  std::optional<DocumentId> document;
  std::vector<CoderId> coders;
  AgreementCounts counts;
  std::vector<AgreementFigure> figures;  // in the order asked for
};

// `first` gave first_code where `second` gave second_code and not first_code; none: the coder gave nothing there that
// the other did not give too.  The same code twice: both gave it.
struct Confusion {
  CoderId first;
  CoderId second;
  std::optional<CodeId> first_code;
  std::optional<CodeId> second_code;
  std::int64_t units = 0;
};

struct CodedPassage {
  CodingId coding;
  CoderId coder;
  CodeId code;
  core::TextRange range;
  std::string text;
};

enum class DisagreementKind {
  kPresence,  // somebody did not code it at all
  kExtent,    // all coded it, not all of the same units
};

// A passage that coders saw differently under one code: where adjudication begins.
struct Disagreement {
  CodeId code;
  DocumentId document;
  DisagreementKind kind = DisagreementKind::kPresence;
  core::TextRange range;   // all its codings together
  std::int64_t units = 0;  // units seen differently
  std::vector<CoderId> coded_by;
  std::vector<CoderId> not_coded_by;          // were given the document
  std::vector<CodedPassage> codings;          // of this code
  std::vector<CodedPassage> instead;          // other codes that those who did not code it gave within the range
  std::vector<AdjudicationId> adjudications;  // decisions on this code that reach into the range
};

struct Agreement {
  AgreementUnit unit = AgreementUnit::kParagraph;
  bool with_descendants = false;
  bool after_adjudication = false;
  int resamples = 0;
  double level = 0.95;
  std::uint64_t seed = 0;
  Drawn drawn = Drawn::kDocuments;  // rows by document: always units

  std::vector<CoderId> coders;             // whose work was compared
  std::vector<DocumentId> documents;       // that two or more of them were given
  std::vector<DocumentId> still_coded;     // left out: somebody has not handed in their work
  std::vector<DocumentId> one_coder_only;  // left out: nothing to compare
  std::int64_t adjudications = 0;          // that were applied
  std::vector<AdjudicationId> broken;      // not applied: their result is not in the study

  std::vector<AgreementRow> by_code;        // codebook order
  std::vector<AgreementRow> by_document;    // over all codes
  std::vector<AgreementRow> by_pair;        // over all codes
  AgreementRow pooled;                      // over all codes
  std::vector<Confusion> confusions;        // by pair, then first code, then second; "nothing" last
  std::vector<Disagreement> disagreements;  // by code, document, place
};

}  // namespace commonground::model
