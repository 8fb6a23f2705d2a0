// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Projects that programs keep in SQLite, as tables of named cells.
#pragma once

#include "coding/exchange/code_description.h"
#include "coding/exchange/imported.h"
#include "core/result.h"
#include "model/results/project_file.h"

namespace commonground::coding {

// Taguette 0.6 to 1.5 (taguette/database/models.py): projects, documents, tags, highlights, highlight_tags.  Places
// count bytes of UTF-8 of the document's text without its tags (taguette/extract.py); each is checked against the
// highlight's snippet, and looked for in the document where the two differ.  Nobody is named there as the coder.
core::Result<Imported> ReadTaguette(const model::ProjectFile& file);

// QualCoder 3 (wiki, "Database structure"): project, source, code_cat, code_name, code_text, annotation, cases,
// case_text.  Places count code points of source.fulltext, and seltext says what should stand there.
core::Result<Imported> ReadQualCoder(const model::ProjectFile& file);

}  // namespace commonground::coding
