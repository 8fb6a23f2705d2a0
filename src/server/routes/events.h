// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// News of changes, as they come: one stream a browser (server-sent events).
#pragma once

#include "server/route.h"

namespace commonground::server {

// What an event says: ids and words of closed lists, never a text.  Each is checked by the gateway when it is sent, for
// who listens: what they may not see is no news to them.
struct EventView {
  std::int64_t act = 0;
  std::string action;
  std::int64_t things = 0;
};
void Describe(auto& visit, Is<EventView> auto& event) {
  visit("act", event.act, "its number in the history; also the id of the event");
  visit("action", event.action, "what kind of thing was done");
  visit("things", event.things, "to how many things that you may see");
}

// Jobs of who listens are told of too, as `event: job` with what GET /jobs/{job} gives; they have no id to go on from.

// GET /events: text/event-stream.  Last-Event-ID goes on from there.  A comment every 15 seconds; ends with the
// session.
Route EventsRoute();

}  // namespace commonground::server
