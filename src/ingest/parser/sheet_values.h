// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the number in a cell of an XLSX file means, and how its text is written (ECMA-376 part 1, 18.8.30, 18.17.4.1,
// 22.4.2.4): a day, a share, a number.  Threads: any.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::ingest::parser {

enum class Shown { kNumber, kDay, kMonth, kYear, kPercent };

// How a number format ("dd/mm/yyyy", "mmm-yy", "0.0%") shows a number.
Shown ShownBy(std::string_view format_code);
// The same of a format that has a number only, because every program knows it.
Shown ShownByBuiltIn(int format);

// The text of a number: "2026-01-15" (kDay; with " 10:30:00" if it has a time), "2026-05", "2026", "33.5%", "1200".
// The number itself if it is no day.  from_1904: days count from 1904-01-01.
std::string ShownNumber(double number, Shown shown, bool from_1904);

// "_x000D_" and the like are characters that XML cannot hold.
std::string Unescaped(std::string_view text);

}  // namespace commonground::ingest::parser
