// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The closed words of the model, as files and JSON write them.

#include "model/words.h"

namespace commonground::model {

#define CG_WORDS(Enum, ...)                                                      \
  template <>                                                                    \
  WordTable<Enum> Words<Enum>() {                                                \
    static constexpr std::pair<Enum, std::string_view> kTable[] = {__VA_ARGS__}; \
    return kTable;                                                               \
  }

#define CG_ROW(value, word) \
  { value, word }

CG_WORDS(EvidenceType, CG_ROW(EvidenceType::kDocumented, "documented"),
         CG_ROW(EvidenceType::kSelfDeclared, "self-declared"), CG_ROW(EvidenceType::kMeasured, "measured"),
         CG_ROW(EvidenceType::kAssociation, "association"), CG_ROW(EvidenceType::kModelled, "modelled"))
CG_WORDS(Visibility, CG_ROW(Visibility::kPrivate, "private"), CG_ROW(Visibility::kNetwork, "network"),
         CG_ROW(Visibility::kPublic, "public"))
CG_WORDS(CodeKind, CG_ROW(CodeKind::kPractice, "practice"), CG_ROW(CodeKind::kBarrier, "barrier"),
         CG_ROW(CodeKind::kOutcome, "outcome"), CG_ROW(CodeKind::kEnabler, "enabler"),
         CG_ROW(CodeKind::kSector, "sector"), CG_ROW(CodeKind::kOther, "other"))
CG_WORDS(CodingStatus, CG_ROW(CodingStatus::kDraft, "draft"), CG_ROW(CodingStatus::kSubmitted, "submitted"),
         CG_ROW(CodingStatus::kAccepted, "accepted"), CG_ROW(CodingStatus::kRejected, "rejected"))
CG_WORDS(Basis, CG_ROW(Basis::kSelfDeclared, "self-declared"),
         CG_ROW(Basis::kAttestedByRegionalNetwork, "attested by a regional network"),
         CG_ROW(Basis::kAnonymousBallot, "anonymous ballot"), CG_ROW(Basis::kPublishedClaim, "published claim"))
CG_WORDS(ConsentScope, CG_ROW(ConsentScope::kAnalyse, "analyse"), CG_ROW(ConsentScope::kSummarise, "summarise"),
         CG_ROW(ConsentScope::kQuote, "quote"), CG_ROW(ConsentScope::kNameOrganisation, "name organisation"),
         CG_ROW(ConsentScope::kNamePlace, "name place"), CG_ROW(ConsentScope::kTranslate, "translate"),
         CG_ROW(ConsentScope::kPhoto, "photo"), CG_ROW(ConsentScope::kPublishVerdict, "publish verdict"))
CG_WORDS(ConsentBasis, CG_ROW(ConsentBasis::kWritten, "written"), CG_ROW(ConsentBasis::kRecorded, "recorded"),
         CG_ROW(ConsentBasis::kWitnessed, "witnessed"), CG_ROW(ConsentBasis::kPublicSource, "public source"))
CG_WORDS(DocumentKind, CG_ROW(DocumentKind::kSummary, "summary"), CG_ROW(DocumentKind::kAccount, "account"))
CG_WORDS(MemoKind, CG_ROW(MemoKind::kNote, "note"), CG_ROW(MemoKind::kMethod, "method"),
         CG_ROW(MemoKind::kTheory, "theory"), CG_ROW(MemoKind::kToDo, "to do"))
CG_WORDS(MemoSubject, CG_ROW(MemoSubject::kStudy, "study"), CG_ROW(MemoSubject::kCase, "case"),
         CG_ROW(MemoSubject::kDocument, "document"), CG_ROW(MemoSubject::kCode, "code"),
         CG_ROW(MemoSubject::kCoding, "coding"))
CG_WORDS(AssignmentState, CG_ROW(AssignmentState::kOpen, "open"), CG_ROW(AssignmentState::kSubmitted, "submitted"))
CG_WORDS(DecisionKind, CG_ROW(DecisionKind::kScreening, "screening"), CG_ROW(DecisionKind::kSuggestion, "suggestion"))
CG_WORDS(DecisionOutcome, CG_ROW(DecisionOutcome::kIncluded, "included"),
         CG_ROW(DecisionOutcome::kExcluded, "excluded"), CG_ROW(DecisionOutcome::kUnsure, "unsure"))
CG_WORDS(EventAction, CG_ROW(EventAction::kApply, "apply"), CG_ROW(EventAction::kChange, "change"),
         CG_ROW(EventAction::kRemove, "remove"), CG_ROW(EventAction::kReview, "review"),
         CG_ROW(EventAction::kAdjudicate, "adjudicate"), CG_ROW(EventAction::kAddCode, "add code"),
         CG_ROW(EventAction::kEditCode, "edit code"), CG_ROW(EventAction::kMoveCode, "move code"),
         CG_ROW(EventAction::kMergeCodes, "merge codes"), CG_ROW(EventAction::kSplitCode, "split code"),
         CG_ROW(EventAction::kRetireCode, "retire code"), CG_ROW(EventAction::kRestoreCode, "restore code"),
         CG_ROW(EventAction::kMemo, "memo"), CG_ROW(EventAction::kAssign, "assign"),
         CG_ROW(EventAction::kUnassign, "unassign"), CG_ROW(EventAction::kSubmit, "submit"),
         CG_ROW(EventAction::kDecide, "decide"), CG_ROW(EventAction::kImport, "import"),
         CG_ROW(EventAction::kImportCodings, "import codings"), CG_ROW(EventAction::kAdd, "add"),
         CG_ROW(EventAction::kEdit, "edit"), CG_ROW(EventAction::kTakeOut, "take out"),
         CG_ROW(EventAction::kUndo, "undo"), CG_ROW(EventAction::kRedo, "redo"))
CG_WORDS(RecordType, CG_ROW(RecordType::kCode, "code"), CG_ROW(RecordType::kCoding, "coding"),
         CG_ROW(RecordType::kMemo, "memo"), CG_ROW(RecordType::kAssignment, "assignment"),
         CG_ROW(RecordType::kAdjudication, "adjudication"), CG_ROW(RecordType::kDecision, "decision"),
         CG_ROW(RecordType::kRegion, "region"), CG_ROW(RecordType::kInventedCountry, "invented-country"),
         CG_ROW(RecordType::kSlot, "slot"), CG_ROW(RecordType::kSource, "source"),
         CG_ROW(RecordType::kOrganisation, "organisation"), CG_ROW(RecordType::kStatement, "statement"),
         CG_ROW(RecordType::kLeadership, "leadership"), CG_ROW(RecordType::kDefinition, "definition"),
         CG_ROW(RecordType::kIndicator, "indicator"), CG_ROW(RecordType::kLegalRule, "legal rule"),
         CG_ROW(RecordType::kContext, "context"), CG_ROW(RecordType::kCase, "case"),
         CG_ROW(RecordType::kConsent, "consent"), CG_ROW(RecordType::kPartner, "partner"),
         CG_ROW(RecordType::kPartnership, "partnership"), CG_ROW(RecordType::kFinding, "finding"),
         CG_ROW(RecordType::kChapter, "chapter"), CG_ROW(RecordType::kSet, "set"),
         CG_ROW(RecordType::kOutcome, "outcome"), CG_ROW(RecordType::kAnswer, "answer"),
         CG_ROW(RecordType::kTarget, "target"), CG_ROW(RecordType::kTranslation, "translation"),
         CG_ROW(RecordType::kEdition, "edition"), CG_ROW(RecordType::kSettings, "settings"))
CG_WORDS(GapUnit, CG_ROW(GapUnit::kDocument, "document"), CG_ROW(GapUnit::kPassage, "passage"))
CG_WORDS(FindingKind, CG_ROW(FindingKind::kBestPractice, "best practice"), CG_ROW(FindingKind::kBarrier, "barrier"),
         CG_ROW(FindingKind::kNeed, "need"), CG_ROW(FindingKind::kRecommendation, "recommendation"))
CG_WORDS(Addressee, CG_ROW(Addressee::kGovernment, "government"), CG_ROW(Addressee::kLawEnforcement, "law enforcement"),
         CG_ROW(Addressee::kHealthServices, "health services"), CG_ROW(Addressee::kDonors, "donors"),
         CG_ROW(Addressee::kUnitedNations, "United Nations"), CG_ROW(Addressee::kOrganisations, "organisations"))
CG_WORDS(Concern, CG_ROW(Concern::kNoneOrVeryMinor, "no or very minor"), CG_ROW(Concern::kMinor, "minor"),
         CG_ROW(Concern::kModerate, "moderate"), CG_ROW(Concern::kSerious, "serious"))
CG_WORDS(Confidence, CG_ROW(Confidence::kHigh, "high"), CG_ROW(Confidence::kModerate, "moderate"),
         CG_ROW(Confidence::kLow, "low"), CG_ROW(Confidence::kVeryLow, "very low"))
CG_WORDS(TieKind, CG_ROW(TieKind::kFormalAgreement, "formal agreement"),
         CG_ROW(TieKind::kJointService, "joint service"), CG_ROW(TieKind::kTraining, "training"),
         CG_ROW(TieKind::kDialogue, "dialogue"), CG_ROW(TieKind::kLitigation, "litigation"))
CG_WORDS(PartKind, CG_ROW(PartKind::kHeading, "heading"), CG_ROW(PartKind::kParagraph, "paragraph"),
         CG_ROW(PartKind::kListItem, "list item"), CG_ROW(PartKind::kTableCell, "table cell"),
         CG_ROW(PartKind::kQuotation, "quotation"), CG_ROW(PartKind::kFootnote, "footnote"),
         CG_ROW(PartKind::kCaption, "caption"), CG_ROW(PartKind::kCode, "code"))
CG_WORDS(IndicatorSide, CG_ROW(IndicatorSide::kLaw, "law"), CG_ROW(IndicatorSide::kPractice, "practice"),
         CG_ROW(IndicatorSide::kServices, "services"), CG_ROW(IndicatorSide::kSurvey, "survey"))
CG_WORDS(IndicatorType, CG_ROW(IndicatorType::kChoice, "choice"), CG_ROW(IndicatorType::kPercent, "percent"),
         CG_ROW(IndicatorType::kDerived, "derived"))
CG_WORDS(Verdict, CG_ROW(Verdict::kMeets, "meets"), CG_ROW(Verdict::kFails, "fails"),
         CG_ROW(Verdict::kUndetermined, "undetermined"), CG_ROW(Verdict::kNotApplicable, "not-applicable"),
         CG_ROW(Verdict::kReported, "reported"), CG_ROW(Verdict::kExpired, "expired"))

#undef CG_ROW
#undef CG_WORDS

}  // namespace commonground::model
