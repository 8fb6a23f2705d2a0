// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Asks for the mark of what was changed since it was loaded and loads, if there is more, at the same moment.

#include "app/gateway/small_study.h"

#include <algorithm>

#include "ingest/folder/one_document.h"

namespace commonground::app {

namespace {

// Acts that are looked at are those from a little before it was loaded on; once there are many, from later on.
constexpr std::int64_t kManyActs = 2'048;
constexpr std::size_t kManyViews = 32;

// `count`: which of the counts of the mark tells of it.
template <typename Kept, typename Load>
core::Result<std::shared_ptr<const model::Study>> AsNew(const store::StudyStore& store, Kept& kept,
                                                        std::int64_t store::SmallMark::*count, Load load) {
  if (kept.study) {
    CG_ASSIGN_OR_RETURN(const auto mark, store.MarkOfSmall(kept.mark.from));
    if (mark.saves == kept.mark.saves && mark.*count == kept.mark.*count) {
      if (mark.newest - mark.from > kManyActs) {
        CG_ASSIGN_OR_RETURN(kept.mark, store.MarkOfSmall(std::nullopt));
      }
      return kept.study;
    }
  }
  CG_ASSIGN_OR_RETURN(const auto mark, store.MarkOfSmall(std::nullopt));
  CG_ASSIGN_OR_RETURN(model::Study study, load());
  kept = {mark, std::make_shared<const model::Study>(std::move(study))};
  return kept.study;
}

}  // namespace

core::Result<std::shared_ptr<const model::Study>> SmallStudy::Of(const store::StudyStore& store) {
  return store.Read([&] { return Within(store); });
}

core::Result<std::shared_ptr<const model::Study>> SmallStudy::Within(const store::StudyStore& store) {
  return AsNew(store, whole_, &store::SmallMark::others, [&] { return store.LoadWithoutText(); });
}

core::Result<std::shared_ptr<const model::Study>> SmallStudy::DeskWithin(const store::StudyStore& store) {
  return AsNew(store, desk_, &store::SmallMark::of_desk, [&] {
    views_.clear();
    return store.LoadDesk();
  });
}

core::Result<std::shared_ptr<const SmallStudy::Readings>> SmallStudy::ReadingsWithin(const store::StudyStore& store) {
  CG_ASSIGN_OR_RETURN(const auto mark, store.MarkOfSmall(std::nullopt));
  if (readings_ && mark.saves == read_at_) return readings_;
  CG_ASSIGN_OR_RETURN(const auto documents, store.LoadParts());
  auto readings = std::make_shared<Readings>();
  for (const model::Document& one : documents) {
    TextReading& reading = (*readings)[one.id];
    reading.format = one.format;
    reading.is_of_file = !one.original_hash.empty();
    reading.confidence = ingest::MeanConfidence(one.parts);
    for (const model::Part& part : one.parts) {
      reading.pages = std::max(reading.pages, part.page);
      if (part.confidence) reading.least_sure = std::min(reading.least_sure.value_or(100), *part.confidence);
    }
  }
  readings_ = std::move(readings);
  read_at_ = mark.saves;
  return readings_;
}

CodingView SmallStudy::ViewOfDesk(const Caller& caller, const core::Date& today) {
  if (views_.size() >= kManyViews) views_.clear();
  const auto key = std::tuple(caller.role, caller.organisation, today);
  const auto [view, is_new] = views_.try_emplace(key, *desk_.study, caller, today);
  return view->second.For(caller.person);
}

}  // namespace commonground::app
