// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a person typed into a field, made what a cell would hold; and what is wrong with it, as an error.

#include "app/nouns/noun_cells.h"

#include <fmt/format.h>

#include "core/canonical.h"
#include "ingest/folder/canonical_text.h"
#include "ingest/folder/one_line.h"
#include "ingest/folder/strange.h"
#include "rules/shown.h"

namespace commonground::app {

namespace {

constexpr std::string_view kBody = "text";  // of a finding: its blanks are its own

std::string SentenceOf(const rules::Problem& problem) {
  std::string text;
  if (!problem.about.field.empty()) text += rules::Shown(problem.about.field) + ": ";
  if (!problem.value.empty()) text += fmt::format("\"{}\": ", rules::Shown(problem.value));
  return text + rules::Filled(problem.message, problem.mentions, &rules::PlainName);
}
std::string FixOf(const rules::Problem& problem) {
  return problem.fix.empty() ? "" : ". Fix: " + rules::Filled(problem.fix, problem.mentions, &rules::PlainName);
}

}  // namespace

std::string CellOf(const std::string& field, const std::string& value, const ingest::SourceLocation& at) {
  const std::size_t before = at.problems->size();
  const auto text = ingest::CanonicalText(value, at);
  for (std::size_t i = before; i < at.problems->size(); ++i) (*at.problems)[i].column = field;  // not of a whole file
  if (!text) return {};
  if (field == kBody) return *text;
  std::string cell(ingest::Bare(*text));
  if (ingest::IsOneLine(field)) cell = core::OneLine(std::move(cell));
  if (!ingest::IsErrorCell(cell)) return cell;
  at.Bad(cell, "is an error that a formula of the spreadsheet left, not a value", "write the value itself");
  return {};
}

core::Error RefusalOf(const std::vector<rules::Problem>& problems, std::string_view noun, std::size_t index,
                      const std::string& id) {
  const rules::Problem& first = problems.front();
  std::string message;
  if (problems.size() == 1) {
    message = SentenceOf(first) + ". Nothing was changed" + FixOf(first);
  } else {
    message = fmt::format("{} things are wrong. Nothing was changed", problems.size());
    for (const auto& problem : problems) message += "\n  " + SentenceOf(problem) + FixOf(problem);
  }
  return {core::ErrorCode::kInvalidInput,
          std::move(message),
          id.empty() ? std::string(noun) : fmt::format("{} {}", noun, rules::Shown(id)),
          {std::string(rules::NameOf(first.about.kind)), first.about.index == index ? id : first.about.id,
           first.about.field},
          {}};
}

std::vector<rules::Problem> AboutThing(const std::vector<core::Problem>& problems, rules::Kind kind, std::size_t index,
                                       const std::string& id) {
  std::vector<rules::Problem> about;
  for (const auto& problem : problems) {
    if (problem.severity != core::Severity::kError) continue;
    about.push_back(
        {problem.severity, {kind, index, id, problem.column, 0}, problem.value, problem.message, problem.fix, {}});
  }
  return about;
}

}  // namespace commonground::app
