// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the values of cells and keys.

#include "ingest/folder/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ingest/folder/countries.h"
#include "ingest/folder/dates.h"
#include "ingest/folder/file_names.h"
#include "ingest/folder/strange.h"
#include "rules/shown.h"
#include "rules/values.h"

namespace commonground::ingest {

namespace {
constexpr std::string_view kSpaces = " \t\n";
void Report(std::string_view text, const rules::Wrong& wrong, const SourceLocation& spot) {
  spot.Bad(text, std::string(wrong.message), std::string(wrong.fix));
}
}  // namespace

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

bool ErrorsSince(std::size_t before, const SourceLocation& spot) {
  const auto& all = *spot.problems;
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(std::min(before, all.size())), all.end(),
                     [](const core::Problem& problem) { return problem.severity == core::Severity::kError; });
}

void ReadValue(std::string_view text, const SourceLocation& /*spot*/, std::string& value) {
  value = text;
}

void ReadValue(std::string_view text, const SourceLocation& spot, core::Date& value) {
  if (const std::optional<core::Date> date = ReadDate(text, spot)) value = *date;
}

void ReadValue(std::string_view text, const SourceLocation& spot, core::Moment& value) {
  if (const core::Result<core::Moment> moment = core::Moment::Parse(Bare(text))) {
    value = *moment;
  } else {
    spot.Bad(text, "is not a moment", "write it in UTC as YYYY-MM-DDTHH:MM:SSZ, such as 2026-11-25T14:03:05Z");
  }
}

void ReadValue(std::string_view text, const SourceLocation& spot, core::Fraction& value) {
  std::string plain(Bare(text));
  const bool comma = plain.ends_with('%') && std::count(plain.begin(), plain.end(), ',') == 1;
  if (comma) std::replace(plain.begin(), plain.end(), ',', '.');
  if (const core::Result<core::Fraction> share = core::Fraction::Parse(plain)) {
    value = *share;
    if (comma) spot.Note(text, "the comma of this share is read as a decimal point", {});
  } else if (!ReportMadeDay(text, spot)) {
    Report(text, rules::kNotAShare, spot);
  }
}

void ReadValue(std::string_view text, const SourceLocation& spot, std::int64_t& value) {
  const std::string_view digits = Bare(text);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (whole && rules::IsCounted(number)) {
    value = number;
  } else if (whole && number < 0) {
    Report(text, rules::kLessThanNone, spot);
  } else if (whole || error == std::errc::result_out_of_range) {
    Report(text, rules::kTooMany, spot);
  } else if (!ReportMadeDay(text, spot)) {
    spot.Bad(text, "is not a whole number", "write digits only, such as 1200; leave it blank if it is not sourced");
  }
}

void ReadValue(std::string_view text, const SourceLocation& spot, model::CountryCode& value) {
  value.value = Bare(text);
  if (IsCountry(value.value) || IsInventedCountry(value.value)) return;  // whether it has a name: rules/places.cpp
  const std::vector<std::string> meant = CountriesMeantBy(value.value);
  if (meant.size() == 1) {
    value.value = meant.front();
    spot.Note(text, fmt::format("this country is read as {} ({})", meant.front(), CountryName(meant.front())), {});
    return;
  }
  if (const std::string like = LooksLike(value.value); meant.empty() && like != value.value && IsCountry(like)) {
    spot.Bad(text, "is not a country's code: it " + StrangeCharacter(value.value), "type it again: " + like);
    return;
  }
  if (meant.empty()) {
    for (const OneScript& like : InOneScript(value.value)) {
      if (CountriesMeantBy(like.text).empty()) continue;
      spot.Bad(text, "is not a country's name: it " + like.what, "type it again: " + like.text);
      return;
    }
    Report(text, rules::kNotACountry, spot);
    return;
  }
  std::string candidates;
  for (const std::string& code : meant) {
    candidates += fmt::format("{}{} ({})", candidates.empty() ? "" : ", ", code, CountryName(code));
  }
  spot.Bad(text, "can be more than one country", "write one of: " + candidates);
}

void ReadValue(std::string_view text, const SourceLocation& spot, model::DocumentId& value) {
  value.value = Bare(text);
  if (model::IsValidDocumentId(value.value)) return;
  if (const std::size_t slash = value.value.find('/'); slash != std::string::npos) {
    const std::string id = IdOfName(value.value.substr(0, slash)) + "/" + IdOfName(value.value.substr(slash + 1));
    if (model::IsValidDocumentId(id)) {
      value.value = id;
      return;
    }
  }
  Report(text, rules::kNotADocument, spot);
}

void ReadValue(std::string_view text, const SourceLocation& /*spot*/, model::RegionId& value) {
  value.value = Bare(text);
}

void ReadValue(std::string_view text, const SourceLocation& spot, bool& value) {
  const std::string_view word = Bare(text);
  const bool yes = word == "yes" || word == "TRUE" || word == "true";  // the last two as spreadsheets write them
  const bool no = word == "no" || word == "FALSE" || word == "false";
  if (!yes && !no) spot.Bad(text, "is neither yes nor no", "write yes or no");
  value = yes;
}

std::string NotAWord(std::string_view text) {
  const std::string strange = StrangeCharacter(Bare(text));
  return "is not one of the words that may stand here" + (strange.empty() ? "" : ": it " + strange);
}

void ReadId(std::string_view text, const SourceLocation& spot, std::string& value) {
  const std::string_view plain = Trimmed(text);
  const std::string_view bare = Bare(text);
  value = bare;
  if (model::IsValidId(value)) {
    if (bare.size() != plain.size()) {
      spot.Note(text, "has a character at an edge that nobody sees; it is taken off", {});
    } else if (IsDayWithoutYear(value)) {
      spot.Note(text, "looks like a day that a spreadsheet program made of what was typed (1-2 becomes 01-févr)",
                "format the column as text and type the id again, if it was another");
    }
    return;
  }
  const std::string strange = StrangeCharacter(bare);
  const std::string like = LooksLike(bare);
  if (!strange.empty()) {
    spot.Bad(text, "is not an id: it " + strange,
             model::IsValidId(like) ? "type the id again: " + like : std::string(rules::kNotAnId.fix));
  } else {
    Report(text, rules::kNotAnId, spot);
  }
}

std::vector<std::string_view> ReadItems(std::string_view text, const SourceLocation& spot) {
  return rules::ItemsOf(
      text, [&](std::string message, std::string fix) { spot.Bad(text, std::move(message), std::move(fix)); });
}

std::string JoinItems(const std::vector<std::string>& items) {
  return fmt::format("{}", fmt::join(items, "; "));
}

}  // namespace commonground::ingest
