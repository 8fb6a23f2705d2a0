// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Values that are as they are by default are left out, so that 20,000 codings stay small.
#include "coding/exchange/sidecar.h"

#include "coding/exchange/guids.h"
#include "coding/exchange/internal/side_facts.h"
#include "coding/exchange/internal/side_json.h"
#include "model/guids.h"

namespace commonground::coding {

using namespace side_json;

namespace {

constexpr const char* kFormat = "common-ground-exchange";
constexpr int kVersion = 1;

// --- out ------------------------------------------------------------------------------------------------------------

Json SettingsJson(const model::Settings& settings) {
  Json row = Json::object();
  Put(row, "title", settings.title);
  Put(row, "subtitle", settings.subtitle);
  Put(row, "publisher", settings.publisher);
  Put(row, "language", settings.language);
  Put(row, "reference_date", settings.reference_date);
  if (settings.invented) row["invented"] = true;
  Put(row, "common_ground_share", settings.common_ground_share.Text());
  Put(row, "most_regions_share", settings.most_regions_share.Text());
  if (settings.gap_unit == model::GapUnit::kPassage) row["gap_unit"] = "passage";
  row["smallest_cell"] = settings.smallest_cell;
  Put(row, "licence", settings.licence);
  return row;
}

Json CodesJson(const model::Study& study) {
  Json rows = Json::array();
  for (const model::Code& code : study.codebook) {
    Json row{{"guid", model::GuidOf(code)}};
    OutOf out(row);
    Fields(out, code);
    row.erase("parent");  // in the project itself
    rows.push_back(std::move(row));
  }
  return rows;
}

Json DocumentsJson(const model::Study& study) {
  Json rows = Json::array();
  for (const model::Document& document : study.documents) {
    Json row{{"guid", GuidOfDocument(document.id)}};
    OutOf out(row);
    Fields(out, document);
    if (document.version == 1) row.erase("version");
    for (const model::Part& part : document.parts) {
      row["parts"].push_back({std::string(model::Word(part.kind)), part.level, part.range.start, part.range.end,
                              part.page, part.confidence.value_or(-1)});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Json CodingsJson(const model::Study& study) {
  Json rows = Json::array();
  for (const model::Coding& coding : study.codings) {
    Json row{{"guid", model::IdOf(coding).value}};
    PutWord(row, "status", coding.status);
    if (coding.evidence_type != model::EvidenceType::kDocumented) PutWord(row, "evidence_type", coding.evidence_type);
    Put(row, "created", coding.created);
    if (coding.at) row["at"] = coding.at->Text();
    Put(row, "sources", coding.sources);
    Put(row, "hint", coding.hint);
    rows.push_back(std::move(row));
  }
  return rows;
}

Json AboutCases(const model::Study& study) {
  Json all = Json::object();
  PutAll(all, "regions", study.regions);
  PutAll(all, "places", study.invented_countries);
  PutAll(all, "organisations", study.organisations);
  PutAll(all, "cases", study.cases);
  PutAll(all, "sources", study.sources);
  for (const model::Consent& one : study.consents) {
    Json row = RowOf(one);
    Put(row, "evidence", one.evidence);  // as far as it may leave (part_to_export.cpp)
    all["consents"].push_back(std::move(row));
  }
  return all;
}

// --- in -------------------------------------------------------------------------------------------------------------

void ReadSettings(const Json& row, model::Settings& settings) {
  settings.title = TextOf(row, "title");
  settings.subtitle = TextOf(row, "subtitle");
  settings.publisher = TextOf(row, "publisher");
  if (const std::string language = TextOf(row, "language"); !language.empty()) settings.language = language;
  settings.reference_date = DateOf(row, "reference_date");
  if (settings.reference_date && !settings.reference_date->whole()) settings.reference_date.reset();
  settings.invented = Says(row, "invented");
  if (const auto share = core::Fraction::Parse(TextOf(row, "common_ground_share")))
    settings.common_ground_share = *share;
  if (const auto share = core::Fraction::Parse(TextOf(row, "most_regions_share"))) settings.most_regions_share = *share;
  if (TextOf(row, "gap_unit") == "passage") settings.gap_unit = model::GapUnit::kPassage;
  settings.smallest_cell = std::max(0, NumberOf(row, "smallest_cell", settings.smallest_cell));
  settings.licence = TextOf(row, "licence");
}

model::Code CodeOf(const Json& row) {
  auto code = ThingOf<model::Code>(row);
  code.parent.reset();
  code.guid.clear();
  return code;
}

model::Document DocumentOf(const Json& row) {
  auto document = ThingOf<model::Document>(row);
  document.version = std::max(1, document.version);
  const auto parts = row.find("parts");
  if (parts == row.end() || !parts->is_array()) return document;
  for (const Json& one : *parts) {
    if (!one.is_array() || one.size() != 6 || !one[0].is_string()) return document;
    model::Part part;
    std::int64_t numbers[5] = {};
    for (std::size_t i = 0; i < 5; ++i) {
      if (!one[i + 1].is_number_integer()) return document;
      numbers[i] = one[i + 1].get<std::int64_t>();
      if (numbers[i] < -1 || numbers[i] > 100'000'000) return document;
    }
    part.kind = model::FromWord<model::PartKind>(one[0].get<std::string>()).value_or(model::PartKind::kParagraph);
    part.level = static_cast<int>(numbers[0]);
    part.range = {numbers[1], numbers[2]};
    part.page = static_cast<int>(numbers[3]);
    if (numbers[4] >= 0 && numbers[4] <= 100) part.confidence = static_cast<int>(numbers[4]);
    document.parts.push_back(part);
  }
  return document;
}

model::Coding CodingOf(const Json& row) {
  model::Coding coding;
  coding.status = WordOf(row, "status", model::CodingStatus::kSubmitted);
  coding.evidence_type =
      WordOf(row, row.contains("evidence_type") ? "evidence_type" : "grade", model::EvidenceType::kDocumented);
  coding.created = DateOf(row, "created");
  coding.at = MomentOf(row, "at");
  coding.sources = IdsOf<model::SourceId>(row, "sources");
  coding.hint = TextOf(row, "hint");
  return coding;
}

void ReadCases(const Json& file, Sidecar& side) {
  TakeAll(file, "regions", side.regions);
  TakeAll(file, "places", side.places);
  TakeAll(file, "organisations", side.organisations);
  TakeAll(file, "cases", side.cases);
  TakeAll(file, "sources", side.sources);
  Each(file, "consents", [&](const Json& row) {
    model::Consent one;
    InFrom in(row);
    Fields(in, one);
    one.evidence = TextOf(row, "evidence");
    // A scope that we do not know is no scope that we could guess.
    if (in.knows_words) side.consents.push_back(std::move(one));
  });
  TakeAll(file, "adjudications", side.adjudications);
}

}  // namespace

std::string WriteSidecar(const model::Study& exported, const Reading& offsets) {
  Json file{{"format", kFormat}, {"version", kVersion}, {"offsets", Name(offsets)}};
  file["study"] = SettingsJson(exported.settings);
  file["codes"] = CodesJson(exported);
  file["documents"] = DocumentsJson(exported);
  file["codings"] = CodingsJson(exported);
  file["adjudications"] = Json::array();
  PutAll(file, "adjudications", exported.adjudications);
  file.update(AboutCases(exported));
  file.update(AboutCountries(exported));
  return file.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<Sidecar> ReadSidecar(std::string_view json) {
  const auto bad = [](const char* what) { return core::Fail(core::ErrorCode::kInvalidInput, what, kSideFileName); };
  const Json file = Json::parse(json, nullptr, false);
  if (file.is_discarded() || !file.is_object()) return bad("is damaged");
  if (TextOf(file, "format") != kFormat) return bad("is of another program");
  if (NumberOf(file, "version", 0) != kVersion) return bad("was written by a newer program");
  Sidecar side;
  const auto offsets = ReadingOf(TextOf(file, "offsets"));
  if (!offsets) return bad("does not say how places are counted");
  side.offsets = *offsets;
  if (const auto settings = file.find("study"); settings != file.end() && settings->is_object()) {
    ReadSettings(*settings, side.settings);
  }
  Each(file, "codes", [&](const Json& row) { side.codes.emplace_back(TextOf(row, "guid"), CodeOf(row)); });
  Each(file, "documents", [&](const Json& row) { side.documents.emplace_back(TextOf(row, "guid"), DocumentOf(row)); });
  Each(file, "codings", [&](const Json& row) { side.codings.emplace_back(TextOf(row, "guid"), CodingOf(row)); });
  ReadCases(file, side);
  ReadCountries(file, side);
  return side;
}

}  // namespace commonground::coding
