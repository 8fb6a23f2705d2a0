// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Things are named by fragments of this file ("#passage-12"), and lead to the page of the site by schema:url.
#include "publish/data/linked.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "publish/html/address.h"
#include "publish/pages/finding_parts.h"

namespace commonground::publish {

namespace {

using nlohmann::ordered_json;

std::string Dump(const ordered_json& json) {
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

ordered_json Reference(const std::string& id) {
  return {{"@id", id}};
}

std::string IdOfCase(const model::OrganisationId& id) {
  return "#case-" + id.value;
}

std::string IdOfDocument(const model::OrganisationId& id, int number) {
  return "#document-" + id.value + "-" + std::to_string(number);
}

// Cases that may be listed, and their texts: a passage is quoted from a text of a case.
void LinkCases(const Report& report, const std::string& site, ordered_json& graph) {
  for (std::int32_t c = 0; c < report.ListedCases(); ++c) {
    const model::OrganisationId& id = report.data.comparison.cases[static_cast<std::size_t>(c)];
    const std::string page = site + PathOf(Report::CasePage(id));
    graph.push_back({{"@id", IdOfCase(id)},
                     {"@type", "prov:Entity"},
                     {"schema:name", report.OrganisationName(id)},
                     {"schema:url", page}});
    for (const std::size_t d : report.DocumentsOf(id)) {
      const model::Document& document = report.data.study.documents[d];
      const int number = report.DocumentNumber(static_cast<std::int32_t>(d));
      ordered_json one{{"@id", IdOfDocument(id, number)}, {"@type", "prov:Entity"}};
      if (!document.title.empty()) one["schema:name"] = document.title;
      one["schema:url"] = page + "#d" + std::to_string(number);
      one["schema:isPartOf"] = Reference(IdOfCase(id));
      if (!document.sources.empty()) {
        ordered_json sources = ordered_json::array();
        for (const auto& source : document.sources) sources.push_back(Reference("#source-" + source.value));
        one["prov:hadPrimarySource"] = std::move(sources);
      }
      graph.push_back(std::move(one));
    }
  }
}

// The passages of these cases under the finding's codes; of a case that has none there, the case.
ordered_json BehindCases(const Report& report, const model::Finding& finding,
                         const std::vector<model::OrganisationId>& cases) {
  std::set<std::int32_t> passages;
  ordered_json from = ordered_json::array();
  for (const auto& id : cases) {
    const std::int32_t index = report.CaseIndex(id);
    if (index < 0) continue;
    const std::size_t before = passages.size();
    for (const std::int32_t code : CodesOf(report, finding)) {
      for (const PassageRef& ref : report.PassagesOf(code)) {
        if (ref.case_index == index) passages.insert(ref.coding);
      }
    }
    if (passages.size() == before) from.push_back(Reference(IdOfCase(id)));
  }
  for (const std::int32_t coding : passages) from.push_back(Reference("#passage-" + std::to_string(coding + 1)));
  return from;
}

// A finding comes from what speaks for it and against it, each a thing of its own so that they are told apart; a
// recommendation from the findings and practices that it rests on.
void LinkFinding(const Report& report, const model::Finding& finding, ordered_json& graph) {
  const Words& t = report.t;
  const std::string id = "#finding-" + finding.id.value;
  ordered_json from = ordered_json::array();
  const auto add_side = [&](const char* side, const std::string& name, const auto& cases) {
    ordered_json passages = BehindCases(report, finding, cases);
    if (passages.empty()) return;
    const std::string of_side = id + side;
    from.push_back(Reference(of_side));
    graph.push_back({{"@id", of_side},
                     {"@type", "prov:Entity"},
                     {"schema:name", name},
                     {"prov:wasDerivedFrom", std::move(passages)}});
  };
  add_side("--for", t("Cases for it"), finding.cases_for);
  add_side("--against", t("Cases against it"), finding.cases_against);
  for (const model::FindingId& under : finding.rests_on) {
    const auto& all = report.data.study.findings;
    if (std::ranges::find(all, under, &model::Finding::id) == all.end()) continue;
    from.push_back(Reference("#finding-" + under.value));
  }
  for (const std::int32_t code : CodesOf(report, finding)) {
    if (report.Row(report.Regions(), code).overall.present == 0) continue;
    from.push_back(Reference("#count-" + report.data.snapshot.codes[static_cast<std::size_t>(code)].value));
  }
  ordered_json one{{"@id", id}, {"@type", "prov:Entity"}, {"prov:value", finding.statement}};
  if (!from.empty()) one["prov:wasDerivedFrom"] = std::move(from);
  graph.push_back(std::move(one));
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
  if (!citation.licence.empty()) {
    const std::string address = LicenceAddressOf(citation.licence);
    dataset["license"] = address.empty() ? citation.licence : address;
  }
  dataset["description"] = citation.about + (citation.notice.empty() ? "" : " " + citation.notice);
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
  LinkCases(report, site, graph);
  for (std::size_t i = 0; i < snapshot.codings.size(); ++i) {
    const model::CodingColumn& coding = snapshot.codings[i];
    const PassageTarget at = report.PassageAt(coding);
    ordered_json one{{"@id", "#passage-" + std::to_string(i + 1)},
                     {"@type", "prov:Entity"},
                     {"schema:url", site + PathOf(PageId{PageKind::kCase, at.of.value}) + "#" + AnchorOf(at)},
                     {"prov:wasQuotedFrom", Reference(IdOfDocument(at.of, at.document))}};
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
  for (const model::Finding& finding : report.data.study.findings) LinkFinding(report, finding, graph);
  const ordered_json whole{{"@context", {{"prov", "http://www.w3.org/ns/prov#"}, {"schema", "https://schema.org/"}}},
                           {"@graph", std::move(graph)}};
  return whole.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace commonground::publish
