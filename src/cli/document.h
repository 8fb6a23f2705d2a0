// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command document.
#pragma once

#include "cli/command.h"

namespace commonground::cli {

Run AddDocument(CLI::App& command);
// Its parts list and show (document_list.cpp, document_show.cpp).
Run AddDocumentList(CLI::App& command);
Run AddDocumentShow(CLI::App& command);

}  // namespace commonground::cli
