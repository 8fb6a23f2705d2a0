// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "coding/exchange/internal/merger.h"

namespace commonground::coding {

void Merger::Memos() {
  for (const auto& memo : study().memos) memo_ids_.insert(memo.id);
  std::map<std::string, model::DocumentId> document_of;
  for (const auto& coding : study().codings) document_of.emplace(model::IdOf(coding).value, coding.document);
  for (const ImportedMemo& from : project_.memos) Memo(from, document_of);
  for (const ImportedMemo& from : said_by_variables_) Memo(from, document_of);
  for (model::Memo& memo : unplaced_) {
    if (!memo_ids_.insert(memo.id).second) continue;
    study().memos.push_back(std::move(memo));
    ++out_.new_memos;
  }
}

void Merger::Memo(const ImportedMemo& from, const std::map<std::string, model::DocumentId>& document_of) {
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

void Merger::TakeConsents() {
  const auto& consents = project_.side->consents;
  if (consents.empty()) return;
  if (options_.consents == Consents::kLeftOut) {
    out_.report.Add("consents that the file speaks of",
                    "left out: only --with-consents takes them over, if you trust where the file comes from",
                    static_cast<std::int64_t>(consents.size()));
    return;
  }
  std::set<std::pair<std::string, model::ConsentScope>> there;
  for (const auto& consent : study().consents) there.emplace(consent.subject, consent.scope);
  for (const model::Consent& consent : consents) {
    const bool known =
        std::ranges::any_of(study().organisations, [&](const auto& one) { return one.id.value == consent.subject; }) ||
        document_ids_.contains(model::DocumentId(consent.subject));
    if (!known) {
      out_.report.Add("consents of somebody who is not in the study", "left out");
    } else if (!there.emplace(consent.subject, consent.scope).second) {
      out_.report.Add("consents that the study has already", "the study's own kept");
    } else {
      study().consents.push_back(consent);
    }
  }
}

}  // namespace commonground::coding
