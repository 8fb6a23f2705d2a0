// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A connection of its own that only waits (LISTEN in a database, a counter in a file).

#include "app/study_watch.h"

#include "store/study_store.h"

namespace commonground::app {

class StudyWatch::Impl {
 public:
  explicit Impl(store::StudyStore given) : store(std::move(given)) {}
  store::StudyStore store;
};

StudyWatch::StudyWatch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
StudyWatch::StudyWatch(StudyWatch&&) noexcept = default;
StudyWatch& StudyWatch::operator=(StudyWatch&&) noexcept = default;
StudyWatch::~StudyWatch() = default;

core::Result<StudyWatch> StudyWatch::Open(const std::string& location) {
  CG_ASSIGN_OR_RETURN(const store::StudyLocation place, store::StudyLocation::Parse(location));
  CG_ASSIGN_OR_RETURN(auto store, store::StudyStore::Open(place, store::OpenMode::kRead));
  return StudyWatch(std::make_unique<Impl>(std::move(store)));
}

core::Result<bool> StudyWatch::Wait(std::chrono::milliseconds longest) {
  return impl_->store.WaitForChange(longest);
}

}  // namespace commonground::app
