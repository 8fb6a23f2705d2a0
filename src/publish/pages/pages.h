// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of the report, one kind a source.  A new kind is one source and one line in site.cpp.
#pragma once

#include <functional>

#include "core/result.h"
#include "publish/page.h"
#include "publish/report.h"

namespace commonground::publish {

// Takes each finished page; an error stops the site.
using PageSink = std::function<core::Status(Page page)>;

core::Status SummaryPage(const Report& report, const PageSink& sink);
core::Status CoveragePage(const Report& report, const PageSink& sink);
core::Status MethodologyPage(const Report& report, const PageSink& sink);
core::Status BarriersPage(const Report& report, const PageSink& sink);
core::Status PracticesPage(const Report& report, const PageSink& sink);
core::Status CoalitionsPage(const Report& report, const PageSink& sink);
core::Status ChapterPages(const Report& report, const PageSink& sink);  // recommendations, conclusion
core::Status SourcesPage(const Report& report, const PageSink& sink);
core::Status AnnexesPage(const Report& report, const PageSink& sink);
core::Status RegionPages(const Report& report, const PageSink& sink);
core::Status CasePages(const Report& report, const PageSink& sink);
core::Status ContextPages(const Report& report, const PageSink& sink);
core::Status EvidencePages(const Report& report, const PageSink& sink);
core::Status GapPages(const Report& report, const PageSink& sink);

// What people wrote for this page (report/NAME.md), with its figures; does nothing if they wrote nothing.
void AddChapter(const Report& report, const std::string& name, Page& page);
bool HasChapter(const Report& report, const std::string& name);

// A page of evidence under a heading: where, the passage's words or why they are not shown, its sources.
Table PassageTable(const Report& report, const std::vector<PassageRef>& passages, const std::string& id,
                   const std::string& caption);

// A statement of fact with its sources and dates; "disputed" when sources differ.
Table StatementTable(const Report& report, const std::string& subject, const std::string& id);

}  // namespace commonground::publish
