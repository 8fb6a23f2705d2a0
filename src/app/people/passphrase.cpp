// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Length is what helps; a list keeps out what everybody takes (OWASP ASVS 5.0, 6.2).

#include "app/people/passphrase.h"

#include <sodium.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/embedded_file.h"
#include "core/fold.h"
#include "core/letters.h"
#include "core/text_range.h"

namespace commonground {
std::span<const core::EmbeddedFile> CommonPassphrases();  // cmake/embed.cmake
}

namespace commonground::app {

using core::ErrorCode;

namespace {

constexpr std::size_t kLongestPattern = 8;  // letters that are repeated
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemory = 64UL * 1024 * 1024;

// Letters and digits only, without case.
std::string Bare(std::string_view text) {
  const std::string folded = core::Fold(text);
  std::string bare;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t next = core::NextLetter(folded, at);
    if (u_isalnum(core::LetterAt(folded, at)) != 0) bare.append(folded, at, next - at);
    at = next;
  }
  return bare;
}

const std::set<std::string, std::less<>>& Common() {
  static const auto all = [] {
    std::set<std::string, std::less<>> lines;
    for (const core::EmbeddedFile& file : CommonPassphrases()) {
      std::string_view rest = file.bytes;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (!line.empty() && line.front() != '#') lines.insert(Bare(line));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return lines;
  }();
  return all;
}

bool IsRepeated(std::string_view bare) {
  for (std::size_t length = 1; length <= kLongestPattern && length * 2 <= bare.size(); ++length) {
    bool same = true;
    for (std::size_t i = length; same && i < bare.size(); ++i) same = bare[i] == bare[i - length];
    if (same) return true;
  }
  return false;
}

// abc..., 987..., and along the rows of a keyboard, also once more from the start.
bool IsRunOfKeys(std::string_view bare) {
  static constexpr std::array<std::string_view, 8> kRows{"abcdefghijklmnopqrstuvwxyz",
                                                         "01234567890123456789",
                                                         "qwertyuiopasdfghjklzxcvbnm",
                                                         "azertyuiopqsdfghjklmwxcvbn",
                                                         "1234567890qwertyuiopasdfghjklzxcvbnm",
                                                         "qwertzuiopasdfghjklyxcvbnm",
                                                         "1q2w3e4r5t6y7u8i9o0p",
                                                         "qazwsxedcrfvtgbyhnujmikolp"};
  for (const std::string_view row : kRows) {
    std::string twice(row);
    twice += row;
    std::string back(twice.rbegin(), twice.rend());
    if (twice.find(bare) != std::string::npos || back.find(bare) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

core::Status CheckPassphrase(std::string_view passphrase, const std::vector<std::string>& context) {
  if (passphrase.size() > kLongestPassphrase) {
    return core::Fail(ErrorCode::kInvalidInput, "the passphrase is longer than 1024 bytes. Fix: a shorter one");
  }
  if (core::TextIndex(passphrase).length() < static_cast<std::int64_t>(kShortestPassphrase)) {
    return core::Fail(
        ErrorCode::kInvalidInput,
        "the passphrase has less than 15 characters. Fix: four or five words that have nothing to do with "
        "each other, any characters you like");
  }
  std::string bare = Bare(passphrase);
  // What is hardly more than the name or the title is guessed from them.
  for (const std::string& known : context) {
    const std::string word = Bare(known);
    if (word.size() < 4) continue;
    for (std::size_t at = bare.find(word); at != std::string::npos; at = bare.find(word)) bare.erase(at, word.size());
  }
  if (bare.size() < kShortestPassphrase / 2 || Common().contains(bare) || IsRepeated(bare) || IsRunOfKeys(bare)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "the passphrase is one of those that are tried first. Fix: four or five words that have nothing "
                      "to do with each other");
  }
  return {};
}

core::Result<std::string> HashPassphrase(std::string_view passphrase) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 || crypto_pwhash_str_alg(hash.data(), passphrase.data(), passphrase.size(), kPasses, kMemory,
                                                 crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return core::Fail(ErrorCode::kIo, "there is not enough memory to hash a passphrase (64 MiB)");
  }
  return std::string(hash.data());
}

bool IsPassphrase(const std::string& hash, std::string_view passphrase) {
  if (hash.size() >= crypto_pwhash_STRBYTES) return false;
  return crypto_pwhash_str_verify(hash.c_str(), passphrase.data(), passphrase.size()) == 0;
}

}  // namespace commonground::app
