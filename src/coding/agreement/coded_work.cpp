// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Collects what each coder coded in the documents that several coded.

#include "coding/agreement/coded_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <ranges>
#include <unordered_map>
#include <unordered_set>

#include "model/guids.h"

namespace commonground::coding {

namespace {

constexpr std::size_t kMaxCoders = 64;  // a bit each

using Places = std::unordered_map<std::string_view, std::int32_t>;

std::int32_t Find(const Places& places, std::string_view id) {
  const auto at = places.find(id);
  return at == places.end() ? -1 : at->second;
}

bool Counts(const model::Coding& coding) {
  return coding.status == model::CodingStatus::kSubmitted || coding.status == model::CodingStatus::kAccepted;
}

// One coding of one coder, before coders have their final places.
struct Piece {
  std::int32_t document = 0;
  std::int32_t code = 0;
  std::int32_t coder = 0;
  std::int32_t coding = 0;
  core::TextRange range;  // copied: codings lie far apart in memory
};

class WorkBuilder {
 public:
  WorkBuilder(const model::Study& study, std::span<const TextToCompare> texts, const WorkRequest& request)
      : study_(study), texts_(texts), request_(request) {}

  core::Result<CodedWork> Build() {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      documents_.emplace(texts_[i].document.value, static_cast<std::int32_t>(i));
    }
    ReadCodes();
    ReadAdjudications();
    ReadCodings();
    given_.assign(texts_.size(), 0);
    open_.assign(texts_.size(), false);
    CG_RETURN_IF_ERROR(ChooseCoders());
    ReadAssignments();
    if (request_.stage == Stage::kAdjudicated) Adjudicate();
    KeepDocuments();
    PutInOrder();
    return std::move(work_);
  }

 private:
  // Codes that were merged count as the one that they became.
  void ReadCodes() {
    Places places;
    for (const model::Code& code : study_.codebook) {
      places.emplace(code.id.value, static_cast<std::int32_t>(work_.codes.size()));
      work_.codes.push_back(code.id);
    }
    for (const model::Code& code : study_.codebook) {
      work_.parent.push_back(code.parent ? Find(places, code.parent->value) : -1);
      const model::Code* target = &code;
      for (std::size_t steps = 0; target->merged_into && steps < study_.codebook.size(); ++steps) {
        const std::int32_t next = Find(places, target->merged_into->value);
        if (next < 0) break;
        target = &study_.codebook[static_cast<std::size_t>(next)];
      }
      codes_.emplace(code.id.value, static_cast<std::int32_t>(target - study_.codebook.data()));
    }
  }

  // Ids are made of hashes: only where there is something to compare them with.
  void ReadAdjudications() {
    for (const model::Adjudication& one : study_.adjudications) {
      if (!documents_.contains(one.document.value)) continue;
      adjudicated_documents_.insert(one.document.value);
      const bool was_there = one.result && std::ranges::find(one.originals, *one.result) != one.originals.end();
      if (one.result && !was_there) decided_.insert(one.result->value);
    }
  }

  void ReadCodings() {
    std::int32_t document = -1;
    std::string_view last_document;
    std::string_view last_coder;
    std::int32_t coder = -1;
    pieces_.reserve(study_.codings.size());
    for (std::size_t i = 0; i < study_.codings.size(); ++i) {
      const model::Coding& coding = study_.codings[i];
      if (coding.document.value != last_document) {
        last_document = coding.document.value;
        document = Find(documents_, last_document);
      }
      if (document < 0 || !Counts(coding)) continue;
      const std::int32_t code = Find(codes_, coding.code.value);
      if (code < 0) continue;
      if (adjudicated_documents_.contains(last_document)) {
        const std::string id = model::IdOf(coding).value;
        coding_of_id_.emplace(id, static_cast<std::int32_t>(i));
        if (decided_.contains(id)) continue;
      }
      if (coding.coder.value != last_coder || coder < 0) {
        last_coder = coding.coder.value;
        const auto [at, is_new] = seen_coders_.try_emplace(last_coder, coders_.size());
        if (is_new) coders_.push_back(coding.coder);
        coder = static_cast<std::int32_t>(at->second);
      }
      pieces_.push_back({document, code, coder, static_cast<std::int32_t>(i), coding.range});
    }
  }

  core::Status ChooseCoders() {
    for (const model::Assignment& one : study_.assignments) {
      if (one.state != model::AssignmentState::kSubmitted || !documents_.contains(one.document.value)) continue;
      if (seen_coders_.try_emplace(one.coder.value, coders_.size()).second) coders_.push_back(one.coder);
    }
    work_.coders = request_.coders.empty() ? coders_ : request_.coders;
    std::ranges::sort(work_.coders);
    work_.coders.erase(std::unique(work_.coders.begin(), work_.coders.end()), work_.coders.end());
    for (const model::CoderId& coder : work_.coders) {
      if (seen_coders_.contains(coder.value)) continue;
      std::ranges::sort(coders_);
      std::string known = fmt::format(
          "{}",
          fmt::join(coders_ | std::views::transform([](const auto& one) -> std::string_view { return one.value; }),
                    ", "));
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "\"" + coder.value + "\" has submitted no work in these documents. Who has: " +
                            (known.empty() ? "nobody" : known),
                        coder.value);
    }
    if (work_.coders.size() > kMaxCoders) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "at most " + std::to_string(kMaxCoders) + " coders are compared at once; there are " +
                            std::to_string(work_.coders.size()) + ". Fix: name those that are to be compared");
    }
    std::vector<std::int32_t> place(coders_.size(), -1);
    for (std::size_t i = 0; i < work_.coders.size(); ++i) {
      place[seen_coders_.at(work_.coders[i].value)] = static_cast<std::int32_t>(i);
    }
    std::erase_if(pieces_, [&](Piece& piece) {
      piece.coder = place[static_cast<std::size_t>(piece.coder)];
      return piece.coder < 0;
    });
    for (const Piece& piece : pieces_) given_[static_cast<std::size_t>(piece.document)] |= 1ULL << piece.coder;
    return {};
  }

  void ReadAssignments() {
    for (const model::Assignment& one : study_.assignments) {
      const std::int32_t document = Find(documents_, one.document.value);
      if (document < 0) continue;
      if (one.state == model::AssignmentState::kOpen) {
        open_[static_cast<std::size_t>(document)] = true;
        continue;
      }
      const auto coder = std::ranges::lower_bound(work_.coders, one.coder);
      if (coder == work_.coders.end() || *coder != one.coder) continue;
      given_[static_cast<std::size_t>(document)] |= 1ULL << (coder - work_.coders.begin());
    }
  }

  void Adjudicate() {
    // Earlier first: a later decision may be about the result of an earlier one.
    std::vector<const model::Adjudication*> in_order;
    for (const model::Adjudication& one : study_.adjudications) in_order.push_back(&one);
    std::ranges::stable_sort(in_order, {}, &model::Adjudication::at);
    std::unordered_set<std::int32_t> out;  // of their coders' own work
    std::vector<Piece> in;
    for (const model::Adjudication* one : in_order) {
      const std::int32_t document = Find(documents_, one->document.value);
      if (document < 0 || open_[static_cast<std::size_t>(document)]) continue;
      std::int32_t result = -1;
      if (one->result) {
        const auto at = coding_of_id_.find(one->result->value);
        if (at == coding_of_id_.end() ||
            study_.codings[static_cast<std::size_t>(at->second)].document != one->document) {
          work_.broken.push_back(one->id);
          continue;
        }
        result = at->second;
      }
      ++work_.adjudications;
      for (const model::CodingId& id : one->originals) {
        const auto at = coding_of_id_.find(id.value);
        if (at == coding_of_id_.end()) continue;
        out.insert(at->second);
        std::erase_if(in, [&](const Piece& piece) { return piece.coding == at->second; });
      }
      if (result < 0) continue;
      const model::Coding& decided = study_.codings[static_cast<std::size_t>(result)];
      for (std::size_t coder = 0; coder < work_.coders.size(); ++coder) {
        if ((given_[static_cast<std::size_t>(document)] >> coder & 1U) == 0) continue;
        in.push_back(
            {document, Find(codes_, decided.code.value), static_cast<std::int32_t>(coder), result, decided.range});
      }
    }
    std::erase_if(pieces_, [&](const Piece& piece) { return out.contains(piece.coding); });
    pieces_.insert(pieces_.end(), in.begin(), in.end());
  }

  void KeepDocuments() {
    kept_.assign(texts_.size(), -1);
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (open_[i]) {
        work_.still_coded.push_back(texts_[i].document);
      } else if (std::popcount(given_[i]) == 1) {
        work_.one_coder_only.push_back(texts_[i].document);
      } else if (given_[i] != 0) {
        kept_[i] = static_cast<std::int32_t>(work_.documents.size());
        work_.documents.push_back({texts_[i].document, 0, texts_[i].length, given_[i], texts_[i].units});
      }
    }
    std::erase_if(pieces_, [&](Piece& piece) {
      piece.document = kept_[static_cast<std::size_t>(piece.document)];
      return piece.document < 0;
    });
    if (request_.unit == model::AgreementUnit::kSegment) CutSegments();
    for (ComparedDocument& document : work_.documents) {
      switch (request_.unit) {
        case model::AgreementUnit::kCharacter:
          document.units = static_cast<std::int32_t>(document.length);
          break;
        case model::AgreementUnit::kDocument:
          document.units = 1;
          break;
        case model::AgreementUnit::kSentence:
        case model::AgreementUnit::kParagraph:
        case model::AgreementUnit::kSegment:
          document.units = static_cast<std::int32_t>(document.unit_ranges.size());
          break;
      }
    }
  }

  void CutSegments() {
    for (ComparedDocument& document : work_.documents) document.unit_ranges.clear();
    for (const Piece& piece : pieces_) {
      work_.documents[static_cast<std::size_t>(piece.document)].unit_ranges.push_back(piece.range);
    }
    for (ComparedDocument& document : work_.documents) {
      std::ranges::sort(document.unit_ranges);
      std::vector<core::TextRange> segments;
      for (const core::TextRange& range : document.unit_ranges) {
        if (!segments.empty() && range.start < segments.back().end) {
          segments.back().end = std::max(segments.back().end, range.end);
        } else {
          segments.push_back(range);
        }
      }
      document.unit_ranges = std::move(segments);
    }
  }

  // Which units a range reaches into.
  std::pair<std::int32_t, std::int32_t> UnitsOf(const ComparedDocument& document, const core::TextRange& range) const {
    if (request_.unit == model::AgreementUnit::kDocument) return {0, range.length() > 0 ? 1 : 0};
    if (request_.unit == model::AgreementUnit::kCharacter) {
      return {static_cast<std::int32_t>(range.start), static_cast<std::int32_t>(std::min(range.end, document.length))};
    }
    const auto first = std::ranges::upper_bound(document.unit_ranges, range.start, std::less{}, &core::TextRange::end);
    const auto last =
        std::ranges::lower_bound(first, document.unit_ranges.end(), range.end, std::less{}, &core::TextRange::start);
    return {static_cast<std::int32_t>(first - document.unit_ranges.begin()),
            static_cast<std::int32_t>(last - document.unit_ranges.begin())};
  }

  // Counting sort, by document and then by code: a million codings in milliseconds.
  void PutInOrder() {
    const auto sort_by = [this](auto key, std::size_t keys) {
      if (std::ranges::is_sorted(pieces_, {}, key)) return;  // by document they mostly are
      std::vector<std::size_t> begin(keys + 1, 0);
      for (const Piece& piece : pieces_) ++begin[static_cast<std::size_t>(piece.*key) + 1];
      for (std::size_t i = 1; i <= keys; ++i) begin[i] += begin[i - 1];
      std::vector<Piece> sorted(pieces_.size());
      for (const Piece& piece : pieces_) sorted[begin[static_cast<std::size_t>(piece.*key)]++] = piece;
      pieces_ = std::move(sorted);
    };
    sort_by(&Piece::document, work_.documents.size());
    work_.code_begin.assign(work_.codes.size() + 1, 0);
    sort_by(&Piece::code, work_.codes.size());
    work_.ranges.reserve(pieces_.size());
    for (const Piece& piece : pieces_) {
      const auto [start, end] = UnitsOf(work_.documents[static_cast<std::size_t>(piece.document)], piece.range);
      if (start >= end) continue;  // between two units: only white space
      work_.ranges.push_back({piece.document, piece.code, piece.coder, piece.coding, start, end, piece.range});
      ++work_.code_begin[static_cast<std::size_t>(piece.code) + 1];
    }
    for (std::size_t i = 1; i < work_.code_begin.size(); ++i) work_.code_begin[i] += work_.code_begin[i - 1];
  }

  const model::Study& study_;
  std::span<const TextToCompare> texts_;
  const WorkRequest& request_;
  CodedWork work_;
  Places documents_;
  Places codes_;  // merged ones lead to what they became
  std::unordered_set<std::string_view> adjudicated_documents_;
  std::unordered_set<std::string_view> decided_;  // codings that adjudication made
  std::unordered_map<std::string, std::int32_t> coding_of_id_;
  std::unordered_map<std::string_view, std::size_t> seen_coders_;
  std::vector<model::CoderId> coders_;
  std::vector<Piece> pieces_;
  std::vector<std::uint64_t> given_;
  std::vector<bool> open_;
  std::vector<std::int32_t> kept_;
};

}  // namespace

core::Result<CodedWork> WorkOf(const model::Study& study, std::span<const TextToCompare> texts,
                               const WorkRequest& request) {
  return WorkBuilder(study, texts, request).Build();
}

}  // namespace commonground::coding
