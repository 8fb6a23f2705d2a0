// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Computes each figure of agreement from ratings.

#include "coding/agreement/figures.h"

#include <algorithm>
#include <bit>

#include "coding/agreement/measures.h"
#include "coding/agreement/unitizing.h"

namespace commonground::coding {

namespace {

using model::AgreementMeasure;
using model::Undefined;

// nullopt: of unitizing.
std::optional<Measure> OfUnits(AgreementMeasure measure) {
  switch (measure) {
    case AgreementMeasure::kPercent:
      return Measure::kPercent;
    case AgreementMeasure::kCohen:
      return Measure::kCohen;
    case AgreementMeasure::kFleiss:
      return Measure::kFleiss;
    case AgreementMeasure::kAc1:
      return Measure::kAc1;
    case AgreementMeasure::kBrennanPrediger:
      return Measure::kBrennanPrediger;
    case AgreementMeasure::kAlpha:
      return Measure::kAlpha;
    case AgreementMeasure::kUAlpha2016:
    case AgreementMeasure::kAlphaU1995:
      break;
  }
  return std::nullopt;
}

// What one coder marked in each document; codings that overlap are one mark.
struct Marks {
  std::vector<TwoCoders> documents;
  std::vector<std::int64_t> lengths;
};

Marks MarksOf(const CodedWork& work, std::span<const CodedRange> ranges, std::uint64_t coders) {
  const auto first = static_cast<std::int32_t>(std::countr_zero(coders));
  Marks marks;
  std::size_t next = 0;
  for (std::size_t i = 0; i < work.documents.size(); ++i) {
    std::array<std::vector<core::TextRange>, 2> texts;
    for (; next < ranges.size() && ranges[next].document == static_cast<std::int32_t>(i); ++next) {
      if ((coders >> ranges[next].coder & 1U) == 0) continue;
      texts[ranges[next].coder == first ? 0 : 1].push_back(ranges[next].text);
    }
    if ((work.documents[i].given & coders) != coders) continue;
    TwoCoders marked;
    for (std::size_t coder = 0; coder < 2; ++coder) {
      std::ranges::sort(texts[coder]);
      for (const core::TextRange& text : texts[coder]) {
        auto& list = marked[coder];
        if (!list.empty() && text.start < list.back().range.end) {
          list.back().range.end = std::max(list.back().range.end, text.end);
        } else {
          list.push_back({text, 0});
        }
      }
    }
    marks.documents.push_back(std::move(marked));
    marks.lengths.push_back(work.documents[i].length);
  }
  return marks;
}

void FillUAlpha(const Marks& marks, const AgreementPlan& plan, model::AgreementFigure& figure) {
  std::vector<Coincidences> documents;
  for (std::size_t i = 0; i < marks.documents.size(); ++i) {
    documents.push_back(CoincidencesOf(marks.documents[i], 1, marks.lengths[i]));
  }
  if (documents.empty()) return;
  Coincidences all = documents.front();
  for (std::size_t i = 1; i < documents.size(); ++i) all.Add(documents[i]);
  figure.value = BinaryUAlpha(all);
  if (!figure.value || plan.drawn != model::Drawn::kDocuments || plan.bootstrap.resamples <= 0) return;
  if (static_cast<std::int64_t>(documents.size()) < kFewestDocuments) return;
  const auto interval = BootstrapBinaryUAlpha(documents, plan.bootstrap);
  if (interval) figure.interval = {interval->low, interval->high, model::Drawn::kDocuments, interval->undefined};
}

void FillAlphaU(const Marks& marks, model::AgreementFigure& figure) {
  TwoCoders laid;  // end to end
  std::int64_t length = 0;
  for (std::size_t i = 0; i < marks.documents.size(); ++i) {
    for (std::size_t coder = 0; coder < 2; ++coder) {
      for (UnitizedText mark : marks.documents[i][coder]) {
        mark.range.start += length;
        mark.range.end += length;
        laid[coder].push_back(mark);
      }
    }
    length += marks.lengths[i];
  }
  if (length > 0) figure.value = AlphaUOf(laid, 0, length).alpha();
}

}  // namespace

std::vector<model::AgreementFigure> FiguresOf(const Ratings& ratings, const model::AgreementCounts& counts,
                                              const AgreementPlan& plan, model::Drawn drawn) {
  const std::vector<Pattern> patterns = PatternsOf(ratings);
  std::vector<model::AgreementFigure> figures;
  std::vector<MeasureSpec> asked;
  std::vector<std::size_t> figure_of_asked;
  for (const AgreementMeasure measure : plan.measures) {
    model::AgreementFigure figure;
    figure.measure = measure;
    const auto of_units = OfUnits(measure);
    if (!of_units) {
      figure.undefined = Undefined::kPerCode;
    } else if (*of_units == Measure::kCohen && ratings.coders != 2) {
      figure.undefined = Undefined::kTwoOnly;
    } else if (*of_units == Measure::kCohen) {
      const auto cohen = CohenOf(ratings);
      if (cohen) {
        figure.value = cohen->kappa;
        figure.standard_error = cohen->standard_error;
      }
    } else {
      figure.value = Measured({*of_units}, patterns, {});
      if (*of_units == Measure::kFleiss && figure.value) figure.standard_error = FleissStandardError(patterns);
    }
    if (!figure.value && figure.undefined == Undefined::kNo) {
      figure.undefined = counts.units == 0 ? Undefined::kNoPairs : Undefined::kNoVariation;
    }
    if (figure.value) {
      asked.push_back({*of_units});
      figure_of_asked.push_back(figures.size());
    }
    figures.push_back(figure);
  }
  const bool too_few = drawn == model::Drawn::kDocuments && counts.documents < kFewestDocuments;
  if (asked.empty() || too_few || plan.bootstrap.resamples <= 0) return figures;
  Ratings drawn_from = ratings;
  if (drawn == model::Drawn::kUnits) drawn_from.cluster.clear();
  const auto intervals = Bootstrap(drawn_from, asked, plan.bootstrap);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (!intervals[i]) continue;
    figures[figure_of_asked[i]].interval = {intervals[i]->low, intervals[i]->high, drawn, intervals[i]->undefined};
  }
  return figures;
}

void AddUnitizing(const CodedWork& work, std::span<const CodedRange> ranges, std::uint64_t coders,
                  const AgreementPlan& plan, model::AgreementRow& row) {
  for (model::AgreementFigure& figure : row.figures) {
    if (OfUnits(figure.measure)) continue;
    if (std::popcount(coders) != 2) {
      figure.undefined = Undefined::kTwoOnly;
      continue;
    }
    const Marks marks = MarksOf(work, ranges, coders);
    if (figure.measure == AgreementMeasure::kUAlpha2016) {
      FillUAlpha(marks, plan, figure);
    } else {
      FillAlphaU(marks, figure);
    }
    figure.undefined = figure.value              ? Undefined::kNo
                       : marks.documents.empty() ? Undefined::kNoPairs
                                                 : Undefined::kNoVariation;
  }
}

}  // namespace commonground::coding
