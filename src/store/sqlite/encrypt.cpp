// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study file is written anew by SQLite (VACUUM INTO) while nobody else has it open, read again, compared, and put in
// the place of the old one by one rename.
#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <vector>

#include "core/descriptor.h"
#include "core/in_place.h"
#include "store/encryption.h"
#include "store/failure.h"
#include "store/migrations.h"
#include "store/sqlite/connect.h"
#include "store/sqlite/seal_slots.h"
#include "store/sqlite/statement.h"
#include "store/sqlite/study_key.h"
#include "store/sqlite/study_vfs.h"

namespace commonground::store {

using core::ErrorCode;
namespace fs = std::filesystem;

namespace {

[[noreturn]] void FailAt(const char* what, int system_error) {
  throw Failure(ErrorCode::kIo,
                fmt::format("{} ({}). The study is as it was. Fix: look at the rights of its folder and "
                            "at the room on its disk, and try again",
                            what, std::strerror(system_error)));
}

// Beside the study, mode 0600; taken away again unless it was put in its place.
class SecondFile {
 public:
  explicit SecondFile(const fs::path& study)
      : name_((fs::absolute(study).parent_path() / ".common-ground-part-XXXXXX").string()),
        file_(mkostemp(name_.data(), O_CLOEXEC)) {
    if (!file_.open()) FailAt("a second file cannot be made beside the study", errno);
    (void)flock(file_.number(), LOCK_EX | LOCK_NB);  // so that nobody sweeps it away (core/sweep.h)
  }
  SecondFile(const SecondFile&) = delete;
  ~SecondFile() {
    if (!name_.empty()) unlink(name_.c_str());
  }
  const std::string& name() const { return name_; }

  void SayThatItHasALog(const PageKey* key) const {
    if (!store::SayThatItHasALog(file_.number(), key)) FailAt("the second file is not as it was written", EIO);
  }

  void PutInPlaceOf(const fs::path& study) {
    if (rename(name_.c_str(), study.c_str()) != 0) FailAt("the second file cannot be put in place", errno);
    name_.clear();
    const core::Descriptor folder(open(fs::absolute(study).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.open()) (void)fsync(folder.number());
  }

 private:
  std::string name_;
  core::Descriptor file_;
};

// A connection that no other is beside, in this program or another.
std::unique_ptr<soci::session> OpenAlone(const fs::path& study) {
  auto session = OpenDatabase(study, SQLITE_OPEN_READWRITE);
  // What is at its end when this is closed belongs to another file by then.
  sqlite_api::sqlite3_db_config(Handle(*session), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  Run(*session, "PRAGMA temp_store=MEMORY; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
  const int code =
      sqlite_api::sqlite3_wal_checkpoint_v2(Handle(*session), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error("checkpoint", code);
  return session;
}

// All that the tables hold, the search index's too, as one hash.
std::string HashOf(soci::session& session) {
  std::vector<std::string> tables;
  {
    SqliteStatement names(Handle(session),
                          "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
                          "ORDER BY name");
    while (names.Step()) tables.push_back(names.Text(0));
  }
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
  const auto add = [&](std::string_view bytes) {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  };
  for (const std::string& table : tables) {
    SqliteStatement rows(Handle(session), fmt::format("SELECT * FROM \"{}\"", table));
    add(table);
    while (rows.Step()) {
      for (int column = 0; column < rows.Columns(); ++column) {
        const int type = rows.Type(column);
        const std::string bytes = rows.Blob(column);
        add(fmt::format("{}:{}:", type, bytes.size()));
        add(bytes);
      }
    }
  }
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(hash.data()), hash.size());
  return hash;
}

// Room for seals, from the next VACUUM on.
void Reserve(soci::session& session) {
  int bytes = kSealBytes;
  sqlite_api::sqlite3_file_control(Handle(session), "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

// Nobody can read it from the disk any more, as far as that does what it is told.  The study is safe by now.
void Overwrite(const core::Descriptor& file) {
  struct stat about {};
  if (!file.open() || fstat(file.number(), &about) != 0) return;
  if (about.st_nlink != 0) return;  // somebody keeps it under another name
  const std::string zeros(1 << 20, '\0');
  for (off_t at = 0; at < about.st_size; at += static_cast<off_t>(zeros.size())) {
    const auto left = static_cast<std::size_t>(about.st_size - at);
    if (pwrite(file.number(), zeros.data(), std::min(left, zeros.size()), at) <= 0) return;
  }
  (void)fsync(file.number());
}

struct NewKey {
  std::string block;
  const PageKey* key = nullptr;
};

void Rewrite(const fs::path& study, const std::optional<NewKey>& next, core::Progress& progress) {
  { const auto checked = OpenStudyFile(study, {.may_create = false, .may_write = true}); }  // brought up to date, too
  core::SweepParts(fs::absolute(study).parent_path());                                      // of one that was killed
  progress.Begin("Rewriting the study", 3);
  core::Descriptor old;  // held to its end: closing it would take SQLite's locks away
  {
    const auto alone = OpenAlone(study);
    old = core::Descriptor(open(study.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    SecondFile second(study);
    if (next) Reserve(*alone);
    {
      const NewFilesAreChecked checked;
      std::optional<NewFilesAreSealed> sealed;
      if (next) sealed.emplace(next->block, *next->key);
      const std::string& name = second.name();
      *alone << "VACUUM INTO :copy", soci::use(name);
    }
    progress.Advance(1);
    second.SayThatItHasALog(next ? next->key : nullptr);
    {
      const auto written = OpenDatabase(second.name(), SQLITE_OPEN_READWRITE);
      Run(*written, "PRAGMA query_only=ON");
      if (HashOf(*written) != HashOf(*alone)) FailAt("what was written is not what was there", EIO);
    }
    for (const char* beside : {"-wal", "-shm"}) unlink((second.name() + beside).c_str());
    progress.Advance(2);
    if (progress.Cancelled()) throw Failure(ErrorCode::kCancelled, "stopped. The study is as it was");
    second.PutInPlaceOf(study);
  }
  if (next) Overwrite(old);
  progress.End();
}

core::Status Translated(const fs::path& study, const std::function<void()>& work) {
  auto done = Guarded(study.string(), [&]() -> core::Status {
    work();
    return {};
  });
  if (!done && done.error().code == ErrorCode::kBusy) {
    core::Error told = std::move(done).error();
    told.message =
        "somebody has this study open, perhaps a server of it. Nothing was changed. Fix: end that, and try again";
    return core::Fail(std::move(told));
  }
  return done;
}

template <typename T>
T Wanted(core::Result<T> result) {
  if (!result) throw Failure(result.error().code, result.error().message);
  return std::move(*result);
}

NewKey MakeKey(std::string_view passphrase, KdfCost cost) {
  const StudyKey key = Wanted(StudyKey::Make());
  NewKey made{Wanted(MakeSealBlock(key, passphrase, cost)), nullptr};
  made.key = Wanted(KeepKey(*IdInBlock(made.block), key));
  return made;
}

}  // namespace

core::Status MakeEncrypted(const fs::path& study, std::string_view passphrase, KdfCost cost) {
  return Translated(study, [&] {
    struct stat about {};
    if (lstat(study.c_str(), &about) == 0) {
      throw Failure(ErrorCode::kInvalidInput,
                    "there is something of this name already. Fix: name another, or encrypt it");
    }
    const NewKey made = MakeKey(passphrase, cost);
    MakeStudyFile(study, SealFile(EmptyStudyFile(SqliteMigrations(), true), made.block, *made.key));
  });
}

core::Status MakeEncryptedLike(const fs::path& study, const fs::path& other) {
  return Translated(other, [&] {
    const StudySeal seal = SealAt(study);
    struct stat about {};
    if (seal.key == nullptr || lstat(other.c_str(), &about) == 0) return;
    MakeStudyFile(other, SealFile(EmptyStudyFile(SqliteMigrations(), true), seal.block, *seal.key));
  });
}

core::Status Encrypt(const fs::path& study, std::string_view passphrase, core::Progress& progress, KdfCost cost) {
  return Translated(study, [&] {
    if (IsEncrypted(study)) throw Failure(ErrorCode::kInvalidInput, "this study is encrypted already");
    Rewrite(study, MakeKey(passphrase, cost), progress);
  });
}

core::Status Decrypt(const fs::path& study, core::Progress& progress) {
  return Translated(study, [&] {
    if (!IsEncrypted(study)) throw Failure(ErrorCode::kInvalidInput, "this study is not encrypted");
    Rewrite(study, std::nullopt, progress);
  });
}

core::Status ChangeStudyPassphrase(const fs::path& study, std::string_view passphrase, std::string_view next,
                                   KdfCost cost) {
  return Translated(study, [&] {
    const std::string block = SealBlockOf(study);
    if (block.empty()) throw Failure(ErrorCode::kInvalidInput, "this study is not encrypted");
    const StudyKey key = Wanted(OpenSealBlock(block, passphrase));
    const std::string wrapped = Wanted(WrapKey(key, next, cost));
    Wanted(KeepKey(*IdInBlock(block), key));
    auto alone = OpenAlone(study);  // nobody else changes it meanwhile
    const core::Descriptor opened(open(study.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    const int file = opened.number();
    const auto write_slot = [&](std::size_t slot, std::string_view bytes) {
      std::string changed = block;
      PutSlot(changed, slot, bytes);
      const auto at = static_cast<off_t>(SlotAt(slot));
      if (pwrite(file, changed.data() + at, kSlotBytes, at) != static_cast<ssize_t>(kSlotBytes) || fsync(file) != 0) {
        FailAt("the new passphrase cannot be written", errno);
      }
    };
    const std::size_t now = SlotIn(block, 0).empty() || !UnwrapKey(SlotIn(block, 0), passphrase) ? 1 : 0;
    write_slot(1 - now, wrapped);
    write_slot(now, {});
    alone.reset();  // before the descriptor, whose closing would take SQLite's locks away
  });
}

}  // namespace commonground::store
