// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A comparison as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/compare_rows.h"
#include "app/compare_study.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

struct CompareRows {
  model::CodeKind kind = model::CodeKind::kPractice;
  bool all = false;       // also codes that no case has
  bool passages = false;  // with those behind every row
};
// {"by", "kind", "cases", "passages", "codings", "under_embargo", "not_yet_coded", "still_coded", "groups", "rows"}
Json ToJson(const ComparedStudy& compared, const model::Grouping& grouping, const CompareRows& which);
// {"cases", "codings", "pairs": [{"one", "other", "cases", "passages": [{"document", "start", "end"}]}]}
Json SamePassagesJson(const ComparedStudy& compared);

}  // namespace commonground::app::wire
