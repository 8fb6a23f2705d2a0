// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes what a use case did, table by table and document by document.

#include "app/wire/outcome_json.h"

#include <filesystem>

namespace commonground::app::wire {

namespace {

Json DocumentsJson(const ImportOutcome& outcome) {
  Json read = Json::array();
  for (const auto& one : outcome.read) {
    read.push_back({{"document", one.document.value},
                    {"language", one.language},
                    {"words", one.words},
                    {"pages", one.pages},
                    {"confidence", one.confidence ? Json(*one.confidence) : Json()},
                    {"read_in", one.read_in},
                    {"not_taken_over", one.removed}});
  }
  return read;
}

Json MovesJson(const ImportOutcome& outcome) {
  Json moves = Json::array();
  for (const auto& one : outcome.moves) {
    moves.push_back({{"document", one.document.value},
                     {"from_version", one.from},
                     {"to_version", one.to},
                     {"kept", one.kept},
                     {"moved", one.moved},
                     {"edited", one.edited},
                     {"orphaned", one.orphaned}});
  }
  return moves;
}

Json ReportJson(const std::vector<coding::ReportLine>& lines) {
  Json rows = Json::array();
  for (const auto& line : lines) rows.push_back({{"what", line.what}, {"count", line.count}, {"became", line.became}});
  return rows;
}

Json OffsetsJson(const coding::OffsetChoice& offsets) {
  Json sources = Json::array();
  for (const auto& source : offsets.sources) {
    Json scores = Json::object();
    for (const auto& one : source.scores) scores[coding::Name(one.reading)] = one.score;
    sources.push_back({{"source", source.name}, {"all_agree", source.all_agree}, {"scores", scores}});
  }
  return {{"reading", coding::Name(offsets.reading)}, {"why", offsets.why}, {"sources", sources}};
}

}  // namespace

Json ToJson(const ImportOutcome& outcome) {
  Json tables = Json::array();
  for (const auto& table : outcome.saved.tables) {
    tables.push_back({{"table", table.table},
                      {"added", table.added},
                      {"removed", table.removed},
                      {"changed", table.changed},
                      {"unchanged", table.unchanged}});
  }
  return {{"file", outcome.place},
          {"changed", !outcome.unchanged},
          {"tables", tables},
          {"documents_read", DocumentsJson(outcome)},
          {"codings_moved", MovesJson(outcome)},
          {"pictures_made_anew", outcome.pictures_made_anew}};
}

Json ToJson(const std::string& file, const ExchangeExportOutcome& outcome) {
  return {{"file", file},
          {"codes", outcome.codes},
          {"documents", outcome.documents},
          {"codings", outcome.codings},
          {"memos", outcome.memos},
          {"report", ReportJson(outcome.report)}};
}

Json ToJson(const ExchangeImportOutcome& outcome) {
  Json coders = Json::array();
  for (const auto& one : outcome.coders) {
    coders.push_back({{"user", one.user},
                      {"coder", one.coder.value},
                      {"codings", one.codings},
                      {"passages_by_others", one.other_passages}});
  }
  Json documents = Json::array();
  for (const auto& id : outcome.new_documents) documents.push_back(id.value);
  return {{"file", outcome.place},
          {"project", outcome.name},
          {"origin", outcome.origin},
          {"changed", outcome.changed},
          {"new_codes", outcome.new_codes},
          {"new_documents", documents},
          {"documents_without_consent", outcome.unreadable},
          {"new_codings", outcome.new_codings},
          {"new_memos", outcome.new_memos},
          {"new_consents", outcome.new_consents},
          {"unreadable", outcome.unreadable},
          {"offsets", OffsetsJson(outcome.offsets)},
          {"coders", coders},
          {"report", ReportJson(outcome.report)}};
}

Json ToJson(const std::string& from, const std::string& to, const CopyOutcome& outcome) {
  std::int64_t rows = 0;
  for (const auto& table : outcome.saved.tables) rows += table.added + table.changed + table.unchanged;
  return {
      {"from", from}, {"to", to}, {"changed", outcome.saved.changed}, {"rows", rows}, {"originals", outcome.originals}};
}

Json ToJson(const std::vector<model::KeptOriginal>& originals) {
  Json rows = Json::array();
  for (const auto& one : originals) {
    rows.push_back({{"document", one.document.value}, {"version", one.version}, {"bytes", one.bytes}});
  }
  return {{"originals", rows}};
}

Json ToJson(const ReportOutcome& outcome, const std::string& folder) {
  const std::filesystem::path below(folder);
  std::vector<std::string> files;
  for (const auto& file : outcome.files) files.push_back((below / file).string());
  return {{"index", (below / outcome.index).string()},
          {"files", files},
          {"edition", outcome.edition},
          {"content", outcome.content},
          {"findings_left_out", outcome.left_out},
          {"summary", outcome.summary},
          {"cases", outcome.cases},
          {"under_embargo", outcome.under_embargo},
          {"still_coded", outcome.still_coded}};
}

}  // namespace commonground::app::wire
