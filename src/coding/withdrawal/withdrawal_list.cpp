// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A line is a keyed hash of what it is about; the day is hidden under bits of another one, so that only who asks about
// the right organisation, document or text reads it.
#include "coding/withdrawal/withdrawal_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/keyed_hash.h"
#include "model/consent_subject.h"
#include "model/guids.h"

namespace commonground::coding {

namespace {

using core::ErrorCode;
using model::ConsentScope;

constexpr std::string_view kTitle = "commonground withdrawals ";
constexpr std::string_view kVersion = "1";
constexpr std::size_t kHash = 64;
constexpr std::size_t kDay = 8;

std::uint32_t Number(const core::Date& day) {
  return static_cast<std::uint32_t>(day.year() * 10000 + day.month() * 100 + day.day());
}
std::optional<core::Date> DayFrom(std::uint32_t number) {
  return core::Date::Make(static_cast<int>(number / 10000), static_cast<int>(number / 100 % 100),
                          static_cast<int>(number % 100));
}

bool IsHex(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::uint32_t FromHex(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, 16);
  return number;
}

// Lines of passages have a kind of their own, so that codings are only asked about where there is one.
char KindOf(const std::string& subject) {
  return model::PassageOfSubject(subject).empty() ? 'w' : 'p';
}

std::string About(const std::string& subject, ConsentScope scope) {
  return subject + '\n' + std::string(model::Word(scope));
}
std::string About(const model::OrganisationId& organisation, const std::string& hash) {
  return organisation.value + '\n' + hash;
}

core::Error Damaged() {
  return {ErrorCode::kCorrupt,
          "this list of withdrawals was cut or changed. Nothing was done with it. Fix: put a good copy in its place, "
          "from beside the study or beside the newest backup",
          {}};
}

}  // namespace

std::string WithdrawalList::HashOf(char kind, const std::string& subject) const {
  return core::KeyedHash(secret_, fmt::format("withdrawal\n{}\n{}", kind, subject));
}

std::uint32_t WithdrawalList::PadOf(char kind, const std::string& subject) const {
  return FromHex(core::KeyedHash(secret_, fmt::format("day\n{}\n{}", kind, subject)).substr(0, kDay));
}

std::string WithdrawalList::StudyMark() const {
  return core::KeyedHash(secret_, "list of withdrawals");
}

void WithdrawalList::Put(char kind, const std::string& subject, const core::Date& day) {
  entries_.insert(fmt::format("{} {} {:08x}", kind, HashOf(kind, subject), Number(day) ^ PadOf(kind, subject)));
}

std::optional<core::Date> WithdrawalList::DayOf(char kind, const std::string& subject) const {
  const std::string begin = fmt::format("{} {} ", kind, HashOf(kind, subject));
  std::optional<core::Date> newest;
  for (auto line = entries_.lower_bound(begin); line != entries_.end() && line->starts_with(begin); ++line) {
    const auto day = DayFrom(FromHex(std::string_view(*line).substr(begin.size())) ^ PadOf(kind, subject));
    if (day && (!newest || *day > *newest)) newest = day;
  }
  return newest;
}

std::string WithdrawalList::Text() const {
  if (entries_.empty()) return {};
  std::string text = fmt::format("{}{}\nstudy {}\n", kTitle, kVersion, StudyMark());
  for (const auto& line : entries_) text += line + '\n';
  return text + "end " + core::KeyedHash(secret_, text) + '\n';
}

core::Result<WithdrawalList> WithdrawalList::Read(std::string_view text, std::string secret) {
  WithdrawalList list(std::move(secret));
  if (text.empty()) return list;
  if (!text.starts_with(kTitle)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "this is no list of withdrawals. Fix: name the file that lies beside "
                      "the study or its backup, and ends in .withdrawals");
  }
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return core::Fail(Damaged());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (lines[0].substr(kTitle.size()) != kVersion) {
    return core::Fail(
        ErrorCode::kNewerSchema,
        "this list of withdrawals was written by a newer program. Nothing was changed. Fix: use that one");
  }
  if (lines.size() < 3 || !lines[1].starts_with("study ") || !lines.back().starts_with("end ")) {
    return core::Fail(Damaged());
  }
  if (lines[1].substr(6) != list.StudyMark()) {
    if (!IsHex(lines[1].substr(6), kHash)) return core::Fail(Damaged());
    return core::Fail(ErrorCode::kInvalidInput,
                      "this list of withdrawals is that of another study. Nothing was done. Fix: name the list of this "
                      "one; it lies beside the study and beside its backups");
  }
  const std::size_t signed_bytes = text.size() - lines.back().size() - 1;
  if (lines.back().substr(4) != core::KeyedHash(list.secret_, text.substr(0, signed_bytes))) {
    return core::Fail(Damaged());
  }
  for (std::size_t i = 2; i + 1 < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const bool good = line.size() == 2 + kHash + 1 + kDay &&
                      (line.starts_with("w ") || line.starts_with("p ") || line.starts_with("t ")) &&
                      IsHex(line.substr(2, kHash), kHash) && line[2 + kHash] == ' ' &&
                      IsHex(line.substr(2 + kHash + 1), kDay);
    if (!good) return core::Fail(Damaged());
    list.entries_.emplace(line);
  }
  return list;
}

bool WithdrawalList::Holds(const WithdrawalList& other) const {
  return std::ranges::includes(entries_, other.entries_);
}

void WithdrawalList::Add(const Removed& removed) {
  for (const auto& one : removed.closed) Put(KindOf(one.subject), About(one.subject, one.scope), one.day);
  for (const auto& one : removed.texts) Put('t', About(one.organisation, one.hash), one.day);
}

void WithdrawalList::Add(const WithdrawalList& other) {
  entries_.insert(other.entries_.begin(), other.entries_.end());
}

std::vector<Withdrawal> WithdrawalList::DueIn(const model::Study& study) const {
  std::vector<Withdrawal> due;
  if (entries_.empty()) return due;
  const auto given_after = [&](const std::string& subject, ConsentScope scope, const core::Date& day) {
    return std::ranges::any_of(study.consents, [&](const model::Consent& consent) {
      return consent.subject == subject && consent.scope == scope && !consent.withdrawn && consent.given &&
             consent.given->First() > day;
    });
  };
  const auto ask = [&](const std::string& subject) {
    for (const auto& [scope, word] : model::Words<ConsentScope>()) {
      const auto day = DayOf(KindOf(subject), About(subject, scope));
      if (day && !given_after(subject, scope, *day)) due.push_back({subject, {scope}, *day});
    }
  };
  for (const auto& organisation : study.organisations) ask(organisation.id.value);
  const auto passages = entries_.lower_bound("p ");
  if (passages != entries_.end() && passages->starts_with("p ")) {
    const auto ask_passage = [&](const model::Coding& one) { ask(model::SubjectOf(one.document, model::IdOf(one))); };
    for (const auto& coding : study.codings) ask_passage(coding);
    for (const auto& orphan : study.orphans) ask_passage(orphan.coding);
  }
  for (const auto& document : study.documents) {
    ask(document.id.value);
    for (const std::string* hash : {&document.hash, &document.original_hash}) {
      if (hash->empty()) continue;
      const auto day = DayOf('t', About(document.organisation, *hash));
      if (!day || given_after(document.id.value, ConsentScope::kAnalyse, *day) ||
          given_after(document.organisation.value, ConsentScope::kAnalyse, *day)) {
        continue;
      }
      due.push_back({document.id.value, {ConsentScope::kAnalyse}, *day});
      break;
    }
  }
  return due;
}

}  // namespace commonground::coding
