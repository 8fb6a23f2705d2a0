// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Merges memos and what they are about.

#include <algorithm>

#include "coding/exchange/internal/merger.h"
#include "coding/exchange/raw_text.h"

namespace commonground::coding {

namespace {

std::string SaidBy(const model::Memo& memo) {
  return std::to_string(static_cast<int>(memo.about)) + "\n" + memo.subject + "\n" +
         std::to_string(static_cast<int>(memo.kind)) + "\n" + memo.coder.value + "\n" + memo.text;
}

}  // namespace

void Merger::Memos() {
  for (const auto& memo : study().memos) {
    memo_ids_.insert(memo.id);
    memo_texts_.insert(SaidBy(memo));
  }
  std::map<std::string, model::DocumentId> document_of;
  for (const auto& coding : study().codings) document_of.emplace(model::IdOf(coding).value, coding.document);
  for (const ImportedMemo& from : project_.memos) Memo(from, document_of);
  for (const ImportedMemo& from : said_by_variables_) Memo(from, document_of);
  for (model::Memo& memo : unplaced_) {
    if (!memo_ids_.insert(memo.id).second || memo_texts_.contains(SaidBy(memo))) continue;
    study().memos.push_back(std::move(memo));
    ++out_.new_memos;
  }
}

void Merger::Memo(const ImportedMemo& from, const std::map<std::string, model::DocumentId>& document_of) {
  if (IsBlank(from.text)) {
    out_.report.Add("memos and descriptions without words", "left out");
    return;
  }
  model::Memo memo;
  memo.id = model::MemoId(from.guid);
  if (memo_ids_.contains(memo.id)) {
    out_.report.Add("memos that the study has already", "the study's own kept");
    return;
  }
  memo.kind = from.kind;
  memo.about = from.about;
  memo.coder = Coder(from.user).coder;
  memo.at = from.at;
  memo.text = from.text;
  if (!Subject(from, document_of, memo)) {
    out_.report.Add("memos whose subject is not in the study", "memos about the study");
    memo.about = MemoSubject::kStudy;
  }
  if (memo_texts_.contains(SaidBy(memo)) && !project_.side) {
    out_.report.Add("memos that the study has already (same words)", "the study's own kept");
    return;
  }
  memo_ids_.insert(memo.id);
  study().memos.push_back(std::move(memo));
  ++out_.new_memos;
}

bool Merger::Subject(const ImportedMemo& from, const std::map<std::string, model::DocumentId>& document_of,
                     model::Memo& memo) {
  switch (from.about) {
    case MemoSubject::kStudy:
      return true;
    case MemoSubject::kCode:
      if (const auto found = codes_.find(from.subject); found != codes_.end()) {
        memo.subject = found->second.value;
        return true;
      }
      return false;
    case MemoSubject::kCase:
      for (const ImportedCase& one : project_.cases) {
        if (one.guid != from.subject) continue;
        memo.subject = OrganisationOf(one).value;
        return true;
      }
      return false;
    case MemoSubject::kDocument:
      if (const auto found = places_.find(from.subject); found != places_.end()) {
        memo.subject = found->second.document.value;
        memo.document = found->second.document;
        return true;
      }
      return false;
    case MemoSubject::kCoding:
      if (const auto found = codings_.find(from.subject); found != codings_.end()) {
        memo.subject = found->second.value;
        if (const auto document = document_of.find(memo.subject); document != document_of.end()) {
          memo.document = document->second;
        }
        return true;
      }
      return false;
  }
  return false;
}

void Merger::Sets() {
  std::set<model::SetId> ids;
  std::set<std::string> names;
  for (const model::Set& set : study().sets) {
    ids.insert(set.id);
    names.insert(set.name);
  }
  for (const ImportedSet& from : project_.sets) {
    model::Set set{model::SetId(from.guid), from.name, from.description, {}, {}};
    std::int64_t lost = 0;
    for (const std::string& guid : from.codes) {
      const auto code = codes_.find(guid);
      code == codes_.end() ? ++lost : (set.codes.push_back(code->second), 0);
    }
    for (const std::string& guid : from.sources) {
      const auto place = places_.find(guid);
      place == places_.end() ? ++lost : (set.documents.push_back(place->second.document), 0);
    }
    out_.report.Add("members of sets that are not in the study", "left out of the set", lost);
    if (ids.contains(set.id) || names.contains(set.name)) {
      out_.report.Add("sets that the study has already", "the study's own kept");
      continue;
    }
    ids.insert(set.id);
    study().sets.push_back(std::move(set));
  }
}

void Merger::Adjudications() {
  std::set<model::AdjudicationId> there;
  for (const auto& one : study().adjudications) there.insert(one.id);
  for (const model::Adjudication& one : project_.side->adjudications) {
    const bool known = [&] {
      const auto has = [&](const model::CodingId& id) { return codings_.contains(id.value); };
      return core::ReadGuid(one.id.value) && document_ids_.contains(one.document) && code_ids_.contains(one.code) &&
             std::ranges::all_of(one.originals, has) && (!one.result || has(*one.result)) && one.range.start >= 0 &&
             one.range.end >= one.range.start;
    }();
    if (!known) {
      out_.report.Add("adjudications that refer to what is not in the study", "left out");
    } else if (there.insert(one.id).second) {
      study().adjudications.push_back(one);
    }
  }
}

}  // namespace commonground::coding
