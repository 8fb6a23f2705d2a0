// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of all routes.  A new one is a class in a file of its resource, and a line here; then
// UPDATE_GOLDEN=1 openapi_test writes docs/api/openapi.json and web/api/types.ts anew.

#include "server/routes/agreement.h"
#include "server/routes/assignments.h"
#include "server/routes/coalitions.h"
#include "server/routes/codebook.h"
#include "server/routes/codings.h"
#include "server/routes/compare.h"
#include "server/routes/consents.h"
#include "server/routes/countries.h"
#include "server/routes/documents.h"
#include "server/routes/events.h"
#include "server/routes/exchange_in.h"
#include "server/routes/figures.h"
#include "server/routes/jobs.h"
#include "server/routes/memos.h"
#include "server/routes/nouns.h"
#include "server/routes/originals.h"
#include "server/routes/people.h"
#include "server/routes/report.h"
#include "server/routes/search.h"
#include "server/routes/session.h"
#include "server/routes/settings.h"
#include "server/routes/study.h"
#include "server/routes/suggestions.h"
#include "server/routes/tables.h"
#include "server/routes/uploads.h"
#include "server/routes/verification.h"

namespace commonground::server {

namespace {

std::vector<Route> AllRoutes() {
  std::vector<Route> routes{
      MakeRoute<LookAtLink>(),
      MakeRoute<Join>(),
      MakeRoute<SignIn>(),
      MakeRoute<ShowSession>(),
      MakeRoute<SignOut>(),
      MakeRoute<RefreshSession>(),
      MakeRoute<SetPreferences>(),
      MakeRoute<OfferSecondKey>(),
      MakeRoute<ConfirmSecondKey>(),
      MakeRoute<ListSessions>(),
      MakeRoute<EndSession>(),
      MakeRoute<ListPeople>(),
      MakeRoute<Invite>(),
      MakeRoute<ChangeRole>(),
      MakeRoute<RemovePerson>(),
      MakeRoute<ShowAudit>(),
      MakeRoute<ShowStatus>(),
      MakeRoute<ShowWork>(),
      MakeRoute<ShowHistory>(),
      MakeRoute<Undo>(),
      MakeRoute<Redo>(),
      MakeRoute<ShowCodebook>(),
      MakeRoute<AddCode>(),
      MakeRoute<EditCode>(),
      MakeRoute<MoveCode>(),
      MakeRoute<MergeCode>(),
      MakeRoute<SplitCode>(),
      MakeRoute<RetireCode>(),
      MakeRoute<RestoreCode>(),
      MakeRoute<ListDocuments>(),
      MakeRoute<ListTexts>(),
      MakeRoute<ReadDocument>(),
      MakeRoute<ListCodings>(),
      MakeRoute<ReadOlderVersion>(),
      MakeRoute<CompareVersions>(),
      MakeRoute<ShowCoding>(),
      MakeRoute<ApplyCode>(),
      MakeRoute<EditCoding>(),
      MakeRoute<RemoveCoding>(),
      MakeRoute<ListMemos>(),
      MakeRoute<AddMemo>(),
      MakeRoute<RewriteMemo>(),
      MakeRoute<RemoveMemo>(),
      MakeRoute<ListAssignments>(),
      MakeRoute<Assign>(),
      MakeRoute<Unassign>(),
      MakeRoute<SubmitWork>(),
      MakeRoute<ShowComparison>(),
      MakeRoute<ShowGapMap>(),
      MakeRoute<ListSamePassages>(),
      MakeRoute<ListPassages>(),
      MakeRoute<ShowCoalitions>(),
      DrawFigureRoute(),
      MakeRoute<ListCountries>(),
      MakeRoute<ListPlaces>(),
      MakeRoute<Search>(),
      EventsRoute(),
      JobFileRoute(),
      MakeRoute<ListJobs>(),
      MakeRoute<ShowJob>(),
      MakeRoute<CancelJob>(),
      MakeRoute<CheckReport>(),
      MakeRoute<MakeReport>(),
      MakeRoute<MakePreview>(),
      MakeRoute<ShowPreview>(),
      PreviewPageRoute(),
      PreviewPageBelowRoute(),
      MakeRoute<ListEditions>(),
      MakeRoute<ApproveReport>(),
      MakeRoute<TakeBackApproval>(),
      MakeRoute<MakeExport>(),
      MakeRoute<ShowBackups>(),
      MakeRoute<MakeBackup>(),
      MakeRoute<MakeExchange>(),
      FetchOriginalRoute(),
      SeePageRoute(),
      SendFileRoute(),
      DocumentCameRoute(),
      MakeRoute<DropUpload>(),
      MakeRoute<AddDocument>(),
      MakeRoute<BringInVersion>(),
      MakeRoute<ImportTable>(),
      MakeRoute<ImportProject>(),
      ProjectCameRoute(),
      MakeRoute<ShowNext>(),
      MakeRoute<ShowAgreement>(),
      DrawAgreementRoute(),
      MakeRoute<ListDisagreements>(),
      MakeRoute<Adjudicate>(),
      MakeRoute<ShowVerification>(),
      MakeRoute<TryCounts>(),
      MakeRoute<ListSuggestions>(),
      MakeRoute<DecideSuggestions>(),
      MakeRoute<ListScreening>(),
      MakeRoute<Screen>(),
      MakeRoute<ShowConsents>(),
      MakeRoute<GiveConsent>(),
      MakeRoute<PauseConsent>(),
      MakeRoute<ShowWhatRests>(),
      MakeRoute<WithdrawConsent>(),
      MakeRoute<ShowSettings>(),
      MakeRoute<SetSettings>(),
  };
  AddNounRoutes(routes);
  return routes;
}

}  // namespace

std::span<const Route> Routes() {
  static const std::vector<Route> routes = AllRoutes();
  return routes;
}

}  // namespace commonground::server
