// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The names of agreement measures and units.

#include "model/results/agreement.h"

namespace commonground::model {

template <>
WordTable<AgreementUnit> Words<AgreementUnit>() {
  static constexpr std::pair<AgreementUnit, std::string_view> kWords[] = {
      {AgreementUnit::kCharacter, "character"}, {AgreementUnit::kSentence, "sentence"},
      {AgreementUnit::kParagraph, "paragraph"}, {AgreementUnit::kSegment, "segment"},
      {AgreementUnit::kDocument, "document"},
  };
  return kWords;
}

template <>
WordTable<AgreementMeasure> Words<AgreementMeasure>() {
  static constexpr std::pair<AgreementMeasure, std::string_view> kWords[] = {
      {AgreementMeasure::kPercent, "percent"},
      {AgreementMeasure::kCohen, "cohen"},
      {AgreementMeasure::kFleiss, "fleiss"},
      {AgreementMeasure::kAc1, "ac1"},
      {AgreementMeasure::kBrennanPrediger, "brennan-prediger"},
      {AgreementMeasure::kAlpha, "alpha"},
      {AgreementMeasure::kUAlpha2016, "u-alpha-2016"},
      {AgreementMeasure::kAlphaU1995, "alpha-u-1995"},
  };
  return kWords;
}

template <>
WordTable<Drawn> Words<Drawn>() {
  static constexpr std::pair<Drawn, std::string_view> kWords[] = {
      {Drawn::kDocuments, "documents"},
      {Drawn::kUnits, "units"},
  };
  return kWords;
}

template <>
WordTable<Undefined> Words<Undefined>() {
  static constexpr std::pair<Undefined, std::string_view> kWords[] = {
      {Undefined::kNo, ""},
      {Undefined::kNoVariation, "no variation"},
      {Undefined::kNoPairs, "no unit with two coders"},
      {Undefined::kTwoOnly, "for two coders only"},
      {Undefined::kPerCode, "for one code only"},
  };
  return kWords;
}

}  // namespace commonground::model
