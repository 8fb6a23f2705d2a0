// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame as readers see it.  It is made of what is published already, so it cannot tell anything else.
#pragma once

#include <map>
#include <set>

#include "model/results/publication.h"
#include "model/study.h"

namespace commonground::app {

// How many places of each region of the frame are in the files: `study` before anything was taken out.  That a place
// is asked for is no secret.
std::map<model::RegionId, int> PlacesListed(const model::Study& study);

// `redacted`: its slots are those of which something may be told; its cases are those of this edition that may be
// listed.  `counted_only`: how many more a region has.  Cost: O(study).
model::PublishedFrame FrameOf(const model::Study& redacted, const std::map<model::OrganisationId, bool>& named,
                              const std::map<model::RegionId, int>& listed,
                              const std::map<model::RegionId, int>& counted_only);

}  // namespace commonground::app
