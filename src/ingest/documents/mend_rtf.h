// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// RTF writes a character outside its code page as \u1080 and then, for old readers, one that may stand for it:
// "\u1080?". Pandoc 2.17 loses the letter or space after such a "?".  Written as \'3f it is read rightly.
#pragma once

#include <string>
#include <string_view>

namespace commonground::ingest {

// Any bytes may be given.  Threads: any.  Cost: linear.
std::string MendRtf(std::string_view bytes);

}  // namespace commonground::ingest
