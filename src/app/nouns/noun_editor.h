// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One kind of thing behind edit_noun.h.  For app alone.
#pragma once

#include <memory>

#include "app/edit_noun.h"
#include "app/gateway/entry.h"

namespace commonground::app {

// Threads: any.
class NounEditor {
 public:
  virtual ~NounEditor() = default;
  virtual core::Result<NounsShown> List(const Entered& in, const NounQuery& query) const = 0;
  virtual core::Result<NounDetails> Show(const Entered& in, const std::string& id) const = 0;
  virtual core::Result<EditResult> Add(const Entered& in, const FieldValues& values, Signing signing) const = 0;
  virtual core::Result<EditResult> Set(const Entered& in, const ExpectedVersion<std::string>& which,
                                       const FieldValues& values, Signing signing) const = 0;
  virtual core::Result<EditResult> Remove(const Entered& in, const ExpectedVersion<std::string>& which) const = 0;

  NounKind kind;
};

// The table of them, in the order of NounKinds().
std::span<const std::unique_ptr<NounEditor>> NounEditors();

}  // namespace commonground::app
