// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes agreement figures as JSON.

#include "cli/agreement_json.h"

namespace commonground::cli {

namespace {

using nlohmann::ordered_json;

template <typename Value>
ordered_json OrNull(const std::optional<Value>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

template <typename Id>
ordered_json IdOrNull(const std::optional<Id>& id) {
  return id ? ordered_json(id->value) : ordered_json(nullptr);
}

ordered_json Ids(const auto& ids) {
  ordered_json list = ordered_json::array();
  for (const auto& id : ids) list.push_back(id.value);
  return list;
}

ordered_json JsonOf(const model::AgreementFigure& figure) {
  ordered_json one = {{"measure", model::Word(figure.measure)}, {"value", OrNull(figure.value)}};
  one["undefined"] = figure.value ? ordered_json(nullptr) : ordered_json(model::Word(figure.undefined));
  one["standard_error"] = OrNull(figure.standard_error);
  one["interval"] = nullptr;
  if (figure.interval) {
    one["interval"] = {{"low", figure.interval->low},
                       {"high", figure.interval->high},
                       {"drawn", model::Word(figure.interval->drawn)},
                       {"undefined_resamples", figure.interval->undefined}};
  }
  return one;
}

ordered_json JsonOf(const model::AgreementRow& row) {
  ordered_json one;
  one["code"] = IdOrNull(row.code);
  one["document"] = IdOrNull(row.document);
  one["coders"] = Ids(row.coders);
  const auto& counts = row.counts;
  one["counts"] = {{"documents", counts.documents},
                   {"units", counts.units},
                   {"all", counts.all},
                   {"some", counts.some},
                   {"none", counts.none},
                   {"ratings", counts.ratings},
                   {"present", counts.present},
                   {"first_only", counts.first_only},
                   {"second_only", counts.second_only}};
  one["figures"] = ordered_json::array();
  for (const auto& figure : row.figures) one["figures"].push_back(JsonOf(figure));
  return one;
}

ordered_json JsonOf(const std::vector<model::AgreementRow>& rows) {
  ordered_json list = ordered_json::array();
  for (const auto& row : rows) list.push_back(JsonOf(row));
  return list;
}

ordered_json JsonOf(const std::vector<model::CodedPassage>& passages) {
  ordered_json list = ordered_json::array();
  for (const auto& one : passages) {
    list.push_back({{"coding", one.coding.value},
                    {"coder", one.coder.value},
                    {"code", one.code.value},
                    {"start", one.range.start},
                    {"end", one.range.end}});
  }
  return list;
}

}  // namespace

ordered_json AgreementJson(const model::Agreement& agreement) {
  ordered_json body;
  body["unit"] = model::Word(agreement.unit);
  body["with_descendants"] = agreement.with_descendants;
  body["after_adjudication"] = agreement.after_adjudication;
  body["resamples"] = agreement.resamples;
  body["level"] = agreement.level;
  body["seed"] = agreement.seed;
  body["drawn"] = model::Word(agreement.drawn);
  body["coders"] = Ids(agreement.coders);
  body["documents"] = Ids(agreement.documents);
  body["still_coded"] = Ids(agreement.still_coded);
  body["one_coder_only"] = Ids(agreement.one_coder_only);
  body["adjudications"] = agreement.adjudications;
  body["adjudications_not_applied"] = Ids(agreement.broken);
  body["by_code"] = JsonOf(agreement.by_code);
  body["by_document"] = JsonOf(agreement.by_document);
  body["by_pair"] = JsonOf(agreement.by_pair);
  body["all_codes"] = JsonOf(agreement.pooled);
  body["confusions"] = ordered_json::array();
  for (const auto& one : agreement.confusions) {
    body["confusions"].push_back({{"first", one.first.value},
                                  {"second", one.second.value},
                                  {"first_code", IdOrNull(one.first_code)},
                                  {"second_code", IdOrNull(one.second_code)},
                                  {"units", one.units}});
  }
  body["disagreements"] = ordered_json::array();
  for (const auto& one : agreement.disagreements) {
    body["disagreements"].push_back({{"code", one.code.value},
                                     {"document", one.document.value},
                                     {"kind", one.kind == model::DisagreementKind::kPresence ? "presence" : "extent"},
                                     {"start", one.range.start},
                                     {"end", one.range.end},
                                     {"units", one.units},
                                     {"coded_by", Ids(one.coded_by)},
                                     {"not_coded_by", Ids(one.not_coded_by)},
                                     {"codings", JsonOf(one.codings)},
                                     {"instead", JsonOf(one.instead)},
                                     {"adjudications", Ids(one.adjudications)}});
  }
  return body;
}

}  // namespace commonground::cli
