// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// libpq on the connection that SOCI holds: several statements in one round trip, COPY, and bytes.  Functions throw
// soci::postgresql_soci_error.
#pragma once

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace commonground::store {

using PgResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

PGconn* Link(soci::session& session);

// Any number of statements without values.  Gives the last one's result.
PgResult Send(PGconn* link, const std::string& sql);

// The same without waiting for it.  Until Await, which throws its error, nothing else is sent but ROLLBACK.
void Start(PGconn* link, const std::string& sql);
void Await(PGconn* link);

// One statement with texts as $1, $2 ...  Columns come as text, or, with kBytes, as they are stored.
enum class Columns { kText, kBytes };
PgResult Ask(PGconn* link, const std::string& sql, std::span<const std::string> texts,
             Columns columns = Columns::kText);

// The only column of the only row; empty if there is none.
std::string AskText(PGconn* link, const std::string& sql, std::span<const std::string> texts = {});

// COPY table FROM STDIN: rows in COPY's text format, each ended by '\n'.
void Copy(PGconn* link, const std::string& into, std::string_view rows);
// Adds a cell in that format, with '\t' before it unless the row is empty.
void AddCell(std::string& rows, bool first, std::string_view text);
void AddBlank(std::string& rows, bool first);

// The same in COPY's binary format, with rows made by BinaryRows.
void CopyBinary(PGconn* link, const std::string& into, std::string_view rows);

// Adds rows to `rows`, which is borrowed.  Integers are written in the byte order of networks.
class BinaryRows {
 public:
  explicit BinaryRows(std::string& rows) : rows_(rows) {}
  void BeginRow(std::uint16_t cells) { AppendInteger(cells); }
  void Add(std::int64_t number);  // a cell of a BIGINT
  // A cell whose bytes are appended between the two; the latter takes what the former gave.
  std::size_t BeginCell();
  void EndCell(std::size_t cell);

  template <typename Unsigned>
  void AppendInteger(Unsigned number) {
    for (int shift = static_cast<int>(sizeof(number)) * 8 - 8; shift >= 0; shift -= 8) {
      rows_ += static_cast<char>((number >> shift) & 0xff);
    }
  }

 private:
  std::string& rows_;
};

[[noreturn]] void ThrowError(PGconn* link, const PGresult* result);

}  // namespace commonground::store
