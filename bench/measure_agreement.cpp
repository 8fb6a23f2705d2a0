// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_agreement ratings FILE: writes seeded ratings (10,000 units, 3 coders, 5 categories, about 80 % agreement), a
// unit a line, and prints a line for each of ours: NAME VALUE SECONDS.
// measure_agreement codings N: prints the table of agreement on one code among N codings.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "coding/agreement/agreement.h"
#include "core/progress.h"

namespace {

using namespace commonground;
using Clock = std::chrono::steady_clock;

double Median(int times, const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int i = 0; i < times; ++i) {
    const auto start = Clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(Clock::now() - start).count());
  }
  std::ranges::sort(seconds);
  return seconds[seconds.size() / 2];
}

int MeasureRatings(const std::string& file) {
  std::mt19937 random(20261125);
  coding::Ratings ratings;
  ratings.coders = 3;
  ratings.categories = 5;
  std::ofstream out(file);
  for (int unit = 0; unit < 10'000; ++unit) {
    const auto truth = static_cast<std::int16_t>(random() % 5);
    for (int coder = 0; coder < 3; ++coder) {
      const bool errs = random() % 100 < 13;
      ratings.cells.push_back(errs ? static_cast<std::int16_t>(random() % 5) : truth);
      out << ratings.cells.back() << (coder == 2 ? '\n' : ' ');
    }
  }
  const auto patterns = coding::PatternsOf(ratings);
  for (const auto& [a, b] : {std::pair(0, 1), std::pair(0, 2), std::pair(1, 2)}) {
    coding::Ratings pair;
    pair.coders = 2;
    pair.categories = 5;
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
      pair.cells.push_back(ratings.cells[row * 3 + static_cast<std::size_t>(a)]);
      pair.cells.push_back(ratings.cells[row * 3 + static_cast<std::size_t>(b)]);
    }
    fmt::print("cohen{}{} {:.10f} 0\n", a, b, coding::CohenKappa(pair).value());
  }
  fmt::print("fleiss {:.10f} 0\n", coding::FleissKappa(patterns).value());
  const std::vector<coding::MeasureSpec> alpha{{coding::Measure::kAlpha, coding::Metric::kNominal}};
  const double value = coding::KrippendorffAlpha(patterns, coding::Metric::kNominal, {}).value();
  const auto draw = [&](int resamples, int threads) {
    return [&, resamples, threads] {
      if (!coding::Bootstrap(ratings, alpha, {resamples, 0.95, 1, threads}).front()) std::abort();
    };
  };
  fmt::print("alpha1 {:.10f} {:.6f}\n", value, Median(15, draw(1000, 1)));
  fmt::print("alpha2 {:.10f} {:.6f}\n", value, Median(15, draw(1000, 2)));
  fmt::print("many1 {:.10f} {:.6f}\n", value, Median(5, draw(100'000, 1)));
  fmt::print("many2 {:.10f} {:.6f}\n", value, Median(5, draw(100'000, 2)));
  return out ? 0 : 1;
}

// 50 codings a document of 6,000 characters by three coders, 500 codes; most passages are coded by two of them.
model::Study CodedStudy(int codings, std::vector<coding::TextToCompare>& texts) {
  std::mt19937 random(7);
  model::Study study;
  for (int i = 0; i < 500; ++i) {
    model::Code code;
    code.id = model::CodeId("C." + std::to_string(i));
    study.codebook.push_back(code);
  }
  for (int i = 0; i < codings; ++i) {
    if (i % 50 == 0) texts.push_back({model::DocumentId("case-" + std::to_string(i / 50) + "/study.md"), 6000, {}});
    model::Coding one;
    if (i % 2 == 1 && random() % 10 < 8) {
      one = study.codings.back();
      one.coder = model::CoderId(one.coder.value == "coder-a" ? "coder-b" : "coder-c");
      if (random() % 4 == 0) one.range.end += 5;
    } else {
      one.document = texts.back().document;
      one.code = study.codebook[random() % 500].id;
      one.coder = model::CoderId(random() % 2 == 0 ? "coder-a" : "coder-b");
      one.range.start = static_cast<std::int64_t>(random() % 5800);
      one.range.end = one.range.start + 20 + static_cast<std::int64_t>(random() % 150);
    }
    study.codings.push_back(one);
  }
  return study;
}

int MeasureCodings(int codings) {
  std::vector<coding::TextToCompare> texts;
  const model::Study study = CodedStudy(codings, texts);
  const coding::WorkRequest request{model::AgreementUnit::kCharacter, coding::Stage::kBlind};
  coding::AgreementPlan plan;
  plan.codes = {model::CodeId("C.17")};
  plan.measures = {model::AgreementMeasure::kPercent, model::AgreementMeasure::kFleiss, model::AgreementMeasure::kAc1,
                   model::AgreementMeasure::kAlpha};
  plan.with_passages = plan.with_documents = false;
  plan.bootstrap.resamples = 0;
  core::NoProgress quiet;
  const double put = Median(5, [&] {
    if (!coding::WorkOf(study, texts, request)) std::abort();
  });
  const auto work = coding::WorkOf(study, texts, request).value();
  const auto measure = [&] {
    if (!coding::MeasureAgreement(study, work, request, plan, quiet)) std::abort();
  };
  const double figures = Median(7, measure);
  plan.bootstrap = {1000, 0.95, 1, 1};
  const double one_thread = Median(3, measure);
  plan.bootstrap.threads = 2;
  const double two_threads = Median(3, measure);
  fmt::print("| agreement on one code among {} codings of 3 coders in {} documents, by character | time | target |\n",
             codings, texts.size());
  fmt::print("|---|---:|---:|\n");
  fmt::print("| codings put in order, once for all codes | {:.0f} ms | |\n", put * 1e3);
  fmt::print("| four measures, by code and pair | {:.1f} ms | |\n", figures * 1e3);
  fmt::print("| both together | {:.0f} ms | 200 ms |\n", (put + figures) * 1e3);
  fmt::print("| intervals besides, 1,000 resamples of {} documents, one thread; two | {:.0f} ms; {:.0f} ms | |\n",
             texts.size(), (one_thread - figures) * 1e3, (two_threads - figures) * 1e3);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 64;
  return std::string(words[1]) == "ratings" ? MeasureRatings(words[2]) : MeasureCodings(std::atoi(words[2]));
}
