// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Moves the codings of changed documents to their new texts, or orphans them.

#include "app/import/move_codings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "coding/anchoring/move_codings.h"
#include "core/text_range.h"

namespace commonground::app {

namespace {

using model::Coding;

class Mover {
 public:
  explicit Mover(model::Study& study) : study_(study), gone_(study.codings.size(), false) {
    for (const auto& document : study.documents) documents_[document.id] = &document;
    for (const auto& old : study.old_versions) {
      old_texts_[{old.document, old.version}] = &old.text;
      CodingMoves& moves = moves_[old.document];
      moves.document = old.document;
      moves.from = moves.from == 0 ? old.version : std::min(moves.from, old.version);
    }
  }

  std::vector<CodingMoves> Run(std::span<const ingest::StaleCoding> stale) {
    std::map<std::pair<model::DocumentId, int>, std::vector<std::size_t>> together;
    std::vector<bool> is_stale(study_.codings.size(), false);
    for (const auto& one : stale) {
      together[{study_.codings[one.coding].document, one.version}].push_back(one.coding);
      is_stale[one.coding] = true;
    }
    for (std::size_t i = 0; i < study_.codings.size(); ++i) {
      if (is_stale[i]) continue;
      Taken(study_.codings[i]);
      if (const auto found = moves_.find(study_.codings[i].document); found != moves_.end()) ++found->second.kept;
    }
    for (const auto& [from, codings] : together) Move(from.first, from.second, codings);
    std::size_t next = 0;
    std::erase_if(study_.codings, [&](const Coding&) { return gone_[next++]; });
    std::vector<CodingMoves> all;
    for (const auto& document : study_.documents) {
      const auto found = moves_.find(document.id);
      if (found == moves_.end()) continue;
      found->second.to = document.version;
      all.push_back(found->second);
    }
    return all;
  }

 private:
  // False when the same coder has given this passage this code already.
  bool Taken(const Coding& coding) {
    return passages_
        .emplace(coding.document.value, coding.range.start, coding.range.end, coding.code.value, coding.coder.value)
        .second;
  }

  void Move(const model::DocumentId& id, int version, const std::vector<std::size_t>& codings) {
    const std::string& now = documents_.at(id)->text;
    const core::TextIndex index(now);
    const coding::Hints hints_now(*documents_.at(id));
    std::vector<core::TextRange> ranges;
    std::vector<std::string> hints;
    for (const std::size_t i : codings) {
      ranges.push_back(study_.codings[i].range);
      hints.push_back(study_.codings[i].hint);
    }
    CodingMoves& moves = moves_.at(id);
    for (const coding::Moved& moved :
         coding::MoveCodings(*old_texts_.at({id, version}), now, ranges, {hints, &hints_now})) {
      const std::size_t i = codings[moved.coding];
      Coding there = study_.codings[i];
      if (moved.fate != coding::AnchorOutcome::kOrphaned) {
        there.range = moved.range;
        there.exact = *index.Slice(there.range);
        there.prefix =
            *index.Slice({std::max<std::int64_t>(0, there.range.start - ingest::kContextLength), there.range.start});
        there.suffix = *index.Slice(
            {there.range.end, std::min<std::int64_t>(index.length(), there.range.end + ingest::kContextLength)});
        if (!there.hint.empty()) there.hint = hints_now.At(there.range.start);
      }
      // Two passages that grew into one, with one code by one coder: the later one is kept as an orphan.
      if (moved.fate == coding::AnchorOutcome::kOrphaned || !Taken(there)) {
        study_.orphans.push_back({std::move(study_.codings[i]), version});
        gone_[i] = true;
        ++moves.orphaned;
        continue;
      }
      study_.codings[i] = std::move(there);
      ++(moved.fate == coding::AnchorOutcome::kKept    ? moves.kept
         : moved.fate == coding::AnchorOutcome::kMoved ? moves.moved
                                                       : moves.edited);
    }
  }

  model::Study& study_;
  std::vector<bool> gone_;
  std::map<model::DocumentId, const model::Document*> documents_;
  std::map<std::pair<model::DocumentId, int>, const std::string*> old_texts_;
  std::map<model::DocumentId, CodingMoves> moves_;
  std::set<std::tuple<std::string, std::int64_t, std::int64_t, std::string, std::string>> passages_;
};

}  // namespace

std::vector<CodingMoves> MoveCodings(model::Study& study, std::span<const ingest::StaleCoding> stale) {
  return Mover(study).Run(stale);
}

}  // namespace commonground::app
