// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the parts of the page of agreement share: names, and figures as words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/results/agreement.h"
#include "model/study.h"
#include "publish/book.h"
#include "publish/words.h"

namespace commonground::publish {

class AgreementView {
 public:
  // All outlive the view.
  AgreementView(const model::Study& study, const model::Agreement& agreement, const Words& words);
  AgreementView(model::Study&&, const model::Agreement&, const Words&) = delete;

  const model::Study& study;
  const model::Agreement& agreement;
  const Words& t;

  std::string CodeLabel(const model::CodeId& code) const;  // "BAR.3 Violence"
  const model::Document* DocumentOf(const model::DocumentId& id) const;
  std::string UnitsWord() const;  // "paragraphs"
  std::string Coders() const;     // "coder-a and coder-b"
  // The place of a code's passages on the page.
  static std::string PlaceOf(const model::CodeId& code) { return "code-" + code.value; }
  static Target PassagesOf(const model::CodeId& code) { return PlaceTarget{{PageKind::kAgreement}, PlaceOf(code)}; }

  // The measure that the page is about: alpha where it was asked for, else the last.
  model::AgreementMeasure Main() const;
  // Null: the row does not have it.
  const model::AgreementFigure* MainOf(const model::AgreementRow& row) const;

  std::string NameOf(model::AgreementMeasure measure) const;               // "Krippendorff's alpha"
  std::string ShortNameOf(model::AgreementMeasure measure) const;          // "Alpha"
  std::string Rounded(double value) const;                                 // "0.74", never "-0.00"
  std::string ValueText(const model::AgreementFigure& figure) const;       // "0.742", or why there is none
  std::string IntervalText(const model::AgreementFigure& figure) const;    // "0.68 to 0.80", or empty
  std::string LevelText() const;                                           // "95%", of the intervals
  std::string ShareText(const model::AgreementCounts& counts) const;       // "4.2%", of ratings that say "present"
  std::string PrevalenceText(const model::AgreementCounts& counts) const;  // "4.2% (12 of 284)"

 private:
  std::map<std::string, const model::Code*> codes_;
  std::map<std::string, const model::Document*> documents_;
};

// Krippendorff 2004: 0.800 and above can be relied on; from 0.667 conclusions are tentative.
constexpr double kReliable = 0.8;
constexpr double kTentative = 0.667;

// Dots with whiskers, a code a line, and how often each was given; as many figures as fit a printed page each.  The
// last has the table of all.
std::vector<Figure> DrawAgreement(const AgreementView& view);
// All of it as one figure, at most `most` lines; its twin has the table of all.
Figure DrawAllAgreement(const AgreementView& view, std::size_t most);
// Of one pair of coders: which code the second gave where the first gave another.
Figure DrawConfusions(const AgreementView& view, const model::CoderId& first, const model::CoderId& second,
                      const std::string& id);
// Rows with their counts and every measure.
Table AgreementTable(const AgreementView& view, const std::vector<model::AgreementRow>& rows, const std::string& id,
                     const std::string& caption, const std::string& of);

// Cuts a label to what fits `width` units at 13 px; the table beside has it whole.
std::string Fit(const std::string& text, double width);

}  // namespace commonground::publish
