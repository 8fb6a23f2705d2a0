// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of all routes.  A new one is a class in a file of its resource, and a line here; then
// UPDATE_GOLDEN=1 openapi_test writes docs/api/openapi.json and web/api/types.ts anew.

#include "server/routes/codebook.h"
#include "server/routes/codings.h"
#include "server/routes/events.h"
#include "server/routes/people.h"
#include "server/routes/search.h"
#include "server/routes/session.h"
#include "server/routes/study.h"

namespace commonground::server {

std::span<const Route> Routes() {
  static const std::vector<Route> routes{
      MakeRoute<LookAtLink>(),     MakeRoute<Join>(),
      MakeRoute<SignIn>(),         MakeRoute<ShowSession>(),
      MakeRoute<SignOut>(),        MakeRoute<RefreshSession>(),
      MakeRoute<OfferSecondKey>(), MakeRoute<ConfirmSecondKey>(),
      MakeRoute<ListSessions>(),   MakeRoute<EndSession>(),
      MakeRoute<ListPeople>(),     MakeRoute<Invite>(),
      MakeRoute<ChangeRole>(),     MakeRoute<RemovePerson>(),
      MakeRoute<ShowAudit>(),      MakeRoute<ShowStatus>(),
      MakeRoute<ShowHistory>(),    MakeRoute<Undo>(),
      MakeRoute<Redo>(),           MakeRoute<ShowCodebook>(),
      MakeRoute<EditCode>(),       MakeRoute<ListDocuments>(),
      MakeRoute<ReadDocument>(),   MakeRoute<ListCodings>(),
      MakeRoute<ShowCoding>(),     MakeRoute<ApplyCode>(),
      MakeRoute<EditCoding>(),     MakeRoute<RemoveCoding>(),
      MakeRoute<Search>(),         EventsRoute(),
  };
  return routes;
}

}  // namespace commonground::server
