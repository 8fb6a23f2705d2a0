// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command document.
#pragma once

#include "cli/command.h"

namespace commonground::cli {

Run AddDocument(CLI::App& command);
// Its parts list, show and diff (document_list.cpp, document_show.cpp, document_diff.cpp).
Run AddDocumentList(CLI::App& command);
Run AddDocumentShow(CLI::App& command);
Run AddDocumentDiff(CLI::App& command);

}  // namespace commonground::cli
