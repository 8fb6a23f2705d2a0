// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame and how far it is filled (METHODS 2).
#pragma once

#include <string>
#include <vector>

#include "model/study.h"

namespace commonground::model {

enum class SlotState {
  kFilled,          // verified (meets or attested), consent to analyse, a document
  kNoOrganisation,  // the organisation is not sourced
  kNoDocument,
  kNoConsent,
  kNotVerified,  // fails, undetermined or expired under the study's first definition
  kUnderEmbargo,
};

struct SlotCoverage {
  SlotId slot;
  RegionId region;
  std::optional<CountryCode> country;
  std::optional<OrganisationId> organisation;
  SlotState state = SlotState::kNoOrganisation;
};

struct RegionCoverage {
  RegionId region;
  int quota = 0;
  int filled = 0;
  int missing = 0;       // quota - filled, at least 0
  int surplus = 0;       // filled - quota, at least 0
  int without_slot = 0;  // quota - slots listed: nothing known of them at all
};

struct Coverage {
  std::vector<SlotCoverage> slots;      // in file order; organisations with a region but no slot come after them
  std::vector<RegionCoverage> regions;  // in frame order
  int slots_total = 0;                  // sum of quotas
  int filled = 0;
  // Flow of counts for the methodology page: label key and number, in order.
  std::vector<std::pair<std::string, int>> flow;
};

}  // namespace commonground::model
