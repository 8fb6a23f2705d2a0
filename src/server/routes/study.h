// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about the study as a whole: how far it is, what was done, undo and redo.
#pragma once

#include "server/route.h"

namespace commonground::server {

struct ShowStatus {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/status",
                                .name = "showStatus",
                                .summary = "What of the frame is filled, what is missing and why, what to do next",
                                .use_case = app::UseCase::kStatus};
  using Input = Nothing;
  struct Slot {
    std::string slot;
    std::string region;
    std::optional<std::string> country;
    std::optional<std::string> organisation;
    std::string state;
  };
  struct Region {
    std::string region;
    std::string label;
    std::int64_t quota = 0;
    std::int64_t filled = 0;
    std::int64_t missing = 0;
  };
  struct Output {
    std::string title;
    std::string summary;
    std::vector<Region> regions;
    std::vector<Slot> slots;
    std::vector<std::string> next_steps;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowStatus::Slot> auto& slot) {
  visit("slot", slot.slot, "its id");
  visit("region", slot.region, "where");
  visit("country", slot.country, "ISO 3166-1, three letters");
  visit("organisation", slot.organisation, "whose case it is to be");
  visit("state", slot.state, "filled, or why not");
}
void Describe(auto& visit, Is<ShowStatus::Region> auto& region) {
  visit("region", region.region, "its id");
  visit("label", region.label, "its name");
  visit("quota", region.quota, "how many cases were asked for");
  visit("filled", region.filled, "how many there are");
  visit("missing", region.missing, "how many are not there yet");
}
void Describe(auto& visit, Is<ShowStatus::Output> auto& out) {
  visit("title", out.title, "of the study");
  visit("summary", out.summary, "in one line");
  visit("regions", out.regions, "in the order of the frame");
  visit("slots", out.slots, "in the order of the frame");
  visit("next_steps", out.next_steps, "most useful first");
}

struct ActSeen {
  std::int64_t act = 0;
  std::string at;
  std::string person;
  model::EventAction action = model::EventAction::kEdit;
  std::int64_t undoes = 0;
  std::int64_t things = 0;
};
void Describe(auto& visit, Is<ActSeen> auto& act) {
  visit("act", act.act, "its number");
  visit("at", act.at, "UTC");
  visit("person", act.person, "who");
  visit("action", act.action, "what kind of thing was done");
  visit("undoes", act.undoes, "the act that it takes back or does again; 0: none");
  visit("things", act.things, "to how many things that you may see");
}

struct ShowHistory {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/history",
                                .name = "showHistory",
                                .summary = "What was done to the study, as you may see it",
                                .use_case = app::UseCase::kHistory};
  struct Input {
    std::optional<model::CoderId> person;
    std::optional<std::int64_t> after;
    std::optional<std::int64_t> most;
  };
  struct Output {
    std::vector<ActSeen> acts;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowHistory::Input> auto& in) {
  visit.Query("person", in.person, "by this person only");
  visit.Query("after", in.after, "behind the act of this number only: what changed since");
  visit.Query("most", in.most, "how many, at most 500; 50 if it is not said");
}
void Describe(auto& visit, Is<ShowHistory::Output> auto& out) {
  visit("acts", out.acts, "the newest first");
}

struct ShowNext {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/undo",
                                .name = "showNext",
                                .summary = "What undo and redo would do next",
                                .use_case = app::UseCase::kHistory};
  using Input = Nothing;
  struct Output {
    std::optional<ActSeen> undo;
    std::optional<ActSeen> redo;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowNext::Output> auto& out) {
  visit("undo", out.undo, "what you did last; not said: nothing");
  visit("redo", out.redo, "what you took back last; not said: nothing");
}

struct Undo {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/undo",
                                .name = "undo",
                                .summary = "Take back what you did last",
                                .use_case = app::UseCase::kUndo};
  using Input = Nothing;
  using Output = ActSeen;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};

struct Redo {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/redo",
                                .name = "redo",
                                .summary = "Do again what you took back last",
                                .use_case = app::UseCase::kRedo};
  using Input = Nothing;
  using Output = ActSeen;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};

}  // namespace commonground::server
