// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whose requests are taken.

#include "server/http/hosts.h"

#include <gtest/gtest.h>

namespace commonground::server {
namespace {

TEST(Hosts, KnowLoopbackByItsNames) {
  const Hosts hosts("127.0.0.1", 8700, {});
  for (const char* good : {"127.0.0.1:8700", "localhost:8700", "LOCALHOST:8700", "[::1]:8700"}) {
    EXPECT_TRUE(hosts.Knows(good)) << good;
  }
  for (const char* bad :
       {"evil.example", "evil.example:8700", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8700",
        "127.0.0.1:8700.evil.example", "127.0.0.1:8700@evil.example", "0.0.0.0:8700", "", ":8700"}) {
    EXPECT_FALSE(hosts.Knows(bad)) << bad;
  }
}

TEST(Hosts, KnowWhatTheKeeperAllowed) {
  const Hosts hosts("0.0.0.0", 443, {"Study.example.org", "other.example.org:8443"});
  EXPECT_TRUE(hosts.Knows("study.example.org"));
  EXPECT_TRUE(hosts.Knows("study.example.org:443"));
  EXPECT_TRUE(hosts.Knows("study.example.org:99"));
  EXPECT_TRUE(hosts.Knows("other.example.org:8443"));
  EXPECT_FALSE(hosts.Knows("other.example.org"));
  EXPECT_FALSE(hosts.Knows("0.0.0.0:443"));
  EXPECT_FALSE(hosts.Knows("localhost:443"));
  EXPECT_FALSE(hosts.Knows("study.example.org:x"));
  EXPECT_FALSE(hosts.Knows("study.example.org:123456"));
}

Came From(std::vector<Field> fields, bool secure = false) {
  Request request;
  request.fields = std::move(fields);
  request.fields.push_back({"host", "127.0.0.1:8700"});
  request.secure = secure;
  return WhereFrom(request);
}

TEST(WhereFrom, BelievesTheBrowser) {
  EXPECT_EQ(From({}), Came::kFromNoPage);
  EXPECT_EQ(From({{"sec-fetch-site", "none"}}), Came::kFromNoPage);
  EXPECT_EQ(From({{"sec-fetch-site", "same-origin"}}), Came::kFromOurPage);
  EXPECT_EQ(From({{"origin", "http://127.0.0.1:8700"}}), Came::kFromOurPage);
  EXPECT_EQ(From({{"origin", "https://127.0.0.1:8700"}}, true), Came::kFromOurPage);
  for (const char* origin : {"http://evil.example", "null", "", "http://127.0.0.1:8701", "https://127.0.0.1:8700",
                             "http://127.0.0.1:8700.evil.example"}) {
    EXPECT_EQ(From({{"origin", origin}}), Came::kFromElsewhere) << origin;
  }
  EXPECT_EQ(From({{"sec-fetch-site", "cross-site"}}), Came::kFromElsewhere);
  EXPECT_EQ(From({{"sec-fetch-site", "same-site"}, {"origin", "http://127.0.0.1:8700"}}), Came::kFromElsewhere);
  EXPECT_EQ(From({{"sec-fetch-site", "same-origin"}, {"sec-fetch-site", "cross-site"}}), Came::kFromElsewhere);
  EXPECT_EQ(From({{"sec-fetch-site", ""}}), Came::kFromElsewhere);
}

}  // namespace
}  // namespace commonground::server
