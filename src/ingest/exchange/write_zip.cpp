// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// libarchive writes into memory that is large enough from the start: what deflate cannot make smaller grows by a
// thousandth at most.
#include "ingest/exchange/write_zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace commonground::ingest {

std::optional<std::string> WriteZip(const std::vector<std::pair<std::string, std::string>>& files, Packed packed) {
  std::size_t size = 4096;
  for (const auto& [name, content] : files) size += 2 * name.size() + content.size() + content.size() / 1000 + 512;
  std::string bytes(size, '\0');
  std::size_t used = 0;
  const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(), &archive_write_free);
  archive_write_set_format_zip(writer.get());
  archive_write_set_options(writer.get(),
                            packed == Packed::kStored ? "zip:compression=store" : "zip:compression=deflate");
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  if (archive_write_open_memory(writer.get(), bytes.data(), bytes.size(), &used) != ARCHIVE_OK) return std::nullopt;
  for (const auto& [name, content] : files) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK) return std::nullopt;
    if (archive_write_data(writer.get(), content.data(), content.size()) != static_cast<la_ssize_t>(content.size()))
      return std::nullopt;
  }
  if (archive_write_close(writer.get()) != ARCHIVE_OK) return std::nullopt;
  bytes.resize(used);
  return bytes;
}

}  // namespace commonground::ingest
