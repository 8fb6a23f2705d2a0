// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Asks for the stamp of the newest change and loads, if it is another one, at the same moment.

#include "app/gateway/small_study.h"

namespace commonground::app {

core::Result<std::shared_ptr<const model::Study>> SmallStudy::Of(const store::StudyStore& store) {
  const auto look = [&]() -> core::Result<std::shared_ptr<const model::Study>> {
    CG_ASSIGN_OR_RETURN(std::string stamp, store.ChangeStamp());
    if (kept_ && stamp == stamp_) return kept_;
    CG_ASSIGN_OR_RETURN(model::Study study, store.LoadWithoutText());
    kept_ = std::make_shared<const model::Study>(std::move(study));
    stamp_ = std::move(stamp);
    return kept_;
  };
  return store.Read(look);
}

}  // namespace commonground::app
