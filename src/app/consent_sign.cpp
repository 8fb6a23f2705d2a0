// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The versions of all consents, and the day, as one hash.

#include "app/consent_sign.h"

#include "app/gateway/entry.h"
#include "core/content_hash.h"
#include "model/identity.h"

namespace commonground::app {

core::Result<std::string> ConsentSign(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in,
                      Enter(workspace.For(workspace.caller(), Purpose::kWork), UseCase::kConsentSign));
  CG_ASSIGN_OR_RETURN(const auto study, in.Small());
  std::string all = in.today.Text();
  for (const model::Consent& one : study->consents) all += model::VersionOf(one);
  return core::ContentHash(all);
}

}  // namespace commonground::app
