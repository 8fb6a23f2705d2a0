// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts and tables that came in, written as JSON.

#include "app/wire/came_json.h"

#include <array>

#include "model/words.h"

namespace commonground::app::wire {

namespace {

Json MovesOf(const CodingMoves& one) {
  return {{"document", one.document.value},
          {"from_version", one.from},
          {"to_version", one.to},
          {"kept", one.kept},
          {"moved", one.moved},
          {"edited", one.edited},
          {"orphaned", one.orphaned}};
}

Json PartsOf(const std::vector<coding::ComparedPart>& parts) {
  Json all = Json::array();
  for (const auto& one : parts) all.push_back({{"words", one.words}, {"only_here", one.only_here}});
  return all;
}

Json LostOf(const std::vector<LostCoding>& lost) {
  Json all = Json::array();
  for (const LostCoding& one : lost) {
    all.push_back({{"coding", one.coding.id.value},
                   {"code", one.coding.code.value},
                   {"coder", one.coding.coder.value},
                   {"start", one.coding.range.start},
                   {"end", one.coding.range.end},
                   {"was", PartsOf(one.was)},
                   {"nearest", one.nearest ? Json{{"start", one.nearest->start}, {"end", one.nearest->end}} : Json()},
                   {"is", PartsOf(one.is)}});
  }
  return all;
}

Json IdsOf(const std::vector<model::CodingId>& codings) {
  Json all = Json::array();
  for (const auto& one : codings) all.push_back(one.value);
  return all;
}

Json RestsOf(const RestsOnLost& rests) {
  Json quotes = Json::array();
  for (const auto& one : rests.quotes) {
    quotes.push_back({{"kind", one.kind},
                      {"id", one.id},
                      {"line", one.line},
                      {"words", one.words},
                      {"stays_with", IdsOf(one.stays_with)}});
  }
  Json findings = Json::array();
  for (const auto& one : rests.findings) {
    findings.push_back({{"finding", one.id.value},
                        {"lost_for", IdsOf(one.lost_for)},
                        {"lost_against", IdsOf(one.lost_against)},
                        {"left_for", one.left_for},
                        {"left_against", one.left_against}});
  }
  Json translations = Json::array();
  for (const auto& one : rests.translations) {
    translations.push_back({{"translation", one.id}, {"language", one.language}, {"exact", one.exact}});
  }
  Json consents = Json::array();
  for (const auto& one : rests.consents) {
    consents.push_back({{"subject", one.subject},
                        {"coding", one.coding.value},
                        {"scope", model::Word(one.scope)},
                        {"refused", one.refused}});
  }
  return {{"quotes", quotes}, {"findings", findings}, {"translations", translations}, {"consents", consents}};
}

}  // namespace

Json ToJson(const DocumentBroughtIn& came) {
  return {{"document", came.document.value},
          {"title", came.title},
          {"version", came.version},
          {"hash", came.hash},
          {"language", came.language},
          {"changed", came.changed},
          {"may_be_read", came.may_be_read},
          {"paragraphs", came.paragraphs},
          {"words", came.words},
          {"pages", came.pages},
          {"confidence", came.confidence ? Json(*came.confidence) : Json()},
          {"least_sure", came.least_sure ? Json(*came.least_sure) : Json()},
          {"format", came.format},
          {"read_in", came.read_in},
          {"not_taken_over", came.removed},
          {"notices", came.notices},
          {"codings_moved", came.moves ? MovesOf(*came.moves) : Json()},
          {"lost", LostOf(came.lost.seen)},
          {"lost_unseen", came.lost.unseen},
          {"rests", RestsOf(came.rests)}};
}

Json ToJson(const TableLook& look) {
  constexpr std::array<const char*, 4> kFates{"new", "changed", "same", "wrong"};
  Json rows = Json::array();
  for (const auto& one : look.rows) {
    rows.push_back({{"row", one.row},
                    {"cells", one.cells},
                    {"fate", kFates[static_cast<std::size_t>(one.fate)]},
                    {"changed", one.changed}});
  }
  Json problems = Json::array();
  for (const auto& one : look.problems) {
    problems.push_back({{"blocks", one.blocks},
                        {"row", one.row},
                        {"column", one.column},
                        {"cell", one.cell},
                        {"value", one.value},
                        {"message", one.message},
                        {"fix", one.fix}});
  }
  return {{"sheet", look.sheet},     {"sheets", look.sheets},
          {"columns", look.columns}, {"rows", rows},
          {"problems", problems},    {"added", look.added},
          {"changed", look.changed}, {"same", look.same},
          {"blocked", look.blocked}, {"act", look.act > 0 ? Json(look.act) : Json()}};
}

}  // namespace commonground::app::wire
