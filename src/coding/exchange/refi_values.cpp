// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads numbers, times, colours and GUIDs as programs write them.

#include "coding/exchange/refi_values.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "core/date.h"
#include "core/guid.h"
#include "core/small_ascii.h"

namespace commonground::coding {

namespace {

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// Digits only.
std::optional<int> Digits(std::string_view text) {
  int number = 0;
  if (text.empty() || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (code != std::errc()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::int64_t> ReadInteger(std::string_view text) {
  text = Trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<bool> ReadBoolean(std::string_view text) {
  const std::string small = core::SmallAscii(Trimmed(text));
  if (small == "true" || small == "1") return true;
  if (small == "false" || small == "0") return false;
  return std::nullopt;
}

std::optional<std::string> ReadColour(std::string_view text) {
  std::string colour = core::SmallAscii(Trimmed(text));
  const bool hex = colour.size() > 1 && colour.front() == '#' &&
                   std::ranges::all_of(colour.substr(1), [](unsigned char c) { return std::isxdigit(c) != 0; });
  if (!hex || (colour.size() != 4 && colour.size() != 7)) return std::nullopt;
  if (colour.size() == 4) colour = {'#', colour[1], colour[1], colour[2], colour[2], colour[3], colour[3]};
  return colour;
}

constexpr int kFirstYearOfTimes = 1000;  // as a folder's dates are read

std::optional<ReadDateTime> ReadMoment(std::string_view text) {
  text = Trimmed(text);
  if (text.size() < 19 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
    return std::nullopt;
  auto moment = core::Moment::Parse(std::string(text.substr(0, 10)) + "T" + std::string(text.substr(11, 8)) + "Z");
  // 0001-01-01 is what programs write where they know no time.
  if (!moment || moment->Day().year() < kFirstYearOfTimes) return std::nullopt;
  ReadDateTime read{*moment, true};
  std::string_view rest = text.substr(19);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of("0123456789"), rest.size()));
  }
  if (rest.empty()) {
    read.has_zone = false;
    return read;
  }
  if (rest == "Z" || rest == "z") return read;
  if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':') return std::nullopt;
  const auto hours = Digits(rest.substr(1, 2));
  const auto minutes = Digits(rest.substr(4, 2));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const std::int64_t shift = (*hours * 60 + *minutes) * 60 * (rest[0] == '+' ? 1 : -1);
  const auto shifted = core::Moment::FromUnixSeconds(read.at.unix_seconds() - shift);
  // The first and last hours of the years that a Moment can have.
  if (shifted < core::Moment::StartOf(*core::Date::Make(1, 1, 1)) ||
      shifted >= core::Moment::StartOf(*core::Date::Make(9999, 12, 31))) {
    return std::nullopt;
  }
  read.at = shifted;
  return read;
}

std::string GuidRegistry::Read(std::string_view text) {
  text = Trimmed(text);
  if (const auto guid = core::ReadGuid(text)) return *guid;
  if (bad_.emplace(text).second) {
    report_.Add("identifiers that are no GUID", "created, the same ones every time; references to them hold");
  }
  return core::GuidOf("guid of another program\n" + std::string(text));
}

std::string GuidRegistry::Define(std::string_view text, const std::string& where) {
  // Things of different kinds may share one: nothing refers to both.
  std::set<std::string>& defined = defined_[where.substr(0, where.find_first_of(" \n"))];
  if (Trimmed(text).empty()) {
    report_.Add("things without a GUID", "got one, the same every time");
    std::string guid = core::GuidOf("missing guid\n" + where);
    for (int again = 2; !defined.insert(guid).second; ++again) {
      guid = core::GuidOf("missing guid\n" + where + "\n" + std::to_string(again));
    }
    return guid;
  }
  std::string guid = Read(text);
  const std::string first = guid;
  for (int again = 2; !defined.insert(guid).second; ++again) {
    if (again == 2) {
      report_.Add("GUIDs that two things have",
                  "the second thing got another one; references are taken as meaning the first");
    }
    guid = core::GuidOf("guid again\n" + first + "\n" + where + "\n" + std::to_string(again));
  }
  return guid;
}

std::string GuidRegistry::Refer(std::string_view text) {
  return Trimmed(text).empty() ? std::string() : Read(text);
}

}  // namespace commonground::coding
