// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A row of frames, as the programs in the sandbox answer: one byte for the kind, four bytes for the length (little
// endian), the bytes.  First V, the version; last Z, which is empty; or V, E with the message of a failure, Z.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::ingest {

inline constexpr std::size_t kMaxFailureBytes = 1'000;

void AppendNumber(std::string& bytes, std::size_t number);
// Requires: four bytes at `at`.
std::size_t NumberAt(std::string_view bytes, std::size_t at);
void AppendFrame(std::string& answer, char kind, std::string_view bytes);

// An answer that cannot be trusted: why, and what to do.
core::Error Untrusted(std::string_view why, std::string_view fix);

// Hands every frame but E and Z to `take`, which gives nullptr, or what is wrong with it.
// Errors: InvalidInput: the message of E; or that the answer cannot be trusted (as Untrusted).  Cost: linear.
core::Status ReadFrames(std::string_view answer, std::string_view fix,
                        const std::function<const char*(char kind, std::string_view bytes)>& take);

}  // namespace commonground::ingest
