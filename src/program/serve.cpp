// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground serve: the study, in a browser.

#include "server/serve.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/study_argument.h"
#include "program/commands.h"

namespace commonground {

namespace {

std::shared_ptr<std::string> AddText(CLI::App& command, const char* name, const char* purpose, const char* type) {
  auto text = std::make_shared<std::string>();
  command.add_option(name, *text, purpose)->type_name(type);
  return text;
}

}  // namespace

cli::Run AddServe(CLI::App& command) {
  auto study = cli::AddStudyArgument(command);
  auto listen = std::make_shared<std::string>("127.0.0.1:8700");
  command.add_option("--listen", *listen, "where to listen; port 0 takes a free one")
      ->type_name("ADDRESS:PORT")
      ->capture_default_str();
  auto certificate = AddText(command, "--tls-certificate", "a certificate with its chain, PEM", "FILE");
  auto key = AddText(command, "--tls-key", "its key, PEM, readable by you only", "FILE");
  auto proxy = AddText(command, "--behind-proxy",
                       "the address of a proxy whose X-Forwarded-For and X-Forwarded-Proto are believed", "ADDRESS");
  auto hosts = std::make_shared<std::vector<std::string>>();
  command.add_option("--allow-host", *hosts, "a name that people reach this server by (may be given again)")
      ->type_name("NAME");
  return [=](cli::Console& console) -> int {
    server::ServeOptions options;
    options.study = *study;
    options.listen = *listen;
    options.certificate = *certificate;
    options.key = *key;
    options.proxy = *proxy;
    options.allowed_hosts = *hosts;
    std::error_code ignored;
    if (std::filesystem::is_directory(*study, ignored)) {
      const int imported = cli::WithStudy(console, *study, [](const app::Workspace&) { return 0; });
      if (imported != 0) return imported;
      options.study = app::FileBeside(*study).string();
    }
    const auto ready = [&](const server::Ready& is) {
      if (console.json) {
        nlohmann::ordered_json line{{"url", is.url}, {"setup", nullptr}};
        if (is.setup) line["setup"] = *is.setup;
        console.Print(line.dump() + "\n");
      } else {
        console.Print(is.setup ? fmt::format("Open {}#setup={}\n", is.url, *is.setup)
                               : fmt::format("Open {}\n", is.url));
      }
      (void)std::fflush(stdout);
    };
    const auto served = server::Serve(options, console.clock(), ready, [&] { return console.progress().Cancelled(); });
    return served ? 0 : console.Fail(served.error());
  };
}

}  // namespace commonground
