// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The GUIDs by which other programs, memos and the history know codes and codings.  One that was imported or given by
// hand is kept; any other follows from what the thing is, and is written down when that changes.
#pragma once

#include <string>

#include "model/study.h"

namespace commonground::model {

// Code::guid, or one that follows from its id.
std::string GuidOf(const Code& code);

// Coding::id, or one that follows from document, range, code and coder (which no two codings share).
CodingId IdOf(const Coding& coding);

}  // namespace commonground::model
