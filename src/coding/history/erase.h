// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words that the history keeps, and labels that are the words of a passage, go with what they came from.
#pragma once

#include <cstdint>
#include <vector>

#include "model/study.h"

namespace commonground::coding {

enum class Older { kKeep, kForget };

struct Erasure {
  std::int64_t history_texts = 0;     // how many were taken out of the study
  std::vector<model::CodeId> labels;  // codes made in vivo that are now called by their id
};

// Of a study that is about to be saved as a whole.  What a wording came from is told by the event that names it.
//
// A document is gone when it is not in the study or its consent to analyse, or that of its organisation, was withdrawn,
// whatever the day; so is an organisation that has no case, or that withdrew.  Erased are the wordings of what is gone
// (of a note on a case: its organisation; of the label of a code made in vivo, wherever the history repeats it: the
// document it was taken from; of what is said about an organisation: that organisation); and of all things that the
// study does not hold though nobody took them out by an act.  A code whose label is still the words of a document that
// is gone is called by its id.  With kForget all wordings are erased but the labels that codes made in vivo have now,
// and a label that its document does not say any more is one of those that go. Cost: linear in the history and, if
// there are notes on codings, in the codings.
Erasure EraseWords(model::Study& study, Older older);

}  // namespace commonground::coding
