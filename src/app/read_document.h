// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The texts of a study that a person may read.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "core/result.h"
#include "model/document.h"

namespace commonground::app {

// Without their texts and parts, by id.  Errors: the store's.
core::Result<std::vector<model::Document>> ListDocuments(const Workspace& workspace);

// One of them as a whole.  Errors: NotFound: it is not there, or may not be read (both look the same).
core::Result<model::Document> ReadDocument(const Workspace& workspace, const model::DocumentId& document);

}  // namespace commonground::app
