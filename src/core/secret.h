// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What somebody typed and nobody else may read, a passphrase: in memory that is not swapped out and is wiped at the
// end.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "core/result.h"

namespace commonground::core {

class Secret {
 public:
  // Room for so many bytes, all 0.  Errors: Io: there is not enough locked memory.
  static Result<Secret> OfSize(std::size_t bytes);
  // The same letters are the same secret, however a keyboard composes them (NFC).  What is no UTF-8 stays as it is.
  // Errors: as OfSize.
  static Result<Secret> OfText(std::string_view typed);

  std::span<char> bytes() { return {bytes_.get(), size_}; }
  std::string_view text() const { return {bytes_.get(), size_}; }
  // Forgets what is behind the first `bytes`.
  void Cut(std::size_t bytes);

 private:
  struct Free {
    void operator()(char* bytes) const;
  };
  Secret(char* bytes, std::size_t size) : bytes_(bytes), size_(size) {}
  std::unique_ptr<char, Free> bytes_;
  std::size_t size_ = 0;
};

}  // namespace commonground::core
