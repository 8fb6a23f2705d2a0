// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of the report, one kind a source.  A new kind is one source and one line in make_book.cpp.
#pragma once

#include "core/result.h"
#include "publish/book.h"
#include "publish/report.h"

namespace commonground::publish {

core::Status SummaryPage(const Report& report, const PageSink& sink);
core::Status CoveragePage(const Report& report, const PageSink& sink);
core::Status MethodologyPage(const Report& report, const PageSink& sink);
core::Status BarriersPage(const Report& report, const PageSink& sink);
core::Status PracticesPage(const Report& report, const PageSink& sink);
core::Status LawsPage(const Report& report, const PageSink& sink);
core::Status OutcomesPage(const Report& report, const PageSink& sink);
core::Status AnswersPage(const Report& report, const PageSink& sink);  // practices with barriers
core::Status FindingsPage(const Report& report, const PageSink& sink);
core::Status CoalitionsPage(const Report& report, const PageSink& sink);
core::Status ChapterPages(const Report& report, const PageSink& sink);  // recommendations, conclusion
core::Status SourcesPage(const Report& report, const PageSink& sink);
core::Status AnnexesPage(const Report& report, const PageSink& sink);
core::Status RegionPages(const Report& report, const PageSink& sink);
core::Status CasePages(const Report& report, const PageSink& sink);
core::Status ContextPages(const Report& report, const PageSink& sink);
core::Status EvidencePages(const Report& report, const PageSink& sink);

// What people wrote for this page (report/NAME.md), with its figures; does nothing if they wrote nothing.
// Puts the figure on the page unless it is there.
void AddFigure(Figure figure, Page& page);
void AddChapter(const Report& report, const std::string& name, Page& page);
// Links to the parts of a list that is too long for one page; nothing for one part.
void AddParts(const Report& report, Page& page, int parts);
bool HasChapter(const Report& report, const std::string& name);

// A statement of fact with its sources and dates; "disputed" when sources differ.
Table StatementTable(const Report& report, const std::string& subject, const std::string& id);

}  // namespace commonground::publish
