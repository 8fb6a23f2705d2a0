// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Values that are as they are by default are left out, so that 20,000 codings stay small.
#include "coding/exchange/side_file.h"

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
  Put(row, "widespread_share", settings.widespread_share.Text());
  if (settings.gap_unit == model::GapUnit::kPassage) row["gap_unit"] = "passage";
  row["smallest_cell"] = settings.smallest_cell;
  Put(row, "licence", settings.licence);
  return row;
}

Json CodesJson(const model::Study& study) {
  Json rows = Json::array();
  for (const model::Code& code : study.codebook) {
    Json row{{"guid", model::GuidOf(code)}, {"code", code.id.value}};
    PutWord(row, "kind", code.kind);
    Put(row, "label", code.label);
    Put(row, "definition", code.definition);
    Put(row, "basis", code.basis);
    Put(row, "sources", code.sources);
    Put(row, "include", code.include);
    Put(row, "exclude", code.exclude);
    Put(row, "colour", code.colour);
    if (code.retired) row["retired"] = true;
    if (code.merged_into) row["merged_into"] = code.merged_into->value;
    rows.push_back(std::move(row));
  }
  return rows;
}

Json DocumentsJson(const model::Study& study) {
  Json rows = Json::array();
  for (const model::Document& document : study.documents) {
    Json row{{"guid", GuidOfDocument(document.id)}, {"document", document.id.value}};
    row["organisation"] = document.organisation.value;
    Put(row, "title", document.title);
    Put(row, "language", document.language);
    PutWord(row, "kind", document.kind);
    Put(row, "date", document.date);
    Put(row, "sources", document.sources);
    if (document.version != 1) row["version"] = document.version;
    Put(row, "original_hash", document.original_hash);
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
    if (coding.grade != model::Grade::kDocumented) PutWord(row, "grade", coding.grade);
    Put(row, "created", coding.created);
    if (coding.at) row["at"] = coding.at->Text();
    Put(row, "sources", coding.sources);
    Put(row, "hint", coding.hint);
    rows.push_back(std::move(row));
  }
  return rows;
}

Json AdjudicationsJson(const model::Study& study) {
  Json rows = Json::array();
  for (const model::Adjudication& one : study.adjudications) {
    Json row{{"id", one.id.value}, {"document", one.document.value}, {"code", one.code.value}};
    Put(row, "originals", one.originals);
    if (one.result) row["result"] = one.result->value;
    row["start"] = one.range.start;
    row["end"] = one.range.end;
    row["decided_by"] = one.decided_by.value;
    Put(row, "why", one.why);
    if (one.at) row["at"] = one.at->Text();
    rows.push_back(std::move(row));
  }
  return rows;
}

Json AboutCases(const model::Study& study) {
  Json all = Json::object();
  for (const model::Region& one : study.regions) {
    Json row{{"region", one.id.value}};
    Put(row, "label", one.label);
    Put(row, "aliases", one.aliases);
    row["quota"] = one.quota;
    all["regions"].push_back(std::move(row));
  }
  for (const model::Place& one : study.places) {
    all["places"].push_back({{"country", one.code.value}, {"name", one.name}});
  }
  for (const model::Organisation& one : study.organisations) {
    Json row{{"organisation", one.id.value}};
    Put(row, "name", one.name);
    Put(row, "short_name", one.short_name);
    if (one.country) row["country"] = one.country->value;
    if (one.region) row["region"] = one.region->value;
    Put(row, "languages", one.languages);
    PutWord(row, "visibility", one.visibility);
    all["organisations"].push_back(std::move(row));
  }
  for (const model::CaseStudy& one : study.cases) {
    Json row{{"organisation", one.organisation.value}};
    Put(row, "title", one.title);
    Put(row, "embargo_until", one.embargo_until);
    all["cases"].push_back(std::move(row));
  }
  for (const model::Source& one : study.sources) {
    Json row{{"source", one.id.value}};
    Put(row, "title", one.title);
    Put(row, "site", one.site);
    Put(row, "address", one.address);
    Put(row, "kind", one.kind);
    Put(row, "accessed", one.accessed);
    all["sources"].push_back(std::move(row));
  }
  for (const model::Consent& one : study.consents) {
    Json row{{"subject", one.subject}};
    PutWord(row, "scope", one.scope);
    PutWord(row, "basis", one.basis);
    Put(row, "given", one.given);
    Put(row, "expires", one.expires);
    Put(row, "withdrawn", one.withdrawn);
    Put(row, "evidence", one.evidence);
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
  if (const auto share = core::Fraction::Parse(TextOf(row, "widespread_share"))) settings.widespread_share = *share;
  if (TextOf(row, "gap_unit") == "passage") settings.gap_unit = model::GapUnit::kPassage;
  settings.smallest_cell = std::max(0, NumberOf(row, "smallest_cell", settings.smallest_cell));
  settings.licence = TextOf(row, "licence");
}

model::Code CodeOf(const Json& row) {
  model::Code code;
  code.id = model::CodeId(TextOf(row, "code"));
  code.kind = WordOf(row, "kind", model::CodeKind::kOther);
  code.label = TextOf(row, "label");
  code.definition = TextOf(row, "definition");
  code.basis = TextOf(row, "basis");
  code.sources = IdsOf<model::SourceId>(row, "sources");
  code.include = TextOf(row, "include");
  code.exclude = TextOf(row, "exclude");
  code.colour = TextOf(row, "colour");
  code.retired = Says(row, "retired");
  code.merged_into = MaybeId<model::CodeId>(row, "merged_into");
  return code;
}

model::Document DocumentOf(const Json& row) {
  model::Document document;
  document.id = model::DocumentId(TextOf(row, "document"));
  document.organisation = model::OrganisationId(TextOf(row, "organisation"));
  document.title = TextOf(row, "title");
  document.language = TextOf(row, "language");
  document.kind = WordOf(row, "kind", model::DocumentKind::kAccount);
  document.date = DateOf(row, "date");
  document.sources = IdsOf<model::SourceId>(row, "sources");
  document.version = std::max(1, NumberOf(row, "version", 1));
  document.original_hash = TextOf(row, "original_hash");
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
  coding.grade = WordOf(row, "grade", model::Grade::kDocumented);
  coding.created = DateOf(row, "created");
  coding.at = MomentOf(row, "at");
  coding.sources = IdsOf<model::SourceId>(row, "sources");
  coding.hint = TextOf(row, "hint");
  return coding;
}

void ReadCases(const Json& file, SideFile& side) {
  Each(file, "regions", [&](const Json& row) {
    side.regions.push_back({model::RegionId(TextOf(row, "region")), TextOf(row, "label"), WordsOf(row, "aliases"),
                            std::max(0, NumberOf(row, "quota", 0))});
  });
  Each(file, "places", [&](const Json& row) {
    side.places.push_back({model::CountryCode(TextOf(row, "country")), TextOf(row, "name")});
  });
  Each(file, "organisations", [&](const Json& row) {
    model::Organisation one;
    one.id = model::OrganisationId(TextOf(row, "organisation"));
    one.name = TextOf(row, "name");
    one.short_name = TextOf(row, "short_name");
    one.country = MaybeId<model::CountryCode>(row, "country");
    one.region = MaybeId<model::RegionId>(row, "region");
    one.languages = WordsOf(row, "languages");
    one.visibility = WordOf(row, "visibility", model::Visibility::kPrivate);
    side.organisations.push_back(std::move(one));
  });
  Each(file, "cases", [&](const Json& row) {
    side.cases.push_back(
        {model::OrganisationId(TextOf(row, "organisation")), TextOf(row, "title"), DateOf(row, "embargo_until")});
  });
  Each(file, "sources", [&](const Json& row) {
    side.sources.push_back({model::SourceId(TextOf(row, "source")),
                            TextOf(row, "title"),
                            TextOf(row, "site"),
                            TextOf(row, "address"),
                            TextOf(row, "kind"),
                            DateOf(row, "accessed"),
                            {}});
  });
  Each(file, "consents", [&](const Json& row) {
    // A scope that we do not know is no scope that we could guess.
    const auto scope = model::FromWord<model::ConsentScope>(TextOf(row, "scope"));
    const auto basis = model::FromWord<model::ConsentBasis>(TextOf(row, "basis"));
    if (!scope || !basis) return;
    side.consents.push_back({TextOf(row, "subject"), *scope, *basis, DateOf(row, "given"), DateOf(row, "expires"),
                             DateOf(row, "withdrawn"), TextOf(row, "evidence")});
  });
  Each(file, "adjudications", [&](const Json& row) {
    model::Adjudication one;
    one.id = model::AdjudicationId(TextOf(row, "id"));
    one.document = model::DocumentId(TextOf(row, "document"));
    one.code = model::CodeId(TextOf(row, "code"));
    one.originals = IdsOf<model::CodingId>(row, "originals");
    one.result = MaybeId<model::CodingId>(row, "result");
    one.range = {NumberOf(row, "start", -1), NumberOf(row, "end", -1)};
    one.decided_by = model::CoderId(TextOf(row, "decided_by"));
    one.why = TextOf(row, "why");
    one.at = MomentOf(row, "at");
    side.adjudications.push_back(std::move(one));
  });
}

}  // namespace

std::string WriteSideFile(const model::Study& exported, const Reading& offsets) {
  Json file{{"format", kFormat}, {"version", kVersion}, {"offsets", Name(offsets)}};
  file["study"] = SettingsJson(exported.settings);
  file["codes"] = CodesJson(exported);
  file["documents"] = DocumentsJson(exported);
  file["codings"] = CodingsJson(exported);
  file["adjudications"] = AdjudicationsJson(exported);
  file.update(AboutCases(exported));
  file.update(AboutCountries(exported));
  return file.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<SideFile> ReadSideFile(std::string_view json) {
  const auto bad = [](const char* what) { return core::Fail(core::ErrorCode::kInvalidInput, what, kSideFileName); };
  const Json file = Json::parse(json, nullptr, false);
  if (file.is_discarded() || !file.is_object()) return bad("is damaged");
  if (TextOf(file, "format") != kFormat) return bad("is of another program");
  if (NumberOf(file, "version", 0) != kVersion) return bad("was written by a newer program");
  SideFile side;
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
