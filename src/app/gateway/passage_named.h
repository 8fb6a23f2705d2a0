// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage as people name it, DOCUMENT#43ad3994, and as its consent does, with the whole id of the coding.
#pragma once

#include <string>

#include "core/result.h"
#include "model/study.h"
#include "store/study_store.h"

namespace commonground::app {

// The subject of a consent with the coding's whole id; any other subject as it is.  A passage that has no place any
// more is known by the consents that `study` has of it. Errors: NotFound: there is no such coding; InvalidInput: more
// than one begins so; those of the store.
core::Result<std::string> WholeSubject(const store::StudyStore& store, const model::Study& study,
                                       const std::string& subject);

}  // namespace commonground::app
