// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report as a book of pages.  Pure: no clock, no files; the same publication gives the same book.
#pragma once

#include "model/results/publication.h"
#include "publish/book.h"

namespace commonground::publish {

// Both outlive the book.  Its pages are made when a renderer asks for them.  Pages: at most one a case, country and
// code, one a region, and lists in parts.  Cost: O(publication).
Book MakeBook(const model::Publication& publication, const Words& words);
Book MakeBook(model::Publication&&, const Words&) = delete;

}  // namespace commonground::publish
