// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about things that have a table and are edited one at a time (app/edit_noun.h): five routes a kind, written
// once.  A kind is a line of names below, and a line in routes.cpp.
#pragma once

#include "app/edit_noun.h"
#include "server/route.h"
#include "server/routes/page.h"

namespace commonground::server {

// What the routes of one kind are called.
struct NounNames {
  const char* all;     // "/organisations"
  const char* one;     // "/organisations/{id}"
  const char* list;    // "listOrganisations"
  const char* show;    // "showOrganisation"
  const char* add;     // "addOrganisation"
  const char* set;     // "setOrganisation"
  const char* remove;  // "removeOrganisation"; nullptr: they stay
  app::UseCase see;
  app::UseCase edit;
  const char* about;  // the field by which a list is asked for: whose it is; nullptr: by none
};
template <typename Thing>
inline constexpr NounNames kNamesOf{};
template <>
inline constexpr NounNames kNamesOf<model::Organisation>{"/organisations",
                                                         "/organisations/{id}",
                                                         "listOrganisations",
                                                         "showOrganisation",
                                                         "addOrganisation",
                                                         "setOrganisation",
                                                         "removeOrganisation",
                                                         app::UseCase::kSeeOrganisations,
                                                         app::UseCase::kEditOrganisation,
                                                         nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Statement>{"/statements",
                                                      "/statements/{id}",
                                                      "listStatements",
                                                      "showStatement",
                                                      "addStatement",
                                                      "setStatement",
                                                      "removeStatement",
                                                      app::UseCase::kSeeStatements,
                                                      app::UseCase::kEditStatement,
                                                      "subject"};
template <>
inline constexpr NounNames kNamesOf<model::LeadershipRecord>{"/leadership",
                                                             "/leadership/{id}",
                                                             "listLeadership",
                                                             "showLeadership",
                                                             "addLeadership",
                                                             "setLeadership",
                                                             "removeLeadership",
                                                             app::UseCase::kSeeLeadership,
                                                             app::UseCase::kEditLeadership,
                                                             "organisation"};
template <>
inline constexpr NounNames kNamesOf<model::ContextFact>{
    "/context-facts", "/context-facts/{id}", "listContextFacts",        "showContextFact",          "addContextFact",
    "setContextFact", "removeContextFact",   app::UseCase::kSeeContext, app::UseCase::kEditContext, "country"};
template <>
inline constexpr NounNames kNamesOf<model::Consent>{"/consents",
                                                    "/consents/{id}",
                                                    "listConsents",
                                                    "showConsent",
                                                    "addConsent",
                                                    "setConsent",
                                                    "removeConsent",
                                                    app::UseCase::kSeeConsents,
                                                    app::UseCase::kEditConsent,
                                                    "subject"};
template <>
inline constexpr NounNames kNamesOf<model::Partner>{"/partners",
                                                    "/partners/{id}",
                                                    "listPartners",
                                                    "showPartner",
                                                    "addPartner",
                                                    "setPartner",
                                                    "removePartner",
                                                    app::UseCase::kSeePartners,
                                                    app::UseCase::kEditPartner,
                                                    nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Partnership>{"/partnerships",
                                                        "/partnerships/{id}",
                                                        "listPartnerships",
                                                        "showPartnership",
                                                        "addPartnership",
                                                        "setPartnership",
                                                        "removePartnership",
                                                        app::UseCase::kSeePartnerships,
                                                        app::UseCase::kEditPartnership,
                                                        "organisation"};
template <>
inline constexpr NounNames kNamesOf<model::Finding>{"/findings",
                                                    "/findings/{id}",
                                                    "listFindings",
                                                    "showFinding",
                                                    "addFinding",
                                                    "setFinding",
                                                    "removeFinding",
                                                    app::UseCase::kSeeFindings,
                                                    app::UseCase::kEditFinding,
                                                    nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Source>{"/sources",
                                                   "/sources/{id}",
                                                   "listSources",
                                                   "showSource",
                                                   "addSource",
                                                   "setSource",
                                                   "removeSource",
                                                   app::UseCase::kSeeSources,
                                                   app::UseCase::kEditSource,
                                                   nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Slot>{"/slots",
                                                 "/slots/{id}",
                                                 "listSlots",
                                                 "showSlot",
                                                 "addSlot",
                                                 "setSlot",
                                                 "removeSlot",
                                                 app::UseCase::kSeeSlots,
                                                 app::UseCase::kEditSlot,
                                                 "organisation"};
template <>
inline constexpr NounNames kNamesOf<model::Region>{"/regions",
                                                   "/regions/{id}",
                                                   "listRegions",
                                                   "showRegion",
                                                   "addRegion",
                                                   "setRegion",
                                                   "removeRegion",
                                                   app::UseCase::kSeeRegions,
                                                   app::UseCase::kEditRegion,
                                                   nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Indicator>{"/indicators",
                                                      "/indicators/{id}",
                                                      "listIndicators",
                                                      "showIndicator",
                                                      "addIndicator",
                                                      "setIndicator",
                                                      "removeIndicator",
                                                      app::UseCase::kSeeIndicators,
                                                      app::UseCase::kEditIndicator,
                                                      nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Outcome>{"/outcomes",
                                                    "/outcomes/{id}",
                                                    "listOutcomes",
                                                    "showOutcome",
                                                    "addOutcome",
                                                    "setOutcome",
                                                    "removeOutcome",
                                                    app::UseCase::kSeeOutcomes,
                                                    app::UseCase::kEditOutcome,
                                                    "organisation"};
template <>
inline constexpr NounNames kNamesOf<model::Answer>{"/answers",
                                                   "/answers/{id}",
                                                   "listAnswers",
                                                   "showAnswer",
                                                   "addAnswer",
                                                   "setAnswer",
                                                   "removeAnswer",
                                                   app::UseCase::kSeeAnswers,
                                                   app::UseCase::kEditAnswer,
                                                   "organisation"};
template <>
inline constexpr NounNames kNamesOf<model::Target>{"/targets",
                                                   "/targets/{id}",
                                                   "listTargets",
                                                   "showTarget",
                                                   "addTarget",
                                                   "setTarget",
                                                   "removeTarget",
                                                   app::UseCase::kSeeTargets,
                                                   app::UseCase::kEditTarget,
                                                   nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Chapter>{"/chapters",
                                                    "/chapters/{id}",
                                                    "listChapters",
                                                    "showChapter",
                                                    "addChapter",
                                                    "setChapter",
                                                    "removeChapter",
                                                    app::UseCase::kSeeChapters,
                                                    app::UseCase::kEditChapter,
                                                    nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Definition>{"/definitions",
                                                       "/definitions/{id}",
                                                       "listDefinitions",
                                                       "showDefinition",
                                                       "addDefinition",
                                                       "setDefinition",
                                                       "removeDefinition",
                                                       app::UseCase::kSeeDefinitions,
                                                       app::UseCase::kEditDefinition,
                                                       nullptr};
template <>
inline constexpr NounNames kNamesOf<model::InventedCountry>{"/invented-countries",
                                                            "/invented-countries/{id}",
                                                            "listInventedCountries",
                                                            "showInventedCountry",
                                                            "addInventedCountry",
                                                            "setInventedCountry",
                                                            "removeInventedCountry",
                                                            app::UseCase::kSeeInventedCountries,
                                                            app::UseCase::kEditInventedCountry,
                                                            nullptr};
template <>
inline constexpr NounNames kNamesOf<model::LegalModelRule>{"/legal-rules",
                                                           "/legal-rules/{id}",
                                                           "listLegalRules",
                                                           "showLegalRule",
                                                           "addLegalRule",
                                                           "setLegalRule",
                                                           "removeLegalRule",
                                                           app::UseCase::kSeeLegalRules,
                                                           app::UseCase::kEditLegalRule,
                                                           nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Translation>{"/translations",
                                                        "/translations/{id}",
                                                        "listTranslations",
                                                        "showTranslation",
                                                        "addTranslation",
                                                        "setTranslation",
                                                        "removeTranslation",
                                                        app::UseCase::kSeeTranslations,
                                                        app::UseCase::kEditTranslation,
                                                        "document"};
template <>
inline constexpr NounNames kNamesOf<model::Set>{"/sets",
                                                "/sets/{id}",
                                                "listSets",
                                                "showSet",
                                                "addSet",
                                                "setSet",
                                                "removeSet",
                                                app::UseCase::kSeeSets,
                                                app::UseCase::kEditSet,
                                                nullptr};
template <>
inline constexpr NounNames kNamesOf<model::Edition>{"/editions",
                                                    "/editions/{id}",
                                                    "listEditionNotes",
                                                    "showEditionNotes",
                                                    "addEditionNotes",
                                                    "setEditionNotes",
                                                    nullptr,
                                                    app::UseCase::kSeeEditionNotes,
                                                    app::UseCase::kEditEditionNotes,
                                                    nullptr};

// The parts that are no templates.
Json SchemaOfKind(model::RecordType type, const std::map<std::string, Json>& types);
Json CriterionSchema();

// What the schema says of a field of one type; null, where nothing is said.
class TypeWriter {
 public:
  void Key(const char* name, const auto& value) { (*this)(name, value); }
  void OwnId(const char* name, const auto& value) { (*this)(name, value); }
  void Subject(const char* name, const auto& value) { (*this)(name, value); }
  void Words(const char* name, const auto& value) { (*this)(name, value); }
  void Remark(const char* name, const auto& value) { (*this)(name, value); }
  void Body(const char* name, const auto& value) { (*this)(name, value); }
  template <typename Value>
  void operator()(const char* name, const Value&) {
    if constexpr (std::is_same_v<Value, std::vector<model::Criterion>>) {
      types[name] = {{"type", "array"}, {"items", CriterionSchema()}};
    } else if constexpr (std::is_same_v<Value, std::map<std::string, std::vector<std::string>>>) {
      types[name] = {{"type", "object"},
                     {"additionalProperties", {{"type", "array"}, {"items", {{"type", "string"}}}}}};
    } else if constexpr (kIsList<Value>) {
      types[name] = {{"type", "array"}, {"items", {{"type", "string"}}}};
    } else if constexpr (std::is_same_v<Value, bool>) {
      types[name] = {{"type", "boolean"}};
    } else if constexpr (std::is_integral_v<Value> || std::is_same_v<Value, std::optional<std::int64_t>>) {
      types[name] = {{"type", {"integer", "null"}}};
    } else {
      types[name] = {{"type", {"string", "null"}}};
    }
  }
  std::map<std::string, Json> types;
};

// The fields of a thing as JSON; those of its row in the study folder.
template <typename Thing>
struct NounFields {
  Json json = Json::object();
  static Json Schema() {
    TypeWriter writer;
    const Thing thing{};
    Fields(writer, thing);
    return SchemaOfKind(model::Noun<Thing>::kThing, writer.types);
  }
};

template <typename Thing>
struct NounView {
  std::string id;
  std::string version;
  NounFields<Thing> fields;
  std::vector<std::string> kept;
  static void Tell(auto& visit, auto& view) {
    visit("id", view.id, "its id");
    visit("version", view.version, "send it back in If-Match with a change");
    visit("fields", view.fields, "as its row in the study folder has them; null: nothing is said");
    visit("kept", view.kept, "fields that others changed since you saw it, and that stay as they made them");
  }
};

// One thing that was done to it.
struct NounChangeView {
  struct OfField {
    std::string field;
    std::string before;
    std::string after;
  };
  std::int64_t act = 0;
  std::string at;
  model::CoderId person;
  model::EventAction action = model::EventAction::kEdit;
  std::vector<OfField> fields;
  bool is_erased = false;
};
void Describe(auto& visit, Is<NounChangeView::OfField> auto& field) {
  visit("field", field.field, "which");
  visit("before", field.before, "as a cell has it; empty: nothing");
  visit("after", field.after, "as a cell has it; empty: nothing");
}
void Describe(auto& visit, Is<NounChangeView> auto& change) {
  visit("act", change.act, "its number in the history");
  visit("at", change.at, "UTC");
  visit("person", change.person, "who");
  visit("action", change.action, "what kind of thing was done");
  visit("fields", change.fields, "what it changed");
  visit("is_erased", change.is_erased, "what it said went with a withdrawal");
}

// What the templates below share.
struct NounJson {
  std::string id;
  std::string version;
  Json fields;
};
NounJson JsonOf(const app::NounShown& shown);
std::vector<NounChangeView> ChangesOf(const app::NounDetails& details);
core::Result<app::FieldValues> ValuesOf(const Json& fields);
core::Result<app::NounsShown> ListOfNouns(RouteContext& asked, model::RecordType type, const char* field,
                                          const std::optional<std::string>& about);
core::Result<NounJson> AddedNoun(RouteContext& asked, model::RecordType type, const Json& fields);
struct NounSet {
  NounJson noun;
  std::vector<std::string> kept;
};
core::Result<NounSet> ChangedNoun(RouteContext& asked, model::RecordType type, const std::string& id,
                                  const Json& fields);
core::Result<std::int64_t> RemovedNoun(RouteContext& asked, model::RecordType type, const std::string& id);

template <typename Thing>
NounView<Thing> ViewOfNoun(NounJson noun, std::vector<std::string> kept = {}) {
  return {std::move(noun.id), std::move(noun.version), {std::move(noun.fields)}, std::move(kept)};
}

template <typename T>
struct ListNouns {
  using Thing = T;
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = kNamesOf<Thing>.all,
                                .name = kNamesOf<Thing>.list,
                                .summary = "Those that you may see, in the order of the study",
                                .use_case = kNamesOf<Thing>.see};
  struct Input : Page {
    std::optional<std::string> about;
    static void Tell(auto& visit, auto& in) {
      if constexpr (kNamesOf<Thing>.about != nullptr) visit.Query("about", in.about, "of this id only");
      DescribePage(visit, in);
    }
  };
  struct Output {
    std::vector<NounView<Thing>> things;
    std::int64_t total = 0;
    std::int64_t withheld = 0;
    static void Tell(auto& visit, auto& out) {
      visit("things", out.things, "this page of them");
      visit("total", out.total, "of all pages");
      visit("withheld", out.withheld, "not shown for want of consent: to be analysed, or of words to be translated");
    }
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input) {
    CG_ASSIGN_OR_RETURN(const auto shown,
                        ListOfNouns(asked, model::Noun<Thing>::kThing, kNamesOf<Thing>.about, input.about));
    asked.tag = shown.version;  // of the whole list, also for a page of it: If-Match names it with what is added
    Output output;
    output.total = std::ssize(shown.things);
    output.withheld = static_cast<std::int64_t>(shown.withheld);
    for (const auto& one : input.Of(shown.things)) output.things.push_back(ViewOfNoun<Thing>(JsonOf(one)));
    return output;
  }
};

template <typename T>
struct ShowNoun {
  using Thing = T;
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = kNamesOf<Thing>.one,
                                .name = kNamesOf<Thing>.show,
                                .summary = "One of them, and what was done to it",
                                .use_case = kNamesOf<Thing>.see};
  struct Input {
    std::string id;
    static void Tell(auto& visit, auto& in) { visit.Path("id", in.id, "its id"); }
  };
  struct Output {
    NounView<Thing> thing;
    std::vector<NounChangeView> history;
    static void Tell(auto& visit, auto& out) {
      visit("thing", out.thing, "as it is now");
      visit("history", out.history, "the oldest first; imports are no part of it");
    }
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input) {
    CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
    CG_ASSIGN_OR_RETURN(const auto details, app::ShowNoun(study, model::Noun<Thing>::kThing, input.id));
    asked.tag = details.thing.version;
    return Output{ViewOfNoun<Thing>(JsonOf(details.thing)), ChangesOf(details)};
  }
};

template <typename T>
struct AddNoun {
  using Thing = T;
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = kNamesOf<Thing>.all,
                                .name = kNamesOf<Thing>.add,
                                .summary = "A new one; what says the same is not taken twice",
                                .use_case = kNamesOf<Thing>.edit,
                                .made = 201};
  struct Input {
    NounFields<Thing> fields;
    static void Tell(auto& visit, auto& in) {
      visit("fields", in.fields, "what it says; its id too, if it has a name");
    }
  };
  using Output = NounView<Thing>;
  static core::Result<Output> Run(RouteContext& asked, const Input& input) {
    CG_ASSIGN_OR_RETURN(auto noun, AddedNoun(asked, model::Noun<Thing>::kThing, input.fields.json));
    return ViewOfNoun<Thing>(std::move(noun));
  }
};

template <typename T>
struct SetNoun {
  using Thing = T;
  // Of a finding a reviewer changes its grade, and nothing else (app/edit_noun.cpp).
  static constexpr Rules kRules{
      .method = Method::kPatch,
      .path = kNamesOf<Thing>.one,
      .name = kNamesOf<Thing>.set,
      .summary = "Other values of these fields; all others stay",
      .use_case = std::same_as<Thing, model::Finding> ? app::UseCase::kGradeFinding : kNamesOf<Thing>.edit,
      .needs_version = true};
  struct Input {
    std::string id;
    NounFields<Thing> fields;
    static void Tell(auto& visit, auto& in) {
      visit.Path("id", in.id, "its id");
      visit("fields", in.fields, "what changes; null: nothing is said any more");
    }
  };
  using Output = NounView<Thing>;
  static core::Result<Output> Run(RouteContext& asked, const Input& input) {
    CG_ASSIGN_OR_RETURN(auto set, ChangedNoun(asked, model::Noun<Thing>::kThing, input.id, input.fields.json));
    return ViewOfNoun<Thing>(std::move(set.noun), std::move(set.kept));
  }
};

template <typename T>
struct RemoveNoun {
  using Thing = T;
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = kNamesOf<Thing>.one,
                                .name = kNamesOf<Thing>.remove,
                                .summary = "Take it out, if nothing rests on it",
                                .use_case = kNamesOf<Thing>.edit,
                                .needs_version = true};
  struct Input {
    std::string id;
    static void Tell(auto& visit, auto& in) { visit.Path("id", in.id, "its id"); }
  };
  struct Output {
    std::int64_t act = 0;
    static void Tell(auto& visit, auto& out) { visit("act", out.act, "its number in the history"); }
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input) {
    CG_ASSIGN_OR_RETURN(const std::int64_t act, RemovedNoun(asked, model::Noun<Thing>::kThing, input.id));
    return Output{act};
  }
};

// The five of each kind; four of those that stay.
void AddNounRoutes(std::vector<Route>& routes);

}  // namespace commonground::server
