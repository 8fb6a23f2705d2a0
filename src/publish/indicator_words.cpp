// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Indicators of the frame that comes with the program, and their values, for readers.
#include "publish/indicator_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace commonground::publish {

namespace {

constexpr std::array<const char*, 18> kLabels{{
    Marked("Selling sexual services"),
    Marked("Buying sexual services"),
    Marked("Third parties"),
    Marked("Legal model"),
    Marked("Mandatory health checks"),
    Marked("Travel or migration restrictions"),
    Marked("Condoms as evidence"),
    Marked("Level of enforcement"),
    Marked("Registration of organisations"),
    Marked("Anti-discrimination law covers sex workers"),
    Marked("Same-sex relations criminalised"),
    Marked("Civil society and government reports agree"),
    Marked("Key population-led services allowed and funded"),
    Marked("Funding conditions"),
    Marked("Coverage of prevention programmes among sex workers"),
    Marked("Sex workers who avoid health care"),
    Marked("Sex workers who experienced stigma"),
    Marked("Condom use with the last client"),
}};

// In the order of the values.
constexpr std::array<std::pair<std::string_view, const char*>, 45> kValues{{
    {"abusive", Marked("abusive")},
    {"administrative_offence", Marked("administrative offence")},
    {"agree", Marked("agree")},
    {"allowed_unfunded", Marked("allowed unfunded")},
    {"both", Marked("both")},
    {"clause_against_sex_work", Marked("clause against sex work")},
    {"criminalised", Marked("criminalised")},
    {"decriminalised", Marked("decriminalised")},
    {"depenalised", Marked("depenalised")},
    {"differ", Marked("differ")},
    {"disputed", Marked("disputed")},
    {"donor_funded", Marked("donor funded")},
    {"end_demand", Marked("end demand (buying criminalised)")},
    {"entry_bar", Marked("entry bar")},
    {"explicit", Marked("explicit")},
    {"fully_criminalised", Marked("fully criminalised")},
    {"general_law", Marked("general law")},
    {"legalised_regulated", Marked("legalised and regulated")},
    {"mixed_subnational", Marked("differs within the country")},
    {"national", Marked("national")},
    {"no", Marked("no")},
    {"no_report", Marked("no report")},
    {"none", Marked("none")},
    {"none_known", Marked("none known")},
    {"not_allowed", Marked("not allowed")},
    {"not_attempted", Marked("not attempted")},
    {"not_criminalised", Marked("not criminalised")},
    {"not_enforced", Marked("not enforced")},
    {"occasional", Marked("occasional")},
    {"only_one", Marked("only one")},
    {"only_under_other_name", Marked("only under other name")},
    {"other", Marked("other")},
    {"partly", Marked("partly")},
    {"partly_criminalised", Marked("partly criminalised")},
    {"possible_openly", Marked("possible openly")},
    {"prohibited_by_rule", Marked("prohibited by rule")},
    {"refused", Marked("refused")},
    {"reported_practice", Marked("reported practice")},
    {"routine", Marked("routine")},
    {"some_areas", Marked("some areas")},
    {"state_funded", Marked("state funded")},
    {"unknown", Marked("not sourced")},
    {"used_in_court", Marked("used in court")},
    {"work_bar_for_migrants", Marked("work bar for migrants")},
    {"yes", Marked("yes")},
}};
static_assert(std::ranges::is_sorted(kValues, {}, &std::pair<std::string_view, const char*>::first));

std::string Spaced(std::string text) {
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace

std::string IndicatorLabel(const model::Indicator& indicator, const Words& t) {
  const std::string label = Spaced(indicator.label.empty() ? indicator.id.value : indicator.label);
  const auto ours =
      std::ranges::find(kLabels, std::string_view(label), [](const char* one) { return std::string_view(one); });
  return ours == kLabels.end() ? label : t(*ours);
}

std::string IndicatorValueLabel(const std::string& value, const Words& t) {
  const auto ours =
      std::ranges::lower_bound(kValues, std::string_view(value), {}, &std::pair<std::string_view, const char*>::first);
  return ours == kValues.end() || ours->first != value ? Spaced(value) : t(ours->second);
}

}  // namespace commonground::publish
