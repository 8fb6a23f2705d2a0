// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every use case of app that opens a study, with who may ask for it and what for: one table.  A use case gets at the
// store only by its name here (gateway/entry.h), so that none can be forgotten; tests/cases/matrix/permissions.txt
// holds the table written out, role by purpose by use case.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "app/caller.h"

namespace commonground::app {

enum class UseCase : std::uint8_t {
  kStatus,
  kVerify,
  kContext,
  kCompare,
  kAgreement,
  kSearch,
  kListTexts,
  kReindex,
  kCodeTree,
  kAddCode,
  kEditCode,
  kMoveCode,
  kMergeCodes,
  kSplitCode,
  kRetireCode,
  kRestoreCode,
  kListCodings,
  kApplyCode,
  kCodeBySearch,
  kRemoveCodings,
  kReviewCodings,
  kEditCoding,
  kAdjudicate,
  kFindMemos,
  kAddMemo,
  kRewriteMemo,
  kRemoveMemo,
  kListAssignments,
  kAssign,
  kUnassign,
  kSubmit,
  kHistory,
  kUndo,
  kRedo,
  kSuggest,
  kDecideSuggestions,
  kScreen,
  kDecideScreening,
  kListOriginals,
  kOpenOriginal,
  kSeePage,
  kChangePassphrase,
  kSeeOrganisations,
  kEditOrganisation,
  kSeeStatements,
  kEditStatement,
  kSeeLeadership,
  kEditLeadership,
  kSeeContext,
  kEditContext,
  kSeeConsents,
  kEditConsent,
  kGiveConsent,
  kPauseConsent,
  kSeePartners,
  kEditPartner,
  kSeePartnerships,
  kEditPartnership,
  kSeeFindings,
  kEditFinding,
  kGradeFinding,
  kSeeSources,
  kEditSource,
  kSeeSlots,
  kEditSlot,
  kAddDocument,
  kImportOrganisations,
  kImportProject,
  kSeeSettings,
  kEditSettings,
  kSeeRegions,
  kEditRegion,
  kSeeIndicators,
  kEditIndicator,
  kSeeOutcomes,
  kEditOutcome,
  kSeeAnswers,
  kEditAnswer,
  kSeeTargets,
  kEditTarget,
  kSeeChapters,
  kEditChapter,
  kSeeDefinitions,
  kEditDefinition,
  kSeeInventedCountries,
  kEditInventedCountry,
  kSeeLegalRules,
  kEditLegalRule,
  kSeeTranslations,
  kEditTranslation,
  kSeeSets,
  kEditSet,
  kSeeEditionNotes,
  kEditEditionNotes,
  kWhatRestsOn,
  kWithdrawConsent,
  kSeeWork,
  kSeePassages,
  kConsentSign,
  kCreateBackup,
  kKeepBackupKey,
  kDrawFigure,
  kReport,
  kPreviewReport,
  kKeepEdition,
  kSeeEditions,
  kApproveReport,
  kExchangeExport,
  kExport,
  kCount,
};
inline constexpr std::size_t kUseCases = static_cast<std::size_t>(UseCase::kCount);

enum class Access : std::uint8_t { kReads, kWrites };

struct Permission {
  UseCase use_case = UseCase::kCount;
  std::string_view name;  // "add code"
  Purpose purpose = Purpose::kWork;
  Access access = Access::kReads;
  std::uint8_t roles = 0;  // a bit a role

  bool Allows(Role role) const { return (roles >> static_cast<unsigned>(role) & 1U) != 0; }
};

// In the order of UseCase.
std::span<const Permission> Permissions();

}  // namespace commonground::app
