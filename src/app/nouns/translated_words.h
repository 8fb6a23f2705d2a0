// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a translation that is made has to keep, beside the rules of an import: its text may be read and translated by
// who makes it, and its words stand there.  For app alone.
#pragma once

#include "app/gateway/entry.h"
#include "app/gateway/noun_view.h"
#include "app/nouns/noun_cells.h"
#include "core/result.h"

namespace commonground::app {

// Codings that consents name as passages, for NounView.  Cost: nothing where there are none.
core::Result<std::vector<model::Coding>> NamedCodings(const store::StudyStore& store, const model::Study& study);

// `now`: as it is; none: it is added.  `where`: as RefusalOf has it.
// Errors: InvalidInput; Error::about names the field.
struct WhichThing {
  std::size_t index = 0;
  std::string id;
};
core::Status CheckTranslated(const Entered& in, const NounView& view, const model::Translation* now,
                             const model::Translation& made, const WhichThing& which);

}  // namespace commonground::app
