// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens and checks a connection to PostgreSQL.

#include "store/postgres/link.h"

#include <soci/soci.h>

#include <algorithm>
#include <vector>

namespace commonground::store {

PGconn* Link(soci::session& session) {
  return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

void ThrowError(PGconn* link, const PGresult* result) {
  const char* state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const char* message = result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  const std::string code = state != nullptr ? state : "08006";  // no answer: the connection is gone
  throw soci::postgresql_soci_error(message != nullptr ? message : PQerrorMessage(link), code.c_str());
}

PgResult Send(PGconn* link, const std::string& sql) {
  PgResult result(PQexec(link, sql.c_str()), &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) ThrowError(link, result.get());
  return result;
}

void Start(PGconn* link, const std::string& sql) {
  if (PQsendQuery(link, sql.c_str()) != 1) ThrowError(link, nullptr);
}

void Await(PGconn* link) {
  PgResult failed(nullptr, &PQclear);
  while (PGresult* next = PQgetResult(link)) {
    PgResult result(next, &PQclear);
    const ExecStatusType status = PQresultStatus(next);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && !failed) failed = std::move(result);
  }
  if (failed) ThrowError(link, failed.get());
}

PgResult Ask(PGconn* link, const std::string& sql, std::span<const std::string> texts, Columns columns) {
  std::vector<const char*> values;
  for (const std::string& text : texts) values.push_back(text.c_str());
  PgResult result(PQexecParams(link, sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(), nullptr,
                               nullptr, columns == Columns::kBytes ? 1 : 0),
                  &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) ThrowError(link, result.get());
  return result;
}

std::string AskText(PGconn* link, const std::string& sql, std::span<const std::string> texts) {
  const PgResult result = Ask(link, sql, texts);
  return PQntuples(result.get()) > 0 && PQgetisnull(result.get(), 0, 0) == 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

namespace {

void CopyPieces(PGconn* link, const std::string& sql, std::initializer_list<std::string_view> pieces) {
  constexpr std::size_t kBatchSize = 1 << 20;
  {
    const PgResult start(PQexec(link, sql.c_str()), &PQclear);
    if (PQresultStatus(start.get()) != PGRES_COPY_IN) ThrowError(link, start.get());
  }
  bool sent = true;
  for (const std::string_view all : pieces) {
    for (std::size_t at = 0; sent && at < all.size(); at += kBatchSize) {
      const std::string_view piece = all.substr(at, kBatchSize);
      sent = PQputCopyData(link, piece.data(), static_cast<int>(piece.size())) == 1;
    }
  }
  sent = PQputCopyEnd(link, sent ? nullptr : "stopped") == 1 && sent;
  PgResult end(PQgetResult(link), &PQclear);
  const bool good = sent && PQresultStatus(end.get()) == PGRES_COMMAND_OK;
  while (PGresult* more = PQgetResult(link)) PQclear(more);
  if (!good) ThrowError(link, end.get());
}

}  // namespace

void Copy(PGconn* link, const std::string& into, std::string_view rows) {
  CopyPieces(link, "COPY " + into + " FROM STDIN", {rows});
}

// https://www.postgresql.org/docs/15/sql-copy.html, "Binary Format": a signature, flags, no extension; -1 at the end.
void CopyBinary(PGconn* link, const std::string& into, std::string_view rows) {
  using namespace std::string_view_literals;
  CopyPieces(link, "COPY " + into + " FROM STDIN (FORMAT binary)",
             {"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0"sv, rows, "\377\377"sv});
}

void BinaryRows::Add(std::int64_t number) {
  AppendInteger(static_cast<std::uint32_t>(sizeof(number)));
  AppendInteger(static_cast<std::uint64_t>(number));
}

std::size_t BinaryRows::BeginCell() {
  AppendInteger(std::uint32_t{0});  // its length, once it is known
  return rows_.size();
}

void BinaryRows::EndCell(std::size_t cell) {
  std::string length;
  BinaryRows(length).AppendInteger(static_cast<std::uint32_t>(rows_.size() - cell));
  rows_.replace(cell - length.size(), length.size(), length);
}

void AddCell(std::string& rows, bool first, std::string_view text) {
  if (!first) rows += '\t';
  for (const char c : text) {
    switch (c) {
      case '\\':
        rows += "\\\\";
        break;
      case '\n':
        rows += "\\n";
        break;
      case '\r':
        rows += "\\r";
        break;
      case '\t':
        rows += "\\t";
        break;
      default:
        rows += c;
    }
  }
}

void AddBlank(std::string& rows, bool first) {
  rows += first ? "\\N" : "\t\\N";
}

}  // namespace commonground::store
