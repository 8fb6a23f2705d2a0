// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A file system for SQLite (https://www.sqlite.org/vfs.html) that is the machine's own, but for reads and writes of a
// whole page of a database.
#include "store/sqlite/page_checks.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <cstring>
#include <string_view>

namespace commonground::store {

namespace {

using sqlite_api::sqlite3_file;
using sqlite_api::sqlite3_io_methods;
using sqlite_api::sqlite3_vfs;
using Bytes = std::span<unsigned char>;

thread_local bool new_files_are_checked = false;

// SQLite gives the room for it, and for the machine's own file behind it.
struct PageFile {
  sqlite3_file base;
  bool is_checked;  // the header says so
  bool is_new;      // made to be checked; it has no header yet
};
static_assert(sizeof(PageFile) % alignof(std::max_align_t) == 0);

PageFile& Mine(sqlite3_file* file) {
  return *reinterpret_cast<PageFile*>(file);
}
sqlite3_file* Real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<PageFile*>(file) + 1);
}

Sums SumsOf(Bytes page) {
  Sums sums;
  sums.Add(page.first(page.size() - kPageCheckBytes));
  return sums;
}

void Put(Bytes page) {
  const Sums sums = SumsOf(page);
  std::memcpy(page.data() + page.size() - kPageCheckBytes, &sums, kPageCheckBytes);
}

bool IsGood(Bytes page) {
  const Sums sums = SumsOf(page);
  return std::memcmp(page.data() + page.size() - kPageCheckBytes, &sums, kPageCheckBytes) == 0;
}

bool IsPage(std::size_t bytes) {
  return bytes >= 512 && (bytes & (bytes - 1)) == 0;
}

// The beginning of a file says whether its pages are checked.
void Notice(PageFile& file, Bytes bytes, sqlite_api::sqlite3_int64 at) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  constexpr std::size_t kHeader = 100;
  if (at != 0 || bytes.size() < kHeader || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) return;
  file.is_checked = bytes[kReservedAt] == kPageCheckBytes;
  file.is_new = false;
}

int Read(sqlite3_file* file, void* to, int count, sqlite_api::sqlite3_int64 at) {
  const int code = Real(file)->pMethods->xRead(Real(file), to, count, at);
  if (code != SQLITE_OK) return code;
  const Bytes bytes(static_cast<unsigned char*>(to), static_cast<std::size_t>(count));
  Notice(Mine(file), bytes, at);
  return Mine(file).is_checked && IsPage(bytes.size()) && !IsGood(bytes) ? SQLITE_IOERR_DATA : SQLITE_OK;
}

// SQLite does not look at the reserved bytes of its pages, also in memory.
int Write(sqlite3_file* file, const void* from, int count, sqlite_api::sqlite3_int64 at) {
  const Bytes bytes(static_cast<unsigned char*>(const_cast<void*>(from)), static_cast<std::size_t>(count));
  Notice(Mine(file), bytes, at);
  if ((Mine(file).is_checked || Mine(file).is_new) && IsPage(bytes.size())) Put(bytes);
  return Real(file)->pMethods->xWrite(Real(file), from, count, at);
}

template <auto Method, typename... Arguments>
auto Forward(sqlite3_file* file, Arguments... arguments) {
  return (Real(file)->pMethods->*Method)(Real(file), arguments...);
}

int Close(sqlite3_file* file) {
  const int code = Real(file)->pMethods->xClose(Real(file));
  if (code == SQLITE_OK) file->pMethods = nullptr;
  return code;
}

// Version 2: no pages are mapped into memory past Read.
using Io = sqlite3_io_methods;
constexpr Io kMethods = {
    2,
    Close,
    Read,
    Write,
    Forward<&Io::xTruncate, sqlite_api::sqlite3_int64>,
    Forward<&Io::xSync, int>,
    Forward<&Io::xFileSize, sqlite_api::sqlite3_int64*>,
    Forward<&Io::xLock, int>,
    Forward<&Io::xUnlock, int>,
    Forward<&Io::xCheckReservedLock, int*>,
    Forward<&Io::xFileControl, int, void*>,
    Forward<&Io::xSectorSize>,
    Forward<&Io::xDeviceCharacteristics>,
    Forward<&Io::xShmMap, int, int, int, void volatile**>,
    Forward<&Io::xShmLock, int, int, int>,
    Forward<&Io::xShmBarrier>,
    Forward<&Io::xShmUnmap, int>,
    nullptr,
    nullptr,
};

sqlite3_vfs* Machine() {
  static sqlite3_vfs* const machine = sqlite_api::sqlite3_vfs_find(nullptr);
  return machine;
}

int Open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened) {
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return Machine()->xOpen(Machine(), name, file, flags, opened);
  Mine(file) = {{nullptr}, false, new_files_are_checked && (flags & SQLITE_OPEN_CREATE) != 0};
  const int code = Machine()->xOpen(Machine(), name, Real(file), flags, opened);
  if (code == SQLITE_OK || Real(file)->pMethods != nullptr) file->pMethods = &kMethods;
  return code;
}

}  // namespace

void Sums::Add(std::span<const unsigned char> bytes, bool swapped) {
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    std::uint32_t words[2];
    std::memcpy(words, bytes.data() + at, sizeof words);
    if (swapped) {
      words[0] = __builtin_bswap32(words[0]);
      words[1] = __builtin_bswap32(words[1]);
    }
    first += words[0] + second;
    second += words[1] + first;
  }
}

const char* CheckedFiles() {
  static const char* const name = [] {
    static sqlite3_vfs files = *Machine();
    files.zName = "commonground";
    files.szOsFile += static_cast<int>(sizeof(PageFile));
    files.xOpen = Open;
    sqlite_api::sqlite3_vfs_register(&files, 0);
    return files.zName;
  }();
  return name;
}

NewFilesAreChecked::NewFilesAreChecked() {
  new_files_are_checked = true;
}
NewFilesAreChecked::~NewFilesAreChecked() {
  new_files_are_checked = false;
}

void CheckPages(std::string& database) {
  const auto* header = reinterpret_cast<const unsigned char*>(database.data());
  const std::size_t size = std::size_t{header[16]} << 8 | header[17];  // of a page; 1 stands for 65536
  const std::size_t page = size == 1 ? 65536 : size;
  for (std::size_t at = 0; at + page <= database.size(); at += page) {
    Put(Bytes(reinterpret_cast<unsigned char*>(database.data()) + at, page));
  }
}

}  // namespace commonground::store
