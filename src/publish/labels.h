// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The model's fixed words in the report's language.  The words of the files (model/words.h) stay English; these are for
// readers.
#pragma once

#include <optional>
#include <string>

#include "model/words.h"
#include "publish/words.h"

namespace commonground::publish {

std::string Label(model::EvidenceType grade, const Words& t);
std::string Label(model::ConsentScope scope, const Words& t);
std::string Label(model::ConsentBasis basis, const Words& t);
std::string Label(model::TieKind kind, const Words& t);
std::string Label(model::Verdict verdict, const Words& t);

std::string Label(model::Concern concern, const Words& t);
std::string Label(model::FindingKind kind, const Words& t);
std::string Label(model::Addressee addressee, const Words& t);
// "3 of 8 cases", and behind a large number " of 8 cases".
std::string CasesOf(const Words& t, int present, int of);
std::string OfCases(const Words& t, int of);
// Of partnerships: "2 on record", "1 told in a passage".
std::string OnRecord(int count, const Words& t);
std::string ToldInPassages(int count, const Words& t);
// "Spanish" for "es"; the tag itself where it has no name.
std::string LanguageName(const std::string& tag, const Words& t);
// Of a finding; none: "not graded".
std::string ConfidenceLabel(std::optional<model::Confidence> confidence, const Words& t);

}  // namespace commonground::publish
