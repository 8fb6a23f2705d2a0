// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the label of an id.

#include "publish/labels.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace commonground::publish {

std::string Label(model::EvidenceType grade, const Words& t) {
  switch (grade) {
    case model::EvidenceType::kDocumented:
      return t("documented");
    case model::EvidenceType::kSelfDeclared:
      return t("self-declared");
    case model::EvidenceType::kMeasured:
      return t("measured");
    case model::EvidenceType::kAssociation:
      return t("association");
    case model::EvidenceType::kModelled:
      return t("modelled");
  }
  return {};
}

std::string Label(model::ConsentScope scope, const Words& t) {
  switch (scope) {
    case model::ConsentScope::kAnalyse:
      return t("analyse");
    case model::ConsentScope::kSummarise:
      return t("summarise");
    case model::ConsentScope::kQuote:
      return t("quote");
    case model::ConsentScope::kNameOrganisation:
      return t("name the organisation");
    case model::ConsentScope::kNamePlace:
      return t("name the place");
    case model::ConsentScope::kTranslate:
      return t("translate");
    case model::ConsentScope::kPhoto:
      return t("show its pages as pictures");
    case model::ConsentScope::kPublishVerdict:
      return t("publish the verdict");
  }
  return {};
}

std::string Label(model::ConsentBasis basis, const Words& t) {
  switch (basis) {
    case model::ConsentBasis::kWritten:
      return t("written");
    case model::ConsentBasis::kRecorded:
      return t("recorded verbal");
    case model::ConsentBasis::kWitnessed:
      return t("witnessed verbal");
    case model::ConsentBasis::kPublicSource:
      return t("public source");
  }
  return {};
}

std::string Label(model::TieKind kind, const Words& t) {
  switch (kind) {
    case model::TieKind::kFormalAgreement:
      return t("formal agreement");
    case model::TieKind::kJointService:
      return t("joint service");
    case model::TieKind::kTraining:
      return t("training");
    case model::TieKind::kDialogue:
      return t("dialogue");
    case model::TieKind::kLitigation:
      return t("litigation");
  }
  return {};
}

std::string Label(model::Verdict verdict, const Words& t) {
  switch (verdict) {
    case model::Verdict::kMeets:
      return t("meets");
    case model::Verdict::kFails:
      return t("fails");
    case model::Verdict::kUndetermined:
      return t("undetermined");
    case model::Verdict::kNotApplicable:
      return t("not applicable");
    case model::Verdict::kReported:
      return t("reported, no counts");
    case model::Verdict::kExpired:
      return t("expired");
  }
  return {};
}

std::string Label(model::Concern concern, const Words& t) {
  switch (concern) {
    case model::Concern::kNoneOrVeryMinor:
      return t("no or very minor concerns");
    case model::Concern::kMinor:
      return t("minor concerns");
    case model::Concern::kModerate:
      return t("moderate concerns");
    case model::Concern::kSerious:
      return t("serious concerns");
  }
  return {};
}

std::string Label(model::FindingKind kind, const Words& t) {
  switch (kind) {
    case model::FindingKind::kBestPractice:
      return t("Best practice");
    case model::FindingKind::kBarrier:
      return t("Barrier");
    case model::FindingKind::kNeed:
      return t("Need");
    case model::FindingKind::kRecommendation:
      return t("Recommendation");
  }
  return {};
}

std::string Label(model::Addressee addressee, const Words& t) {
  switch (addressee) {
    case model::Addressee::kGovernment:
      return t("Governments");
    case model::Addressee::kLawEnforcement:
      return t("Law enforcement");
    case model::Addressee::kHealthServices:
      return t("Health services");
    case model::Addressee::kDonors:
      return t("Donors");
    case model::Addressee::kUnitedNations:
      return t("United Nations");
    case model::Addressee::kOrganisations:
      return t("Organisations");
  }
  return {};
}

std::string CasesOf(const Words& t, int present, int of) {
  return t.Plural("{1} of {2} case", "{1} of {2} cases", of, present, of);
}

std::string OfCases(const Words& t, int of) {
  return t.Plural(" of {1} case", " of {1} cases", of, of);
}

std::string OnRecord(int count, const Words& t) {
  return t.Plural("{1} on record", "{1} on record", count, count);
}

std::string ToldInPassages(int count, const Words& t) {
  return t.Plural("{1} told in a passage", "{1} told in a passage", count, count);
}

std::string LanguageName(const std::string& tag, const Words& t) {
  icu::UnicodeString name;
  icu::Locale(tag.c_str()).getDisplayLanguage(icu::Locale(t.language().c_str()), name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() ? tag : text;
}

std::string ConfidenceLabel(std::optional<model::Confidence> confidence, const Words& t) {
  if (!confidence) return t("not graded");
  switch (*confidence) {
    case model::Confidence::kHigh:
      return t("high");
    case model::Confidence::kModerate:
      return t("moderate");
    case model::Confidence::kLow:
      return t("low");
    case model::Confidence::kVeryLow:
      return t("very low");
  }
  return {};
}

}  // namespace commonground::publish
