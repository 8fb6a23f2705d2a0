// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Heads that are taken, and the corpus of those that another program might read otherwise.

#include "server/http/framing.h"

#include <gtest/gtest.h>

#include <string>

namespace commonground::server {
namespace {

HeadRead Read(const std::string& lines) {
  return ReadHead(lines);
}

int Status(const std::string& bytes) {
  const HeadRead read = ReadHead(bytes);
  return read.is == HeadRead::Is::kRefused ? read.status : read.is == HeadRead::Is::kWhole ? 200 : 100;
}

TEST(ReadHead, TakesWhatBrowsersSend) {
  const HeadRead read = Read(
      "POST /api/v1/session?x=1 HTTP/1.1\r\nHost: 127.0.0.1:8700\r\nContent-Length: 12\r\n"
      "Accept-Language:  fr, en \r\nConnection: keep-alive\r\n\r\nmore");
  ASSERT_EQ(read.is, HeadRead::Is::kWhole) << read.why;
  EXPECT_EQ(read.head.request.method, Method::kPost);
  EXPECT_EQ(read.head.request.target, "/api/v1/session?x=1");
  EXPECT_EQ(read.head.request.Get("accept-language"), "fr, en");
  EXPECT_EQ(read.head.length, 12U);
  EXPECT_TRUE(read.head.keep_alive);
  EXPECT_FALSE(read.head.chunked);
}

TEST(ReadHead, WaitsForTheRest) {
  const std::string whole = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(Status(whole.substr(0, i)), 100) << i;
  EXPECT_EQ(Status(whole), 200);
}

TEST(ReadHead, RefusesWhatCouldBeReadInTwoWays) {
  const std::string post = "POST /x HTTP/1.1\r\nHost: a\r\n";
  const std::pair<std::string, int> corpus[] = {
      {post + "Transfer-Encoding: gzip\r\nContent-Length: 4\r\n\r\n", 501},
      {post + "Transfer-Encoding: chunked, gzip\r\n\r\n", 501},
      {post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501},
      {post + "Transfer-Encoding: chunked, chunked\r\n\r\n", 501},
      {post + "Transfer-Encoding: xchunked\r\n\r\n", 501},
      {post + "Transfer-Encoding: \"chunked\"\r\n\r\n", 501},
      {post + "Transfer-Encoding: chunked;x=1\r\n\r\n", 501},
      {post + "Transfer-Encoding: identity\r\n\r\n", 501},
      {post + "Transfer-Encoding:\r\n\r\n", 501},
      {post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n", 400},
      {post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {post + "Transfer-Encoding : chunked\r\n\r\n", 400},
      {post + "Transfer-Encoding\t: chunked\r\n\r\n", 400},
      {post + " Transfer-Encoding: chunked\r\n\r\n", 400},
      {post + "X: y\r\n Transfer-Encoding: chunked\r\n\r\n", 400},
      {post + "X: y\r\n\tz\r\n\r\n", 400},
      {post + "X: y\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {post + "X: y\rTransfer-Encoding: chunked\r\n\r\n", 400},
      {post + "X: y\r\rTransfer-Encoding: chunked\r\n\r\n", 400},
      {post + std::string("X: y\0z\r\n\r\n", 10), 400},
      {post + "X: y\x0bTransfer-Encoding: chunked\r\n\r\n", 400},
      {post + "Content-Length: 4\r\nContent-Length: 4\r\n\r\n", 400},
      {post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\n", 400},
      {post + "Content-Length: 4, 4\r\n\r\n", 400},
      {post + "Content-Length: +4\r\n\r\n", 400},
      {post + "Content-Length: -1\r\n\r\n", 400},
      {post + "Content-Length: 0x4\r\n\r\n", 400},
      {post + "Content-Length: 4 4\r\n\r\n", 400},
      {post + "Content-Length: 99999999999999999999\r\n\r\n", 400},
      {post + "Content-Length:\r\n\r\n", 400},
      {"POST /x HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {"GET /x HTTP/1.1\r\n\r\n", 400},
      {"GET /x HTTP/1.0\r\n\r\n", 400},
      {"GET /x HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
      {"GET /x HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", 400},
      {"GET /x HTTP/1.1\r\nHost:\r\n\r\n", 400},
      {"GET http://a/x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET //a/x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"get / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400},
      {"GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
      {"GET / http/1.1\r\nHost: a\r\n\r\n", 400},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX(y): z\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX\xc3\xa9: z\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nExpect: something\r\n\r\n", 417},
      {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400},
  };
  int seen = 0;
  for (const auto& [bytes, status] : corpus) {
    EXPECT_EQ(Status(bytes), status) << bytes;
    // However it is cut on its way, it is never taken, and never waited for to no end.
    for (std::size_t i = 0; i < bytes.size(); ++i) EXPECT_NE(Status(bytes.substr(0, i)), 200) << bytes;
    ++seen;
  }
  EXPECT_GE(seen, 60);
}

TEST(ReadHead, HasAnEndToEverything) {
  EXPECT_EQ(Status("GET /" + std::string(kLongestTarget, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
  EXPECT_EQ(Status("GET /" + std::string(kLongestHead, 'a')), 414);
  EXPECT_EQ(Status("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(kLongestHead, 'a') + "\r\n\r\n"), 431);
  std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (std::size_t i = 0; i < kMaxFields; ++i) many += "X: y\r\n";
  EXPECT_EQ(Status(many + "\r\n"), 431);
}

TEST(ReadHead, TakesChunksAndExpectations) {
  const HeadRead read = Read(
      "PUT /x HTTP/1.1\r\nhOST: a\r\nTRANSFER-encoding: CHUNKED\r\nExpect: 100-Continue\r\n"
      "Connection: Close\r\n\r\n");
  ASSERT_EQ(read.is, HeadRead::Is::kWhole) << read.why;
  EXPECT_TRUE(read.head.chunked);
  EXPECT_TRUE(read.head.awaits_continue);
  EXPECT_FALSE(read.head.keep_alive);
}

}  // namespace
}  // namespace commonground::server
