// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// libzip reads and writes "sources"; ours are buffers in memory that outlive the archive.
#include "publish/container/container.h"

#include <zip.h>

#include <memory>

namespace commonground::publish {

namespace {

constexpr zip_uint16_t kFirstDay = (1 << 5) | 1;  // 1 January 1980, as DOS counts

core::Error Failed(const char* what) {
  return {
      core::ErrorCode::kIo, std::string("a container could not be ") + what + ": not enough memory, or damaged", {}};
}

}  // namespace

core::Result<std::string> WriteContainer(const std::vector<ContainedFile>& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (buffer == nullptr) return core::Fail(Failed("made"));
  zip_source_keep(buffer);
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(buffer, &zip_source_free);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  if (archive == nullptr) return core::Fail(Failed("made"));
  for (const ContainedFile& file : files) {
    zip_source_t* content = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
    const zip_int64_t at =
        content == nullptr ? -1 : zip_file_add(archive, file.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
      if (content != nullptr) zip_source_free(content);
      zip_discard(archive);
      return core::Fail(Failed("made"));
    }
    const auto index = static_cast<zip_uint64_t>(at);
    zip_set_file_compression(archive, index, file.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    zip_file_set_dostime(archive, index, 0, kFirstDay, 0);
    zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_DOS, 0);
  }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    return core::Fail(Failed("made"));
  }
  zip_stat_t stat;
  if (zip_source_stat(buffer, &stat) != 0 || zip_source_open(buffer) != 0) return core::Fail(Failed("made"));
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  if (read != static_cast<zip_int64_t>(bytes.size())) return core::Fail(Failed("made"));
  return bytes;
}

core::Result<std::vector<ContainedFile>> ReadContainer(const std::string& bytes, std::size_t max_bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return core::Fail(Failed("read"));
  zip_t* opened = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (opened == nullptr) {
    zip_source_free(source);
    return core::Fail(Failed("read"));
  }
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(opened, &zip_discard);
  std::vector<ContainedFile> files;
  std::size_t left = max_bytes;
  const zip_int64_t count = zip_get_num_entries(opened, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    zip_stat_t stat;
    if (zip_stat_index(opened, index, 0, &stat) != 0 || stat.size > left) return core::Fail(Failed("read"));
    left -= stat.size;
    ContainedFile file{stat.name, std::string(stat.size, '\0'), stat.comp_method == ZIP_CM_STORE};
    zip_file_t* content = zip_fopen_index(opened, index, 0);
    const zip_int64_t read = content == nullptr ? -1 : zip_fread(content, file.bytes.data(), stat.size);
    if (content != nullptr) zip_fclose(content);
    if (read != static_cast<zip_int64_t>(stat.size)) return core::Fail(Failed("read"));
    if (!file.name.ends_with('/')) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace commonground::publish
