// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Dates as people and spreadsheet programs write them.  Threads: any.
#pragma once

#include <optional>
#include <string_view>

#include "core/date.h"
#include "ingest/folder/source_location.h"

namespace commonground::ingest {

// ISO 8601 as it is; any other writing that can mean one day (or month) only, with a notice: 15/01/2026, 2026.1.15,
// 15 janvier 2026, 01/2026.  Nothing is guessed: a day that could be two, a year of two digits, a day without a year
// and the number of a day are errors that say what they are.  nullopt: an error was reported.
std::optional<core::Date> ReadDate(std::string_view text, const SourceLocation& spot);

// Does a spreadsheet program show a day so ("01-mars", "2-Jan", "1 янв.", "3月1日")?  Where a share, a count or an id
// should be, it made the day out of it.
bool IsDayWithoutYear(std::string_view text);
// Reports `text` if it is such a day, or a whole date, where a share or a number should be.
bool ReportMadeDay(std::string_view text, const SourceLocation& spot);

}  // namespace commonground::ingest
