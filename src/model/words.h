// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The closed lists of words that files, store, JSON and pages share: one table an enum, so that reading and writing
// cannot differ.  The words are stored: they must not change.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace commonground::model {

// How sure a fact is.
enum class EvidenceType { kDocumented, kSelfDeclared, kMeasured, kAssociation, kModelled };
// Who may see an organisation or document (inside the program; publishing asks consent as well).
enum class Visibility { kPrivate, kNetwork, kPublic };
enum class CodeKind { kPractice, kBarrier, kOutcome, kEnabler, kSector, kOther };
enum class CodingStatus { kDraft, kSubmitted, kAccepted, kRejected };
// Who counted (METHODS 1).
enum class Basis { kSelfDeclared, kAttestedByRegionalNetwork, kAnonymousBallot, kPublishedClaim };
enum class ConsentScope {
  kAnalyse,           // code it and count it
  kSummarise,         // publish our own words about it
  kQuote,             // publish its words
  kNameOrganisation,  // publish the organisation's name
  kNamePlace,         // publish the country
  kTranslate,
  kPhoto,           // show its pages as they look: paper, handwriting, people on them
  kPublishVerdict,  // publish whether the organisation meets a definition
};
enum class ConsentBasis { kWritten, kRecorded, kWitnessed, kPublicSource };
// A document in our own words about an organisation, or the words of people themselves.
enum class DocumentKind { kSummary, kAccount };
// What a part of a text is, as the file that it came from says.
enum class PartKind { kHeading, kParagraph, kListItem, kTableCell, kQuotation, kFootnote, kCaption, kCode };
// Of a note that people write while they code.
enum class MemoKind { kNote, kMethod, kTheory, kToDo };
enum class MemoSubject { kStudy, kCase, kDocument, kCode, kCoding };
// What of two codes must be in one place for them to be found together (the gap map).
enum class GapUnit { kDocument, kPassage };
enum class AssignmentState { kOpen, kSubmitted };
// A person's yes or no: to a document in the study at all, or to a passage that a program suggested for a code.
enum class DecisionKind { kScreening, kSuggestion };
enum class DecisionOutcome { kIncluded, kExcluded, kUnsure };
// What somebody did to a study (Event).
enum class EventAction {
  kApply,   // a code to a passage
  kChange,  // a coding
  kRemove,  // a coding
  kReview,  // drafts: accepted, submitted, rejected
  kAdjudicate,
  kAddCode,
  kEditCode,
  kMoveCode,
  kMergeCodes,
  kSplitCode,
  kRetireCode,
  kRestoreCode,
  kMemo,
  kAssign,
  kUnassign,
  kSubmit,  // an assignment
  kDecide,
  kImport,         // documents of another coding program, which stay
  kImportCodings,  // and what was done to them there
  kAdd,            // any other thing: an organisation, a statement, a consent ...
  kEdit,
  kTakeOut,
  kUndo,
  kRedo,
};
enum class RecordType {
  kCode,
  kCoding,
  kMemo,
  kAssignment,
  kAdjudication,
  kDecision,
  kRegion,
  kInventedCountry,
  kSlot,
  kSource,
  kOrganisation,
  kStatement,
  kLeadership,
  kDefinition,
  kIndicator,
  kLegalRule,
  kContext,
  kCase,
  kConsent,
  kPartner,
  kPartnership,
  kFinding,
  kChapter,
  kSet,
  kOutcome,
  kAnswer,
  kTarget,
  kTranslation,
  kEdition,
  kSettings,  // the study's own: one, and no list
};
enum class FindingKind { kBestPractice, kBarrier, kNeed, kRecommendation };
// To whom a recommendation speaks.
enum class Addressee { kGovernment, kLawEnforcement, kHealthServices, kDonors, kUnitedNations, kOrganisations };
// Of one component of GRADE-CERQual, and how sure a finding is (METHODS 8).
enum class Concern { kNoneOrVeryMinor, kMinor, kModerate, kSerious };
enum class Confidence { kHigh, kModerate, kLow, kVeryLow };
enum class TieKind { kFormalAgreement, kJointService, kTraining, kDialogue, kLitigation };
enum class IndicatorSide { kLaw, kPractice, kServices, kSurvey };
enum class IndicatorType { kChoice, kPercent, kDerived };
enum class Verdict { kMeets, kFails, kUndetermined, kNotApplicable, kReported, kExpired };

template <typename Enum>
using WordTable = std::span<const std::pair<Enum, std::string_view>>;

// Words<E>() gives the table of an enum, in the order shown to people.
template <typename Enum>
WordTable<Enum> Words();

template <typename Enum>
std::string_view Word(Enum value) {
  for (const auto& [candidate, word] : Words<Enum>()) {
    if (candidate == value) return word;
  }
  return {};
}

template <typename Enum>
std::optional<Enum> FromWord(std::string_view word) {
  for (const auto& [value, candidate] : Words<Enum>()) {
    if (candidate == word) return value;
  }
  return std::nullopt;
}

// "documented, self-declared, measured": for messages.
template <typename Enum>
std::string AllWords() {
  std::string text;
  for (const auto& [value, word] : Words<Enum>()) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

template <>
WordTable<EvidenceType> Words<EvidenceType>();
template <>
WordTable<Visibility> Words<Visibility>();
template <>
WordTable<CodeKind> Words<CodeKind>();
template <>
WordTable<CodingStatus> Words<CodingStatus>();
template <>
WordTable<Basis> Words<Basis>();
template <>
WordTable<ConsentScope> Words<ConsentScope>();
template <>
WordTable<ConsentBasis> Words<ConsentBasis>();
template <>
WordTable<DocumentKind> Words<DocumentKind>();
template <>
WordTable<PartKind> Words<PartKind>();
template <>
WordTable<MemoKind> Words<MemoKind>();
template <>
WordTable<MemoSubject> Words<MemoSubject>();
template <>
WordTable<AssignmentState> Words<AssignmentState>();
template <>
WordTable<DecisionKind> Words<DecisionKind>();
template <>
WordTable<DecisionOutcome> Words<DecisionOutcome>();
template <>
WordTable<EventAction> Words<EventAction>();
template <>
WordTable<RecordType> Words<RecordType>();
template <>
WordTable<FindingKind> Words<FindingKind>();
template <>
WordTable<Addressee> Words<Addressee>();
template <>
WordTable<Concern> Words<Concern>();
template <>
WordTable<Confidence> Words<Confidence>();
template <>
WordTable<TieKind> Words<TieKind>();
template <>
WordTable<IndicatorSide> Words<IndicatorSide>();
template <>
WordTable<IndicatorType> Words<IndicatorType>();
template <>
WordTable<Verdict> Words<Verdict>();

}  // namespace commonground::model
