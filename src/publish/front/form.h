// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The forms that a report may have.
#pragma once

#include <string>

#include "publish/words.h"

namespace commonground::publish {

enum class Form { kHtml, kPdf, kDocx, kEpub, kData };

// What a link to it says: "Word document".
std::string LabelOf(Form form, const Words& t);

}  // namespace commonground::publish
