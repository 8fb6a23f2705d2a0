// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Johab, Korean as older word processors wrote it (code page 1361): a syllable says its letters, five bits each.  ICU
// has no converter for it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace commonground::ingest::parser {

inline constexpr int kJohab = 1361;

// What is none of Johab becomes U+FFFD.  `in_949`: reads one sign in code page 949.
// Source of the layout: KS X 1001, annex 3, as K. Lunde, CJKV Information Processing (2008), ch. 4, tells it.
std::u16string FromJohab(std::string_view bytes, const std::function<std::u16string(std::string_view)>& in_949);

}  // namespace commonground::ingest::parser
