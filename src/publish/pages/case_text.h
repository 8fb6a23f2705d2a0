// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The texts of a case, word for word, in the frame that every case has: each paragraph in which something was coded
// stands in the section that most of its codes belong to (with as many of each: with whom before what changed before
// what stands in the way before what they do), under the heading or question that it stands under; what comes before
// the first of these, up to a heading or under the first, says who they are.  After that, each text whole.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "publish/book.h"
#include "publish/report.h"

namespace commonground::publish {

class CaseText {
 public:
  enum class Section { kWho, kInTheWay, kTheyDo, kChanged, kWithWhom };

  // `codings`: by document of the study.  The report outlives it.  Cost: O(words + paragraphs * codings of the text).
  CaseText(const Report& report, const model::OrganisationId& id,
           const std::vector<std::vector<const model::CodingColumn*>>& codings);

  bool Has(Section section) const { return !At(section).pieces.empty(); }
  // Whose words they are, in what language, from what sources; empty where there are none.
  Spans CapOf(Section section) const;
  // Below the last heading of the page; one in the text with the same words is not said again.
  void Add(Section section, Page& page) const;
  // All of each text, or why it is not shown; nothing for a case without a text.
  void AddWhole(Page& page) const;

 private:
  struct Piece {
    std::size_t document = 0;  // of the study
    Passage passage;
  };
  struct Part {
    std::vector<Piece> pieces;
    std::string under;  // the heading above the last of them
  };
  Part& At(Section section) { return sections_[static_cast<std::size_t>(section)]; }
  const Part& At(Section section) const { return sections_[static_cast<std::size_t>(section)]; }
  void Read(std::size_t document, const std::vector<const model::CodingColumn*>& codings);
  void Place(std::size_t document, const Passage& passage, Section section, const Passage* under);
  std::string TitleOf(std::size_t document) const;
  std::string TitleLanguageOf(std::size_t document) const;
  Spans WhoseWords(const std::vector<std::size_t>& documents) const;

  const Report& report_;
  std::array<Part, 5> sections_;
  WholeTexts whole_;
  bool is_shown_ = false;  // any of them
};

}  // namespace commonground::publish
