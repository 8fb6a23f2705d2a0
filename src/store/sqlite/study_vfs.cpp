// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A file system for SQLite (https://www.sqlite.org/vfs.html).  A log has a header, then frames, each a header and a
// page (https://www.sqlite.org/fileformat2.html#the_write_ahead_log).
#include "store/sqlite/study_vfs.h"

#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "store/sqlite/page_checks.h"

namespace commonground::store {

namespace {

using sqlite_api::sqlite3_file;
using sqlite_api::sqlite3_io_methods;
using sqlite_api::sqlite3_vfs;
using PageBytes = std::span<unsigned char>;
using Place = sqlite_api::sqlite3_int64;
using Page = std::array<unsigned char, kSealedPage>;

thread_local bool new_files_are_checked = false;
thread_local const NewFilesAreSealed* new_files_are_sealed = nullptr;

// SQLite gives the room for it, and for the machine's own file behind it.
struct StudyFile {
  sqlite3_file base;
  const PageKey* key;  // of an encrypted study; nullptr: of another
  bool is_checked;     // the header says so
  bool is_new;         // made to be checked; it has no header yet
};
constexpr std::size_t kRoom =
    (sizeof(StudyFile) + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);

StudyFile& Mine(sqlite3_file* file) {
  return *reinterpret_cast<StudyFile*>(file);
}
sqlite3_file* Real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + kRoom);
}

bool IsPage(std::size_t bytes) {
  return bytes >= 512 && (bytes & (bytes - 1)) == 0;
}

int ReadReal(sqlite3_file* file, PageBytes to, Place at) {
  return Real(file)->pMethods->xRead(Real(file), to.data(), static_cast<int>(to.size()), at);
}
int WriteReal(sqlite3_file* file, PageBytes from, Place at) {
  return Real(file)->pMethods->xWrite(Real(file), from.data(), static_cast<int>(from.size()), at);
}

// ---- a study file in the clear, with checksums

// The beginning of a file says whether its pages are checked.
void Notice(StudyFile& file, PageBytes bytes, Place at) {
  constexpr std::string_view kSqliteMagic("SQLite format 3\0", 16);
  constexpr std::size_t kHeader = 100;
  if (at != 0 || bytes.size() < kHeader || std::memcmp(bytes.data(), kSqliteMagic.data(), kSqliteMagic.size()) != 0)
    return;
  // SQLite cannot give room back: one that was encrypted keeps it, with the checksum at its end.
  file.is_checked = bytes[kReservedAt] == kPageCheckBytes || bytes[kReservedAt] == kSealBytes;
  file.is_new = false;
}

int ReadChecked(sqlite3_file* file, void* to, int count, Place at) {
  const PageBytes bytes(static_cast<unsigned char*>(to), static_cast<std::size_t>(count));
  const int code = ReadReal(file, bytes, at);
  if (code != SQLITE_OK) return code;
  Notice(Mine(file), bytes, at);
  return Mine(file).is_checked && IsPage(bytes.size()) && !IsChecked(bytes) ? SQLITE_IOERR_DATA : SQLITE_OK;
}

// SQLite does not look at the reserved bytes of its pages, also in memory.
int WriteChecked(sqlite3_file* file, const void* from, int count, Place at) {
  const PageBytes bytes(static_cast<unsigned char*>(const_cast<void*>(from)), static_cast<std::size_t>(count));
  Notice(Mine(file), bytes, at);
  if ((Mine(file).is_checked || Mine(file).is_new) && IsPage(bytes.size())) PutCheck(bytes);
  return WriteReal(file, bytes, at);
}

// ---- an encrypted study

// A page into room of our own, where it is sealed: SQLite keeps its own as it is.  False: its end is not free.
bool Copy(const unsigned char* from, Page& page) {
  std::memcpy(page.data(), from, page.size());
  return std::all_of(page.end() - kSealBytes, page.end(), [](unsigned char byte) { return byte == 0; });
}

int ReadSealed(sqlite3_file* file, void* to, int count, Place at) {
  const auto size = static_cast<std::size_t>(count);
  const Place first = at / static_cast<Place>(kSealedPage) * static_cast<Place>(kSealedPage);
  const auto within = static_cast<std::size_t>(at - first);
  if (within + size > kSealedPage) return SQLITE_IOERR_READ;
  Page page;
  const int code = ReadReal(file, page, first + static_cast<Place>(kSealBlock));
  if (code != SQLITE_OK) {
    std::memset(to, 0, size);
    return code;  // behind the end of the file, as when it is new
  }
  if (!Mine(file).key->Open(page, SealedIn::kStudy, static_cast<std::uint64_t>(first))) return SQLITE_IOERR_DATA;
  std::memcpy(to, page.data() + within, size);
  return SQLITE_OK;
}

int WriteSealed(sqlite3_file* file, const void* from, int count, Place at) {
  Page page;
  if (count != static_cast<int>(page.size()) || at % static_cast<Place>(page.size()) != 0) return SQLITE_IOERR_WRITE;
  (void)Copy(static_cast<const unsigned char*>(from), page);
  std::fill(page.end() - kSealBytes, page.end(), static_cast<unsigned char>(0));  // nobody reads them
  Mine(file).key->Seal(page, SealedIn::kStudy, static_cast<std::uint64_t>(at));
  return WriteReal(file, page, at + static_cast<Place>(kSealBlock));
}

int TruncateSealed(sqlite3_file* file, Place size) {
  return Real(file)->pMethods->xTruncate(Real(file), size + static_cast<Place>(kSealBlock));
}
int SizeSealed(sqlite3_file* file, Place* size) {
  const int code = Real(file)->pMethods->xFileSize(Real(file), size);
  if (code == SQLITE_OK) *size = std::max<Place>(0, *size - static_cast<Place>(kSealBlock));
  return code;
}

// ---- the log of an encrypted study

constexpr std::size_t kFrame = kFrameHeader + kSealedPage;

// Where something stands in a log.
struct InLog {
  bool is_head = false;    // of the log, which is as it is
  std::uint64_t page = 0;  // where the page of this frame begins
  std::size_t within = 0;  // of the frame
};
InLog PlaceIn(Place at) {
  if (at < static_cast<Place>(kLogHeader)) return {true, 0, 0};
  const auto behind = static_cast<std::uint64_t>(at) - kLogHeader;
  return {false, kLogHeader + behind / kFrame * kFrame + kFrameHeader, static_cast<std::size_t>(behind % kFrame)};
}

int ReadLog(sqlite3_file* file, void* to, int count, Place at) {
  const PageBytes bytes(static_cast<unsigned char*>(to), static_cast<std::size_t>(count));
  const InLog place = PlaceIn(at);
  if (place.is_head) {
    return at == 0 && bytes.size() <= kLogHeader ? ReadReal(file, bytes, at) : SQLITE_IOERR_READ;
  }
  const PageKey& key = *Mine(file).key;
  if (place.within == 0 && (bytes.size() == kFrame || bytes.size() == kFrameHeader)) {
    const int code = ReadReal(file, bytes, at);
    if (code != SQLITE_OK) return code;
    key.TurnSums(bytes.first(kFrameHeader), place.page);
    if (bytes.size() == kFrameHeader) return SQLITE_OK;
    // Whole frames are read after a crash, to see where the log ends: what does not open has no right sum.
    const PageBytes page = bytes.subspan(kFrameHeader);
    if (!key.Open(page, SealedIn::kLog, place.page)) std::ranges::fill(page, static_cast<unsigned char>(0));
    return SQLITE_OK;
  }
  if (place.within < kFrameHeader || place.within + bytes.size() > kFrame) return SQLITE_IOERR_READ;
  Page page;
  const int code = ReadReal(file, page, static_cast<Place>(place.page));
  if (code != SQLITE_OK) return code;
  if (!key.Open(page, SealedIn::kLog, place.page)) return SQLITE_IOERR_DATA;
  std::memcpy(to, page.data() + place.within - kFrameHeader, bytes.size());
  return SQLITE_OK;
}

int WriteLog(sqlite3_file* file, const void* from, int count, Place at) {
  const auto* begin = static_cast<const unsigned char*>(from);
  const auto size = static_cast<std::size_t>(count);
  const InLog place = PlaceIn(at);
  const PageKey& key = *Mine(file).key;
  if (place.is_head && at == 0 && size == kLogHeader) {
    return Real(file)->pMethods->xWrite(Real(file), from, count, at);
  }
  if (!place.is_head && place.within == 0 && size == kFrameHeader) {
    std::array<unsigned char, kFrameHeader> header;
    std::memcpy(header.data(), begin, header.size());
    key.TurnSums(header, place.page);
    return WriteReal(file, header, at);
  }
  Page page;
  // SQLite has counted the sum of the page with its last bytes; they come back as zeros.
  if (place.is_head || place.within != kFrameHeader || size != page.size() || !Copy(begin, page)) {
    return SQLITE_IOERR_WRITE;
  }
  key.Seal(page, SealedIn::kLog, place.page);
  return WriteReal(file, page, at);
}

// ---- what they share

template <auto Method, typename... Arguments>
auto Forward(sqlite3_file* file, Arguments... arguments) {
  return (Real(file)->pMethods->*Method)(Real(file), arguments...);
}

int Close(sqlite3_file* file) {
  const int code = Real(file)->pMethods->xClose(Real(file));
  if (code == SQLITE_OK) file->pMethods = nullptr;
  return code;
}

using Io = sqlite3_io_methods;

// Version 2: no pages are mapped into memory past Read.
constexpr Io Methods(decltype(Io::xRead) read, decltype(Io::xWrite) write, decltype(Io::xTruncate) truncate,
                     decltype(Io::xFileSize) size) {
  return {
      2,
      Close,
      read,
      write,
      truncate,
      Forward<&Io::xSync, int>,
      size,
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
}
constexpr Io kChecked =
    Methods(ReadChecked, WriteChecked, Forward<&Io::xTruncate, Place>, Forward<&Io::xFileSize, Place*>);
constexpr Io kSealed = Methods(ReadSealed, WriteSealed, TruncateSealed, SizeSealed);
constexpr Io kSealedLog = Methods(ReadLog, WriteLog, Forward<&Io::xTruncate, Place>, Forward<&Io::xFileSize, Place*>);

// ---- the journal of a file that is being made: whoever makes it throws it away when that fails

int ReadNothing(sqlite3_file*, void* to, int count, Place) {
  std::memset(to, 0, static_cast<std::size_t>(count));
  return SQLITE_IOERR_SHORT_READ;
}
template <typename... Arguments>
int Nothing(sqlite3_file*, Arguments...) {
  return SQLITE_OK;
}
int NoSize(sqlite3_file*, Place* size) {
  *size = 0;
  return SQLITE_OK;
}
int NotKnown(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}
constexpr Io kNoJournal = {
    1,
    Nothing<>,
    ReadNothing,
    Nothing<const void*, int, Place>,
    Nothing<Place>,
    Nothing<int>,
    NoSize,
    Nothing<int>,
    Nothing<int>,
    Nothing<int*>,
    NotKnown,
    Nothing<>,
    Nothing<>,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
};

sqlite3_vfs* Machine() {
  static sqlite3_vfs* const machine = sqlite_api::sqlite3_vfs_find(nullptr);
  return machine;
}

}  // namespace

struct SealForNewFiles {
  static const std::string& Block() { return new_files_are_sealed->block_; }
  static const PageKey& Key() { return new_files_are_sealed->key_; }
};

namespace {

// A file of this key, by this thread.
bool IsBeingMade(const PageKey& key) {
  return new_files_are_sealed != nullptr && &SealForNewFiles::Key() == &key;
}

// Of an encrypted file that is there, or of one that is being made.  SQLITE_CANTOPEN: nobody gave its key.
int FindKey(sqlite3_file* file, int flags) {
  std::string block(kSealBlock, '\0');
  const PageBytes bytes(reinterpret_cast<unsigned char*>(block.data()), block.size());
  const int code = ReadReal(file, bytes, 0);
  if (code == SQLITE_OK && IsSealBlock(block)) {
    const auto id = IdInBlock(block);
    Mine(file).key = id ? KnownKey(*id) : nullptr;
    return Mine(file).key != nullptr ? SQLITE_OK : SQLITE_CANTOPEN;
  }
  Place size = 0;
  const bool is_empty = Real(file)->pMethods->xFileSize(Real(file), &size) == SQLITE_OK && size == 0;
  if (new_files_are_sealed == nullptr || (flags & SQLITE_OPEN_CREATE) == 0 || !is_empty) return SQLITE_OK;
  Mine(file).key = &SealForNewFiles::Key();
  block = SealForNewFiles::Block();
  return WriteReal(file, {reinterpret_cast<unsigned char*>(block.data()), block.size()}, 0);
}

int OpenAs(const Io& methods, const char* name, sqlite3_file* file, int flags, int* opened) {
  const int code = Machine()->xOpen(Machine(), name, Real(file), flags, opened);
  if (code == SQLITE_OK || Real(file)->pMethods != nullptr) file->pMethods = &methods;
  return code;
}

int Open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened) {
  if ((flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0 && name != nullptr) {
    sqlite3_file* study = sqlite_api::sqlite3_database_file_object(name);
    if (study == nullptr || study->pMethods != &kSealed) return Machine()->xOpen(Machine(), name, file, flags, opened);
    if ((flags & SQLITE_OPEN_WAL) == 0) {
      if (!IsBeingMade(*Mine(study).key)) return SQLITE_CANTOPEN;
      file->pMethods = &kNoJournal;
      return SQLITE_OK;
    }
    Mine(file) = {{nullptr}, Mine(study).key, false, false};
    return OpenAs(kSealedLog, name, file, flags, opened);
  }
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return Machine()->xOpen(Machine(), name, file, flags, opened);
  Mine(file) = {{nullptr}, nullptr, false, new_files_are_checked && (flags & SQLITE_OPEN_CREATE) != 0};
  int code = OpenAs(kChecked, name, file, flags, opened);
  if (code != SQLITE_OK) return code;
  code = FindKey(file, flags);
  if (Mine(file).key != nullptr) file->pMethods = &kSealed;
  return code;  // SQLite closes what it cannot use
}

// The journal of a file that is being made is nowhere, so that it cannot be taken away either.
int Delete(sqlite3_vfs*, const char* name, int sync) {
  const int code = Machine()->xDelete(Machine(), name, sync);
  return code == SQLITE_IOERR_DELETE_NOENT && new_files_are_sealed != nullptr ? SQLITE_OK : code;
}

}  // namespace

std::string SealBlockOf(const std::filesystem::path& path) {
  const std::string whole = std::filesystem::absolute(path).string();
  const std::unique_ptr<const char, void (*)(const char*)> name(
      sqlite_api::sqlite3_create_filename(whole.c_str(), "", "", 0, nullptr),
      [](const char* made) { sqlite_api::sqlite3_free_filename(made); });
  if (!name) return {};
  const std::unique_ptr<void, decltype(&std::free)> room(std::calloc(1, static_cast<std::size_t>(Machine()->szOsFile)),
                                                         &std::free);
  if (!room) return {};
  auto* file = static_cast<sqlite3_file*>(room.get());
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  std::string block(kSealBlock, '\0');
  const bool is_open = Machine()->xOpen(Machine(), name.get(), file, flags, &flags) == SQLITE_OK;
  const bool is_read =
      is_open && file->pMethods->xRead(file, block.data(), static_cast<int>(block.size()), 0) == SQLITE_OK;
  if (file->pMethods != nullptr) file->pMethods->xClose(file);
  return is_read && IsSealBlock(block) ? block : std::string();
}

const char* StudyFiles() {
  static const char* const name = [] {
    static sqlite3_vfs files = *Machine();
    files.zName = "commonground";
    files.szOsFile += static_cast<int>(kRoom);
    files.xOpen = Open;
    files.xDelete = Delete;
    sqlite_api::sqlite3_vfs_register(&files, 0);
    return files.zName;
  }();
  return name;
}

bool SayThatItHasALog(int file, const PageKey* key) {
  Page page;
  const off_t at = key == nullptr ? 0 : static_cast<off_t>(kSealBlock);
  const auto size = static_cast<ssize_t>(page.size());
  if (pread(file, page.data(), page.size(), at) != size) return false;
  if (key != nullptr && !key->Open(page, SealedIn::kStudy, 0)) return false;
  page[18] = page[19] = 2;
  if (key != nullptr) {
    key->Seal(page, SealedIn::kStudy, 0);
  } else {
    PutCheck(page);
  }
  return pwrite(file, page.data(), page.size(), at) == size && fsync(file) == 0;
}

NewFilesAreChecked::NewFilesAreChecked() {
  new_files_are_checked = true;
}
NewFilesAreChecked::~NewFilesAreChecked() {
  new_files_are_checked = false;
}

NewFilesAreSealed::NewFilesAreSealed(std::string block, const PageKey& key) : block_(std::move(block)), key_(key) {
  new_files_are_sealed = this;
}
NewFilesAreSealed::~NewFilesAreSealed() {
  new_files_are_sealed = nullptr;
}

}  // namespace commonground::store
