// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Merges codings, once each.

#include <algorithm>
#include <array>

#include "coding/exchange/internal/merger.h"

namespace commonground::coding {

namespace {

constexpr std::int64_t kContext = 32;  // code points kept before and after a passage (docs/file-formats.md)

using Passage = std::tuple<std::string, std::int64_t, std::int64_t, std::string, std::string>;

Passage KeyOf(const model::Coding& coding, const core::TextRange& range) {
  return {coding.document.value, range.start, range.end, coding.code.value, coding.coder.value};
}

// White space at the ends of a passage is how a program marks, not what somebody coded: "The well.\n" is "The well.".
core::TextRange InnerRange(const model::Coding& coding) {
  const std::string& words = coding.exact;
  const std::size_t first = words.find_first_not_of(" \t\n");
  if (first == std::string::npos) return coding.range;
  const std::size_t after = words.size() - 1 - words.find_last_not_of(" \t\n");
  return {coding.range.start + static_cast<std::int64_t>(first), coding.range.end - static_cast<std::int64_t>(after)};
}

}  // namespace

void Merger::Codings() {
  // What our own file brings is told apart to the letter.
  const auto key_of = [](const model::Coding& coding, bool is_ours) {
    return KeyOf(coding, is_ours ? coding.range : InnerRange(coding));
  };
  std::array<std::map<Passage, model::CodingId>, 2> taken;
  const auto take = [&](const model::Coding& coding) {
    for (const bool is_ours : {false, true}) taken[is_ours].emplace(key_of(coding, is_ours), model::IdOf(coding));
  };
  for (const auto& coding : study().codings) {
    take(coding);
    codings_[model::IdOf(coding).value] = model::IdOf(coding);
  }
  std::map<std::string, std::pair<std::size_t, const model::Coding*>> sides;
  if (project_.side) {
    for (std::size_t i = 0; i < project_.side->codings.size(); ++i) {
      sides.emplace(project_.side->codings[i].first, std::pair(i, &project_.side->codings[i].second));
    }
  }
  std::map<model::DocumentId, const model::Document*> documents;
  for (const auto& document : study().documents) documents.emplace(document.id, &document);
  std::map<std::pair<model::DocumentId, int>, const std::string*> old_texts;
  for (const auto& old : study().old_versions) old_texts.emplace(std::pair(old.document, old.version), &old.text);
  std::map<std::pair<model::DocumentId, int>, core::TextIndex> indices;

  out_.report.Add("codings that name the user and time of their code, not their own (as NVivo writes them)",
                  AskPassages() ? "user and time taken from the passage; those of the coding can be chosen instead"
                                : "kept, as you chose",
                  project_.codings_of_others);

  std::vector<std::pair<std::size_t, model::Coding>> made;
  std::vector<int> versions;
  for (const ImportedCoding& from : project_.codings) {
    if (codings_.contains(from.guid)) {
      out_.report.Add("codings that the study has already (same GUID)", "the study's own kept");
      continue;
    }
    const auto place = places_.find(from.source);
    const auto code = codes_.find(from.code);
    if (place == places_.end() || code == codes_.end()) {
      Unplaced(from, place == places_.end() ? nullptr : &place->second);
      continue;
    }
    const auto key = std::pair(place->second.document, place->second.old_version);
    auto index = indices.find(key);
    if (index == indices.end()) {
      const std::string& text =
          key.second == 0 ? documents.at(key.first)->text : *old_texts.at({key.first, key.second});
      index = indices.emplace(key, core::TextIndex(std::string_view(text))).first;
    }
    model::Coding coding = NewCoding(from, place->second, code->second, index->second);
    const auto side = sides.find(from.guid);
    if (side != sides.end()) Complete(coding, *side->second.second);
    const bool is_ours = side != sides.end();
    if (const auto kept = taken[is_ours].find(key_of(coding, is_ours)); kept != taken[is_ours].end()) {
      SayMore(from, kept->second, coding);
      continue;
    }
    coding.id = model::CodingId(from.guid);
    if (model::Coding plain = coding; (plain.id = {}, model::IdOf(plain)) == coding.id) coding.id = {};
    codings_[from.guid] = model::IdOf(coding);
    take(coding);
    coders_.insert(coding.coder);
    CoderMapping& coder = Coder(Who(from));
    ++coder.codings;
    if (!from.other_user.empty() && !AskPassages()) ++coder.other_passages;
    made.emplace_back(side == sides.end() ? sides.size() : side->second.first, std::move(coding));
    versions.push_back(key.second);
  }
  Append(made, versions);
}

void Merger::Append(std::vector<std::pair<std::size_t, model::Coding>>& made, const std::vector<int>& versions) {
  std::vector<std::size_t> order(made.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return made[i].first; });
  out_.new_codings = static_cast<std::int64_t>(made.size());
  for (const std::size_t i : order) {
    if (versions[i] != 0) out_.older.push_back({study().codings.size(), versions[i]});
    study().codings.push_back(std::move(made[i].second));
  }
}

model::Coding Merger::NewCoding(const ImportedCoding& from, const Place& place, const model::CodeId& code,
                                const core::TextIndex& index) {
  const model::DocumentId& document = place.document;
  const auto within = [&](std::int64_t at) { return std::clamp<std::int64_t>(at + place.shift, 0, index.length()); };
  const core::TextRange range{within(from.range.start), within(from.range.end)};
  model::Coding coding;
  coding.document = document;
  coding.range = range;
  coding.exact = *index.Slice(range);
  coding.prefix = *index.Slice({std::max<std::int64_t>(0, range.start - kContext), range.start});
  coding.suffix = *index.Slice({range.end, std::min(index.length(), range.end + kContext)});
  coding.code = code;
  coding.coder = Coder(Who(from)).coder;
  coding.at = When(from);
  if (coding.at) coding.created = coding.at->Day();
  coding.status = model::CodingStatus::kSubmitted;
  coding.memo = from.memo;
  coding.hint = from.hint;
  return coding;
}

bool Merger::AskPassages() const {
  return options_.coder_from == CoderFrom::kPassage ||
         (options_.coder_from == CoderFrom::kAuto && project_.codings_name_their_codes);
}

const std::string& Merger::Who(const ImportedCoding& from) const {
  return AskPassages() && !from.other_user.empty() ? from.other_user : from.user;
}

std::optional<core::Moment> Merger::When(const ImportedCoding& from) const {
  return AskPassages() && from.other_at ? from.other_at : from.at;
}

void Merger::SayMore(const ImportedCoding& from, const model::CodingId& kept, const model::Coding& coding) {
  out_.report.Add("codings that say the same as another (document, passage, code, coder)", "one kept");
  codings_[from.guid] = kept;
  if (coding.memo.empty()) return;
  model::Memo memo;
  memo.id = model::MemoId(core::GuidOf("memo of a second coding\n" + from.guid));
  memo.about = MemoSubject::kCoding;
  memo.subject = kept.value;
  memo.document = coding.document;
  memo.coder = coding.coder;
  memo.at = coding.at;
  memo.text = coding.memo;
  unplaced_.push_back(std::move(memo));
}

void Merger::Complete(model::Coding& coding, const model::Coding& side) const {
  coding.status = side.status;
  coding.evidence_type = side.evidence_type;
  coding.created = side.created;
  coding.at = side.at;
  coding.sources = Known(side.sources);
  if (!side.hint.empty()) coding.hint = side.hint;
}

void Merger::Unplaced(const ImportedCoding& from, const Place* place) {
  out_.report.Add(place == nullptr ? "codings of sources that are not there" : "codings with a code that is not there",
                  "a memo each");
  model::Memo memo;
  memo.id = model::MemoId(core::GuidOf("coding without a place\n" + from.guid));
  if (place != nullptr) {
    memo.about = MemoSubject::kDocument;
    memo.subject = place->document.value;
    memo.document = place->document;
  }
  memo.coder = Coder(from.user).coder;
  memo.at = from.at;
  memo.text = "A coding came from another program whose " + std::string(place == nullptr ? "source" : "code") +
              " is not in the project: characters " + std::to_string(from.range.start) + " to " +
              std::to_string(from.range.end) + (from.memo.empty() ? "." : ". Its memo: " + from.memo);
  unplaced_.push_back(std::move(memo));
}

}  // namespace commonground::coding
