// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the list at the head of the pack and cuts what follows it.

#include "server/pages/pack.h"

#include <charconv>
#include <cstddef>

namespace commonground::server {

namespace {

std::optional<std::size_t> NumberIn(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::map<std::string, PackedFile, std::less<>>> ReadPack(std::string_view bytes) {
  const std::size_t head_end = bytes.find("\n\n");
  if (head_end == std::string_view::npos) return std::nullopt;
  std::string_view head = bytes.substr(0, head_end + 1);
  std::string_view rest = bytes.substr(head_end + 2);
  std::map<std::string, PackedFile, std::less<>> files;
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find('\n'));
    head.remove_prefix(line.size() + 1);
    const std::size_t second = line.rfind(' ');
    if (second == std::string_view::npos || second == 0) return std::nullopt;
    const std::size_t first = line.rfind(' ', second - 1);
    if (first == std::string_view::npos) return std::nullopt;
    const auto plain = NumberIn(line.substr(first + 1, second - first - 1));
    const auto gzip = NumberIn(line.substr(second + 1));
    if (!plain || !gzip || *plain > rest.size() || *gzip > rest.size() - *plain) return std::nullopt;
    files.emplace(line.substr(0, first), PackedFile{rest.substr(0, *plain), rest.substr(*plain, *gzip)});
    rest.remove_prefix(*plain + *gzip);
  }
  if (!rest.empty()) return std::nullopt;
  return files;
}

}  // namespace commonground::server
