// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Checks the whole study before and after, and keeps what the change is to blame for.  That catches what a check of the
// thing alone would not (a slot that differs from its organisation now), and needs no second set of rules.
#include "rules/edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "rules/shown.h"

namespace commonground::rules {

namespace {

// Without its place in the list, which moves when something before it is taken out.
std::string Identity(const Problem& problem) {
  const About& about = problem.about;
  return fmt::format("{}\x1F{}\x1F{}\x1F{}\x1F{}\x1F{}", static_cast<int>(about.kind), about.id, about.field,
                     about.line, problem.value, problem.message);
}

}  // namespace

std::vector<Problem> CheckChange(const model::Study& before, const model::Study& after, Kind kind, std::size_t index,
                                 const Circumstances& circumstances) {
  Circumstances unread = circumstances;
  unread.form = Form::kUnread;
  std::unordered_map<std::string, int> old;
  for (const Problem& problem : Check(before, unread)) ++old[Identity(problem)];
  const bool names_one = index != kNoIndex || kind == Kind::kSettings;
  std::vector<Problem> problems;
  for (Problem& problem : Check(after, unread)) {
    const auto known = old.find(Identity(problem));
    const bool is_old = known != old.end() && known->second-- > 0;
    const bool is_its = names_one && problem.about.kind == kind && problem.about.index == index;
    if (is_its || !is_old) problems.push_back(std::move(problem));
  }
  return problems;
}

std::vector<Problem> CheckValue(const model::Study& study, const model::Settings& value,
                                const Circumstances& circumstances) {
  model::Study after = study;
  after.settings = value;
  return CheckChange(study, after, Kind::kSettings, kNoIndex, circumstances);
}

core::Status Accepted(const std::vector<Problem>& problems) {
  const auto error = std::ranges::find(problems, core::Severity::kError, &Problem::severity);
  if (error == problems.end()) return {};
  std::string message;
  if (!error->about.field.empty()) message += Shown(error->about.field) + ": ";
  if (!error->value.empty()) message += fmt::format("\"{}\": ", Shown(error->value));
  message += Filled(error->message, error->mentions, &PlainName) + ". Nothing was changed";
  if (!error->fix.empty()) message += ". Fix: " + Filled(error->fix, error->mentions, &PlainName);
  return core::Fail(core::ErrorCode::kInvalidInput, std::move(message), PlainName(error->about));
}

}  // namespace commonground::rules
