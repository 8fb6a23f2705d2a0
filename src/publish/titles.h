// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The two lines of a title: "What works, and for whom: case studies of a network" has a name and says what it is.
#pragma once

#include <string>
#include <string_view>

#include "publish/text.h"

namespace commonground::publish {

struct TitleLines {
  std::string name;  // "What works, and for whom"
  std::string what;  // "Case studies of a network", with a capital; empty: the title has one line
};

// Parts a title at its first colon, of any script, where both sides have words.
TitleLines LinesOf(const std::string& title);

// The text with a capital, where its script has capitals: "Decriminalised".
std::string Capital(std::string_view text);
Span WithCapital(Span span);
Spans WithCapital(Spans spans);  // the first of them

}  // namespace commonground::publish
