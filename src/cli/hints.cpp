// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of use cases and commands; those of things that are edited one at a time follow from their kinds.  In a
// command {NAME} is an argument of the hint, or stands there as it is in capitals; what is between [ and ] is left out
// when its argument is not given.

#include "cli/hints.h"

#include <algorithm>
#include <string_view>

#include "cli/noun_parts.h"

namespace commonground::cli {

namespace {

struct Row {
  std::string_view action;
  std::string_view command;
};
constexpr Row kTable[] = {
    {"say who acts", "... --as coder-a"},
    {"on version", "... --if-version {version}"},
    {"new", "new FOLDER"},
    {"import", "import {folder}[ -o {into}][ --keep-{keep}]"},
    {"export", "export {study} -o FOLDER[; or commonground {instead} FOLDER -o {study} --discard-changes]"},
    {"copy", "copy {from} {to}[ --replace{replace}]"},
    {"restore backup", "backup restore FILE -o {place} --withdrawals FILE (or --none-withdrawn)"},
    {"status", "status STUDY"},
    {"code tree", "code tree STUDY"},
    {"restore code", "code restore STUDY {code}"},
    {"list codings", "code list STUDY"},
    {"apply code", "code apply STUDY {document} {code} --at {range}"},
    {"review codings", "code review STUDY {coding} --{status}"},
    {"adjudicate", "code adjudicate STUDY {document} {code} --why TEXT"},
    {"add memo", "code memo STUDY TEXT --about {about} --subject {subject}"},
    {"list assignments", "assign STUDY"},
    {"screen", "screen STUDY"},
    {"decide screening", "screen STUDY {document} --exclude REASON"},
    {"list originals", "originals STUDY"},
    {"reindex", "reindex STUDY"},
    {"exchange import", "exchange import {file} --into STUDY[ --evidence {evidence}][ --position-encoding {encoding}]"},
    {"add definition", "definition add STUDY definition={id}"},
    {"give consent", "consent give STUDY {subject} SCOPE --evidence TEXT"},
};

const std::string* Find(const core::Hint& hint, std::string_view name) {
  const auto found =
      std::ranges::find(hint.arguments, name, [](const auto& one) -> std::string_view { return one.first; });
  return found == hint.arguments.end() ? nullptr : &found->second;
}

// As a shell takes it as one word.
std::string Quoted(const std::string& value) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/#:,=+@";
  if (!value.empty() && value.find_first_not_of(kPlain) == std::string::npos) return value;
  std::string quoted = "'";
  for (const char c : value) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string Capitals(std::string_view name) {
  std::string capitals(name);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

// With its arguments; `is_whole` becomes false when one of them is not given.
std::string Filled(std::string_view part, const core::Hint& hint, bool& is_whole) {
  std::string text;
  while (!part.empty()) {
    const std::size_t open = std::min(part.find('{'), part.size());
    text += part.substr(0, open);
    part.remove_prefix(open);
    if (part.empty()) break;
    const std::size_t close = part.find('}');
    const std::string_view name = part.substr(1, close - 1);
    const std::string* value = Find(hint, name);
    is_whole = is_whole && value != nullptr;
    text += value == nullptr ? Capitals(name) : Quoted(*value);
    part.remove_prefix(close + 1);
  }
  return text;
}

// Of kinds of things that are looked at and edited one at a time: one command each.
std::string NounCommandFor(const std::string& action) {
  const auto is_named = [&](app::UseCase use_case) {
    return app::Permissions()[static_cast<std::size_t>(use_case)].name == action;
  };
  for (const app::NounKind& kind : app::NounKinds()) {
    if (is_named(kind.see)) return CommandOf(kind) + " list STUDY";
    if (is_named(kind.edit)) return CommandOf(kind) + " set STUDY {id} FIELD=VALUE[ --if-version {version}]";
  }
  return {};
}

}  // namespace

std::string CommandFor(const core::Hint& hint) {
  const auto row = std::ranges::find(kTable, hint.action, &Row::action);
  const std::string command = row == std::ranges::end(kTable) ? NounCommandFor(hint.action) : std::string(row->command);
  if (command.empty()) return {};
  std::string text = "commonground ";
  std::string_view rest = command;
  while (!rest.empty()) {
    bool is_whole = true;
    const std::size_t open = std::min(rest.find('['), rest.size());
    text += Filled(rest.substr(0, open), hint, is_whole);
    rest.remove_prefix(open);
    if (rest.empty()) break;
    const std::size_t close = rest.find(']');
    is_whole = true;
    const std::string may_be = Filled(rest.substr(1, close - 1), hint, is_whole);
    if (is_whole) text += may_be;
    rest.remove_prefix(close + 1);
  }
  return text;
}

std::string WithFix(const core::Error& error) {
  const std::string command = CommandFor(error.hint);
  if (command.empty()) return error.message;
  const bool has_fix = error.message.find("Fix: ") != std::string::npos;
  return error.message + (has_fix ? ": " : ". Fix: ") + command;
}

}  // namespace commonground::cli
