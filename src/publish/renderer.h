// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From a book to bytes.  One renderer a form: publish/html is the first.
#pragma once

#include <functional>
#include <string_view>

#include "core/progress.h"
#include "core/result.h"
#include "publish/book.h"

namespace commonground::publish {

// Takes one file; relative_path has '/' between parts, and every part is a safe file name (publish/html/address.h).
using FileSink = std::function<core::Status(std::string_view relative_path, std::string_view bytes)>;

class Renderer {
 public:
  virtual ~Renderer() = default;
  // The same book gives the same bytes.  No file is given twice.
  // Errors: Cancelled, the book's and the sink's.
  virtual core::Status Render(const Book& book, const FileSink& sink, core::Progress& progress) const = 0;
};

}  // namespace commonground::publish
