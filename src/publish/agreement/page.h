// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Agreement of coders as one page that needs nothing beside it: the figure, what was taken for what, every passage that
// was seen differently, and how it was counted.  For the people who code: it is no part of the report, and holds words
// that nobody may have consented to publish.  Coders appear under their ids.
#pragma once

#include <string>

#include "model/results/agreement.h"
#include "model/study.h"
#include "publish/figures/figure_file.h"
#include "publish/words.h"

namespace commonground::publish {

// UTF-8; the same agreement gives the same bytes.  Threads: any.
std::string RenderAgreementPage(const model::Study& study, const model::Agreement& agreement, const Words& words);

// Its first figure by itself: codes, measures and coders, and no word of a text.  The picture says whom it is for.
FigureFiles AgreementFiles(const model::Study& study, const model::Agreement& agreement, const Words& words);

}  // namespace commonground::publish
