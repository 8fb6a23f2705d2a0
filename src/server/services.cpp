// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lends open studies.

#include "server/services.h"

#include <optional>

namespace commonground::server {

core::Result<Workspaces::Lease> Workspaces::Take() {
  std::optional<app::Workspace> free;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      free = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!free) {
    // Nobody in particular: each request says for whom it asks.
    CG_ASSIGN_OR_RETURN(auto opened,
                        app::Workspace::Open(location_, {{}, app::Role::kReader, {}}, app::Purpose::kWork, clock_));
    free = std::move(opened);
  }
  return Lease(*this, std::move(*free));
}

void Workspaces::GiveBack(app::Workspace workspace) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(workspace));
}

}  // namespace commonground::server
