// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words with a full stop that do not end a sentence: the only list (abbreviations.cpp).
#pragma once

#include <span>
#include <string_view>

namespace commonground::core {

// Lower case, each with its full stop; a space stands for any white space or none ("p. ej." is "p.ej." too).
// Words such as "etc." are left out: before a small letter no sentence ends anyway, before a capital one does.
struct Abbreviations {
  std::string_view language;                        // BCP 47, its first part
  std::span<const std::string_view> always;         // "Dr.", whatever follows
  std::span<const std::string_view> before_figure;  // "No. 5", "art. IV", but not "No. They came."
};

// Of "es" and of "es-MX"; empty lists for a language without.  Threads: any.
Abbreviations AbbreviationsOf(std::string_view language);

}  // namespace commonground::core
