// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether anything may have become open or closed since something was made of a study.
#pragma once

#include <string>

#include "app/workspace.h"
#include "core/result.h"

namespace commonground::app {

// Another one after any consent was given, changed, paused, taken back or deleted, and on another day, when one may
// have begun or ended: who holds what was made before lets it go.  It says nothing of what the consents are, so that
// any role may ask.  Errors: the store's.  Cost: linear in the consents; the study is loaded only if somebody changed
// it.
core::Result<std::string> ConsentSign(const Workspace& workspace);

}  // namespace commonground::app
