// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The least that a program on Beast does: reads requests, answers all of them with the same bytes, on two threads. What
// our server is measured against.  Run:  bare_beast PORT BYTES
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <cstdlib>
#include <string>
#include <thread>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);

asio::awaitable<void> Serve(tcp::socket socket, const std::string& body) {
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer;
  for (;;) {
    stream.expires_after(std::chrono::seconds(30));
    http::request<http::string_body> request;
    const auto [failed, read] = co_await http::async_read(stream, buffer, request, kTuple);
    if (failed) break;
    http::response<http::string_body> response(http::status::ok, request.version());
    response.set(http::field::content_type, "application/json");
    response.keep_alive(request.keep_alive());
    response.body() = body;
    response.prepare_payload();
    const auto [unsent, written] = co_await http::async_write(stream, response, kTuple);
    if (unsent) break;
  }
}

asio::awaitable<void> Accept(tcp::acceptor& acceptor, asio::io_context& context, const std::string& body) {
  for (;;) {
    tcp::socket socket(asio::make_strand(context));
    co_await acceptor.async_accept(socket, asio::use_awaitable);
    const auto executor = socket.get_executor();
    asio::co_spawn(executor, Serve(std::move(socket), body), asio::detached);
  }
}

int main(int argc, char** argv) {
  if (argc != 3) return 64;
  const std::string body(static_cast<std::size_t>(std::atoi(argv[2])), 'x');
  asio::io_context context(2);
  tcp::acceptor acceptor(context,
                         {asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(std::atoi(argv[1]))});
  asio::co_spawn(context, Accept(acceptor, context, body), asio::detached);
  std::thread other([&] { context.run(); });
  context.run();
  other.join();
  return 0;
}
