// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The open data of an edition.
//
//     index.html                     what there is, for people
//     data.zip                       all of it in one file, with README.md
//     spreadsheet/counts.csv         for spreadsheet programs
//     raw/counts.csv                 the same for programs, with counts.csv-metadata.json beside it
//     raw/figures/PAGE/FIGURE.csv    every table and figure of the report
//     dataset.jsonld, provenance.jsonld, CITATION.cff, citation.bib, citation.json, README.md, SHA256SUMS
//
// Addresses stay the same from edition to edition as long as the figure does.
#pragma once

#include <string>

#include "core/progress.h"
#include "model/results/publication.h"
#include "publish/data/figure_tables.h"
#include "publish/renderer.h"
#include "publish/words.h"

namespace commonground::publish {

// What a publication holds may leave, and nothing else does.  Paths are relative to the folder of the data; `site` is
// the way from there to the pages: "../", "../fr/".
// Errors: Cancelled, Io (memory), the sink's.  Cost: O(publication); all tables are in memory at once.
core::Status RenderData(const model::Publication& publication, const Words& words, const std::string& site,
                        const FileSink& sink, core::Progress& progress);
// The same of figures that pages of this publication, in the language of `words`, gave already on their way to another
// form: making pages is a quarter of the cost.
core::Status RenderData(const model::Publication& publication, const Words& words, const std::string& site,
                        FigureTables figures, const FileSink& sink, core::Progress& progress);

}  // namespace commonground::publish
