// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Random studies with everything that exchange can carry.

#include "random_study/random_study.h"

#include <random>

#include "core/guid.h"
#include "exchange_testutil.h"
#include "model/guids.h"

namespace commonground::exchange_test {

namespace {

class Decorator {
 public:
  Decorator(std::uint64_t seed, model::Study study) : random_(seed), study_(std::move(study)) {}

  model::Study Run() {
    Memo(model::MemoSubject::kStudy, {}, {});
    for (const auto& code : study_.codebook) Memo(model::MemoSubject::kCode, code.id.value, {});
    for (const auto& document : study_.documents) {
      Memo(model::MemoSubject::kDocument, document.id.value, document.id);
      Memo(model::MemoSubject::kCase, document.organisation.value, {});
    }
    for (const auto& coding : study_.codings) {
      Memo(model::MemoSubject::kCoding, model::IdOf(coding).value, coding.document);
    }
    study_.adjudications.clear();  // of codings that are nowhere
    for (std::size_t i = 0; i + 1 < study_.codings.size(); i += 2) {
      const auto& coding = study_.codings[i];
      study_.adjudications.push_back({model::AdjudicationId(NewGuid()),
                                      coding.document,
                                      coding.code,
                                      {model::IdOf(coding)},
                                      model::IdOf(study_.codings[i + 1]),
                                      coding.range,
                                      model::CoderId("coder-3"),
                                      "because",
                                      core::Moment::FromUnixSeconds(1'800'000'000)});
    }
    return std::move(study_);
  }

 private:
  int Number(int most) { return static_cast<int>(random_() % (static_cast<std::uint64_t>(most) + 1)); }
  bool Maybe() { return Number(1) == 0; }
  std::string NewGuid() { return core::GuidOf(std::to_string(random_())); }
  void Memo(model::MemoSubject about, const std::string& subject, const std::optional<model::DocumentId>& document) {
    if (Maybe()) return;
    model::Memo memo;
    memo.id = model::MemoId(NewGuid());
    memo.kind = static_cast<model::MemoKind>(Number(3));
    memo.about = about;
    memo.subject = subject;
    memo.document = document;
    memo.coder = model::CoderId(Maybe() ? "coder-1" : "Zo.e_2");
    if (Maybe()) memo.at = core::Moment::FromUnixSeconds(1'750'000'000 + Number(1000));
    memo.text = Maybe() ? " \n words, with spaces at their ends \n\n" : "слова <b>&amp;</b> 😀\t]]>";
    study_.memos.push_back(std::move(memo));
  }

  std::mt19937_64 random_;
  model::Study study_;
};

}  // namespace

model::Study RandomStudy(std::uint64_t seed, int size) {
  return Decorator(seed, random_study::Make(seed, size)).Run();
}

}  // namespace commonground::exchange_test
