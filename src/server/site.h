// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the listener serves: pages, files and the API, each request past the same gates in the same order.
#pragma once

#include <functional>
#include <string>

#include "server/hosts_of_site.h"
#include "server/http/service.h"
#include "server/route.h"
#include "server/services.h"

namespace commonground::server {

class Site : public Service {
 public:
  // `changed` is called when somebody changed the study or the people through us.  All lives longer than this.
  Site(Services& services, HostsOfSite& hosts, std::function<void()> changed);

  // Before a body, or with an answer that is kept: is it for us, by a page of ours, well formed, a route, with a cookie
  // where one is needed.
  Plan Look(const Request& request) override;
  // Session, second key, token against forged requests, role, passphrase given lately, version seen; then the route.
  Response Answer(const Request& request, const std::shared_ptr<BodySink>& sink) override;
  // The same gates before a file that is sent, so that nobody who may not send one fills a disk.
  Plan Admit(const Request& request) override;
  Response Refusal(int status, std::string_view why) override;

 private:
  Response Ask(const Request& request, const std::shared_ptr<BodySink>& sink);
  // Session, second key, token, role, passphrase, version: into `asked`, or why it is not let in.
  std::optional<Response> NotLetIn(const Rules& rules, RouteContext& asked);
  // An answer that was given already, to who asks now.
  std::optional<Response> GivenAlready(const Request& request, const Rules& rules);

  Services& services_;
  HostsOfSite& hosts_;
  std::function<void()> changed_;
};

}  // namespace commonground::server
