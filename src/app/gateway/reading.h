// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The read gateway for a person who works on the study: which texts they may see.  The third door beside analysis.h and
// publishing.h.
#pragma once

#include <set>
#include <span>

#include "app/caller.h"
#include "core/date.h"
#include "model/results/kept.h"
#include "model/study.h"

namespace commonground::app {

// Documents whose analysis is consented to on `today`.  Withdrawn, expired, never given: not there at all, not even as
// a number of results.  Cases under embargo may be worked on; they are not published.
std::set<model::DocumentId> ReadableDocuments(const model::Study& study, const core::Date& today);
// Of these, those that the caller's role shows: a member its own organisation's, a reader none.
std::set<model::DocumentId> ReadableDocuments(const model::Study& study, const core::Date& today, const Caller& caller);

// May the pages of this text be seen as pictures by who may read it?  There is consent to that, and of its files that
// are `kept` one is what its newest text was taken from, and has pages.
bool MayShowPages(const model::Study& study, std::span<const model::KeptOriginal> kept,
                  const model::DocumentId& document, const core::Date& today);

}  // namespace commonground::app
