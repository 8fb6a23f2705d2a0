// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// In which forms and languages an edition of the report is written, as a person asks for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "publish/front/form.h"

namespace commonground::app {

using publish::Form;

// "html,data", "all"; empty: HTML.  Each once, in the order of the enum.
// Errors: InvalidInput, which lists the forms there are.
core::Result<std::vector<Form>> FormsIn(std::string_view list);

// "html".
std::string_view FormWord(Form form);

// "fr,en", "all"; empty: `of_study`, whatever that is.  Each once, in the order given.
// Errors: InvalidInput, which lists the languages there are.
core::Result<std::vector<std::string>> LanguagesIn(std::string_view list, const std::string& of_study);

}  // namespace commonground::app
