// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which pages of a book stand in a form that is read from the first page to the last (PDF, DOCX, EPUB), and how deep.
#pragma once

#include "publish/book.h"

namespace commonground::publish {

// Not the index (such forms have a search) and not the pages of evidence, which repeat what the case studies say.
bool IsRead(const PageId& page);

// Level of a page's title among the headings: 1 a chapter, 2 a page of a list (a practice, a case study, a country).
int LevelOf(const PageId& page);

// The place of a target in the one document: "case-lantern-collective", "case-lantern-collective--d1-p3"; empty: it
// leads to what does not stand there.  No two targets have the same place.
std::string PlaceOf(const Target& target);
std::string PlaceOf(const PageId& page, const std::string& name);

}  // namespace commonground::publish
