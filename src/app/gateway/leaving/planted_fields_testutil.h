// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
// A study in which every kind of thing stands, and for each field of the model that can hold words, a way to plant
// some.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "model/study.h"

namespace commonground::app {

inline constexpr const char* kPlantedName = "Étoile de l’Océan";
inline constexpr const char* kPlantedId = "quayworks";

// `hidden` may be counted only; `open` consents to all.  Every kind of thing is there and, where it can be, shown.
model::Study StudyToPlantIn();

using Plant = std::function<void(model::Study&, const std::string&)>;

// Every field of src/model that can hold words, by "Noun.field".  Without a function: it names another thing, and what
// is told of that is told where it is defined.
const std::map<std::string, Plant>& PlantedFields();

}  // namespace commonground::app
