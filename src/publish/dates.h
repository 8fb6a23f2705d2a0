// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A date as readers write it: "30 June 2026", "30 juin 2026", "2026年6月30日".  Tables of data keep 2026-06-30.
#pragma once

#include <optional>
#include <string>

#include "core/date.h"
#include "publish/words.h"

namespace commonground::publish {

// Returns as much as is known, in the language of `t`: "30 June 2026", "June 2026" or "2026".
// Threads: any number; each keeps its own formats.
// Cost: a lookup and one format; the first of a language loads its patterns.
std::string InWords(const core::Date& date, const Words& t);

// In a phrase, as the grammar of the language wants it for a day, a month or a year: "from 1 January 2012", "depuis le
// 1er janvier 2012", "с января 2012 г.".
std::string From(const core::Date& date, const Words& t);
std::string Since(const core::Date& date, const Words& t);
std::string Until(const core::Date& date, const Words& t);
std::string AsOf(const core::Date& date, const Words& t);
std::string ReadOn(const core::Date& date, const Words& t);
std::string DueBy(const core::Date& date, const Words& t);
// "2021–2025", "1 January – 31 March 2024".
std::string Between(const core::Date& from, const core::Date& to, const Words& t);
// From, Until or Between, by what is known; empty if neither is.
std::string Period(const std::optional<core::Date>& from, const std::optional<core::Date>& to, const Words& t);

}  // namespace commonground::publish
