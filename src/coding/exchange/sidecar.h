// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground.json: what REFI-QDA cannot carry, beside the project in our own exports, so that what goes out and comes
// back is whole.  Other programs do not look at it.  docs/exchange.md describes it; it stands in other people's files:
// what is added is passed over by older programs, any other change needs a new version number.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/exchange/offsets.h"
#include "core/result.h"
#include "model/study.h"

namespace commonground::coding {

inline constexpr const char* kSideFileName = "commonground.json";

struct Sidecar {
  // Which Reading the places in this file were counted by.
  Reading offsets;
  // By GUID, without texts and places; and what they refer to.  Ids are checked by merge.h, not here.
  model::Settings settings;
  std::vector<std::pair<std::string, model::Code>> codes;          // in the codebook's order
  std::vector<std::pair<std::string, model::Document>> documents;  // text is empty
  std::vector<std::pair<std::string, model::Coding>> codings;      // in the study's order; exact, prefix, suffix empty
  std::vector<model::Region> regions;
  std::vector<model::InventedCountry> places;
  std::vector<model::Source> sources;
  std::vector<model::Organisation> organisations;
  std::vector<model::CaseStudy> cases;
  std::vector<model::Adjudication> adjudications;
  std::vector<model::Consent> consents;
  std::vector<model::Indicator> indicators;
  std::vector<model::LegalModelRule> legal_model;
  std::vector<model::ContextFact> facts;
};

// `exported`: the part of a study that goes out, and nothing else.  The same study gives the same bytes.
std::string WriteSidecar(const model::Study& exported, const Reading& offsets);

// Errors: InvalidInput: it is no side file, of a newer version, or says something impossible.  Never throws.
core::Result<Sidecar> ReadSidecar(std::string_view json);

}  // namespace commonground::coding
