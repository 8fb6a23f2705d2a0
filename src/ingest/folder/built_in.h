// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The definitions and the rule for the legal model that come with the program (data/), read by the same reader as a
// person's own.  Threads: any.
#pragma once

#include <vector>

#include "model/study.h"

namespace commonground::ingest {

// Sorted by id.
const std::vector<model::Definition>& BuiltInDefinitions();
// nullptr if there is none of this name.
const model::Definition* FindBuiltInDefinition(const model::DefinitionId& id);
// Its sources stay only as far as the study lists them: a study may use a definition without its papers.
model::Definition WithKnownSources(model::Definition definition, const model::Study& study);
const std::vector<model::LegalModelRule>& BuiltInLegalModel();

}  // namespace commonground::ingest
