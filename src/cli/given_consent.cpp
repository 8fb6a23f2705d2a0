// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads a consent from one word of the command line.

#include "cli/given_consent.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/words.h"

namespace commonground::cli {

core::Result<std::optional<coding::GivenConsent>> ReadConsent(const std::string& text, const std::string& evidence,
                                                              const core::Date& today) {
  if (text.empty()) {
    if (evidence.empty()) return std::nullopt;
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "evidence without a consent. Fix: --consent SCOPE,...=BASIS, such as analyse,quote=written",
                      "--evidence");
  }
  const auto bad = [&](const std::string& part, const char* what, const std::string& words) {
    return core::Fail(
        core::ErrorCode::kInvalidInput,
        fmt::format("unknown {}. Fix: SCOPE,...=BASIS, such as analyse,quote=written; use one of: {}", what, words),
        part);
  };
  coding::GivenConsent given;
  given.on = today;
  given.evidence = evidence;
  const std::size_t equals = text.find('=');
  const std::string basis = equals == std::string::npos ? std::string() : text.substr(equals + 1);
  const auto known = model::FromWord<model::ConsentBasis>(basis);
  if (!known) return bad(basis.empty() ? text : basis, "basis", model::AllWords<model::ConsentBasis>());
  given.basis = *known;
  for (std::size_t at = 0; at <= equals;) {
    const std::size_t comma = std::min(text.find(',', at), equals);
    const std::string word = text.substr(at, comma - at);
    const auto scope = model::FromWord<model::ConsentScope>(word);
    if (!scope) return bad(word, "scope", model::AllWords<model::ConsentScope>());
    if (std::ranges::find(given.scopes, *scope) == given.scopes.end()) given.scopes.push_back(*scope);
    at = comma + 1;
  }
  return given;
}

}  // namespace commonground::cli
