// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Things that people edit as JSON, over their fields (model/fields.h), and back as the values of fields.  The names are
// those of the study folder's tables.  Nothing said is null, or [].
#pragma once

#include <nlohmann/json.hpp>

#include "app/consent_study.h"
#include "app/edit_noun.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"id", "version", then each field}
Json ToJson(const NounShown& thing);
// The same with "history": [{"change", "at", "person", "action", "fields": [{"field", "before", "after"}], "erased"}]
Json ToJson(const NounDetails& details);
// {PLURAL: [...], "shown", "of", "withheld"}; of definitions "built_in" too: ids of those that are not in the study
Json ToJson(const NounKind& kind, const NounsShown& shown);
// {"change", "id", "version", "kept"}
Json NounEditToJson(const EditResult& result);

// {"subject", "name", "consents": [{"subject", "scope", "state", "basis", "given", "expires", "withdrawn", "evidence",
// "id", "version"}]}
Json ToJson(const std::string& subject, const ConsentsShown& shown);
// {"change", "consents": [...]}
Json ToJson(const ConsentEdit& edit);

// Texts as they are, lists with semicolons, true as yes, numbers; null is blank.  Criteria and conditions stay JSON.
// Errors: InvalidInput: no object, or a value of another form; Error::about names the field.
core::Result<FieldValues> FieldValuesFrom(const Json& json);

}  // namespace commonground::app::wire
