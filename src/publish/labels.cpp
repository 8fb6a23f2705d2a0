// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the label of an id.

#include "publish/labels.h"

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

std::string ConfidenceLabel(const std::string& confidence, const Words& t) {
  if (confidence.empty()) return t("not graded");
  if (confidence == "high") return t("high");
  if (confidence == "moderate") return t("moderate");
  if (confidence == "low") return t("low");
  if (confidence == "very low") return t("very low");
  return confidence;
}

}  // namespace commonground::publish
