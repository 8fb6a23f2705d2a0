// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A report that two people have not approved says so.
#pragma once

#include "model/results/publication.h"
#include "publish/words.h"

namespace commonground::publish {

// In the title, which stands on every page and in the head of every form.
void MarkAsDraft(model::Publication& publication, const Words& t);

}  // namespace commonground::publish
