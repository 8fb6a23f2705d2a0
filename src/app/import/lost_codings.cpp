// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks for the nearest words, and takes answers for them.

#include "app/import/lost_codings.h"

#include <algorithm>

#include "app/gateway/coding_view.h"
#include "coding/passage.h"
#include "core/text_range.h"
#include "model/guids.h"

namespace commonground::app {

namespace {

bool HasIt(const model::Study& study, const model::Coding& coding, const core::TextRange& range) {
  return std::ranges::any_of(study.codings, [&](const model::Coding& one) {
    return one.document == coding.document && one.range == range && one.code == coding.code &&
           one.coder == coding.coder;
  });
}

tl::unexpected<core::Error> LookAgain(const LostCoding& one) {
  return core::Fail(core::ErrorCode::kConflict,
                    "codings of this text, or what was answered for them, changed meanwhile. Nothing was changed. Fix: "
                    "look at the new version again",
                    one.coding.document.value);
}

}  // namespace

LostCodings LostIn(const model::Study& study, const model::DocumentId& document, std::size_t first,
                   const CodingView& view) {
  LostCodings lost;
  const auto now = std::ranges::find(study.documents, document, &model::Document::id);
  if (now == study.documents.end() || first >= study.orphans.size()) return lost;
  const core::TextIndex text(now->text);
  coding::NearestIn near(now->text);
  for (std::size_t i = first; i < study.orphans.size(); ++i) {
    const model::Coding& coding = study.orphans[i].coding;
    if (coding.document != document) continue;
    if (!view.Sees(coding)) {
      ++lost.unseen;
      continue;
    }
    LostCoding& one = lost.seen.emplace_back();
    one.coding = coding;
    const auto nearest = near.To(coding.exact);
    if (!nearest || HasIt(study, coding, nearest->range)) {
      one.was.push_back({coding.exact, true});
      continue;
    }
    one.nearest = nearest->range;
    auto compared = coding::ComparePassages(coding.exact, text.Slice(nearest->range).value_or(""));
    one.was = std::move(compared.was);
    one.is = std::move(compared.is);
  }
  std::ranges::stable_sort(lost.seen, {}, [](const LostCoding& one) { return one.coding.range; });
  return lost;
}

core::Status Settle(model::Study& study, const LostCodings& lost, const LostAnswers& answers, std::size_t first,
                    CodingMoves& moves) {
  for (const LostCoding& one : lost.seen) {
    const auto answer = std::ranges::find(answers.ones, one.coding.id, &LostAnswers::One::coding);
    if (answer == answers.ones.end()) {
      if (answers.others == LostAnswers::Others::kAsk) return LookAgain(one);
      continue;
    }
    if (answer->what == LostAnswers::What::kLetGo) continue;
    if (!one.nearest || (answer->at && answer->at != one.nearest)) return LookAgain(one);
    // Two that one coder had close together may have one place now: the later one stays an orphan.
    if (HasIt(study, one.coding, *one.nearest)) continue;
    model::Coding there = one.coding;
    const auto document = std::ranges::find(study.documents, there.document, &model::Document::id);
    if (!coding::PassagesOf(*document).Fill(*one.nearest, there)) return LookAgain(one);
    const auto of_it =
        std::find_if(study.orphans.begin() + static_cast<std::ptrdiff_t>(first), study.orphans.end(),
                     [&](const model::Orphan& orphan) {
                       return orphan.coding.id == one.coding.id && orphan.coding.document == there.document;
                     });
    if (of_it == study.orphans.end()) return LookAgain(one);
    study.orphans.erase(of_it);
    study.codings.push_back(std::move(there));
    ++moves.edited;
    --moves.orphaned;
  }
  return {};
}

}  // namespace commonground::app
