// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words for the kinds of things (docs/glossary.md).
#include "rules/kinds.h"

#include <array>
#include <cstddef>
#include <utility>

namespace commonground::rules {

namespace {

// In the order of Kind.
constexpr std::array<std::pair<std::string_view, std::string_view>, kKinds> kNames{{
    {"settings", "settings"},
    {"region", "regions"},
    {"invented country", "invented countries"},
    {"slot", "slots"},
    {"source", "sources"},
    {"organisation", "organisations"},
    {"statement", "statements"},
    {"leadership record", "leadership records"},
    {"definition", "definitions"},
    {"indicator", "indicators"},
    {"rule of the legal model", "rules of the legal model"},
    {"context fact", "context facts"},
    {"code", "codes"},
    {"case study", "case studies"},
    {"document", "documents"},
    {"old version", "old versions"},
    {"coding", "codings"},
    {"orphaned coding", "orphaned codings"},
    {"memo", "memos"},
    {"set", "sets"},
    {"assignment", "assignments"},
    {"adjudication", "adjudications"},
    {"decision", "decisions"},
    {"consent", "consents"},
    {"partner", "partners"},
    {"partnership", "partnerships"},
    {"outcome", "outcomes"},
    {"answer", "answers"},
    {"target", "targets"},
    {"translation", "translations"},
    {"finding", "findings"},
    {"chapter", "chapters"},
    {"edition", "editions"},
}};

}  // namespace

std::string_view NameOf(Kind kind) {
  return kNames[static_cast<std::size_t>(kind)].first;
}

std::string_view PluralOf(Kind kind) {
  return kNames[static_cast<std::size_t>(kind)].second;
}

}  // namespace commonground::rules
