// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes texts whose words are as frequent as in real languages (Zipf).

#include "bench/zipf_study.h"

#include <fmt/format.h>

#include <random>

#include "core/content_hash.h"

namespace commonground::bench {

namespace {

// Words by rank: the r-th is r times rarer than the first.
class Zipf {
 public:
  Zipf() : random_(2026) {
    double sum = 0;
    for (int rank = 1; rank <= kWords; ++rank) {
      sum += 1.0 / rank;
      share_.push_back(sum);
    }
    for (double& share : share_) share /= sum;
  }
  static std::string Word(std::size_t rank) {
    static constexpr const char* kParts[] = {"ka", "lo", "mi", "ru", "te", "sa", "no", "vi", "pe", "du"};
    std::string word;
    for (std::size_t n = rank + 10; n > 0; n /= 10) word += kParts[n % 10];
    return word + "x";  // no stem of it is another's
  }
  std::size_t Rank() {
    const double at = static_cast<double>(random_() >> 11) / 9007199254740992.0;
    return static_cast<std::size_t>(std::ranges::lower_bound(share_, at) - share_.begin());
  }

 private:
  static constexpr int kWords = 50'000;
  std::mt19937_64 random_;
  std::vector<double> share_;
};

}  // namespace

model::Study ZipfStudy(int passages, int codings) {
  constexpr int kPassagesEach = 500;
  Zipf zipf;
  model::Study study;
  study.settings.title = "Bench";
  for (const char* region : {"africa", "asia", "europe", "latin-america", "north-america"}) {
    study.regions.push_back({model::RegionId(region), region, {}, 1});
  }
  for (int d = 0; d * kPassagesEach < passages; ++d) {
    model::Organisation organisation;
    organisation.id = model::OrganisationId(fmt::format("o{}", d));
    organisation.name = "O";
    organisation.region = study.regions[static_cast<std::size_t>(d) % 5].id;
    study.organisations.push_back(organisation);
    study.cases.push_back({organisation.id, "", {}});
    model::Document document;
    document.id = model::DocumentId(organisation.id.value + "/a.txt");
    document.organisation = organisation.id;
    document.language = "en";
    for (int p = 0; p < kPassagesEach && d * kPassagesEach + p < passages; ++p) {
      for (int w = 0; w < 20; ++w) document.text += (w == 0 ? "" : " ") + Zipf::Word(zipf.Rank());
      document.text += "\n\n";
    }
    document.hash = core::ContentHash(document.text);
    study.documents.push_back(std::move(document));
  }
  for (int c = 0; c < 60; ++c) {
    model::Code code;
    code.id = model::CodeId(fmt::format("INT.{}", c));
    code.label = code.id.value;
    study.codebook.push_back(code);
  }
  const std::size_t documents = study.documents.size();
  study.codings.reserve(static_cast<std::size_t>(codings));
  for (int c = 0; c < codings; ++c) {
    const auto n = static_cast<std::size_t>(c);
    model::Coding& coding = study.codings.emplace_back();
    coding.document = study.documents[n % documents].id;
    coding.code = study.codebook[n % 59].id;
    coding.coder = model::CoderId(fmt::format("coder-{}", n % 3));
    coding.status = model::CodingStatus::kAccepted;
    const auto start = static_cast<std::int64_t>(n / documents % 400 * 100);
    coding.range = {start, start + 40};
    coding.exact = study.documents[n % documents].text.substr(static_cast<std::size_t>(start), 40);
    coding.prefix = "before";
    coding.suffix = "after";
  }
  return study;
}

// Pairs of words of middling frequency, as people ask them.
std::vector<std::pair<std::string, std::string>> Questions() {
  std::mt19937 random(7);
  std::vector<std::pair<std::string, std::string>> questions;
  for (int i = 0; i < 200; ++i)
    questions.emplace_back(Zipf::Word(20 + random() % 500), Zipf::Word(20 + random() % 500));
  return questions;
}

}  // namespace commonground::bench
