// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Brings a study file up to date, keeping a copy until it is done.

#include "store/sqlite/migrate.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/descriptor.h"
#include "store/failure.h"
#include "store/sqlite/connect.h"
#include "store/sqlite/page_checks.h"
#include "store/sqlite/study_vfs.h"

namespace commonground::store {

using core::ErrorCode;

namespace {
constexpr int kCheckedSince = 16;  // 0016-page-checks.sqlite.sql
}  // namespace

int ReadPragma(soci::session& session, const char* name) {
  int value = 0;
  session << "PRAGMA " << name, soci::into(value);
  return value;
}

void Run(soci::session& session, const std::string& sql) {
  const int code = sqlite_api::sqlite3_exec(Handle(session), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(Handle(session)), code);
}

WriteTransaction::WriteTransaction(soci::session& session) : session_(session) {
  Run(session, "BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction() {
  if (!done_) sqlite_api::sqlite3_exec(Handle(session_), "ROLLBACK", nullptr, nullptr, nullptr);
}

void WriteTransaction::Commit() {
  Run(session_, "COMMIT");
  done_ = true;
}

namespace {

void Apply(soci::session& session, Migrations migrations, int from) {
  for (std::size_t i = static_cast<std::size_t>(from); i < migrations.size(); ++i) {
    Run(session, std::string(migrations[i]));
  }
  Run(session, fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", kApplicationId, migrations.size()));
}

std::vector<std::string> Objects(soci::session& session) {
  std::vector<std::string> objects;
  std::string object;
  soci::statement select = (session.prepare << "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || "
                                               "coalesce(sql, '') FROM sqlite_master ORDER BY type, name",
                            soci::into(object));
  select.execute();
  while (select.fetch()) objects.push_back(object);
  return objects;
}

// What migrations make, which takes 20 ms to find out: once for each list of them, not each time that a file is opened.
const std::vector<std::string>& ObjectsMadeBy(Migrations migrations) {
  static std::mutex mutex;
  static std::map<std::string, std::vector<std::string>> known;  // by all of their text; guarded by mutex
  std::string text;
  for (const auto& one : migrations) text.append(one).push_back('\0');
  const std::lock_guard lock(mutex);
  auto found = known.find(text);
  if (found == known.end()) {
    auto model = OpenInMemory();
    Run(*model, "BEGIN");  // one transaction: SQLite reads its schema anew after each
    Apply(*model, migrations, 0);
    Run(*model, "COMMIT");
    found = known.emplace(std::move(text), Objects(*model)).first;
  }
  return found->second;
}

// A trigger or view that we did not make, or a damaged table, is found here.
void CheckObjects(soci::session& session, Migrations migrations) {
  if (Objects(session) != ObjectsMadeBy(migrations)) {
    throw Failure(ErrorCode::kCorrupt, Damaged("its tables are not those of a study").message);
  }
}

void KeepCopy(const std::filesystem::path& path, const std::filesystem::path& copy, const StudySeal& sealed) {
  struct stat about {};
  if (lstat(copy.c_str(), &about) == 0) {  // of an attempt that did not come to its end
    if (auto own = core::CheckOwn(about, core::Expected::kFile, copy); !own) {
      throw Failure(own.error().code, copy.string() + ": " + own.error().message);
    }
    std::filesystem::remove(copy);
  }
  const core::Descriptor file(open(copy.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600));
  if (!file.open()) {
    throw Failure(ErrorCode::kIo,
                  "a copy of the older study file cannot be kept at " + copy.string() +
                      ". Nothing was changed. Fix: check the permissions of the folder and its free space");
  }
  (void)fchmod(file.number(), 0600);
  const NewFilesAreChecked checked;
  std::optional<NewFilesAreSealed> also_sealed;
  if (sealed.key != nullptr) also_sealed.emplace(sealed.block, *sealed.key);
  auto reader = OpenDatabase(path, SQLITE_OPEN_READWRITE);
  const std::string name = copy.string();  // must live until SOCI runs the statement, at the end of the line
  *reader << "VACUUM INTO :copy", soci::use(name);
  fsync(file.number());
  if (sealed.key != nullptr && !SayThatItHasALog(file.number(), sealed.key)) {
    throw Failure(ErrorCode::kIo, "a copy of the older study file cannot be kept at " + copy.string() +
                                      ". Nothing was changed. Fix: look at the room on its disk");
  }
}

[[noreturn]] void NewerSchema(int version, std::size_t known) {
  throw Failure(ErrorCode::kNewerSchema,
                fmt::format("the study file was written by a newer program (schema {}; this program knows {}). Nothing "
                            "was changed. Fix: install the newer program, or export the study folder with it",
                            version, known));
}

[[noreturn]] void NotMigrated(const core::Error& why, const std::filesystem::path& copy) {
  throw Failure(why.code, "the study file could not be brought up to date: " + why.message +
                              ". It is as it was; a copy is at " + copy.string());
}

// How many bytes at the end of a page SQLite leaves alone; `wanted`: is to from the next VACUUM on.
int Reserved(soci::session& session, int wanted = -1) {
  int bytes = wanted;
  sqlite_api::sqlite3_file_control(Handle(session), "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
  return bytes;
}

// A file of before version kCheckedSince is written anew, in one transaction, once.
void PutPageChecks(soci::session& session, int version, bool is_sealed) {
  const int reserved = Reserved(session);
  if (reserved == kSealBytes || (reserved == kPageCheckBytes && !is_sealed)) return;
  if (is_sealed) throw Failure(ErrorCode::kCorrupt, Damaged("the beginning of its first page").message);
  if (version >= kCheckedSince) throw Failure(ErrorCode::kCorrupt, Damaged("the beginning of its first page").message);
  Reserved(session, kPageCheckBytes);
  Run(session, "VACUUM");
  sqlite_api::sqlite3_wal_checkpoint_v2(Handle(session), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

void Migrate(soci::session& session, const std::filesystem::path& path, Migrations migrations,
             const StudySeal& sealed) {
  Run(session, "PRAGMA foreign_keys=OFF");  // tables may be rebuilt; checked as a whole below
  WriteTransaction transaction(session);
  const int version = ReadPragma(session, "user_version");
  if (version == static_cast<int>(migrations.size())) return;  // another program did it meanwhile
  auto copy = path;
  copy += fmt::format(".before-v{}", migrations.size());
  KeepCopy(path, copy, sealed);
  try {
    Apply(session, migrations, version);
    std::string table;
    session << "PRAGMA foreign_key_check", soci::into(table);
    if (session.got_data()) throw Failure(ErrorCode::kCorrupt, Damaged("references in " + table).message);
    CheckObjects(session, migrations);
    transaction.Commit();
  } catch (const soci::soci_error& error) {
    NotMigrated(Translate(error), copy);
  } catch (const Failure& failure) {
    NotMigrated(failure.error(), copy);
  }
  std::filesystem::remove(copy);
}

}  // namespace

std::string EmptyStudyFile(Migrations migrations, bool is_sealed) {
  auto session = OpenInMemory();
  Reserved(*session, is_sealed ? kSealBytes : kPageCheckBytes);  // both must come before the first table
  Run(*session, "PRAGMA auto_vacuum=FULL");
  Apply(*session, migrations, 0);
  sqlite_api::sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite_api::sqlite3_serialize(Handle(*session), "main", &size, 0);
  if (!bytes) throw Failure(ErrorCode::kIo, "there is not enough memory");
  std::string file(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  sqlite_api::sqlite3_free(bytes);
  // Format versions 2 mean WAL (https://www.sqlite.org/fileformat2.html, 1.3.3): the file never needs another journal.
  file[18] = file[19] = 2;
  if (!is_sealed) CheckPages(file);
  return file;
}

void BringUpToDate(soci::session& session, const std::filesystem::path& path, Migrations migrations,
                   const StudySeal& sealed) {
  const int application = ReadPragma(session, "application_id");
  const int version = ReadPragma(session, "user_version");
  if (application != kApplicationId) {
    throw Failure(ErrorCode::kCorrupt,
                  "this is a database of another program, not a study file. It was left as it is. Fix: name a "
                  "study file (study.cg) or a study folder");
  }
  if (version > static_cast<int>(migrations.size())) NewerSchema(version, migrations.size());
  if (version < 1) throw Failure(ErrorCode::kCorrupt, Damaged("its schema version").message);
  PutPageChecks(session, version, sealed.key != nullptr);
  CheckObjects(session, migrations.first(static_cast<std::size_t>(version)));
  if (version < static_cast<int>(migrations.size())) Migrate(session, path, migrations, sealed);
}

}  // namespace commonground::store
