// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Things are named by fragments of this file ("#passage-12"), and lead to the page of the site by schema:url.
#include "publish/data/linked.h"

#include <nlohmann/json.hpp>

#include "publish/html/address.h"

namespace commonground::publish {

namespace {

using nlohmann::ordered_json;

std::string Dump(const ordered_json& json) {
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

ordered_json Reference(const std::string& id) {
  return {{"@id", id}};
}

}  // namespace

std::string DatasetOf(const Citation& citation, const std::vector<DataTable>& tables) {
  ordered_json dataset{{"@context", "https://schema.org/"},
                       {"@type", "Dataset"},
                       {"@id", "#dataset"},
                       {"name", citation.title},
                       {"inLanguage", citation.language},
                       {"dateModified", citation.day.Text()},
                       {"isAccessibleForFree", true}};
  if (!citation.licence.empty()) dataset["license"] = citation.licence;
  if (!citation.notice.empty()) dataset["description"] = citation.notice;
  if (!citation.publisher.empty()) dataset["creator"] = {{"@type", "Organization"}, {"name", citation.publisher}};
  ordered_json downloads = ordered_json::array();
  downloads.push_back({{"@type", "DataDownload"}, {"contentUrl", "data.zip"}, {"encodingFormat", "application/zip"}});
  for (const DataTable& table : tables) {
    downloads.push_back({{"@type", "DataDownload"},
                         {"name", table.title},
                         {"contentUrl", "raw/" + table.name + ".csv"},
                         {"encodingFormat", "text/csv"}});
  }
  dataset["distribution"] = std::move(downloads);
  return Dump(dataset);
}

std::string ProvenanceOf(const Report& report, const std::string& site) {
  const model::Snapshot& snapshot = report.data.snapshot;
  ordered_json graph = ordered_json::array();
  for (const model::Source& source : report.data.study.sources) {
    ordered_json one{{"@id", "#source-" + source.id.value}, {"@type", "prov:Entity"}, {"schema:name", source.title}};
    if (source.address.starts_with("https://") || source.address.starts_with("http://"))
      one["schema:url"] = source.address;
    graph.push_back(std::move(one));
  }
  for (std::size_t i = 0; i < snapshot.codings.size(); ++i) {
    const model::CodingColumn& coding = snapshot.codings[i];
    const PassageTarget at = report.PassageAt(coding);
    ordered_json one{{"@id", "#passage-" + std::to_string(i + 1)},
                     {"@type", "prov:Entity"},
                     {"schema:url", site + PathOf(PageId{PageKind::kCase, at.of.value}) + "#" + AnchorOf(at)}};
    const model::Coding* own = report.CodingOf(coding);
    if (own != nullptr && !own->sources.empty()) {
      ordered_json sources = ordered_json::array();
      for (const auto& source : own->sources) sources.push_back(Reference("#source-" + source.value));
      one["prov:hadPrimarySource"] = std::move(sources);
    }
    graph.push_back(std::move(one));
  }
  for (std::size_t code = 0; code < snapshot.codes.size(); ++code) {
    const auto& passages = report.PassagesOf(static_cast<std::int32_t>(code));
    const model::Share& share = report.Row(report.Regions(), static_cast<std::int32_t>(code)).overall;
    if (share.present == 0) continue;
    ordered_json from = ordered_json::array();
    for (const PassageRef& ref : passages) from.push_back(Reference("#passage-" + std::to_string(ref.coding + 1)));
    graph.push_back({{"@id", "#count-" + snapshot.codes[code].value},
                     {"@type", "prov:Entity"},
                     {"schema:name", report.CodeLabel(static_cast<std::int32_t>(code))},
                     {"schema:url", site + PathOf(report.EvidencePage(static_cast<std::int32_t>(code)))},
                     {"prov:value", report.t("{1} of {2}", share.present, share.of)},
                     {"prov:wasDerivedFrom", std::move(from)}});
  }
  for (const model::Finding& finding : report.data.study.findings) {
    ordered_json from = ordered_json::array();
    for (const auto& code : finding.codes) from.push_back(Reference("#count-" + code.value));
    graph.push_back({{"@id", "#finding-" + finding.id.value},
                     {"@type", "prov:Entity"},
                     {"prov:value", finding.statement},
                     {"prov:wasDerivedFrom", std::move(from)}});
  }
  const ordered_json whole{{"@context", {{"prov", "http://www.w3.org/ns/prov#"}, {"schema", "https://schema.org/"}}},
                           {"@graph", std::move(graph)}};
  return whole.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace commonground::publish
