// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks into the history whenever somebody changed something, and tells what is new in it.

#include "server/routes/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/history_study.h"
#include "model/words.h"
#include "server/routes/jobs.h"

namespace commonground::server {

namespace {

constexpr std::size_t kMaxAtOnce = 100;  // older ones are not told: who was away for long reads everything anew

constexpr Rules kRules{.method = Method::kGet,
                       .path = "/events",
                       .name = "events",
                       .summary = "News of changes as they come, as server-sent events; ids only",
                       .use_case = app::UseCase::kHistory,
                       .streams = true};

class StudyNews : public NewsStream {
 public:
  StudyNews(Services& services, std::string token, app::Caller caller, std::int64_t told)
      : services_(services), token_(std::move(token)), caller_(std::move(caller)), told_(told) {}

  bool Over() override {
    const auto session = services_.gate.Recognise(token_, false);
    return session && (!*session || (*session)->caller.role != caller_.role);
  }

  std::string Take() override { return Acts() + OwnJobs(); }

 private:
  std::string OwnJobs() {
    std::string text;
    std::int64_t newest = changes_;
    for (const JobInfo& one : services_.jobs.Of(caller_)) {
      if (one.change <= changes_) continue;
      newest = std::max(newest, one.change);
      text += fmt::format("event: job\ndata: {}\n\n", ToJson(ViewOf(one)).dump());
    }
    changes_ = newest;
    return text;
  }

  std::string Acts() {
    auto lease = services_.workspaces.Take();
    if (!lease) return {};
    const auto acts = app::ActsSeen(lease->For(caller_, app::Purpose::kWork), {}, kMaxAtOnce);
    if (!acts) {
      lease->Broken();
      return {};
    }
    std::string text;
    for (auto act = acts->rbegin(); act != acts->rend(); ++act) {
      if (act->number <= told_) continue;
      told_ = act->number;
      const EventView event{act->number, std::string(model::Word(act->action)), act->things};
      text += fmt::format("id: {}\nevent: changed\ndata: {}\n\n", act->number, ToJson(event).dump());
    }
    return text;
  }

  Services& services_;
  std::string token_;
  app::Caller caller_;
  std::int64_t told_;
  std::int64_t changes_ = 0;
};

Response Run(RouteContext& asked, const std::map<std::string, std::string>&, const Target& target) {
  if (!target.parameters.empty()) {
    return ProblemOf(422, core::Name(core::ErrorCode::kInvalidInput),
                     "The address holds a parameter that is not known.");
  }
  std::int64_t told = -1;
  const std::string_view last = asked.request.Get("last-event-id");
  const auto [mark, error] = std::from_chars(last.data(), last.data() + last.size(), told);
  if (error != std::errc() || mark != last.data() + last.size() || told < 0) {
    const auto study = asked.Study();
    if (!study) return ProblemOf(study.error());
    const auto acts = app::ActsSeen(*study, {}, 1);
    if (!acts) return ProblemOf(acts.error());
    told = acts->empty() ? 0 : acts->front().number;
  }
  Response response;
  response.type = "text/event-stream";
  response.news = std::make_shared<StudyNews>(asked.services, asked.token, asked.caller(), told);
  response.close = true;
  return response;
}

Json NoBody() {
  return nullptr;
}
std::vector<AddressField> NoAddress() {
  return {};
}

}  // namespace

Route EventsRoute() {
  return {kRules, Run, NoBody, NoAddress, SchemaOf<EventView>};
}

}  // namespace commonground::server
