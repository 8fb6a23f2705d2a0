// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens a study file, after looking at what it is.

#include "store/sqlite/connect.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/descriptor.h"
#include "store/failure.h"
#include "store/sqlite/fts_tokenizer.h"
#include "store/sqlite/log_check.h"
#include "store/sqlite/study_key.h"
#include "store/sqlite/study_vfs.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

constexpr const char* kInMemory = ":memory:";

// SOCI opens whatever it is told by a line of text; this opens the file itself and hands it over.
class OwnFlags : public soci::backend_factory {
 public:
  OwnFlags(std::string name, int flags) : name_(std::move(name)), flags_(flags) {}
  soci::sqlite3_session_backend* make_session(const soci::connection_parameters&) const override {
    const soci::connection_parameters in_memory(soci::sqlite3, ":memory:");
    std::unique_ptr<soci::sqlite3_session_backend> backend(
        static_cast<soci::sqlite3_session_backend*>(soci::factory_sqlite3()->make_session(in_memory)));
    sqlite_api::sqlite3_close(backend->conn_);
    backend->conn_ = nullptr;
    const int code = sqlite_api::sqlite3_open_v2(name_.c_str(), &backend->conn_, flags_ | SQLITE_OPEN_EXRESCODE,
                                                 name_ == kInMemory ? nullptr : StudyFiles());
    if (code != SQLITE_OK) {
      throw soci::sqlite3_soci_error(backend->conn_ ? sqlite_api::sqlite3_errmsg(backend->conn_) : "no memory", code);
    }
    sqlite_api::sqlite3_busy_timeout(backend->conn_, 5000);
    RegisterTokenizer(backend->conn_);
    return backend.release();
  }

 private:
  std::string name_;
  int flags_;
};

std::string Absolute(const std::filesystem::path& path) {
  return std::filesystem::absolute(path).string();
}

// SQLite's address of a file that nobody changes, so that nothing has to be made beside it.
std::string UnchangingAddress(const std::filesystem::path& path) {
  std::string address = "file:";
  for (const char c : Absolute(path)) {
    const bool plain = c == '/' || c == '.' || c == '-' || c == '_' || std::isalnum(static_cast<unsigned char>(c));
    address += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return address + "?immutable=1";
}

std::unique_ptr<soci::session> OpenNamed(const std::string& name, int flags) {
  return std::make_unique<soci::session>(OwnFlags(name, flags), "");
}

[[noreturn]] void FailWith(int system_error) {
  if (system_error == ENOENT) {
    throw Failure(ErrorCode::kNotFound,
                  "there is no such file or folder. Fix: look at the name, or make the folder first");
  }
  if (system_error == ENOSPC || system_error == EDQUOT) {
    throw Failure(ErrorCode::kIo,
                  "the study file cannot be made: no space left on the disk. Fix: free some space, or name another "
                  "location");
  }
  throw Failure(ErrorCode::kIo, std::string("the study file cannot be made (") + std::strerror(system_error) +
                                    "). Fix: check the permissions of its folder, or name another location");
}

void WriteAll(int file, std::string_view bytes) {
  (void)fchmod(file, 0600);  // the umask may have taken too much
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) FailWith(errno);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (fsync(file) != 0) FailWith(errno);
}

std::string ByNumber(int number) {
  return fmt::format("/proc/self/fd/{}", number);
}

// What will be opened, held by a descriptor that opens nothing (no pipe waits, no lock of SQLite's is lost when it is
// closed).  A link is followed for reading only.  Not open: there is no such file.
core::Descriptor Hold(const std::filesystem::path& path, Access access) {
  const int follow = access.may_write || access.may_create ? O_NOFOLLOW : 0;
  core::Descriptor held(open(path.c_str(), O_PATH | O_CLOEXEC | follow));
  if (!held.open() && errno != ENOENT && errno != ENOTDIR) FailWith(errno);
  return held;
}

// Only a regular file, and for writing only one of this user, with nobody else's log beside it: SQLite would wait for
// it, or read it into the study.
void CheckFile(const core::Descriptor& held, const std::filesystem::path& path, Access access) {
  struct stat about {};
  if (fstat(held.number(), &about) != 0) FailWith(errno);
  if (!S_ISREG(about.st_mode) && !S_ISLNK(about.st_mode)) {
    throw Failure(ErrorCode::kInvalidInput, "this is not a regular file. Fix: name a study file (study.cg)");
  }
  const auto owner = about.st_uid;
  if (access.may_write || access.may_create) {
    if (auto own = core::CheckOwn(about, core::Expected::kFile, path); !own) {
      throw Failure(own.error().code, own.error().message);
    }
  }
  for (const char* beside : {"-wal", "-shm", "-journal"}) {
    const auto name = std::filesystem::path(path.string() + beside);
    if (lstat(name.c_str(), &about) != 0) continue;
    if (S_ISREG(about.st_mode) && (about.st_uid == owner || about.st_uid == geteuid())) continue;
    throw Failure(ErrorCode::kInvalidInput,
                  "what is called " + name.filename().string() +
                      " beside it is not a file of its owner. Nothing was read. Fix: move it away");
  }
}

// Has this program opened the file that `held` holds, or what somebody put in its place meanwhile?
bool IsOpenHere(const core::Descriptor& held) {
  struct stat wanted {};
  if (fstat(held.number(), &wanted) != 0) return false;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
    struct stat about {};
    if (entry.path().filename() == std::to_string(held.number()) || stat(entry.path().c_str(), &about) != 0) continue;
    if (core::IsSameFile(about, wanted)) return true;
  }
  return static_cast<bool>(error);  // no /proc: nothing to compare with
}

bool HasLog(const std::filesystem::path& path) {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path.string() + "-wal", ignored);
  return !ignored && size > 0;
}

void SetUp(soci::session& session) {
  sqlite_api::sqlite3_db_config(Handle(session), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  Run(session,
      "PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; "
      "PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON; PRAGMA cache_size=-65536");
}

}  // namespace

sqlite_api::sqlite3* Handle(soci::session& session) {
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

std::unique_ptr<soci::session> OpenDatabase(const std::filesystem::path& path, int flags) {
  return OpenNamed(Absolute(path), flags);
}

std::unique_ptr<soci::session> OpenInMemory() {
  return OpenNamed(kInMemory, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

// It appears whole: it is written without a name and then linked, or, where the file system cannot do that, under
// another name.
void MakeStudyFile(const std::filesystem::path& path, const std::string& bytes) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  const core::Descriptor unnamed(open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (unnamed.open()) {
    WriteAll(unnamed.number(), bytes);
    const auto name = fmt::format("/proc/self/fd/{}", unnamed.number());
    if (linkat(AT_FDCWD, name.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0 || errno == EEXIST) return;
  }
  std::string other = path.string() + ".new-XXXXXX";
  const core::Descriptor named(mkostemp(other.data(), O_CLOEXEC));
  if (!named.open()) FailWith(errno);
  int problem = 0;
  try {
    WriteAll(named.number(), bytes);
    if (renameat2(AT_FDCWD, other.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) return;
    problem = errno;
  } catch (const Failure&) {
    unlink(other.c_str());
    throw;
  }
  unlink(other.c_str());
  if (problem != EEXIST) FailWith(problem);
}

std::unique_ptr<soci::session> OpenStudyFile(const std::filesystem::path& path, Access access, Migrations migrations) {
  core::Descriptor held = Hold(path, access);
  if (!held.open() && access.may_create) {
    MakeStudyFile(path, EmptyStudyFile(migrations, false));
    held = Hold(path, access);
  }
  if (!held.open()) {
    throw Failure(ErrorCode::kNotFound,
                  "there is no such study file. Fix: look at the name, or import a study folder first");
  }
  CheckFile(held, path, access);
  struct stat about {};
  if (access.may_write && fstat(held.number(), &about) == 0 && (about.st_mode & 0177) != 0) {
    (void)chmod(ByNumber(held.number()).c_str(), 0600);
  }

  const StudySeal sealed = SealAt(path);
  if (IsDamagedLog(path, sealed.key)) {
    throw Failure(
        ErrorCode::kCorrupt,
        "what was saved last is damaged, in the file beside it (-wal). Nothing was changed. Fix: put a copy of "
        "both files back; or remove " +
            path.filename().string() + "-wal, which gives the study as it was before that");
  }
  // Somebody else's study file is looked at, never brought up to date.
  const bool theirs = fstat(held.number(), &about) == 0 && about.st_uid != geteuid();
  auto session = OpenDatabase(path, theirs ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  if (access.may_write && sqlite_api::sqlite3_db_readonly(Handle(*session), "main") == 1) {
    throw soci::sqlite3_soci_error("read-only", SQLITE_READONLY);
  }
  try {
    SetUp(*session);
    ReadPragma(*session, "schema_version");  // reads the file: is it SQLite at all?
  } catch (const soci::sqlite3_soci_error& error) {
    const int code = error.result() & 0xff;
    if (access.may_write || HasLog(path) || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) throw;
    // A folder that nothing may be written to: nobody else can be writing either.
    session = OpenNamed(UnchangingAddress(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    SetUp(*session);
  }

  // Both: it may have been written anew (encryption.h) while this waited for it.
  struct stat named {};
  const bool is_named = fstat(held.number(), &about) == 0 && stat(path.c_str(), &named) == 0 &&
                        (S_ISLNK(about.st_mode) || core::IsSameFile(about, named));
  if (!IsOpenHere(held) || !is_named) {
    throw Failure(ErrorCode::kConflict,
                  "another file was put in the place of the study file in the meantime. Nothing was changed. Fix: look "
                  "at who may write to its folder, and try again");
  }

  std::error_code ignored;
  if (std::filesystem::file_size(path, ignored) == 0 && !HasLog(path)) {
    throw Failure(ErrorCode::kCorrupt,
                  "the study file is empty. Fix: put a copy of it back, or remove it and import the study folder "
                  "again");
  }
  BringUpToDate(*session, path, migrations, sealed);
  Run(*session, "PRAGMA foreign_keys=ON");
  if (access.may_write) {
    // Busy: another program is looking at the file just now.  The older kind of journal is as safe, and the next one
    // to open it tries again.
    const int code = sqlite_api::sqlite3_exec(Handle(*session), "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) throw soci::sqlite3_soci_error("journal_mode", code);
  }
  return session;
}

}  // namespace commonground::store
