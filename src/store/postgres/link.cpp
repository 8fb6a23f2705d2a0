// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
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

std::string Literal(PGconn* link, std::string_view text) {
  const std::unique_ptr<char, decltype(&PQfreemem)> quoted(PQescapeLiteral(link, text.data(), text.size()), &PQfreemem);
  if (!quoted) ThrowError(link, nullptr);
  return quoted.get();
}

void Copy(PGconn* link, const std::string& into, std::string_view rows) {
  constexpr std::size_t kAtOnce = 1 << 20;
  {
    const PgResult start(PQexec(link, ("COPY " + into + " FROM STDIN").c_str()), &PQclear);
    if (PQresultStatus(start.get()) != PGRES_COPY_IN) ThrowError(link, start.get());
  }
  bool sent = true;
  for (std::size_t at = 0; sent && at < rows.size(); at += kAtOnce) {
    const std::string_view piece = rows.substr(at, kAtOnce);
    sent = PQputCopyData(link, piece.data(), static_cast<int>(piece.size())) == 1;
  }
  sent = PQputCopyEnd(link, sent ? nullptr : "stopped") == 1 && sent;
  PgResult end(PQgetResult(link), &PQclear);
  const bool good = sent && PQresultStatus(end.get()) == PGRES_COMMAND_OK;
  while (PGresult* more = PQgetResult(link)) PQclear(more);
  if (!good) ThrowError(link, end.get());
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
