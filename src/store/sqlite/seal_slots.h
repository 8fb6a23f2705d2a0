// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where things stand in the first block of an encrypted study file.  Of use only inside sqlite/.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace commonground::store {

inline constexpr char kSealMark[] = "Common Ground encrypted study 1\n";
inline constexpr std::size_t kSealMarkBytes = 32;
static_assert(sizeof kSealMark == kSealMarkBytes + 1);
inline constexpr std::size_t kSealIdAt = 32;
inline constexpr std::size_t kSealSlots = 2;
inline constexpr std::size_t kSlotBytes = 512;
inline constexpr std::size_t kSlotsAt = 512;
inline constexpr std::size_t kForPeopleAt = 2048;

inline std::size_t SlotAt(std::size_t slot) {
  return kSlotsAt + slot * kSlotBytes;
}
// Empty: nothing is in it.  Requires: a whole block.
inline std::string_view SlotIn(std::string_view block, std::size_t slot) {
  const std::string_view bytes = block.substr(SlotAt(slot), kSlotBytes);
  const std::size_t size =
      std::size_t{static_cast<unsigned char>(bytes[0])} | std::size_t{static_cast<unsigned char>(bytes[1])} << 8;
  return size == 0 || size > kSlotBytes - 2 ? std::string_view() : bytes.substr(2, size);
}
inline void PutSlot(std::string& block, std::size_t slot, std::string_view wrapped) {
  std::memset(block.data() + SlotAt(slot), 0, kSlotBytes);
  if (wrapped.empty()) return;
  block[SlotAt(slot)] = static_cast<char>(wrapped.size() & 0xff);
  block[SlotAt(slot) + 1] = static_cast<char>(wrapped.size() >> 8);
  std::memcpy(block.data() + SlotAt(slot) + 2, wrapped.data(), wrapped.size());
}

}  // namespace commonground::store
