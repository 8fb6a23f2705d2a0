// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the rules of each subject share.  One file a subject; Check (check.h) calls each.  Of use only inside this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/study.h"
#include "rules/check.h"
#include "rules/problem.h"
#include "rules/references.h"
#include "rules/values.h"

namespace commonground::rules {

using Problems = std::vector<Problem>;
using Mentions = std::vector<About>;
inline constexpr std::size_t kMaxProblems = 20'000;  // more than anybody reads; whoever lists them may list fewer

// Where problems go, and the one field that is being looked at.  Cheap to copy; the texts it points to outlive it.
struct Field {
  Problems* problems = nullptr;
  const model::Study* study = nullptr;
  Kind kind = Kind::kSettings;
  std::size_t index = kNoIndex;
  std::string_view name;
  int line = 0;

  About about() const { return {kind, index, IdOf(*study, kind, index), std::string(name), line}; }
  Field At(std::string_view other) const { return {problems, study, kind, index, other, line}; }
  // `message` says what is wrong, `fix` what to do; both without a full stop at the end.
  void Bad(std::string_view value, std::string message, std::string fix, Mentions mentions = {}) const {
    Add(core::Severity::kError, value, std::move(message), std::move(fix), std::move(mentions));
  }
  void Bad(std::string_view value, const Wrong& wrong) const {
    Bad(value, std::string(wrong.message), std::string(wrong.fix));
  }
  void Note(std::string_view value, std::string message, std::string fix) const {
    Add(core::Severity::kNotice, value, std::move(message), std::move(fix), {});
  }

 private:
  void Add(core::Severity severity, std::string_view value, std::string message, std::string fix,
           Mentions mentions) const {
    if (problems->size() >= kMaxProblems) return;
    problems->push_back(
        {severity, about(), std::string(value), std::move(message), std::move(fix), std::move(mentions)});
  }
};

// What can be referred to, from one list.
struct Known {
  Kind kind = Kind::kSource;
  bool readable = true;  // false: nothing is said about references to it
  std::unordered_set<std::string_view> ids;

  bool Has(std::string_view id) const { return ids.contains(id); }
};

// The study with all that its parts refer to, made once for all checks.
struct Checked {
  Checked(const model::Study& study, const Circumstances& circumstances, Problems& problems);

  const model::Study& study;
  const Circumstances& circumstances;
  Problems& problems;
  Known sources;
  Known organisations;
  Known regions;
  Known codes;
  Known indicators;
  Known partners;
  Known documents;
  Known findings;
  mutable std::unordered_set<std::string_view> tags;  // of languages that were found good: ICU takes its time

  bool Readable(Kind kind, std::string_view id = {}) const {
    return !circumstances.readable || circumstances.readable(kind, id);
  }
  bool IsUnread() const { return circumstances.form == Form::kUnread; }
  Field Of(Kind kind, std::size_t index, std::string_view field) const {
    return {&problems, &study, kind, index, field, 0};
  }
  Field Setting(std::string_view field) const { return Of(Kind::kSettings, kNoIndex, field); }
};

// Says that `id` is not there, unless it is, is blank, is misspelt (Circumstances::form) or its list could not be read.
// Kinds: those of Checked, each in its own words.
void CheckReference(const Checked& checked, Kind kind, std::string_view id, const Field& field);
// The same where a name can mean each of these: one of them is there.  Nothing if there are none.
void CheckAnyReference(const Checked& checked, Kind kind, const std::vector<std::string_view>& ids, const Field& field);
// All references of the thing at `index`, except of fields that `but` names: they have words of their own.
template <typename Thing>
void CheckReferences(const Checked& checked, std::size_t index, const Thing& thing, std::string_view but = {}) {
  ForEachReference(thing, [&](std::string_view field, Kind kind, std::string_view id) {
    if (field != but) CheckReference(checked, kind, id, checked.Of(Listed<Thing>::kKind, index, field));
  });
}

// valid_to, expires, ... before its beginning?
void CheckOrder(const std::optional<core::Date>& from, const std::optional<core::Date>& to, const Field& to_field,
                std::string_view from_name);
// A tag such as en, zh-Hans or pt-BR.
void CheckLanguage(const Checked& checked, std::string_view language, const Field& field);
// [[number:CODE]] and its like, in what people write for a report (placeholders.h).
void CheckPlaceholders(const Checked& checked, std::string_view text, const Field& field);
// [@source] in Markdown.
void CheckCitations(const Checked& checked, std::string_view text, const Field& field);

void CheckPlaces(const Checked& checked);
void CheckSettings(const Checked& checked);
void CheckOrganisations(const Checked& checked);
void CheckFacts(const Checked& checked);
void CheckLeadership(const Checked& checked);
void CheckCodes(const Checked& checked);
void CheckCoding(const Checked& checked);
void CheckCases(const Checked& checked);
void CheckVersions(const Checked& checked);
void CheckConsents(const Checked& checked);
void CheckFindings(const Checked& checked);
void CheckOutcomes(const Checked& checked);  // and answers, and targets
void CheckTranslations(const Checked& checked);
void CheckDates(const Checked& checked);
void CheckOwnIds(const Checked& checked);
void CheckForm(const Checked& checked);  // only of Form::kUnread

}  // namespace commonground::rules
