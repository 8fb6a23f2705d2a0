// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Memory of libsodium, which wipes it when it is given back; also what ICU composes letters in.
#include "core/secret.h"

#include <sodium.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <cstdint>

namespace commonground::core {

namespace {

// So many UTF-16 units, in a secret.
UChar* Units(Secret& secret) {
  return reinterpret_cast<UChar*>(secret.bytes().data());
}

}  // namespace

void Secret::Free::operator()(char* bytes) const {
  sodium_free(bytes);
}

Result<Secret> Secret::OfSize(std::size_t bytes) {
  if (sodium_init() < 0) return Fail(ErrorCode::kIo, "libsodium does not start");
  // An array of units, so that it is aligned for them (sodium_malloc aligns the end).
  auto* memory = static_cast<char*>(sodium_allocarray(bytes / sizeof(UChar) + 1, sizeof(UChar)));
  if (memory == nullptr) return Fail(ErrorCode::kIo, "there is not enough locked memory for a passphrase");
  std::fill_n(memory, bytes, '\0');
  return Secret(memory, bytes);
}

Result<Secret> Secret::OfText(std::string_view typed) {
  const auto units = static_cast<std::int32_t>(typed.size() * 3 + 1);  // NFC makes a text three times as long at most
  CG_ASSIGN_OR_RETURN(Secret wide, OfSize(static_cast<std::size_t>(units) * sizeof(UChar)));
  CG_ASSIGN_OR_RETURN(Secret composed, OfSize(static_cast<std::size_t>(units) * sizeof(UChar)));
  CG_ASSIGN_OR_RETURN(Secret text, OfSize(static_cast<std::size_t>(units) * 3));
  UErrorCode code = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strFromUTF8(Units(wide), units, &length, typed.data(), static_cast<std::int32_t>(typed.size()), &code);
  length = unorm2_normalize(unorm2_getNFCInstance(&code), Units(wide), length, Units(composed), units, &code);
  u_strToUTF8(text.bytes().data(), static_cast<std::int32_t>(text.bytes().size()), &length, Units(composed), length,
              &code);
  if (U_SUCCESS(code)) {
    text.Cut(static_cast<std::size_t>(length));
    return text;
  }
  CG_ASSIGN_OR_RETURN(Secret same, OfSize(typed.size()));
  std::ranges::copy(typed, same.bytes().begin());
  return same;
}

void Secret::Cut(std::size_t bytes) {
  if (bytes >= size_) return;
  sodium_memzero(bytes_.get() + bytes, size_ - bytes);
  size_ = bytes;
}

}  // namespace commonground::core
