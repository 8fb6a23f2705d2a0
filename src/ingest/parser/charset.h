// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Text in other charsets than UTF-8, by ICU.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <unicode/ucnv.h>

#include "core/result.h"

namespace commonground::ingest::parser {

// UTF-8 of `bytes` in the charset that a page names by `label` ("windows-1251", "latin1", as
// https://encoding.spec.whatwg.org has them).  Returns: nothing when there is no such charset here, or a byte is none
// of it.
std::optional<std::string> FromCharset(std::string_view bytes, std::string_view label);

// A page as UTF-8.  Its charset: a byte order mark, else what it declares (XML declaration, meta), else UTF-8.
// Errors: InvalidInput: it declares none and is not UTF-8; it declares one that it is not in, or that is not known.
core::Result<std::string> PageAsUtf8(std::string_view bytes);

// Converters by code page of Windows (1251, 932; 10000 and above: of the Macintosh), kept open.
class CodePages {
 public:
  // What is none of the code page becomes U+FFFD.  An unknown code page is read as 1252.
  std::u16string Read(std::string_view bytes, int code_page);

 private:
  std::map<int, std::unique_ptr<UConverter, decltype(&ucnv_close)>> open_;
};

}  // namespace commonground::ingest::parser
