// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Format: PKWARE APPNOTE 6.3.  The central directory at the end lists the entries; each has a local header before its
// bytes.  zip64 (over 4 GB) is not needed for a case study and is refused.
#include "ingest/parser/zip_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "core/canonical.h"
#include "ingest/exchange/write_zip.h"

namespace commonground::ingest::parser {

namespace {

core::Status Bad(std::string_view what) {
  return core::Fail(core::ErrorCode::kInvalidInput,
                    std::string(what) + ". Fix: open it in a word processor and save it again");
}

// libarchive gives names in the locale's letters; the plain locale has none beyond ASCII.  Threads: this one alone.
class Utf8Names {
 public:
  Utf8Names() : own_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (own_ != nullptr) before_ = uselocale(own_);
  }
  ~Utf8Names() {
    if (own_ == nullptr) return;
    uselocale(before_);
    freelocale(own_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t own_;
  locale_t before_ = nullptr;
};

struct Listed {
  std::string name;
  std::size_t begin = 0;  // of its local header
  std::size_t end = 0;    // of its bytes
  std::size_t packed = 0;
  std::size_t unpacked = 0;
};

class Directory {
 public:
  explicit Directory(std::string_view bytes) : bytes_(bytes) {}

  core::Status Read(std::vector<Listed>& entries) {
    const std::size_t end = FindEnd();
    if (end == std::string_view::npos) return Bad("the container has no list of its entries: it is cut off or damaged");
    const std::size_t count = Number(end + 10, 2);
    const std::size_t size = Number(end + 12, 4);
    std::size_t at = Number(end + 16, 4);
    if (Number(end + 4, 2) != 0 || Number(end + 6, 2) != 0) return Bad("the container is one of several parts");
    if (count == 0xffff || at == 0xffffffff) return Bad("the container is of the kind for over 4 GB (zip64)");
    if (count > kMaxEntries)
      return Bad(fmt::format("the container has {} entries; at most {} are read", count, kMaxEntries));
    if (at > end || size != end - at) return Bad("the container's list of entries lies about its place");
    for (std::size_t i = 0; i < count; ++i) CG_RETURN_IF_ERROR(Entry(at, end, entries));
    if (at != end) return Bad("the container's list of entries is longer than it says");
    return Overlaps(entries);
  }

 private:
  std::size_t Number(std::size_t at, std::size_t length) const {
    std::size_t number = 0;
    for (std::size_t i = 0; i < length; ++i) {
      number |= static_cast<std::size_t>(static_cast<unsigned char>(bytes_[at + i])) << (8 * i);
    }
    return number;
  }
  bool Has(std::size_t at, std::size_t length) const { return at <= bytes_.size() && length <= bytes_.size() - at; }

  // The last record must end the file, so that no second directory hides.
  std::size_t FindEnd() const {
    constexpr std::size_t kLength = 22;
    if (bytes_.size() < kLength) return std::string_view::npos;
    for (std::size_t comment = 0; comment <= 0xffff && comment + kLength <= bytes_.size(); ++comment) {
      const std::size_t at = bytes_.size() - kLength - comment;
      if (bytes_.substr(at, 4) == "PK\5\6" && Number(at + 20, 2) == comment) return at;
    }
    return std::string_view::npos;
  }

  core::Status Entry(std::size_t& at, std::size_t end, std::vector<Listed>& entries) {
    if (at + 46 > end || bytes_.substr(at, 4) != "PK\1\2") return Bad("the container's list of entries is damaged");
    const std::size_t flags = Number(at + 8, 2);
    const std::size_t method = Number(at + 10, 2);
    const std::size_t name_length = Number(at + 28, 2);
    const std::size_t next = at + 46 + name_length + Number(at + 30, 2) + Number(at + 32, 2);
    if (next > end) return Bad("the container's list of entries is damaged");
    Listed entry;
    entry.name = bytes_.substr(at + 46, name_length);
    entry.packed = Number(at + 20, 4);
    entry.unpacked = Number(at + 24, 4);
    entry.begin = Number(at + 42, 4);
    const std::size_t unix_mode = Number(at + 38, 4) >> 16;
    if ((flags & 1) != 0 || (flags & 0x40) != 0)
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the container is locked with a password. Fix: open it, and save a copy without a password");
    if (method != 0 && method != 8)
      return Bad("the container is packed in a way that is not read (only stored, deflated)");
    if ((unix_mode & 0170000) == 0120000) return Bad("the container holds a link");
    if (!Has(entry.begin, 30) || bytes_.substr(entry.begin, 4) != "PK\3\4")
      return Bad("an entry is not where its list says");
    const std::size_t local_name = Number(entry.begin + 26, 2);
    entry.end = entry.begin + 30 + local_name + Number(entry.begin + 28, 2) + entry.packed;
    if (!Has(entry.begin, entry.end - entry.begin)) return Bad("an entry is longer than the container");
    if (bytes_.substr(entry.begin + 30, local_name) != entry.name || Number(entry.begin + 8, 2) != method) {
      return Bad("the container says two different things about an entry");
    }
    const bool later = (Number(entry.begin + 6, 2) & 8) != 0;  // sizes follow the bytes
    if (!later && (Number(entry.begin + 18, 4) != entry.packed || Number(entry.begin + 22, 4) != entry.unpacked)) {
      return Bad("the container says two different things about an entry's size");
    }
    CG_RETURN_IF_ERROR(Name(entry.name));
    entries.push_back(std::move(entry));
    at = next;
    return {};
  }

  core::Status Name(const std::string& name) {
    const bool leaves = name.starts_with('/') || name.find('\\') != std::string::npos ||
                        name.find('\0') != std::string::npos || (name.size() > 1 && name[1] == ':') || name == ".." ||
                        name.starts_with("../") || name.ends_with("/..") || name.find("/../") != std::string::npos;
    if (name.empty() || name.size() > 500 || leaves) return Bad("an entry's name leads out of the container");
    if (!names_.insert(name).second) return Bad("two entries of the container have the same name");
    return {};
  }

  static core::Status Overlaps(const std::vector<Listed>& entries) {
    std::vector<const Listed*> sorted;
    std::size_t packed = 0;
    std::size_t unpacked = 0;
    for (const Listed& entry : entries) {
      sorted.push_back(&entry);
      packed += entry.packed;
      unpacked += entry.unpacked;
    }
    std::ranges::sort(sorted, {}, [](const Listed* entry) { return entry->begin; });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i]->begin < sorted[i - 1]->end)
        return Bad("entries of the container overlap: decompression bomb, refused");
    }
    if (unpacked > kMaxUnpacked || unpacked > (packed + 4096) * kMaxRatio) {
      return Bad("the container would unpack to far more than a document has: decompression bomb, refused");
    }
    return {};
  }

  std::string_view bytes_;
  std::set<std::string> names_;
};

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

}  // namespace

bool IsArchive(std::string_view content) {
  using namespace std::string_view_literals;
  constexpr std::array kMarks{"PK\3\4"sv,
                              "PK\5\6"sv,
                              "Rar!\x1a"sv,
                              "7z\xbc\xaf\x27\x1c"sv,
                              "\x1f\x8b\x08"sv,
                              "BZh"sv,
                              "\xfd"
                              "7zXZ"sv,
                              "\x28\xb5\x2f\xfd"sv};
  return std::ranges::any_of(kMarks, [content](std::string_view mark) { return content.starts_with(mark); });
}

core::Result<std::string> MakeZip(const std::vector<std::pair<std::string, std::string>>& files) {
  auto bytes = WriteZip(files, Packed::kStored);
  if (!bytes) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file needs more memory than a document may. Fix: split it");
  }
  return std::move(*bytes);
}

core::Status VisitZip(std::string_view bytes,
                      const std::function<core::Status(const std::string&, std::string_view)>& visit, Nested nested) {
  std::vector<Listed> entries;
  CG_RETURN_IF_ERROR(Directory(bytes).Read(entries));

  const Utf8Names names;
  const Archive reader(archive_read_new(), &archive_read_free);
  archive_read_support_format_zip_seekable(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return Bad("the container is damaged");
  }
  std::string content;
  std::size_t total = 0;
  std::size_t seen = 0;
  archive_entry* entry = nullptr;
  for (int code = 0; (code = archive_read_next_header(reader.get(), &entry)) != ARCHIVE_EOF; ++seen) {
    if (code < ARCHIVE_WARN) return Bad("the container is damaged");
    const char* const path = archive_entry_pathname(entry);
    const std::string told = path == nullptr ? "" : path;
    auto listed = std::ranges::find(entries, told, &Listed::name);
    if (listed == entries.end()) {
      // libarchive puts letters and their accents together.
      const std::string whole = core::MakeCanonical(told).text;
      listed =
          std::ranges::find_if(entries, [&](const Listed& one) { return core::MakeCanonical(one.name).text == whole; });
    }
    if (listed == entries.end()) return Bad("the container says two different things about its entries");
    const std::string& name = listed->name;
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    if (archive_entry_filetype(entry) != AE_IFREG) return Bad("the container holds something that is not a file");
    content.clear();
    std::array<char, 1 << 16> buffer{};
    for (la_ssize_t count = 0; (count = archive_read_data(reader.get(), buffer.data(), buffer.size())) != 0;) {
      if (count < 0) return Bad("the container is damaged");
      total += static_cast<std::size_t>(count);
      content.append(buffer.data(), static_cast<std::size_t>(count));
      const bool swells = content.size() > (1u << 20) && content.size() > listed->packed * kMaxRatio;
      if (total > kMaxUnpacked || content.size() > listed->unpacked || swells) {
        return Bad("the container unpacks to more than it says: decompression bomb, refused");
      }
    }
    if (content.size() != listed->unpacked) return Bad("an entry of the container has another size than it says");
    if (nested == Nested::kRefused && IsArchive(content)) return Bad("the container holds another archive");
    CG_RETURN_IF_ERROR(visit(name, content));
  }
  if (seen != entries.size()) return Bad("the container says two different things about its entries");
  return {};
}

}  // namespace commonground::ingest::parser
