// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads and writes meta.toml of a case study.

#include "core/small_ascii.h"
#include "ingest/documents/formats.h"
#include "ingest/folder/file_names.h"
#include "ingest/folder/toml/files.h"
#include "ingest/folder/toml/toml.h"

namespace commonground::ingest {

namespace {

using model::Document;

const std::vector<Key<CaseMeta>>& CaseKeys() {
  static const std::vector<Key<CaseMeta>> keys{KeyOf<&CaseMeta::title>("title"),
                                               KeyOf<&CaseMeta::embargo_until>("embargo_until")};
  return keys;
}

std::string_view FileName(const Document& document) {
  const std::string_view id = document.id.value;
  return id.substr(id.find('/') + 1);
}

const std::vector<Key<Document>>& DocumentKeys() {
  static const std::vector<Key<Document>> keys{
      {"file", kRequired,
       [](const toml::node& node, const SourceLocation& spot, Document& document) {
         const std::string* name = AsText(node, spot);
         if (name == nullptr) return;
         const std::string id = IdOfName(*name);
         if (id.empty()) {
           spot.Bad(*name, "is not a file in this case study's folder",
                    "write the file's name alone, such as case-study.md");
         } else {
           document.id.value = document.organisation.value + "/" + id;
           if (id != *name) document.title = TitleOfName(*name);
         }
       },
       [](const Document& document, std::string_view name, toml::table& table) {
         table.insert(name, FileName(document));
       }},
      KeyOf<&Document::title>("title"),
      KeyOf<&Document::language>("language"),
      KeyOf<&Document::kind>("kind"),
      KeyOf<&Document::date>("date"),
      KeyOf<&Document::sources>("sources"),
      {"version", kOptional,
       [](const toml::node& node, const SourceLocation& spot, Document& document) {
         const auto version = node.value<std::int64_t>();
         if (!node.is_integer() || *version < 1 || *version > 999'999) {
           spot.Bad({}, "is not a version: a whole number from 1", "leave it out, unless an export wrote it");
         } else {
           document.version = static_cast<int>(*version);
         }
       },
       [](const Document& document, std::string_view name, toml::table& table) {
         if (document.version != 1) table.insert(name, document.version);
       }},
      {"original", kOptional,
       [](const toml::node& node, const SourceLocation& spot, Document& document) {
         if (const std::string* hash = AsText(node, spot)) document.original_hash = *hash;
       },
       [](const Document& document, std::string_view name, toml::table& table) {
         if (!document.original_hash.empty()) table.insert(name, document.original_hash);
       }},
      {"format", kOptional,
       [](const toml::node& node, const SourceLocation& spot, Document& document) {
         const std::string* ending = AsText(node, spot);
         if (ending == nullptr) return;
         if (FormatOf("." + *ending) == nullptr || core::SmallAscii(*ending) != *ending) {
           spot.Bad(*ending, "is no ending of a file that becomes a text",
                    "leave it out, unless an export wrote it, such as docx");
         } else {
           document.format = *ending;
         }
       },
       [](const Document& document, std::string_view name, toml::table& table) {
         if (!document.format.empty()) table.insert(name, document.format);
       }}};
  return keys;
}

}  // namespace

CaseMeta ReadCaseMeta(std::string_view file, std::string_view text, const model::OrganisationId& organisation,
                      SourceLines& places, Problems& problems) {
  CaseMeta meta;
  const SourceLocation spot{&problems, file, 0, {}};
  const std::optional<toml::table> root = ParseToml(text, spot);
  if (!root) return meta;
  const Section top{spot, "", &places};
  for (const auto& [key, node] : *root) {
    if (key.str() != "case" && key.str() != "document") ReportUnknownKey(key, top, {"case", "document"});
  }
  if (const toml::node* node = root->get("case")) {
    const toml::table* table = AsTable(*node, spot.At("case"));
    if (table != nullptr) ReadKeys(*table, CaseKeys(), top.Below("case", *node), meta);
  }
  if (const toml::node* node = root->get("document")) {
    for (const toml::table* table : AsTables(*node, spot.At("document"))) {
      Document document;
      document.organisation = organisation;
      ReadKeys(*table, DocumentKeys(), top.Below("document", *table), document);
      if (!table->contains("title") && document.title.empty()) document.title = FileName(document);
      meta.documents.push_back(std::move(document));
      meta.lines.push_back(LineOf(*table));
    }
  }
  return meta;
}

std::string WriteCaseMeta(const model::CaseStudy& study_case, const std::vector<const Document*>& documents) {
  CaseMeta meta;
  meta.title = study_case.title;
  meta.embargo_until = study_case.embargo_until;
  toml::table root{{"case", WriteKeys(meta, CaseKeys())}};
  if (!documents.empty()) {
    toml::array tables;
    for (const Document* document : documents) {
      toml::table table = WriteKeys(*document, DocumentKeys());
      // Blank ones are written too: a missing title means the file's name.
      table.insert("title", document->title);
      tables.push_back(std::move(table));
    }
    root.insert("document", std::move(tables));
  }
  return PrintToml(root);
}

}  // namespace commonground::ingest
