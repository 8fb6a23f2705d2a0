// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes codebook, codings and memos as rows of cells.

#include <algorithm>
#include <map>

#include "coding/exchange/tables.h"
#include "model/guids.h"

namespace commonground::coding {

std::vector<Row> CodebookRows(const model::Study& part) {
  std::vector<Row> rows{
      {"code", "parent", "kind", "label", "definition", "include", "exclude", "basis", "colour", "retired", "guid"}};
  for (const model::Code& code : part.codebook) {
    rows.push_back({code.id.value, code.parent ? code.parent->value : "", std::string(model::Word(code.kind)),
                    code.label, code.definition, code.include, code.exclude, code.basis, code.colour,
                    code.retired ? "yes" : "", model::GuidOf(code)});
  }
  return rows;
}

std::vector<Row> CodingRows(const model::Study& part) {
  std::map<model::DocumentId, const model::Document*> documents;
  for (const auto& document : part.documents) documents.emplace(document.id, &document);
  std::map<model::CodeId, std::string> labels;
  for (const auto& code : part.codebook) labels.emplace(code.id, code.label);
  std::vector<Row> rows{{"document", "title", "organisation", "start", "end", "exact", "code", "label", "coder", "at",
                         "status", "memo", "id"}};
  for (const model::Coding& coding : part.codings) {
    const auto document = documents.find(coding.document);
    const auto label = labels.find(coding.code);
    const std::string at = coding.at ? coding.at->Text() : coding.created ? coding.created->Text() : "";
    rows.push_back({coding.document.value, document == documents.end() ? "" : document->second->title,
                    document == documents.end() ? "" : document->second->organisation.value,
                    std::to_string(coding.range.start), std::to_string(coding.range.end), coding.exact,
                    coding.code.value, label == labels.end() ? "" : label->second, coding.coder.value, at,
                    std::string(model::Word(coding.status)), coding.memo, model::IdOf(coding).value});
  }
  return rows;
}

std::vector<Row> MemoRows(const model::Study& part) {
  std::vector<Row> rows{{"about", "subject", "kind", "coder", "at", "text", "id"}};
  for (const model::Memo& memo : part.memos) {
    rows.push_back({std::string(model::Word(memo.about)), memo.subject, std::string(model::Word(memo.kind)),
                    memo.coder.value, memo.at ? memo.at->Text() : "", memo.text, memo.id.value});
  }
  return rows;
}

}  // namespace commonground::coding
