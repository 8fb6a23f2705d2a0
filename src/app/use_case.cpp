// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of permissions: default deny.  What a role sees of an answer is the gateway's matter.

#include "app/use_case.h"

#include <array>

namespace commonground::app {

namespace {

constexpr std::uint8_t Bits(std::initializer_list<Role> roles) {
  unsigned bits = 0;
  for (const Role role : roles) bits |= 1U << static_cast<unsigned>(role);
  return static_cast<std::uint8_t>(bits);
}

constexpr std::uint8_t kKeeper = Bits({Role::kCoordinator});
constexpr std::uint8_t kCoders = Bits({Role::kCoordinator, Role::kResearcher});
constexpr std::uint8_t kReaders = Bits({Role::kCoordinator, Role::kResearcher, Role::kReviewer});
constexpr std::uint8_t kGraders = Bits({Role::kCoordinator, Role::kReviewer});
constexpr std::uint8_t kOfTexts = Bits({Role::kCoordinator, Role::kResearcher, Role::kReviewer, Role::kMember});
constexpr std::uint8_t kOwnFacts = Bits({Role::kCoordinator, Role::kMember});  // a member: of its own organisation
constexpr std::uint8_t kAll =
    Bits({Role::kCoordinator, Role::kResearcher, Role::kReviewer, Role::kMember, Role::kReader});

constexpr auto kWork = Purpose::kWork;
constexpr auto kReads = Access::kReads;
constexpr auto kWrites = Access::kWrites;

constexpr std::array kPermissions{
    // Verdicts and who is missing why: a slot tells which organisation waits for what.
    Permission{UseCase::kStatus, "status", kWork, kReads, kKeeper},
    Permission{UseCase::kVerify, "verify", kWork, kReads, kOwnFacts},
    Permission{UseCase::kContext, "context", kWork, kReads, kAll},
    // Names the cases that a number counts, and where its passages stand.
    Permission{UseCase::kCompare, "compare", kWork, kReads, kReaders},
    Permission{UseCase::kAgreement, "agreement", kWork, kReads, kReaders},
    Permission{UseCase::kSearch, "search", kWork, kReads, kOfTexts},
    // What a member is told of a text is less: texts_study.h.
    Permission{UseCase::kListTexts, "list texts", kWork, kReads, kOfTexts},
    Permission{UseCase::kReindex, "reindex", kWork, kWrites, kKeeper},
    Permission{UseCase::kCodeTree, "code tree", kWork, kReads, kOfTexts},
    Permission{UseCase::kAddCode, "add code", kWork, kWrites, kCoders},
    Permission{UseCase::kEditCode, "edit code", kWork, kWrites, kCoders},
    Permission{UseCase::kMoveCode, "move code", kWork, kWrites, kCoders},
    Permission{UseCase::kMergeCodes, "merge codes", kWork, kWrites, kCoders},
    Permission{UseCase::kSplitCode, "split code", kWork, kWrites, kCoders},
    Permission{UseCase::kRetireCode, "retire code", kWork, kWrites, kCoders},
    Permission{UseCase::kRestoreCode, "restore code", kWork, kWrites, kCoders},
    Permission{UseCase::kListCodings, "list codings", kWork, kReads, kOfTexts},
    Permission{UseCase::kApplyCode, "apply code", kWork, kWrites, kCoders},
    Permission{UseCase::kCodeBySearch, "code by search", kWork, kWrites, kCoders},
    Permission{UseCase::kRemoveCodings, "remove codings", kWork, kWrites, kCoders},
    Permission{UseCase::kReviewCodings, "review codings", kWork, kWrites, kCoders},
    Permission{UseCase::kEditCoding, "edit coding", kWork, kWrites, kCoders},
    Permission{UseCase::kAdjudicate, "adjudicate", kWork, kWrites, kKeeper},
    Permission{UseCase::kFindMemos, "find memos", kWork, kReads, kReaders},
    Permission{UseCase::kAddMemo, "add memo", kWork, kWrites, kReaders},
    Permission{UseCase::kRewriteMemo, "rewrite memo", kWork, kWrites, kReaders},
    Permission{UseCase::kRemoveMemo, "remove memo", kWork, kWrites, kReaders},
    Permission{UseCase::kListAssignments, "list assignments", kWork, kReads, kReaders},
    Permission{UseCase::kAssign, "assign", kWork, kWrites, kKeeper},
    Permission{UseCase::kUnassign, "unassign", kWork, kWrites, kKeeper},
    Permission{UseCase::kSubmit, "submit", kWork, kWrites, kCoders},
    Permission{UseCase::kHistory, "history", kWork, kReads, kReaders},
    Permission{UseCase::kUndo, "undo", kWork, kWrites, kOfTexts},
    Permission{UseCase::kRedo, "redo", kWork, kWrites, kOfTexts},
    Permission{UseCase::kSuggest, "suggest", kWork, kReads, kCoders},
    Permission{UseCase::kDecideSuggestions, "decide suggestions", kWork, kWrites, kCoders},
    Permission{UseCase::kScreen, "screen", kWork, kReads, kCoders},
    Permission{UseCase::kDecideScreening, "decide screening", kWork, kWrites, kCoders},
    Permission{UseCase::kListOriginals, "list originals", kWork, kReads, kKeeper},
    Permission{UseCase::kOpenOriginal, "open original", kWork, kReads, kKeeper},
    Permission{UseCase::kSeePage, "see page", kWork, kReads, kOfTexts},
    Permission{UseCase::kChangePassphrase, "change passphrase", kWork, kWrites, kKeeper},
    // What a member sees and changes of it is its own alone (gateway/noun_view.h).
    Permission{UseCase::kSeeOrganisations, "see organisations", kWork, kReads, kOfTexts},
    Permission{UseCase::kEditOrganisation, "edit organisation", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kSeeStatements, "see statements", kWork, kReads, kOfTexts},
    Permission{UseCase::kEditStatement, "edit statement", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kSeeLeadership, "see leadership", kWork, kReads, kOwnFacts},
    Permission{UseCase::kEditLeadership, "edit leadership", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kSeeContext, "see context", kWork, kReads, kReaders},
    Permission{UseCase::kEditContext, "edit context", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeConsents, "see consents", kWork, kReads, kOwnFacts},
    Permission{UseCase::kEditConsent, "edit consent", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kGiveConsent, "give consent", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kPauseConsent, "pause consent", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kSeePartners, "see partners", kWork, kReads, kReaders},
    Permission{UseCase::kEditPartner, "edit partner", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeePartnerships, "see partnerships", kWork, kReads, kOfTexts},
    Permission{UseCase::kEditPartnership, "edit partnership", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kSeeFindings, "see findings", kWork, kReads, kReaders},
    Permission{UseCase::kEditFinding, "edit finding", kWork, kWrites, kKeeper},
    // Levels, reasons, confidence and one's own signature, and no word of the finding itself.
    Permission{UseCase::kGradeFinding, "grade finding", kWork, kWrites, kGraders},
    Permission{UseCase::kSeeSources, "see sources", kWork, kReads, kReaders},
    Permission{UseCase::kEditSource, "edit source", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeSlots, "see slots", kWork, kReads, kKeeper},
    Permission{UseCase::kEditSlot, "edit slot", kWork, kWrites, kKeeper},
    Permission{UseCase::kAddDocument, "add document", kWork, kWrites, kKeeper},
    Permission{UseCase::kImportOrganisations, "import organisations", kWork, kWrites, kKeeper},
    Permission{UseCase::kImportProject, "import project", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeSettings, "see settings", kWork, kReads, kReaders},
    Permission{UseCase::kEditSettings, "edit settings", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeRegions, "see regions", kWork, kReads, kReaders},
    Permission{UseCase::kEditRegion, "edit region", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeIndicators, "see indicators", kWork, kReads, kReaders},
    Permission{UseCase::kEditIndicator, "edit indicator", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeOutcomes, "see outcomes", kWork, kReads, kReaders},
    Permission{UseCase::kEditOutcome, "edit outcome", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeAnswers, "see answers", kWork, kReads, kReaders},
    Permission{UseCase::kEditAnswer, "edit answer", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeTargets, "see targets", kWork, kReads, kReaders},
    Permission{UseCase::kEditTarget, "edit target", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeChapters, "see chapters", kWork, kReads, kKeeper},
    Permission{UseCase::kEditChapter, "edit chapter", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeDefinitions, "see definitions", kWork, kReads, kReaders},
    Permission{UseCase::kEditDefinition, "edit definition", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeInventedCountries, "see invented countries", kWork, kReads, kReaders},
    Permission{UseCase::kEditInventedCountry, "edit invented country", kWork, kWrites, kKeeper},
    Permission{UseCase::kSeeLegalRules, "see legal rules", kWork, kReads, kReaders},
    Permission{UseCase::kEditLegalRule, "edit legal rule", kWork, kWrites, kKeeper},
    // Words of a text, for who may read it (gateway/noun_view.h).
    Permission{UseCase::kSeeTranslations, "see translations", kWork, kReads, kOfTexts},
    Permission{UseCase::kEditTranslation, "edit translation", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kSeeSets, "see sets", kWork, kReads, kReaders},
    Permission{UseCase::kEditSet, "edit set", kWork, kWrites, kKeeper},
    // What an edition says of itself; which there are: below.
    Permission{UseCase::kSeeEditionNotes, "see edition notes", kWork, kReads, kKeeper},
    Permission{UseCase::kEditEditionNotes, "edit edition notes", kWork, kWrites, kKeeper},
    Permission{UseCase::kWhatRestsOn, "what rests on", kWork, kReads, kOwnFacts},
    Permission{UseCase::kWithdrawConsent, "withdraw consent", kWork, kWrites, kOwnFacts},
    Permission{UseCase::kSeeWork, "see work", kWork, kReads, kOfTexts},
    // The words behind a number of a comparison.
    Permission{UseCase::kSeePassages, "see passages", kWork, kReads, kReaders},
    // A hash that differs when consents do; it tells nothing of them.
    Permission{UseCase::kConsentSign, "consent sign", kWork, kReads, kAll},
    Permission{UseCase::kCreateBackup, "create backup", Purpose::kKeep, kReads, kKeeper},
    Permission{UseCase::kKeepBackupKey, "keep backup key", Purpose::kKeep, kWrites, kKeeper},
    // A figure of what may be published, by itself: less than a comparison tells.
    Permission{UseCase::kDrawFigure, "draw figure", Purpose::kPublish, kReads, kReaders},
    Permission{UseCase::kReport, "report", Purpose::kPublish, kReads, kKeeper},
    // What would be published, and nothing of why something is not (report_study.h).
    Permission{UseCase::kPreviewReport, "preview report", Purpose::kPublish, kReads,
               Bits({Role::kCoordinator, Role::kReviewer, Role::kReader})},
    Permission{UseCase::kKeepEdition, "keep edition", Purpose::kPublish, kWrites, kKeeper},
    Permission{UseCase::kSeeEditions, "see editions", Purpose::kPublish, kReads, kKeeper},
    Permission{UseCase::kApproveReport, "approve report", Purpose::kPublish, kWrites, kKeeper},
    Permission{UseCase::kExchangeExport, "exchange export", Purpose::kShare, kReads, kCoders},
    Permission{UseCase::kExport, "export", Purpose::kKeep, kReads, kKeeper},
};

constexpr bool InOrder() {
  for (std::size_t i = 0; i < kPermissions.size(); ++i) {
    if (kPermissions[i].use_case != static_cast<UseCase>(i) || kPermissions[i].name.empty()) return false;
  }
  return kPermissions.size() == kUseCases;
}
static_assert(InOrder(), "a use case has no line, or not its own: add one to kPermissions, and to tests/matrix");

}  // namespace

std::span<const Permission> Permissions() {
  return kPermissions;
}

std::string_view RoleName(Role role) {
  static constexpr std::array<std::string_view, kRoles> kWords{"coordinator", "researcher", "reviewer", "member",
                                                               "reader"};
  return kWords[static_cast<std::size_t>(role)];
}

std::string_view PurposeName(Purpose purpose) {
  static constexpr std::array<std::string_view, kPurposes> kWords{"work", "publish", "share", "keep"};
  return kWords[static_cast<std::size_t>(purpose)];
}

}  // namespace commonground::app
