// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may not be told of a study: names, ids and addresses of those who may not be named, countries and cities of
// those who may not be placed.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/gateway/leaving/name_finder.h"
#include "app/gateway/redaction.h"
#include "model/study.h"

namespace commonground::app {

struct Secret {
  Name name;
  std::string of;  // what it is, for the message: "the name of an organisation that has not consented to be named"
  std::string fix;
  // Set: another case shows this place by right, so it is a secret only in texts about this organisation.
  std::optional<model::OrganisationId> only_about;
};

struct Secrets {
  std::vector<Secret> all;
  // Names that may be told: a secret within one of them ("Lamp" in "Lamp Works of Aland") is let pass.
  std::vector<std::string> told;
};

// Rules:
// - a name of one word that is an ordinary word (data/common-words) is a secret with a capital letter only; one of less
//   than 4 letters as it is written; any other, and any of several words, in every form (name_finder.h);
// - an id of less than 4 letters, or one that is an ordinary word, is a secret where it stands alone (a cell, a part of
// an
//   address), the latter also with a capital letter; any other everywhere, but "las esquinas" is not "las-esquinas";
// - what stands in brackets in a name is a name; so are its initials, from 3 on;
// - addresses: e-mails and hosts in what is said of the organisation, without the part that a platform shares;
// - a country: its name in five languages, as the study calls it, its codes, the end of its hosts;
// - cities: values of statements such as "city", and names after "in", "at", "of", ... in notes on its place and
// partners.
Secrets SecretsOf(const model::Study& study, const model::Study& published,
                  const std::map<model::OrganisationId, Appearance>& appearances);

}  // namespace commonground::app
