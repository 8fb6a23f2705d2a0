// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A project of another coding program as we understand it, whatever format it came in: what readers (read_refi.h,
// read_tables.h) give and merge.h takes.  Things refer to each other by GUID, as in the file; a GUID that is none was
// made anew from what stands there, always the same.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "coding/exchange/offsets.h"
#include "coding/exchange/report.h"
#include "coding/exchange/sidecar.h"
#include "core/moment.h"
#include "core/text_range.h"
#include "model/study.h"

namespace commonground::coding {

struct ImportedUser {
  std::string guid;
  std::string name;
};

struct ImportedCode {
  std::string guid;
  std::string parent;  // GUID; empty: at the top
  std::string name;
  std::string description;
  std::string colour;  // "#rrggbb", or empty
  bool is_codable = true;
  std::optional<model::CodeKind> kind;
  std::string id = {};  // that a table gives it; empty: none
};

// What a variable says of a document or a case.
struct ImportedValue {
  std::string variable;
  std::string value;  // never empty
};

struct ImportedSource {
  std::string guid;
  std::string name;
  std::string text;       // canonical; empty: the source has none that we can read
  std::string case_guid;  // empty: in no case
  std::vector<ImportedValue> values = {};
};

struct ImportedCase {
  std::string guid;
  std::string name;
  std::vector<ImportedValue> values = {};
};

struct ImportedCoding {
  std::string guid;
  std::string source;
  core::TextRange range;  // in the source's text
  std::string code;
  std::string user;        // who coded; empty: not said
  std::string other_user;  // whom the passage names, where that is somebody else
  std::optional<core::Moment> at;
  std::optional<core::Moment> other_at;  // of the passage, where that is another time
  std::string memo;
  std::string hint;
};

struct ImportedMemo {
  std::string guid;
  model::MemoSubject about = model::MemoSubject::kStudy;
  std::string subject;  // GUID of what it is about; empty: the study
  model::MemoKind kind = model::MemoKind::kNote;
  std::string user;
  std::optional<core::Moment> at;
  std::string text;
};

// A group of codes and documents.
struct ImportedSet {
  std::string guid;
  std::string name;
  std::string description;
  std::vector<std::string> codes;    // GUIDs
  std::vector<std::string> sources;  // GUIDs
};

struct Imported {
  std::string name;
  std::string origin;
  std::vector<ImportedUser> users;
  std::vector<ImportedCode> codes;  // a parent stands before its children
  std::vector<ImportedCase> cases;
  std::vector<ImportedSource> sources;
  std::vector<ImportedCoding> codings;
  std::vector<ImportedMemo> memos;
  std::vector<ImportedSet> sets;
  std::optional<Sidecar> side;  // what only our own exports have
  OffsetChoice offsets;
  // Codings name the user and time of their code, as NVivo writes them: those of the passage are right.
  bool codings_name_their_codes = false;
  std::int64_t codings_of_others = 0;  // of those, whose passage names another user or time
  Report report;
};

}  // namespace commonground::coding
