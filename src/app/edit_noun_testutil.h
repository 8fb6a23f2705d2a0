// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study with some of every noun, in a file or in a database, and those who edit it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/edit_noun.h"
#include "app/workspace_testutil.h"
#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::app {

class Nouns : public store::KeptTest {
 protected:
  static NounQuery Where(const std::string& field, const std::string& text) {
    NounQuery query;
    query.filters.push_back({field, text});
    return query;
  }

  // All that is listed; a list that fails is none.
  static std::vector<NounShown> Things(const Workspace& workspace, model::RecordType type,
                                       const NounQuery& query = {}) {
    auto shown = ListNouns(workspace, type, query);
    EXPECT_TRUE(shown) << shown.error().message;
    return shown ? std::move(shown->things) : std::vector<NounShown>();
  }

  inline static const core::Moment kNow = core::Moment::FromUnixSeconds(1'790'000'000);

  static model::Study Bare(model::Study study) {
    study.history.clear();
    study.history_texts.clear();
    return study;
  }

  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    for (std::uint64_t seed = 7;; ++seed) {
      study = random_study::Make(seed, 14);
      const bool has_all = study.statements.size() > 3 && study.partnerships.size() > 2 && study.consents.size() > 2 &&
                           study.leadership.size() > 2 && study.contexts.size() > 2 && study.findings.size() > 1 &&
                           study.slots.size() > 2 && study.partners.size() > 1 && study.organisations.size() > 2 &&
                           !study.answers.empty() && !study.outcomes.empty() && !study.targets.empty() &&
                           !study.chapters.empty() && !study.indicators.empty() && study.regions.size() > 1 &&
                           study.sources.size() > 2 && study.definitions.size() > 1 && !study.translations.empty() &&
                           !study.sets.empty() && !study.editions.empty() && !study.invented_countries.empty() &&
                           study.documents.size() > 1 && HasAChoice() &&
                           std::ranges::count(study.codebook, model::CodeKind::kPractice, &model::Code::kind) > 1;
      if (has_all) break;
    }
    study = Bare(std::move(study));
    // Words of texts are shown where the text may be analysed and the words translated.
    for (const auto& one : study.documents) Allow(one.id.value);
    study.translations[0].exact = "T";  // with which every text begins
    study.legal_model.clear();          // two that say different things, and neither of all facts
    for (const auto& value : Choice().values) study.legal_model.push_back({{{Choice().id.value, {value}}}, value, "r"});
    Keep();
  }
  void Allow(const std::string& subject) {
    for (const auto scope : {model::ConsentScope::kAnalyse, model::ConsentScope::kTranslate}) {
      model::Consent consent;
      consent.subject = subject;
      consent.scope = scope;
      consent.evidence = "a form";
      study.consents.push_back(consent);
    }
  }
  bool HasAChoice() const {
    return std::ranges::any_of(study.indicators, [](const auto& one) {
      return one.type == model::IndicatorType::kChoice && one.values.size() > 1 && one.values[0] != one.values[1];
    });
  }
  const model::Indicator& Choice() const {
    return *std::ranges::find_if(study.indicators, [](const auto& one) {
      return one.type == model::IndicatorType::kChoice && one.values.size() > 1 && one.values[0] != one.values[1];
    });
  }
  void Keep() {
    ASSERT_TRUE(store::SaveTo(place, study));
    store_.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
  }
  Workspace As(const std::string& person, Role role = Role::kCoordinator, const std::string& organisation = "") {
    return Over(*store_, Caller{model::CoderId(person), role, model::OrganisationId(organisation)}, kNow);
  }
  Workspace ada() { return As("ada"); }
  model::Study Now() { return store::LoadFrom(place).value(); }

  static std::string CellOf(const NounShown& thing, const std::string& field) {
    const auto found = std::ranges::find(thing.cells, field, &FieldValues::value_type::first);
    return found == thing.cells.end() ? "" : found->second;
  }
  // What may stand in a field: what stands there elsewhere, words of its list, and what may stand in many.
  std::vector<std::string> Candidates(const NounKind& kind, const std::string& field, const std::string& words) {
    std::vector<std::string> all;
    for (const auto& one : Things(ada(), kind.type)) all.push_back(CellOf(one, field));
    for (std::size_t from = 0; from < words.size();) {
      const std::size_t to = std::min(words.find(", ", from), words.size());
      all.push_back(words.substr(from, to - from));
      from = to + 2;
    }
    const auto some = [&](const auto& things) {
      for (std::size_t i = 0; i < things.size() && i < 4; ++i) all.push_back(things[i].id.value);
    };
    std::set<model::CodeKind> kinds;
    for (const auto& one : study.codebook) {
      if (kinds.insert(one.kind).second) all.push_back(one.id.value);
    }
    some(study.codebook);
    some(study.organisations);
    some(study.regions);
    some(study.sources);
    some(study.indicators);
    some(study.documents);
    for (const auto& one : study.documents) all.push_back(one.text);
    all.push_back(Choice().id.value + "=unknown");
    all.emplace_back("a body; with >= signs");
    all.emplace_back("governance > 1/3; paid_staff >= 50/100 (undetermined)");
    for (const char* one : {"2019-05", "=1+1; \"two\", three", "7", "50%", "fr; es", "yes", "no", "XAA", ""}) {
      all.emplace_back(one);
    }
    return all;
  }

  model::Study study;
  std::optional<store::StudyStore> store_;
};

}  // namespace commonground::app
