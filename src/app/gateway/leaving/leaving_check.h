// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The last look at what leaves: every file of a report, as bytes, before it is kept.  Consent was applied before
// (publishing.h); this finds what people wrote all the same into a text, a label, a link, a file's name.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/gateway/leaving/secrets.h"
#include "app/gateway/redaction.h"
#include "core/problem.h"
#include "model/study.h"

namespace commonground::app {

// Requires: `study` and `published` outlive it; `published` is what consent leaves of `study`.
// Threads: one at a time.  Cost: of Take, some 200 MB a second; nothing while nobody has to be kept unnamed or
// unplaced.
class LeavingCheck {
 public:
  LeavingCheck(const model::Study& study, const model::Study& published,
               const std::map<model::OrganisationId, Appearance>& appearances);
  ~LeavingCheck();
  LeavingCheck(LeavingCheck&&) noexcept;

  // One file that is about to leave: HTML, SVG, or text of any kind.
  void Take(std::string_view path, std::string_view bytes);

  // What may not leave, by the file of the study that holds it, with line or field; by the report's own file when no
  // single field does.  Empty: the report may leave.
  std::vector<core::Problem> Problems();

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

}  // namespace commonground::app
