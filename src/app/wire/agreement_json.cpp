// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes agreement figures as JSON.

#include "app/wire/agreement_json.h"

namespace commonground::app::wire {

namespace {

template <typename Value>
Json OrNull(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <typename Id>
Json IdOrNull(const std::optional<Id>& id) {
  return id ? Json(id->value) : Json(nullptr);
}

Json Ids(const auto& ids) {
  Json list = Json::array();
  for (const auto& id : ids) list.push_back(id.value);
  return list;
}

Json JsonOf(const model::AgreementFigure& figure) {
  Json one = {{"measure", model::Word(figure.measure)}, {"value", OrNull(figure.value)}};
  one["undefined"] = figure.value ? Json(nullptr) : Json(model::Word(figure.undefined));
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

Json JsonOf(const model::AgreementRow& row) {
  Json one;
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
  one["figures"] = Json::array();
  for (const auto& figure : row.figures) one["figures"].push_back(JsonOf(figure));
  return one;
}

Json JsonOf(const std::vector<model::AgreementRow>& rows) {
  Json list = Json::array();
  for (const auto& row : rows) list.push_back(JsonOf(row));
  return list;
}

Json JsonOf(const std::vector<model::CodedPassage>& passages) {
  Json list = Json::array();
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

Json ToJson(const model::Agreement& agreement) {
  Json body;
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
  body["confusions"] = Json::array();
  for (const auto& one : agreement.confusions) {
    body["confusions"].push_back({{"first", one.first.value},
                                  {"second", one.second.value},
                                  {"first_code", IdOrNull(one.first_code)},
                                  {"second_code", IdOrNull(one.second_code)},
                                  {"units", one.units}});
  }
  body["disagreements"] = Json::array();
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

}  // namespace commonground::app::wire
