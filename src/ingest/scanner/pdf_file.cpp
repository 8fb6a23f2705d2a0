// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Poppler opens it, and says nothing of what it thinks of it.
#include "ingest/scanner/pdf_file.h"

#include <poppler-global.h>

namespace commonground::ingest::parser {

core::Result<std::unique_ptr<poppler::document>> OpenPdf(std::string_view bytes) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document || document->is_locked() || document->pages() < 1) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the PDF is damaged. Fix: open it in a PDF reader and print it into a new PDF");
  }
  return document;
}

}  // namespace commonground::ingest::parser
