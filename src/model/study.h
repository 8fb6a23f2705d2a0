// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study: every noun of it as plain values (docs/architecture.md, docs/file-formats.md), a subject a header.  They
// hold no rules: stages do.  Lists keep the order of the files they came from; order is part of equality.  All text is
// UTF-8 in NFC with LF.
#pragma once

#include <vector>

#include "model/coalition.h"
#include "model/codebook.h"
#include "model/coding.h"
#include "model/consent.h"
#include "model/context.h"
#include "model/document.h"
#include "model/edition.h"
#include "model/finding.h"
#include "model/frame.h"
#include "model/history.h"
#include "model/ids.h"
#include "model/leadership.h"
#include "model/organisation.h"
#include "model/outcome.h"
#include "model/set.h"
#include "model/settings.h"
#include "model/source.h"
#include "model/target.h"
#include "model/translation.h"
#include "model/words.h"

namespace commonground::model {

struct Study {
  Settings settings;
  std::vector<Region> regions;
  std::vector<InventedCountry> invented_countries;
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
  std::vector<Set> sets;
  std::vector<Assignment> assignments;
  std::vector<Adjudication> adjudications;
  std::vector<Decision> decisions;
  std::vector<Event> history;
  std::vector<HistoryText> history_texts;
  std::vector<Consent> consents;
  std::vector<Partner> partners;
  std::vector<Partnership> partnerships;
  std::vector<Outcome> outcomes;
  std::vector<Answer> answers;
  std::vector<Target> targets;
  std::vector<Translation> translations;
  std::vector<Finding> findings;
  std::vector<Chapter> chapters;
  std::vector<Edition> editions;
  friend bool operator==(const Study&, const Study&) = default;
};

}  // namespace commonground::model
