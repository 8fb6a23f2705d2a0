// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Says what each table and column of a study folder is for.

#include "publish/help/table_help.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace commonground::publish {

namespace {

// Marks a string for xgettext.
constexpr const char* t(const char* text) {
  return text;
}

struct Help {
  std::string_view table;   // "*": a column of several tables
  std::string_view column;  // empty: the table itself
  const char* text;
};

constexpr Help kHelp[] = {
    {"invented-countries", "",
     t("Countries that an invented study invents. A study of real organisations leaves it empty.")},
    {"sources", "", t("What statements rest on: web pages, reports, laws, interviews. One in each row.")},
    {"organisations", "", t("The organisations of the study, one in each row. Never write down who is a sex worker.")},
    {"slots", "", t("The case studies that are planned, one in each row, filled or still open.")},
    {"statements", "", t("Facts about an organisation, a country or the study, each with its source.")},
    {"leadership", "", t("How many people of each body are sex workers. Counts only, never names.")},
    {"indicators", "", t("What is asked about each country: laws, practice, services and survey figures.")},
    {"contexts", "", t("The answers to the indicators for each country, each with its source.")},
    {"codebook", "", t("The codes that passages can have: practices, barriers, outcomes and others.")},
    {"codings", "", t("Passages of documents, and the code that each of them has.")},
    {"consents", "", t("What each organisation or document allows. No row means no.")},
    {"partners", "", t("Who the organisations work with: authorities, services, networks and others.")},
    {"partnerships", "", t("Which organisation works with which partner, and how.")},
    {"outcomes", "", t("What changed in each case, before and after, as a source says it. Never computed.")},
    {"answers", "", t("Which practice answers which barrier, as a case or a source tells it.")},
    {"targets", "", t("What others agreed to reach, such as the targets of the United Nations. Never computed.")},
    {"translations", "", t("Passages of documents in another language. Each is shown beside the original.")},
    {"editions", "", t("The editions of the report, and what was corrected in each.")},
    {"memos", "", t("Written by the program while people code. Leave it as it is.")},
    {"orphans", "", t("Written by the program while people code. Leave it as it is.")},
    {"assignments", "", t("Written by the program while people code. Leave it as it is.")},
    {"adjudications", "", t("Written by the program while people code. Leave it as it is.")},
    {"decisions", "", t("Written by the program while people code. Leave it as it is.")},
    {"history", "", t("Written by the program while people code. Leave it as it is.")},
    {"history-texts", "", t("Written by the program while people code. Leave it as it is.")},
    {"sets", "", t("Written by the program while people code. Leave it as it is.")},
    {"*", "source", t("The id of a source in the table sources. Several ids are separated by semicolons.")},
    {"*", "note", t("What the people who work on the study should know. Never the name of a person.")},
    {"*", "country",
     t("The country: a code of three letters or two, or its name. Leave it empty if it must not be "
       "recorded.")},
    {"*", "region", t("The id of a region of {1}.")},
    {"*", "organisation", t("The id of an organisation in the table organisations.")},
    {"*", "validated_by", t("Who confirmed it: a role or a body, never the name of a person.")},
    {"*", "valid_from", t("From when it is true: a date such as 2026-01-15, 2026-01 or 2026.")},
    {"*", "valid_to", t("Until when it was true. Leave it empty if it still is.")},
    {"*", "as_of", t("The day that it speaks of: a date such as 2026-01-15, 2026-01 or 2026.")},
    {"*", "evidence_type", t("The type of evidence. Empty means documented.")},
    {"invented-countries", "code", t("A code that no country has: XAA to XZZ.")},
    {"invented-countries", "name", t("The invented name.")},
    {"sources", "id", t("A short id of letters and digits. Other tables refer to it.")},
    {"organisations", "id", t("A short id of letters and digits. Other tables refer to it.")},
    {"slots", "slot", t("A short id of letters and digits. Other tables refer to it.")},
    {"indicators", "id", t("A short id of letters and digits. Other tables refer to it.")},
    {"codebook", "code", t("A short id of letters and digits. Other tables refer to it.")},
    {"partners", "partner", t("A short id of letters and digits. Other tables refer to it.")},
    {"sources", "title", t("The title. Paraphrase a title that names a person.")},
    {"sources", "site", t("Who published it.")},
    {"sources", "address", t("The web address.")},
    {"sources", "kind", t("What it is, such as report, law or web page.")},
    {"sources", "accessed", t("The day on which somebody last looked at it.")},
    {"organisations", "name", t("The full name. It is published only with consent.")},
    {"organisations", "short_name", t("A short name or an acronym.")},
    {"organisations", "languages",
     t("The languages that it works in, as tags such as en, fr, es, ru or zh, separated by semicolons.")},
    {"organisations", "visibility", t("Who may see that it takes part. Empty means private.")},
    {"slots", "organisation", t("The id of the organisation that fills it. Leave it empty while it is open.")},
    {"statements", "subject",
     t("What it is about: the id of an organisation, the code of a country, or the word study.")},
    {"statements", "property", t("Which fact, such as founded or result.")},
    {"statements", "value", t("The fact itself.")},
    {"leadership", "body", t("Which body is counted.")},
    {"leadership", "members", t("How many people the body has.")},
    {"leadership", "sex_workers",
     t("How many of them are sex workers, as they say themselves. Leave it empty if it is not known.")},
    {"leadership", "undisclosed", t("How many of them prefer not to say.")},
    {"leadership", "at_least",
     t("If the count is not known: how many are sex workers at least, such as 3, 50% or all.")},
    {"leadership", "at_most",
     t("If the count is not known: how many are sex workers at most, such as 3, 50% or none.")},
    {"leadership", "basis", t("How it is known. Empty means self-declared.")},
    {"indicators", "code", t("The code of the list that it comes from.")},
    {"indicators", "label", t("The question, as people read it.")},
    {"indicators", "side", t("What it belongs to.")},
    {"indicators", "type", t("How it is answered. Empty means choice.")},
    {"indicators", "values", t("The answers to choose from, separated by semicolons.")},
    {"contexts", "area", t("A part of the country, if the answer holds only there.")},
    {"contexts", "indicator", t("The id of an indicator in the table indicators.")},
    {"contexts", "value", t("One of the answers of the indicator, a percentage such as 12.5, or unknown.")},
    {"contexts", "citation", t("The section of the law, or the survey.")},
    {"codebook", "parent", t("The id of the code above it. Empty at the top.")},
    {"codebook", "kind", t("What the code is about.")},
    {"codebook", "label", t("The name of the code, as people read it.")},
    {"codebook", "definition", t("When a passage has the code, and when it does not.")},
    {"codebook", "basis", t("What the code rests on.")},
    {"codings", "document", t("The document: the folder of the case study, a slash and the name of the file.")},
    {"codings", "exact", t("The words of the passage, copied from the document.")},
    {"codings", "prefix", t("The words before the passage, if it stands in the document more than once.")},
    {"codings", "suffix", t("The words after the passage, if it stands in the document more than once.")},
    {"codings", "start", t("The position in the text. Leave it empty: the program finds it.")},
    {"codings", "end", t("The position in the text. Leave it empty: the program finds it.")},
    {"codings", "code", t("The id of a code in the table codebook.")},
    {"codings", "coder", t("Who coded: a pseudonym such as coder-a, never a name.")},
    {"codings", "created", t("The day of the coding.")},
    {"codings", "status", t("How far the coding is. Empty means accepted.")},
    {"codings", "memo", t("What the coder thought.")},
    {"consents", "subject", t("The id of an organisation, or a document such as ORG/story.md.")},
    {"consents", "scope", t("What is allowed. One in each row.")},
    {"consents", "basis", t("How consent was given. Empty means written.")},
    {"consents", "given", t("The day on which consent was given.")},
    {"consents", "expires", t("The day on which consent ends, if it does.")},
    {"consents", "withdrawn", t("The day on which consent was withdrawn. Write it at once.")},
    {"consents", "evidence", t("Where the consent is kept, never a name. For a public source: its id.")},
    {"partners", "name", t("The name of the partner.")},
    {"partners", "sector", t("The id of a code of the kind sector in the table codebook.")},
    {"partnerships", "partner", t("The id of a partner in the table partners.")},
    {"partnerships", "kind", t("How they work together.")},
    {"partnerships", "since", t("Since when.")},
    {"partnerships", "publish", t("May it be published? Empty means no.")},
    {"outcomes", "codes",
     t("The ids of practices that it stands beside, and of the outcome, separated by semicolons.")},
    {"outcomes", "measure", t("What was counted, such as arrests of outreach workers.")},
    {"outcomes", "before", t("The number before, digits only, or words. Leave it empty if it is not sourced.")},
    {"outcomes", "after", t("The number after, digits only, or words. Leave it empty if it is not sourced.")},
    {"outcomes", "unit", t("The unit, such as %. Leave it empty if the measure says it.")},
    {"outcomes", "before_when", t("When the first number was counted.")},
    {"outcomes", "after_when", t("When the second number was counted.")},
    {"outcomes", "source", t("The id of a source. Empty only for what the organisation says of itself.")},
    {"outcomes", "how", t("How it is known, in a sentence for readers.")},
    {"answers", "practice", t("The id of a code of the kind practice.")},
    {"answers", "barrier", t("The id of a code of the kind barrier.")},
    {"answers", "organisation", t("The case whose passages tell it. Leave it empty if a source says it.")},
    {"answers", "text", t("How it answers the barrier, in a sentence.")},
    {"targets", "target", t("A short id of letters and digits. Other tables refer to it.")},
    {"targets", "series", t("The set that it belongs to, such as 30-80-60.")},
    {"targets", "statement", t("What is to be reached, in a sentence.")},
    {"targets", "value", t("The number to be reached, digits only. Leave it empty if there is none.")},
    {"targets", "unit", t("The unit, such as %. Leave it empty if the sentence says it.")},
    {"targets", "due", t("By when: a date such as 2026-01-15, 2026-01 or 2026.")},
    {"translations", "document", t("The document: the folder of the case study, a slash and the name of the file.")},
    {"translations", "exact", t("The words of the passage, copied from the document.")},
    {"translations", "language", t("The language of the translation, as a tag such as en, fr, es, ru or zh.")},
    {"translations", "text", t("The translation.")},
    {"translations", "translator", t("Who translated: a role or initials, never a full name.")},
    {"editions", "edition", t("A short id of letters and digits. Other tables refer to it.")},
    {"editions", "date", t("The day of the edition.")},
    {"editions", "text", t("What is new in this edition, in a sentence or two.")},
    {"editions", "corrections", t("What was wrong before and is right now, separated by semicolons.")},
};

struct Example {
  std::string_view table;
  std::string_view column;
  std::string_view value;
};

constexpr Example kExamples[] = {
    {"sources", "id", "report-2026"},
    {"sources", "title", "Annual report 2026"},
    {"sources", "site", "Lamp Collective"},
    {"sources", "address", "https://example.org/report"},
    {"sources", "kind", "report"},
    {"sources", "accessed", "2026-01-15"},
    {"organisations", "id", "lamp"},
    {"organisations", "name", "Lamp Collective"},
    {"organisations", "short_name", "LC"},
    {"organisations", "country", "KEN"},
    {"organisations", "region", "africa"},
    {"organisations", "languages", "en; sw"},
    {"organisations", "visibility", "private"},
    {"slots", "slot", "1"},
    {"slots", "region", "africa"},
    {"slots", "country", "KEN"},
    {"slots", "organisation", "lamp"},
    {"statements", "subject", "lamp"},
    {"statements", "property", "founded"},
    {"statements", "value", "2012"},
    {"statements", "as_of", "2026"},
    {"statements", "source", "report-2026"},
    {"leadership", "organisation", "lamp"},
    {"leadership", "as_of", "2026-01-15"},
    {"leadership", "body", "decision_making_body"},
    {"leadership", "members", "7"},
    {"leadership", "sex_workers", "6"},
    {"leadership", "basis", "self-declared"},
    {"indicators", "id", "law_selling"},
    {"indicators", "label", "Is selling sex criminalised?"},
    {"indicators", "side", "law"},
    {"indicators", "type", "choice"},
    {"indicators", "values", "not_criminalised; criminalised"},
    {"contexts", "country", "KEN"},
    {"contexts", "indicator", "law_selling"},
    {"contexts", "value", "unknown"},
    {"contexts", "as_of", "2026"},
    {"contexts", "source", "report-2026"},
    {"codebook", "code", "INT.1"},
    {"codebook", "kind", "practice"},
    {"codebook", "label", "Peer outreach"},
    {"codebook", "definition", "Sex workers reach out to other sex workers"},
    {"codings", "document", "ORG/story.md"},
    {"codings", "exact", "We walk at night"},
    {"codings", "code", "INT.1"},
    {"codings", "coder", "coder-a"},
    {"codings", "created", "2026-01-15"},
    {"codings", "status", "accepted"},
    {"consents", "subject", "lamp"},
    {"consents", "scope", "analyse"},
    {"consents", "basis", "written"},
    {"consents", "given", "2026-01-15"},
    {"consents", "evidence", "folder 7"},
    {"partners", "partner", "clinic"},
    {"partners", "name", "City clinic"},
    {"partners", "sector", "SEC.1"},
    {"partners", "country", "KEN"},
    {"partnerships", "organisation", "lamp"},
    {"partnerships", "partner", "clinic"},
    {"partnerships", "kind", "joint service"},
    {"partnerships", "since", "2020"},
    {"partnerships", "publish", "no"},
    {"outcomes", "organisation", "lamp"},
    {"outcomes", "codes", "INT.1"},
    {"outcomes", "measure", "arrests of outreach workers"},
    {"outcomes", "before", "31"},
    {"outcomes", "after", "12"},
    {"outcomes", "before_when", "2024"},
    {"outcomes", "after_when", "2025"},
    {"outcomes", "evidence_type", "self-declared"},
    {"answers", "practice", "INT.1"},
    {"answers", "barrier", "BAR.1"},
    {"answers", "organisation", "lamp"},
    {"targets", "target", "prevention-2025"},
    {"targets", "series", "30-80-60"},
    {"targets", "statement", "Communities provide prevention services"},
    {"targets", "value", "80"},
    {"targets", "unit", "%"},
    {"targets", "due", "2025"},
    {"targets", "source", "report-2026"},
    {"translations", "document", "ORG/story.md"},
    {"translations", "exact", "We walk at night"},
    {"translations", "language", "fr"},
    {"translations", "text", "Nous marchons la nuit"},
    {"translations", "translator", "translator-1"},
    {"editions", "edition", "2"},
    {"editions", "date", "2026-06-30"},
    {"invented-countries", "code", "XAA"},
    {"invented-countries", "name", "Lowveld"},
};

constexpr std::array<std::string_view, 8> kWrittenByProgram{"memos",     "orphans", "assignments",   "adjudications",
                                                            "decisions", "history", "history-texts", "sets"};

const Help* Find(std::string_view table, std::string_view column) {
  const auto* found =
      std::ranges::find_if(kHelp, [&](const Help& help) { return help.table == table && help.column == column; });
  return found == std::end(kHelp) ? nullptr : found;
}

}  // namespace

std::string TableHelp(const Words& words, std::string_view table) {
  const Help* help = Find(table, "");
  return help == nullptr ? std::string() : words(help->text);
}

std::string ColumnHelp(const Words& words, std::string_view table, std::string_view column) {
  if (IsWrittenByProgram(table)) return TableHelp(words, table);
  const Help* help = Find(table, column);
  if (help == nullptr) help = Find("*", column);
  return help == nullptr || column.empty() ? std::string() : words(help->text);
}

std::string_view ExampleOf(std::string_view table, std::string_view column) {
  const auto* found =
      std::ranges::find_if(kExamples, [&](const Example& one) { return one.table == table && one.column == column; });
  return found == std::end(kExamples) ? std::string_view() : found->value;
}

bool IsWrittenByProgram(std::string_view table) {
  return std::ranges::find(kWrittenByProgram, table) != kWrittenByProgram.end();
}

TableWords WordsOfTables(const Words& words) {
  return {words(t("(example)")),
          words(t("Required.")),
          words(t("One of: {1}"), "{1}"),
          words(t("Example: {1}"), "{1}"),
          words(t("Columns")),
          words(t("Columns that may be added: {1}"), "{1}"),
          words(t("Choose one of the values of the list."))};
}

}  // namespace commonground::publish
