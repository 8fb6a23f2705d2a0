// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list of what this program wrote into a folder, with the content hash of each file, kept in the folder itself.  By
// it the program knows whether a folder is its own still, or has something of a person's in it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/descriptor.h"
#include "core/result.h"

namespace commonground::core {

class Manifest {
 public:
  void Add(std::string_view path, std::string_view bytes);
  // The bytes of the file: a line for people, then "HASH  PATH" for each file, sorted.
  std::string Text() const;

  // Is all in `folder` as its manifest (the file `name`) says?  With `missing_is_fine` a file may have gone.
  // Errors: InvalidInput, which names the first file that was changed, added or removed; or there is no such list.
  enum class Missing { kRefused, kFine };
  static Status Check(const Descriptor& folder, const std::string& name, Missing missing,
                      const std::filesystem::path& shown);

 private:
  std::map<std::string, std::string, std::less<>> hashes_;
};

}  // namespace commonground::core
