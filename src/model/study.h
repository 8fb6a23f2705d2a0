// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The nouns of a study as plain values (docs/architecture.md, docs/file-formats.md).  They hold no rules: stages do.
// Lists keep the order of the files they came from; order is part of equality.  All text is UTF-8 in NFC with LF.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/fraction.h"
#include "core/moment.h"
#include "core/text_range.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

// --- the frame ------------------------------------------------------------------------------------------------------

struct Region {
  RegionId id;
  std::string label;
  std::vector<std::string> aliases;  // other labels that sources use
  int quota = 0;                     // case studies that the frame asks for
  friend bool operator==(const Region&, const Region&) = default;
};

// An invented country of an invented example: a code that ISO 3166-1 leaves to its users (XAA to XZZ and others).
struct Place {
  CountryCode code;
  std::string name;
  friend bool operator==(const Place&, const Place&) = default;
};

// One place in the frame, filled or not.  What is blank is not sourced.
struct Slot {
  SlotId id;
  RegionId region;
  std::optional<CountryCode> country;
  std::optional<OrganisationId> organisation;
  std::vector<SourceId> sources;
  std::string note;
  friend bool operator==(const Slot&, const Slot&) = default;
};

// --- organisations and facts ----------------------------------------------------------------------------------------

struct Source {
  SourceId id;
  std::string title;
  std::string site;
  std::string address;  // empty if withheld or none
  std::string kind;     // free word: web page, report, interview, ...
  std::optional<Date> accessed;
  std::string note;
  friend bool operator==(const Source&, const Source&) = default;
};

struct Organisation {
  OrganisationId id;
  std::string name;
  std::string short_name;
  std::optional<CountryCode> country;
  std::optional<RegionId> region;
  std::vector<std::string> languages;  // BCP 47
  Visibility visibility = Visibility::kPrivate;
  std::string note;
  friend bool operator==(const Organisation&, const Organisation&) = default;
};

// A sourced, dated fact.  `subject` is an organisation's id, a country's code or "study".
struct Statement {
  std::string subject;
  std::string property;  // e.g. "founded"
  std::string value;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::optional<Date> as_of;
  Grade grade = Grade::kDocumented;
  std::vector<SourceId> sources;  // never empty
  std::string validated_by;       // a role or body, never a person's name
  std::string note;
  friend bool operator==(const Statement&, const Statement&) = default;
};

// --- leadership (METHODS 1) -----------------------------------------------------------------------------------------

// At least / at most, as a count ("19") or as a share of the body ("all", "none", "50%", "1/3", ">50%", "<50%").
struct Bound {
  enum class Kind { kCount, kShare };
  Kind kind = Kind::kCount;
  std::int64_t count = 0;  // kCount
  core::Fraction share;    // kShare
  bool strict = false;     // kShare: more than (at_least), less than (at_most)
  friend bool operator==(const Bound&, const Bound&) = default;
};

// Counts of one body on one date.  Counts only: nobody is ever listed.
struct LeadershipRecord {
  OrganisationId organisation;
  Date as_of;
  std::string body;  // decision_making_body, spokespeople, paid_staff, governance, leadership, members, volunteers, ...
  std::optional<std::int64_t> members;
  std::optional<std::int64_t> sex_workers;
  std::optional<std::int64_t> undisclosed;  // missing is 0
  std::optional<Bound> at_least;
  std::optional<Bound> at_most;
  Basis basis = Basis::kSelfDeclared;
  std::vector<SourceId> sources;
  friend bool operator==(const LeadershipRecord&, const LeadershipRecord&) = default;
};

enum class Comparator { kAtLeast, kMoreThan };
enum class EmptyBody { kNotApplicable, kUndetermined };

struct Criterion {
  std::string body;
  core::Fraction share;
  Comparator comparison = Comparator::kAtLeast;
  EmptyBody when_empty = EmptyBody::kUndetermined;
  friend bool operator==(const Criterion&, const Criterion&) = default;
};

// A published definition of "led by its community".  Data, never code.
struct Definition {
  DefinitionId id;
  std::string version;
  std::string label;
  std::string kind;     // numeric, majority, qualitative, gate, checklist, preference, provisional, none found, unknown
  std::string summary;  // what the source says, in our words
  std::vector<Criterion> criteria;       // empty: no test by counts
  std::vector<std::string> not_sourced;  // what of it is not known
  std::vector<SourceId> sources;
  friend bool operator==(const Definition&, const Definition&) = default;
};

// --- context --------------------------------------------------------------------------------------------------------

struct Indicator {
  IndicatorId id;    // e.g. law_selling
  std::string code;  // e.g. CTX.01
  std::string label;
  IndicatorSide side = IndicatorSide::kLaw;  // law on paper, in practice, ...
  IndicatorType type = IndicatorType::kChoice;
  std::vector<std::string> values;  // allowed values of a choice; "unknown" is always allowed and means not sourced
  std::vector<SourceId> sources;
  std::string note;
  friend bool operator==(const Indicator&, const Indicator&) = default;
};

struct ContextFact {
  CountryCode country;
  std::string area;  // sub-national area; empty: the whole country
  IndicatorId indicator;
  std::string value;
  std::optional<Date> valid_from;  // missing: not sourced, taken as open
  std::optional<Date> valid_to;
  std::optional<Date> as_of;
  std::string citation;  // law or survey
  std::vector<SourceId> sources;
  std::string validated_by;
  std::string note;
  friend bool operator==(const ContextFact&, const ContextFact&) = default;
};

// One line of the rule that derives the legal model; an empty condition matches anything, also "unknown".
struct LegalModelRule {
  std::map<std::string, std::vector<std::string>> when;  // indicator -> values that match
  std::string model;
  std::string reason;
  friend bool operator==(const LegalModelRule&, const LegalModelRule&) = default;
};

// --- case studies, codes, codings -----------------------------------------------------------------------------------

struct CaseStudy {
  OrganisationId organisation;
  std::string title;
  std::optional<Date> embargo_until;  // not published before this day
  friend bool operator==(const CaseStudy&, const CaseStudy&) = default;
};

// A part of a document's canonical text.  Parts are in order, do not overlap, and hold all that people wrote.
struct Part {
  PartKind kind = PartKind::kParagraph;
  int level = 0;  // of a heading, 1 to 6; depth of a list item, 1 or more; row of a table cell, from 1; else 0
  core::TextRange range;
  int page = 0;                   // of the file, from 1; 0: it has no pages
  std::optional<int> confidence;  // of reading a scan, 0 to 100; none: the file holds text
  friend bool operator==(const Part&, const Part&) = default;
};

struct Document {
  DocumentId id;  // "bhesp/case-study.md"
  OrganisationId organisation;
  std::string title;
  std::string language;  // BCP 47
  DocumentKind kind = DocumentKind::kAccount;
  std::optional<Date> date;
  std::vector<SourceId> sources;
  int version = 1;
  std::string text;           // canonical text
  std::string hash;           // core::ContentHash(text)
  std::vector<Part> parts;    // empty: not known
  std::string original_hash;  // core::ContentHash of the file that the text was taken from; empty: the text is the file
  friend bool operator==(const Document&, const Document&) = default;
};

// The text of a document before it changed: what codings of that time were made on.
struct OldVersion {
  DocumentId document;
  int version = 1;  // below Document::version
  std::string text;
  friend bool operator==(const OldVersion&, const OldVersion&) = default;
};

struct Code {
  CodeId id;
  std::optional<CodeId> parent;
  CodeKind kind = CodeKind::kOther;
  std::string label;
  std::string definition;
  std::string basis;  // sourced, coder aid, addition, ...
  std::vector<SourceId> sources;
  std::string include = {};                // an example of what belongs to it
  std::string exclude = {};                // an example of what does not, and where that belongs
  std::string colour = {};                 // "#1b6ca8"; empty: that of its place in the codebook
  bool retired = false;                    // not offered any more; what was coded with it stays
  std::optional<CodeId> merged_into = {};  // retired because another one says the same
  std::string guid = {};                   // empty: GuidOf(code), model/guids.h
  friend bool operator==(const Code&, const Code&) = default;
};

// One code on one range of one document version by one coder.  Quote and context anchors let it be found again.
struct Coding {
  DocumentId document;
  std::string exact;
  std::string prefix;  // up to 32 code points before
  std::string suffix;  // up to 32 code points after
  core::TextRange range;
  CodeId code;
  CoderId coder;
  std::optional<Date> created;
  CodingStatus status = CodingStatus::kAccepted;
  Grade grade = Grade::kDocumented;
  std::vector<SourceId> sources;
  std::string memo;
  CodingId id = {};                     // empty: IdOf(coding), model/guids.h
  std::optional<core::Moment> at = {};  // when it was made; `created` is its day
  std::string hint = {};                // of the parts it stands in: "paragraph 4, What we did" (coding/passage.h)
  friend bool operator==(const Coding&, const Coding&) = default;
};

// A coding whose passage is not in its document's newest version: kept as it was, shown, never guessed at.
struct Orphan {
  Coding coding;    // its range counts in the text of `version`
  int version = 1;  // of the document, when the coding was made
  friend bool operator==(const Orphan&, const Orphan&) = default;
};

// --- coding together
// ----------------------------------------------------------------------------------------------------

// A note about the study, a case, a document, a code or a coding.
struct Memo {
  MemoId id;
  MemoKind kind = MemoKind::kNote;
  MemoSubject about = MemoSubject::kStudy;
  std::string subject;                 // the id of what it is about; empty: the study
  std::optional<DocumentId> document;  // of a coding or document: the note goes when the document does
  CoderId coder;
  std::optional<core::Moment> at;
  std::string text;
  friend bool operator==(const Memo&, const Memo&) = default;
};

// One coder is to code one document.  Until they hand it in, nobody sees what the others coded there, nor theirs.
struct Assignment {
  AssignmentId id;
  DocumentId document;
  CoderId coder;
  AssignmentState state = AssignmentState::kOpen;
  std::optional<core::Moment> given;
  std::optional<core::Moment> submitted;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

// What was decided about a passage that coders saw differently.  Their codings stay as they were.
struct Adjudication {
  AdjudicationId id;
  DocumentId document;
  CodeId code;
  std::vector<CodingId> originals;  // the codings that were compared; empty: nobody had coded it
  std::optional<CodingId> result;   // an accepted coding; none: the code does not stand here
  core::TextRange range;            // the passage that was looked at
  CoderId decided_by;
  std::string why;
  std::optional<core::Moment> at;
  friend bool operator==(const Adjudication&, const Adjudication&) = default;
};

// A person's yes or no (DecisionKind).  A suggestion that was accepted has become a coding; the decision stays.
struct Decision {
  DecisionId id;
  DecisionKind kind = DecisionKind::kScreening;
  DocumentId document;
  std::optional<CodeId> code;  // suggestion
  core::TextRange range;       // suggestion; empty: the document as a whole
  DecisionOutcome outcome = DecisionOutcome::kUnsure;
  std::string reason;  // why it was left out: counted in the flow diagram
  CoderId coder;
  std::optional<core::Moment> at;
  friend bool operator==(const Decision&, const Decision&) = default;
};

// One thing that somebody changed.  Events of one act have the same number.  They hold ids, ranges and words of closed
// lists, never text, so that what was said can be erased and the history stays whole: text is in wordings, by their id.
struct Event {
  std::int64_t number = 0;  // from 1; greater is later
  core::Moment at;
  CoderId person;
  EventAction action = EventAction::kApply;
  std::int64_t undoes = 0;  // of undo and redo: the number of the act that is taken back
  EventThing thing = EventThing::kCoding;
  std::string subject;                 // the thing's id
  std::optional<DocumentId> document;  // what it belongs to
  std::string before;                  // JSON (coding/history); empty: it was not there
  std::string after;                   // JSON; empty: it is gone
  friend bool operator==(const Event&, const Event&) = default;
};

// A text that an event speaks of.
struct Wording {
  WordingId id;
  std::optional<DocumentId> document;  // it is erased with this document
  std::string text;
  friend bool operator==(const Wording&, const Wording&) = default;
};

// --- consent, partners, findings ------------------------------------------------------------------------------------

// What may be done with a subject: an organisation's id (all of its case) or a document's id (that document only).
// No consent is no.
struct Consent {
  std::string subject;
  ConsentScope scope = ConsentScope::kAnalyse;
  ConsentBasis basis = ConsentBasis::kWritten;
  std::optional<Date> given;
  std::optional<Date> expires;    // last day on which it holds
  std::optional<Date> withdrawn;  // first day on which it no longer holds
  std::string evidence;           // where the consent is kept; for a public source, the source's id
  friend bool operator==(const Consent&, const Consent&) = default;
};

struct Partner {
  PartnerId id;
  std::string name;
  CodeId sector;
  std::optional<CountryCode> country;
  std::string note;
  friend bool operator==(const Partner&, const Partner&) = default;
};

struct Tie {
  OrganisationId organisation;
  PartnerId partner;
  TieKind kind = TieKind::kDialogue;
  std::optional<Date> since;
  std::vector<SourceId> sources;
  bool publish = false;
  friend bool operator==(const Tie&, const Tie&) = default;
};

// A finding: a statement that passages support or speak against.  A grade is given by two people with four reasons,
// never by the program (METHODS 8).
struct Finding {
  FindingId id;
  std::string statement;
  std::vector<CodeId> codes;
  std::vector<OrganisationId> cases_for;
  std::vector<OrganisationId> cases_against;
  std::string confidence;              // high, moderate, low, very low; empty: not graded
  std::vector<std::string> reasons;    // limitations, coherence, adequacy, relevance
  std::vector<std::string> graded_by;  // two roles or initials
  std::string text;                    // Markdown
  friend bool operator==(const Finding&, const Finding&) = default;
};

// A chapter that people write (report/NAME.md).
struct Chapter {
  ChapterId id;
  std::string text;  // Markdown
  friend bool operator==(const Chapter&, const Chapter&) = default;
};

// --- the study ------------------------------------------------------------------------------------------------------

enum class GapUnit { kDocument, kPassage };

struct Settings {
  std::string title;
  std::string subtitle;
  std::string publisher;
  std::string language = "en";         // of the report
  std::optional<Date> reference_date;  // "on this day": context, age of records; whole
  bool invented = false;               // every page says so
  std::string frame_note;
  std::vector<SourceId> frame_sources;
  int at_most_per_country = 0;                      // 0: no limit
  std::vector<DefinitionId> definitions;            // assessed by default, in this order
  int record_months = 24;                           // how long a leadership record holds
  std::map<std::string, std::string> claims_about;  // source id -> definition id its published claims speak about
  core::Fraction common_ground_share{1, 2};
  core::Fraction widespread_share{1, 2};
  GapUnit gap_unit = GapUnit::kDocument;
  int smallest_cell = 5;                 // tables that count people hide less (METHODS 10)
  std::vector<std::string> many_valued;  // statement properties that may hold several values at once
  std::string licence;
  friend bool operator==(const Settings&, const Settings&) = default;
};

struct Study {
  Settings settings;
  std::vector<Region> regions;
  std::vector<Place> places;
  std::vector<Slot> slots;
  std::vector<Source> sources;
  std::vector<Organisation> organisations;
  std::vector<Statement> statements;
  std::vector<LeadershipRecord> leadership;
  std::vector<Definition> definitions;
  std::vector<Indicator> indicators;
  std::vector<LegalModelRule> legal_model;  // tried in order; the first that matches decides
  std::vector<ContextFact> contexts;
  std::vector<Code> codebook;
  std::vector<CaseStudy> cases;
  std::vector<Document> documents;
  std::vector<OldVersion> old_versions;  // by document, then version
  std::vector<Coding> codings;
  std::vector<Orphan> orphans;
  std::vector<Memo> memos;
  std::vector<Assignment> assignments;
  std::vector<Adjudication> adjudications;
  std::vector<Decision> decisions;
  std::vector<Event> history;
  std::vector<Wording> wordings;
  std::vector<Consent> consents;
  std::vector<Partner> partners;
  std::vector<Tie> ties;
  std::vector<Finding> findings;
  std::vector<Chapter> chapters;
  friend bool operator==(const Study&, const Study&) = default;
};

}  // namespace commonground::model
