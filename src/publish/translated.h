// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage in the language of the page, by people; it never stands without the original.
#pragma once

#include <string>

#include "publish/text.h"

namespace commonground::publish {

struct Translated {
  std::string text;  // in the language of the page; empty: there is no translation
  Spans original;    // "In Spanish. Translated by a board member."
};

}  // namespace commonground::publish
