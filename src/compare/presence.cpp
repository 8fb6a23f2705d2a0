// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings are put in order of code; then codes are walked from the leaves to the tops, each taking what its children
// found.  Whatever the number of coders, it is enough to remember "only this one" or "several".

#include "compare/presence.h"

#include <algorithm>
#include <numeric>

#include "core/check.h"

namespace commonground::compare {

namespace {

// Codes with the deepest first, so that a code comes after all of its descendants.
std::vector<std::int32_t> LeavesFirst(const std::vector<std::int32_t>& parent) {
  const std::size_t n = parent.size();
  std::vector<std::int32_t> depth(n, -1);
  std::vector<std::int32_t> path;
  for (std::size_t start = 0; start < n; ++start) {
    path.clear();
    auto code = static_cast<std::int32_t>(start);
    while (code >= 0 && depth[static_cast<std::size_t>(code)] < 0) {
      CG_CHECK(path.size() <= n, "a code is never its own ancestor");
      path.push_back(code);
      code = parent[static_cast<std::size_t>(code)];
    }
    std::int32_t at = code < 0 ? 0 : depth[static_cast<std::size_t>(code)] + 1;
    for (auto back = path.rbegin(); back != path.rend(); ++back) depth[static_cast<std::size_t>(*back)] = at++;
  }
  std::vector<std::int32_t> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(
      order, [&](auto a, auto b) { return depth[static_cast<std::size_t>(a)] > depth[static_cast<std::size_t>(b)]; });
  return order;
}

void CheckSnapshot(const model::Snapshot& snapshot) {
  const auto within = [](std::int32_t index, std::size_t size) {
    return index >= 0 && static_cast<std::size_t>(index) < size;
  };
  CG_CHECK(snapshot.parent.size() == snapshot.codes.size(), "one parent a code");
  CG_CHECK(snapshot.kinds.size() == snapshot.codes.size(), "one kind a code");
  for (const std::int32_t parent : snapshot.parent) {
    CG_CHECK(parent == -1 || within(parent, snapshot.codes.size()), "a parent is a code");
  }
  for (const auto& coding : snapshot.codings) {
    CG_CHECK(within(coding.case_index, snapshot.cases.size()), "a coding belongs to a case");
    CG_CHECK(within(coding.code, snapshot.codes.size()), "a coding has a code");
    CG_CHECK(within(coding.coder, snapshot.coders.size()), "a coding has a coder");
  }
}

// Collects the cases of one code; a slot a case, emptied by Take.
class Collector {
 public:
  explicit Collector(std::size_t cases) : coder_of_(cases, kNobody) {}

  void Add(std::int32_t case_index, std::int32_t coder) {
    std::int32_t& slot = coder_of_[static_cast<std::size_t>(case_index)];
    if (slot == kNobody) {
      slot = coder;
      touched_.push_back(case_index);
    } else if (slot != coder) {
      slot = kManyCoders;
    }
  }

  std::vector<Present> Take() {
    std::vector<Present> present;
    present.reserve(touched_.size());
    const auto take = [&](std::int32_t case_index) {
      std::int32_t& slot = coder_of_[static_cast<std::size_t>(case_index)];
      if (slot == kNobody) return;
      present.push_back({case_index, slot});
      slot = kNobody;
    };
    if (touched_.size() * 16 > coder_of_.size()) {
      for (std::size_t i = 0; i < coder_of_.size(); ++i) take(static_cast<std::int32_t>(i));
    } else {
      std::ranges::sort(touched_);
      for (const std::int32_t case_index : touched_) take(case_index);
    }
    touched_.clear();
    return present;
  }

 private:
  static constexpr std::int32_t kNobody = -2;
  std::vector<std::int32_t> coder_of_;
  std::vector<std::int32_t> touched_;
};

}  // namespace

core::Result<std::vector<std::vector<Present>>> PresenceByCode(const model::Snapshot& snapshot,
                                                               core::Progress& progress) {
  CheckSnapshot(snapshot);
  const std::size_t codes = snapshot.codes.size();
  std::vector<std::size_t> begin(codes + 1, 0);
  for (const auto& coding : snapshot.codings) ++begin[static_cast<std::size_t>(coding.code) + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<Present> by_code(snapshot.codings.size());
  std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
  for (const auto& coding : snapshot.codings) {
    by_code[next[static_cast<std::size_t>(coding.code)]++] = {coding.case_index, coding.coder};
  }
  std::vector<std::vector<std::int32_t>> children(codes);
  for (std::size_t code = 0; code < codes; ++code) {
    if (snapshot.parent[code] >= 0) {
      children[static_cast<std::size_t>(snapshot.parent[code])].push_back(static_cast<std::int32_t>(code));
    }
  }

  std::vector<std::vector<Present>> presence(codes);
  Collector collector(snapshot.cases.size());
  for (const std::int32_t code_index : LeavesFirst(snapshot.parent)) {
    if (progress.Cancelled()) return core::Fail(core::ErrorCode::kCancelled, "the comparison was stopped");
    const auto code = static_cast<std::size_t>(code_index);
    for (std::size_t i = begin[code]; i < begin[code + 1]; ++i) {
      collector.Add(by_code[i].case_index, by_code[i].sole_coder);
    }
    for (const std::int32_t child : children[code]) {
      for (const Present& present : presence[static_cast<std::size_t>(child)]) {
        collector.Add(present.case_index, present.sole_coder);
      }
    }
    presence[code] = collector.Take();
  }
  return presence;
}

}  // namespace commonground::compare
