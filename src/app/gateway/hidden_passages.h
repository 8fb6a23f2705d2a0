// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which words of a document may be read, where some of its passages have a consent of their own; and the text that is
// left.  Of use only inside the gateway.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/gateway/consent_book.h"
#include "core/text_range.h"
#include "model/study.h"

namespace commonground::app {

class HiddenPassages {
 public:
  // Of the study's consents with passages; `codings` are all of the study, also those of work in progress and those
  // that were rejected: they say where the passages are.  Where one that was taken back has no place any more (its
  // coding has gone, or the text has changed), nothing of its document is read.  Cost: nothing where there are none,
  // else one look at each coding.
  HiddenPassages(const model::Study& study, std::span<const model::Coding> codings, const ConsentBook& book);

  // May any of its text be read: all but some passages, or some passages of a text that may not be read itself?
  bool MayBeRead(const model::Document& document) const;
  // What may not, of a document that may be read: in order, apart from each other, in code points.
  std::vector<core::TextRange> HiddenIn(const model::Document& document) const;
  // May these words of the document be shown translated?
  bool MayBeTranslated(const model::Document& document, const std::string& words) const;
  // Subjects of consents (model/consent_subject.h) that were taken back and whose passage has no place any more.
  const std::vector<std::string>& WithoutPlace() const { return lost_; }
  // All that is said of passages, for what makes one edition another.
  std::string Account() const;

 private:
  struct Passage {
    core::TextRange range;
    std::string words;
    std::map<model::ConsentScope, bool> holds;
  };
  const std::vector<Passage>* Find(const model::Document& document) const;
  const ConsentBook& book_;
  std::map<model::DocumentId, std::vector<Passage>> passages_;
  std::set<model::DocumentId> without_place_;
  std::vector<std::string> lost_;
};

// A text with "[...]" for each hidden stretch (one point more for each place in it that something begins or ends at, so
// that what lay apart stays apart and how long it was is not told).
class BlankedText {
 public:
  // `places`: where ranges that will be moved begin and end.  Requires: `hidden` in order and apart.
  BlankedText(const std::string& text, std::vector<core::TextRange> hidden, std::vector<std::int64_t> places);
  const std::string& text() const { return text_; }
  core::TextRange Moved(const core::TextRange& range) const { return {Moved(range.start), Moved(range.end)}; }
  std::string WordsIn(const core::TextRange& moved) const;

 private:
  struct Stretch {
    core::TextRange hidden;
    std::int64_t start = 0;                 // in text_
    std::int64_t length = 0;                // in text_
    std::vector<std::int64_t> places = {};  // within `hidden`, without its ends
  };
  std::int64_t Moved(std::int64_t place) const;
  std::vector<Stretch> stretches_;
  std::string text_;
};

}  // namespace commonground::app
