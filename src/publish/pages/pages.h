// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of the report, one kind a source.  A new kind is one source and one line in make_book.cpp.
#pragma once

#include <optional>

#include "core/result.h"
#include "publish/book.h"
#include "publish/dates.h"
#include "publish/report.h"

namespace commonground::publish {

core::Status SummaryPage(const Report& report, const PageSink& sink);
core::Status PracticesPage(const Report& report, const PageSink& sink);  // common ground
core::Status LawsPage(const Report& report, const PageSink& sink);
core::Status OutcomesPage(const Report& report, const PageSink& sink);
core::Status PracticePages(const Report& report, const PageSink& sink);
core::Status BarriersPage(const Report& report, const PageSink& sink);
core::Status AnswersPage(const Report& report, const PageSink& sink);  // practices with barriers
core::Status CasesPage(const Report& report, const PageSink& sink);
core::Status RegionPages(const Report& report, const PageSink& sink);
core::Status CasePages(const Report& report, const PageSink& sink);
core::Status CoalitionsPage(const Report& report, const PageSink& sink);
core::Status FindingsPage(const Report& report, const PageSink& sink);
core::Status RecommendationsPage(const Report& report, const PageSink& sink);
core::Status ConclusionPage(const Report& report, const PageSink& sink);
core::Status TargetsPage(const Report& report, const PageSink& sink);
core::Status ChangedPage(const Report& report, const PageSink& sink);  // since the edition before
bool HasChanges(const Report& report);
core::Status ChecklistPage(const Report& report, const PageSink& sink);  // ENTREQ
core::Status MethodologyPage(const Report& report, const PageSink& sink);
core::Status CoveragePage(const Report& report, const PageSink& sink);
core::Status StatesPage(const Report& report, const PageSink& sink);
core::Status ContextPages(const Report& report, const PageSink& sink);
core::Status SourcesPage(const Report& report, const PageSink& sink);
core::Status IndexPage(const Report& report, const PageSink& sink);
core::Status AnnexesPage(const Report& report, const PageSink& sink);
core::Status EvidencePages(const Report& report, const PageSink& sink);
core::Status TwoPagesPage(const Report& report, const PageSink& sink);  // the summary that stands alone

// Puts the figure on the page unless it is there.
void AddFigure(Block figure, Page& page);
// What people wrote for this page (report/NAME.md), with its figures; does nothing if they wrote nothing.
void AddChapter(const Report& report, const std::string& name, Page& page);
bool HasChapter(const Report& report, const std::string& name);
// That of this language (summary.fr), else that of the study's; none: nobody wrote it.
const model::Chapter* ChapterOf(const model::Study& study, std::string_view name, std::string_view language);
// "fr" of summary.fr; empty: the study's, also of what is about an organisation or a code whose id ends as a language.
std::string_view LanguageOf(const model::Study& study, const model::Chapter& chapter);
bool HasRecommendations(const Report& report);
// Quotations that people chose for the chapter, in their order.
std::vector<Quotation> QuotesOf(const Report& report, const std::string& name);
// What people wrote for readers of one practice or case (report/practice-CODE.md, report/case-ORGANISATION.md): its
// first paragraph is the answer in a sentence.  Empty: they wrote nothing, and the page says what is counted.
struct ReadersWords {
  Spans answer = {};
  std::vector<ProseBlock> rest = {};
  std::vector<Quotation> quotes = {};
  std::string language = {};
};
ReadersWords WordsFor(const Report& report, const std::string& name);
// Whether anything is known of partners: a tie that may be published, a passage coded with a sector, or a chapter.
bool HasCoalitions(const Report& report);
Dots CoalitionDots(const Report& report);  // sectors by region
// What changed, before and after: of a case, of cases with a practice or one below it, of all; nothing if nothing is
// sourced.  Of a case: whether anything is.
bool AddOutcomesOfCase(const Report& report, const model::OrganisationId& id, Page& page);
void AddOutcomesOfPractice(const Report& report, std::int32_t code, Page& page);
void AddAllOutcomes(const Report& report, Page& page);
Table OutcomesTable(const Report& report);  // of all; without rows where there are none
// Links to the parts of a list that is too long for one page; nothing for one part.
void AddParts(const Report& report, Page& page, int parts);

// The cover's own parts, for the summary on two pages too.
Cover CoverOf(const Report& report);
Cards CardsOf(const Report& report);
std::vector<Quotation> ChosenQuotation(const Report& report);  // one or none
Numbers MissingOf(const Report& report);
// What follows "3 of 24": its noun goes with the whole.
std::string WithoutCase(int of, const Words& t);
std::string WithoutPassage(int of, const Words& t);
// Where sources differ about a country; nothing where they do not.
void AddDisputes(const Report& report, const model::CountryContext& country, Page& page);
// What held when, on paper: a row an indicator of the law with a date; none: nothing is dated.
std::optional<Timeline> LawTimeline(const Report& report, const model::CountryContext& country);
// The frame on a map of the world; none: a place may not be told, or lies in no country.
std::optional<WorldMap> FrameMap(const Report& report);

// How much is common ground, in a sentence.
std::string AnswerOf(const Report& report);
// People's own answer: the first paragraph of their summary, when all of it is strong; empty: they wrote none.
Spans SummaryAnswer(const Report& report);
// Passages with the code or one below it, each once.
int DistinctPassages(const Report& report, std::int32_t code);

// Of a case: "Lowveld · fully criminalised", or that its place is not shown; its consent in a sentence; whether its
// words may be shown; a passage with both; a card.
std::string PlaceLine(const Report& report, const model::OrganisationId& id);
// With words that stand there as they were said, "translated" is not told: nothing is.
std::string ConsentOf(const Report& report, const model::OrganisationId& id, bool translated = true);
bool MayBeQuoted(const Report& report, const model::OrganisationId& id);
Quotation QuotationOf(const Report& report, const model::CodingColumn& coding);
// Of its words, into the language of the page; empty: nobody translated it, or it may not be.
// "In Spanish, not translated."; empty where it has a translation, or is in the language of the page.
std::string LanguageNoteOf(const Report& report, const model::CodingColumn& coding);
Translated TranslationOf(const Report& report, const model::CodingColumn& coding);
// Which barriers a practice is said to answer; all of them.
void AddAnswersOfPractice(const Report& report, std::int32_t code, Page& page);
void AddAnswers(const Report& report, Page& page);
// Pairs of a practice and a barrier that one would expect together and that nothing tells of; nothing where none is.
// Cost: O(pairs log pairs).
void AddQuestions(const Report& report, Page& page);
CaseCards::Card CardOf(const Report& report, std::int32_t case_index);
CaseCards CardsOfRegion(const Report& report, std::size_t group, std::size_t first, std::size_t most);

// The law of a country on paper, and what happens.
Facts LawOf(const Report& report, const model::CountryCode& code);

// A statement of fact with its sources and dates; "disputed" when sources differ.
Table StatementTable(const Report& report, const std::string& subject, const std::string& id);
// A column of which no row says anything is not shown; the first stays, for it names the rows.
void LeaveOutEmptyColumns(Table& table);

}  // namespace commonground::publish
