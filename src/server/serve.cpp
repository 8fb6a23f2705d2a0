// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts the parts together.

#include "server/serve.h"

#include <fmt/format.h>

#include <atomic>
#include <charconv>
#include <thread>

#include "app/people/gate.h"
#include "app/study_watch.h"
#include "server/services.h"
#include "server/site.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

// "127.0.0.1:8700", "[::1]:0", "localhost:80".
core::Result<Address> ReadAddress(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  Address address;
  if (colon != std::string::npos && colon > 0) {
    address.host = text.substr(0, colon);
    if (address.host.size() > 2 && address.host.front() == '[' && address.host.back() == ']') {
      address.host = address.host.substr(1, address.host.size() - 2);
    }
    const char* end = text.data() + text.size();
    const auto [mark, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (error == std::errc() && mark == end && colon + 1 < text.size()) return address;
  }
  return core::Fail(ErrorCode::kInvalidInput,
                    "this is no address to listen on. Fix: ADDRESS:PORT, such as 127.0.0.1:8700 or [::1]:8700", text);
}

}  // namespace

core::Status Serve(const ServeOptions& options, const core::Clock& clock,
                   const std::function<void(const Ready&)>& ready, const std::function<bool()>& stop) {
  CG_ASSIGN_OR_RETURN(const Address address, ReadAddress(options.listen));
  if (options.certificate.empty() != options.key.empty()) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "a certificate comes with its key. Fix: give both --tls-certificate "
                      "and --tls-key");
  }
  if (options.certificate.empty() && !IsLoopback(address.host)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "without TLS everybody on the way would read along, so it is for this machine only. Fix: "
                      "--tls-certificate FILE --tls-key FILE, or --listen 127.0.0.1:PORT behind a proxy that has TLS "
                      "(--behind-proxy 127.0.0.1)",
                      options.listen);
  }
  CG_ASSIGN_OR_RETURN(const auto gate, app::Gate::Open(options.study, clock));
  Workspaces workspaces(options.study, clock);
  {
    CG_ASSIGN_OR_RETURN(const auto first, workspaces.Take());  // the study is there and can be read
  }
  HostsOfSite hosts;
  std::unique_ptr<Listener> listener;
  std::atomic<Listener*> rung{nullptr};
  Uploads uploads(options.study, clock);
  Jobs jobs(workspaces, clock, [&] {
    if (Listener* there = rung) there->Ring();
  });
  Services services{*gate, workspaces, clock, jobs, std::make_shared<Previews>(clock), uploads};
  Site site(services, hosts, [&] { listener->Ring(); });
  ListenerOptions listening;
  listening.address = address.host;
  listening.port = address.port;
  listening.certificate = options.certificate;
  listening.key = options.key;
  listening.proxy = options.proxy;
  listening.limits = options.limits;
  CG_ASSIGN_OR_RETURN(listener, Listener::Open(listening, site));
  hosts.hosts = std::make_unique<Hosts>(address.host, listener->port(), options.allowed_hosts);
  CG_ASSIGN_OR_RETURN(auto setup, gate->NewSetupToken());
  CG_ASSIGN_OR_RETURN(auto watch, app::StudyWatch::Open(options.study));
  listener->Start();
  rung = listener.get();
  std::atomic<bool> is_over{false};
  std::thread watcher([&] {
    while (!is_over) {
      const auto changed = watch.Wait(std::chrono::milliseconds(200));
      if (changed && *changed) {
        services.answers.Changed();
        listener->Ring();
      }
      if (changed) continue;
      // The database is gone: look for it again, and say that there may be news.
      std::this_thread::sleep_for(std::chrono::milliseconds(500));
      if (auto again = app::StudyWatch::Open(options.study)) watch = std::move(*again);
      services.answers.Changed();
      listener->Ring();
    }
  });
  // What people can open: an address that stands for all of the machine's is none.
  const bool is_any = address.host == "0.0.0.0" || address.host == "::";
  std::string host = address.host.find(':') == std::string::npos ? address.host : "[" + address.host + "]";
  if (is_any && !options.allowed_hosts.empty()) host = options.allowed_hosts.front();
  const std::size_t colon = host.rfind(':');
  const bool has_port = colon != std::string::npos && host.find(']', colon) == std::string::npos;
  ready({fmt::format("{}://{}{}/", options.certificate.empty() ? "http" : "https", host,
                     has_port ? "" : fmt::format(":{}", listener->port())),
         std::move(setup)});
  while (!stop()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  is_over = true;
  rung = nullptr;
  listener->Stop();
  watcher.join();
  return {};
}

}  // namespace commonground::server
