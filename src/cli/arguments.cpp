// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Both ways between a person's terminal and the program: what is typed, and what is shown.
#include "cli/arguments.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <span>

#include "core/canonical.h"

namespace commonground::cli {

namespace {

constexpr std::array<std::string_view, 7> kPaths{"FILE", "FOLDER", "DIR", "STUDY", "FROM", "TO", "--output"};
constexpr std::array<std::string_view, 3> kLines{"LABEL", "--label", "--title"};

bool IsOneOf(std::span<const std::string_view> names, const CLI::Option& option) {
  const auto is = [&](const std::string& name) { return std::ranges::find(names, name) != names.end(); };
  return is(option.get_type_name()) || is(option.get_name(true)) || is(option.get_name(false));
}

// What is wrong with a text; empty if nothing is.
std::string WhyNot(const core::CanonicalText& made) {
  if (!made.fault) return {};
  using Kind = core::TextFault::Kind;
  switch (made.fault->kind) {
    case Kind::kUtf16:
    case Kind::kNotUtf8:
      return fmt::format("not UTF-8: unexpected byte {:02X}. Fix: use a terminal that is set to UTF-8",
                         made.text[made.fault->offset] & 0xFF);
    case Kind::kNul:
    case Kind::kLoneCr:
      return "has a carriage return without a line feed. Fix: type it again, or paste it as plain text";
  }
  return {};
}

std::string TakeText(std::string& value, bool one_line) {
  core::CanonicalText made = core::MakeCanonical(std::move(value));
  const std::string why = WhyNot(made);
  value = one_line && why.empty() ? core::OneLine(std::move(made.text)) : std::move(made.text);
  return why;
}

// NAME:PASSWORD, and nothing of this name is there.  C:\x is a path.
bool MayBePassword(const std::string& value) {
  const std::size_t colon = value.find(':');
  if (colon == std::string::npos || colon < 2 || colon + 1 == value.size()) return false;
  const std::size_t last = value.find_last_not_of('/');  // kofi:secret/ is no path yet
  if (value.front() == '.' || value.find('/') < last || value.ends_with(".cg")) return false;
  std::error_code error;
  return !std::filesystem::exists(value, error);
}

std::string TakePath(const std::string& value) {
  const core::CanonicalText made = core::MakeCanonical(value);
  if (std::string why = WhyNot(made); !why.empty()) return why;
  if (MayBePassword(value)) {
    return "may be a name and a password, so it is not repeated here, and nothing was done. Fix: if it is a path, "
           "write ./ before it";
  }
  if (made.had_turns || made.had_controls || value.find_first_of("\r\n\t") != std::string::npos) {
    return "a path with control characters. Fix: rename the file or folder";
  }
  return {};
}

// CLI11 puts the name of the option before the message.
void Guard(CLI::Option& option) {
  if (option.get_expected_max() == 0) return;  // a flag
  const bool path = IsOneOf(kPaths, option);
  const bool one_line = IsOneOf(kLines, option);
  CLI::Validator door(
      [path, one_line](std::string& value) { return path ? TakePath(value) : TakeText(value, one_line); }, "");
  option.transform(door);
}

void AppendEscape(std::string& out, UChar32 c, Shown as) {
  if (as == Shown::kText) {
    // Marks that belong to a script go unseen; anything else that was there is shown to have been there.
    const bool mark = c == 0x061C || c == 0x200E || c == 0x200F;
    if (!mark) out += '?';
    return;
  }
  if (c > 0xFFFF) {
    out += fmt::format("\\u{:04x}\\u{:04x}", static_cast<unsigned>(U16_LEAD(c)), static_cast<unsigned>(U16_TRAIL(c)));
  } else {
    out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
  }
}

}  // namespace

void GuardArguments(CLI::App& program) {
  for (CLI::Option* option : program.get_options()) Guard(*option);
  for (CLI::App* below : program.get_subcommands([](CLI::App*) { return true; })) GuardArguments(*below);
}

std::string Harmless(std::string_view text, Shown as) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < length;) {
    const std::int64_t begin = at;
    if (bytes[at] >= 0x20 && bytes[at] < 0x7F) {
      out += text[static_cast<std::size_t>(at++)];
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    const bool control = c >= 0 && c != '\n' && c != '\t' && u_charType(c) == U_CONTROL_CHAR;
    if (c < 0) {
      out += "\xEF\xBF\xBD";
    } else if (control || u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) || c == 0x2028 || c == 0x2029) {
      AppendEscape(out, c, as);
    } else {
      out.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    }
  }
  return out;
}

}  // namespace commonground::cli
