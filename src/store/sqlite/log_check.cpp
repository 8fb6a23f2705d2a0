// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The log's form: https://www.sqlite.org/fileformat2.html#the_write_ahead_log.  A frame is a header of 24 bytes and a
// page; both salts of the log stand in it, and the sum of all frames so far.
#include "store/sqlite/log_check.h"

#include <bit>
#include <chrono>
#include <fstream>
#include <optional>
#include <thread>
#include <vector>

#include "store/sqlite/page_checks.h"

namespace commonground::store {

namespace {

constexpr std::uint32_t kMagic = 0x377f0682;  // its last bit says in which order of bytes the sums are

using Bytes = std::span<const unsigned char>;

std::uint32_t Word(Bytes bytes, std::size_t index) {
  const auto* at = bytes.data() + index * 4;
  return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | at[3];
}

// What somebody who looks twice compares: nobody is writing there.
struct Look {
  bool is_damaged = false;
  std::size_t frames = 0;  // that are whole, from the beginning
  Sums sums;
  std::vector<unsigned char> header;
  friend bool operator==(const Look&, const Look&) = default;
};

class Log {
 public:
  Log(const std::filesystem::path& path, const PageKey* key) : in_(path, std::ios::binary), key_(key) {}

  Look Run() {
    Look look;
    look.header.resize(kLogHeader);
    if (!in_ || !Get(look.header)) return look;  // none, or nothing in it yet
    const Bytes header = look.header;
    const std::uint32_t page = Word(header, 2);
    swapped_ = ((Word(header, 0) & 1) != 0) == (std::endian::native == std::endian::little);
    look.sums.Add(header.first(kFrameHeader), swapped_);
    frame_.resize(kFrameHeader + page % (1 << 17));
    if ((Word(header, 0) & ~1U) != kMagic || Sums{Word(header, 6), Word(header, 7)} != look.sums) {
      look.is_damaged = in_.peek() != std::ifstream::traits_type::eof();  // it is written before any frame
      return look;
    }
    // Once a frame is not whole, the rest is looked at for what was saved.
    bool is_whole = true;
    for (std::uint64_t at = kLogHeader; Get(frame_); at += frame_.size()) {
      Unseal(at);
      const Bytes frame = frame_;
      const bool first_salt = Word(frame, 2) == Word(header, 4);
      const bool second_salt = Word(frame, 3) == Word(header, 5);
      const bool ends_a_transaction = Word(frame, 1) != 0;
      if (is_whole && first_salt && second_salt) {
        Sums sums = look.sums;
        sums.Add(frame.first(8), swapped_);
        sums.Add(frame.subspan(kFrameHeader), swapped_);
        is_whole = sums == Sums{Word(frame, 4), Word(frame, 5)};
        if (is_whole) {
          look.sums = sums;
          ++look.frames;
          continue;
        }
        // The last one of the file was written to its end.
        if (in_.peek() == std::ifstream::traits_type::eof()) look.is_damaged = true;
      }
      // Frames of older rounds have neither salt.
      const bool is_of_the_log = first_salt && second_salt;
      if ((is_of_the_log && ends_a_transaction) || first_salt != second_salt) look.is_damaged = true;
      is_whole = false;
    }
    return look;
  }

 private:
  bool Get(std::vector<unsigned char>& bytes) {
    return static_cast<bool>(
        in_.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())));
  }
  // A page that does not open has no right sum.
  void Unseal(std::uint64_t at) {
    if (key_ == nullptr || frame_.size() != kFrameHeader + kSealedPage) return;
    const std::span<unsigned char> frame = frame_;
    key_->TurnSums(frame.first(kFrameHeader), at + kFrameHeader);
    (void)key_->Open(frame.subspan(kFrameHeader), SealedIn::kLog, at + kFrameHeader);
  }
  std::ifstream in_;
  const PageKey* key_;
  std::vector<unsigned char> frame_;
  bool swapped_ = false;
};

}  // namespace

bool IsDamagedLog(const std::filesystem::path& study_file, const PageKey* key) {
  constexpr std::chrono::milliseconds kPause{50};
  constexpr int kMaxLooks = 20;
  std::optional<Look> before;
  for (int looked = 0; looked < kMaxLooks; ++looked) {
    Look look = Log(study_file.string() + "-wal", key).Run();
    if (!look.is_damaged) return false;
    if (before == look) return true;
    before = std::move(look);  // somebody may be writing it just now
    std::this_thread::sleep_for(kPause);
  }
  return false;  // somebody is
}

}  // namespace commonground::store
