// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Measures agreement: from codings to ratings, to figures with intervals.

#include "coding/agreement/agreement.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "coding/agreement/figures.h"
#include "coding/agreement/passages.h"
#include "coding/agreement/tally.h"
#include "core/check.h"

namespace commonground::coding {

namespace {

using model::AgreementRow;

class Measurer {
 public:
  Measurer(const model::Study& study, const CodedWork& work, const WorkRequest& request, const AgreementPlan& plan)
      : study_(study), work_(work), request_(request), plan_(plan) {}

  core::Result<model::Agreement> Measure(core::Progress& progress) {
    Describe();
    ChooseCodes();
    progress.Begin("Comparing the coders", static_cast<std::int64_t>(chosen_.size()));
    std::optional<RangesByDocument> by_document;
    if (plan_.with_passages) by_document.emplace(work_);
    const Scope everything{AllCoders(), 0, static_cast<std::int32_t>(work_.documents.size()), 1};
    std::vector<TallyLine> together;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      if (progress.Cancelled()) return core::Fail(core::ErrorCode::kCancelled, "stopped");
      const std::vector<CodedRange> ranges = RangesUnder(chosen_[i]);
      const auto tally = TallyOf(StretchesOf(ranges));
      AgreementRow row = RowOf(tally, everything, plan_.drawn);
      row.code = work_.codes[static_cast<std::size_t>(chosen_[i])];
      AddUnitizing(work_, ranges, everything.coders, plan_, row);
      agreement_.by_code.push_back(std::move(row));
      together.insert(together.end(), tally.begin(), tally.end());
      if (plan_.with_passages) {
        auto found = DisagreementsOf(study_, work_, *by_document, chosen_[i], ranges);
        std::ranges::move(found, std::back_inserter(agreement_.disagreements));
      }
      progress.Advance(static_cast<std::int64_t>(i) + 1);
    }
    Pool(std::move(together), everything);
    if (plan_.with_passages) {
      std::vector<bool> wanted(work_.codes.size(), false);
      for (const std::int32_t code : chosen_) wanted[static_cast<std::size_t>(code)] = true;
      agreement_.confusions = ConfusionsOf(work_, *by_document, wanted);
    }
    progress.End();
    return std::move(agreement_);
  }

 private:
  void Describe() {
    agreement_.unit = request_.unit;
    agreement_.after_adjudication = request_.stage == Stage::kAdjudicated;
    agreement_.with_descendants = plan_.with_descendants;
    agreement_.resamples = plan_.bootstrap.resamples;
    agreement_.level = plan_.bootstrap.level;
    agreement_.seed = plan_.bootstrap.seed;
    agreement_.drawn = plan_.drawn;
    agreement_.coders = work_.coders;
    for (const ComparedDocument& document : work_.documents) agreement_.documents.push_back(document.id);
    agreement_.still_coded = work_.still_coded;
    agreement_.one_coder_only = work_.one_coder_only;
    agreement_.adjudications = work_.adjudications;
    agreement_.broken = work_.broken;
  }

  std::uint64_t AllCoders() const { return work_.coders.size() == 64 ? ~0ULL : (1ULL << work_.coders.size()) - 1; }

  bool IsWithin(std::int32_t code, std::int32_t ancestor) const {
    for (std::size_t steps = 0; code >= 0 && steps <= work_.codes.size(); ++steps) {
      if (code == ancestor) return true;
      code = work_.parent[static_cast<std::size_t>(code)];
    }
    return false;
  }

  // By document.
  std::vector<CodedRange> RangesUnder(std::int32_t code) const {
    const auto own = work_.Of(code);
    std::vector<CodedRange> ranges(own.begin(), own.end());
    if (!plan_.with_descendants) return ranges;
    for (std::int32_t other = 0; other < static_cast<std::int32_t>(work_.codes.size()); ++other) {
      if (other == code || !IsWithin(other, code)) continue;
      ranges.insert(ranges.end(), work_.Of(other).begin(), work_.Of(other).end());
    }
    std::ranges::stable_sort(ranges, {}, &CodedRange::document);
    return ranges;
  }

  void ChooseCodes() {
    for (std::size_t i = 0; i < work_.codes.size(); ++i) {
      const auto code = static_cast<std::int32_t>(i);
      const bool wanted = plan_.codes.empty() ? !work_.Of(code).empty()
                                              : std::ranges::find(plan_.codes, work_.codes[i]) != plan_.codes.end();
      if (wanted) chosen_.push_back(code);
    }
  }

  AgreementRow RowOf(std::span<const TallyLine> tally, const Scope& scope, model::Drawn drawn) const {
    AgreementRow row;
    for (std::size_t coder = 0; coder < work_.coders.size(); ++coder) {
      if ((scope.coders >> coder & 1U) != 0) row.coders.push_back(work_.coders[coder]);
    }
    row.counts = CountsOf(work_, tally, scope);
    row.figures = FiguresOf(RatingsOf(work_, tally, scope), row.counts, plan_, drawn);
    return row;
  }

  void Pool(std::vector<TallyLine> together, Scope everything) {
    std::ranges::stable_sort(together, {},
                             [](const TallyLine& line) { return std::pair(line.document, line.present); });
    everything.codes = static_cast<std::int64_t>(chosen_.size());
    agreement_.pooled = RowOf(together, everything, plan_.drawn);
    for (std::size_t a = 0; plan_.with_pairs && a < work_.coders.size(); ++a) {
      for (std::size_t b = a + 1; b < work_.coders.size(); ++b) {
        Scope pair = everything;
        pair.coders = 1ULL << a | 1ULL << b;
        agreement_.by_pair.push_back(RowOf(together, pair, plan_.drawn));
      }
    }
    for (std::int32_t i = 0; plan_.with_documents && i < everything.end_document; ++i) {
      const auto& document = work_.documents[static_cast<std::size_t>(i)];
      // Not equal_range: clang 14, which builds the fuzzers, does not take the view that it gives.
      const auto first = std::ranges::lower_bound(together, i, {}, &TallyLine::document);
      const auto last = std::ranges::upper_bound(together, i, {}, &TallyLine::document);
      const std::span<const TallyLine> lines(first, last);
      AgreementRow row = RowOf(lines, {document.given, i, i + 1, everything.codes}, model::Drawn::kUnits);
      row.document = document.id;
      agreement_.by_document.push_back(std::move(row));
    }
  }

  const model::Study& study_;
  const CodedWork& work_;
  const WorkRequest& request_;
  const AgreementPlan& plan_;
  std::vector<std::int32_t> chosen_;
  model::Agreement agreement_;
};

}  // namespace

core::Result<model::Agreement> MeasureAgreement(const model::Study& study, const CodedWork& work,
                                                const WorkRequest& request, const AgreementPlan& plan,
                                                core::Progress& progress) {
  return Measurer(study, work, request, plan).Measure(progress);
}

}  // namespace commonground::coding
