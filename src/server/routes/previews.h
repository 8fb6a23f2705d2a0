// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of the report that somebody looks at: in memory, one report a session, gone with it.  No file, no log and no
// other session has them.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/report_study.h"

namespace commonground::server {

struct Preview {
  std::string id;  // a sign of its pages
  app::ReportOutcome outcome;
  std::map<std::string, std::string> pages;  // by path
};

// Threads: any.  `session`: its id, which is random.  At most 8 are held, the newest; who has an older one draws again.
void AwaitPreview(const std::string& session);
// Nothing, if that session ended meanwhile.
void KeepPreview(const std::string& session, std::shared_ptr<const Preview> preview);
// nullptr: there is none.
std::shared_ptr<const Preview> PreviewOf(const std::string& session);
void ForgetPreview(const std::string& session);

}  // namespace commonground::server
