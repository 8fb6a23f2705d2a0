// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each connection is a coroutine on one of a few threads, which never wait for anything but sockets; what may take time
// runs on workers.  Beast reads bodies (chunks, lengths) and brings deadlines to sockets; heads are read by framing.h
// first, since Beast takes some that could be read in two ways.

#include "server/http/listener.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "server/http/framing.h"
#include "server/http/header_table.h"

namespace commonground::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using std::chrono::steady_clock;
using tcp = asio::ip::tcp;
using core::ErrorCode;

namespace {

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kPiece = 16 * 1024;  // of a body that is read
constexpr std::size_t kLongestChunkLine = 64;
constexpr std::size_t kMinBytesPerSecond = 20'000;  // that a reader of a long answer takes
constexpr std::chrono::seconds kPing{15};
constexpr std::chrono::milliseconds kLinger{1'000};  // for a client that still writes when it was refused
constexpr std::size_t kLingerBytes = 256 * 1024;
constexpr unsigned kMaxThreads = 4;

// What every connection of one thread can be told.
class Live {
 public:
  virtual ~Live() = default;
  virtual void End() = 0;   // the server stops: between requests at once, else after the answer
  virtual void Ring() = 0;  // there is news
};

// One thread, and the connections that it serves; only that thread looks into `live`.
struct Shard {
  std::set<Live*> live;
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
  std::thread thread;
};

// What the connections share.
struct Common {
  ListenerOptions options;
  Service& service;
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> connections{0};
  struct Workers {
    Workers(std::size_t threads, std::size_t most_waiting) : most(most_waiting) { pool.emplace(threads); }
    std::optional<asio::thread_pool> pool;  // gone when the server has stopped
    std::atomic<std::size_t> waiting{0};
    std::size_t most;
  };
  Workers workers;
  Workers slow;

  Common(const ListenerOptions& given, Service& behind)
      : options(given),
        service(behind),
        workers(given.limits.workers, given.limits.queue),
        slow(given.limits.slow_workers, given.limits.slow_queue) {}
};

template <typename Stream>
constexpr bool kIsTls = !std::is_same_v<Stream, beast::tcp_stream>;

template <typename Stream>
class Connection : public Live, public std::enable_shared_from_this<Connection<Stream>> {
 public:
  Connection(Common& common, Shard& shard, Stream stream, std::string from)
      : common_(common),
        shard_(shard),
        limits_(common.options.limits),
        stream_(std::move(stream)),
        from_(std::move(from)),
        news_(shard.context) {
    shard_.live.insert(this);
    common_.connections.fetch_add(1);
  }
  Connection(const Connection&) = delete;
  ~Connection() override {
    shard_.live.erase(this);
    common_.connections.fetch_sub(1);
  }

  void End() override {
    if (between_) Lowest().cancel();
    Ring();
  }
  void Ring() override {
    rung_ = true;
    news_.cancel();
  }

  // Until the connection ends.
  asio::awaitable<void> Run() {
    const auto alive = this->shared_from_this();
    if constexpr (kIsTls<Stream>) {
      Lowest().expires_after(limits_.head);
      const auto [failed] = co_await stream_.async_handshake(asio::ssl::stream_base::server, kTuple);
      if (failed) co_return;
    }
    for (bool first = true;; first = false) {
      std::string head_bytes;
      std::optional<Head> head = co_await NextHead(first, head_bytes);
      if (!head) break;
      const bool goes_on = co_await Serve(*head, head_bytes);
      if (!goes_on) break;
    }
    co_await Close();
  }

 private:
  beast::tcp_stream& Lowest() { return beast::get_lowest_layer(stream_); }

  std::string_view Buffered() const {
    const auto data = buffer_.cdata();
    return {static_cast<const char*>(data.data()), data.size()};
  }

  asio::awaitable<std::optional<Head>> NextHead(bool first, std::string& bytes) {
    bool begun = buffer_.size() > 0;
    between_ = !begun;
    Lowest().expires_after(first || begun ? limits_.head : limits_.idle);
    for (;;) {
      if (buffer_.size() > 0) {
        if (!begun) Lowest().expires_after(limits_.head);
        begun = true;
        between_ = false;
        HeadRead read = ReadHead(Buffered());
        if (read.is == HeadRead::Is::kWhole) {
          bytes = std::string(Buffered().substr(0, read.head.size));
          buffer_.consume(read.head.size);
          co_return std::move(read.head);
        }
        if (read.is == HeadRead::Is::kRefused) {
          const Response refusal = common_.service.Refusal(read.status, read.why);
          co_await Send(HeadOf(refusal, IsTls()), refusal, true);
          co_return std::nullopt;
        }
      }
      if (between_ && common_.stopping) co_return std::nullopt;
      const auto [failed, size] = co_await stream_.async_read_some(buffer_.prepare(4096), kTuple);
      if (failed) co_return std::nullopt;
      buffer_.commit(size);
    }
  }

  // Gives whether another request may come.
  asio::awaitable<bool> Serve(Head& head, const std::string& head_bytes) {
    Request& request = head.request;
    SayWhoAsks(request);
    const bool has_body = head.chunked || head.length > 0;
    Plan plan = common_.service.Look(request);
    if (!plan.answer && !head.chunked && head.length > plan.most_body) {
      plan.answer = common_.service.Refusal(413, "the body is too large");
    }
    if (!plan.answer && plan.asks_first) {
      const bool asked = co_await OnWorker(common_.workers, [&] { plan = common_.service.Admit(request); });
      if (!asked) plan.answer = common_.service.Refusal(503, "too much is asked at once");
    }
    bool goes_on = head.keep_alive && !common_.stopping;
    Response response;
    if (plan.answer) {
      response = std::move(*plan.answer);
      goes_on = goes_on && !has_body;
    } else {
      if (has_body) {
        if (head.awaits_continue) {
          Lowest().expires_after(limits_.write);
          const auto [failed, size] = co_await asio::async_write(
              stream_, asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), kTuple);
          if (failed) co_return false;
        }
        const int refused = co_await ReadBody(head_bytes, request, plan);
        if (refused < 0) co_return false;
        if (refused > 0) {
          const Response refusal =
              common_.service.Refusal(refused, refused == 413   ? "the body is too large"
                                               : refused == 507 ? "there is no room for it"
                                                                : "the body is not framed as it says");
          co_await Send(HeadOf(refusal, request, false), refusal, true);
          co_return false;
        }
      }
      response = co_await Ask(request, plan);
    }
    goes_on = goes_on && !response.close && response.news == nullptr && !common_.stopping;
    const bool sent = co_await Send(HeadOf(response, request, goes_on), response, request.method != Method::kHead);
    if (!sent) co_return false;
    if (response.news != nullptr && request.method != Method::kHead) {
      co_await SendNews(*response.news);
      co_return false;
    }
    co_return goes_on;
  }

  // 0: it is there; less: the connection broke; more: the status of what is wrong.
  asio::awaitable<int> ReadBody(const std::string& head_bytes, Request& request, const Plan& plan) {
    http::request_parser<http::buffer_body> parser;
    parser.header_limit(kLongestHead);
    parser.body_limit(plan.most_body);
    auto no_extensions = [](std::uint64_t, beast::string_view extensions, error_code& failed) {
      if (!extensions.empty()) failed = http::error::bad_chunk_extension;
    };
    parser.on_chunk_header(no_extensions);
    error_code wrong;
    parser.put(asio::buffer(head_bytes), wrong);
    if (wrong || !parser.is_header_done()) co_return 400;
    const auto fields = std::distance(parser.get().begin(), parser.get().end());
    const auto end = steady_clock::now() + limits_.whole_body;
    std::string piece(kPiece, '\0');
    while (!parser.is_done()) {
      bool needs_more = buffer_.size() == 0;
      if (!needs_more) {
        parser.get().body().data = piece.data();
        parser.get().body().size = piece.size();
        parser.get().body().more = true;
        error_code failed;
        const std::size_t used = parser.put(buffer_.cdata(), failed);
        buffer_.consume(used);
        const std::string_view got(piece.data(), piece.size() - parser.get().body().size);
        if (plan.sink == nullptr) {
          request.body.append(got);
        } else if (!got.empty() && !plan.sink->Write(got)) {
          co_return 507;
        }
        if (failed == http::error::body_limit) co_return 413;
        if (failed && failed != http::error::need_more && failed != http::error::need_buffer) co_return 400;
        needs_more = failed == http::error::need_more || (used == 0 && got.empty());
        // What is left is the line of a chunk that is not whole yet: it is short, and a line feed in it is alone.
        if (needs_more && !IsPartOfALine(Buffered())) co_return 400;
      }
      if (!needs_more || parser.is_done()) continue;
      Lowest().expires_at(std::min(end, steady_clock::now() + limits_.body));
      const auto [failed, size] = co_await stream_.async_read_some(buffer_.prepare(kPiece), kTuple);
      if (failed) co_return -1;
      buffer_.commit(size);
    }
    // Fields behind the chunks are taken by some programs and not by others.
    co_return std::distance(parser.get().begin(), parser.get().end()) == fields ? 0 : 400;
  }

  static bool IsPartOfALine(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) return false;
    }
    return bytes.size() <= kLongestChunkLine;
  }

  asio::awaitable<Response> Ask(const Request& request, const Plan& plan) {
    auto& workers = plan.where == Plan::Where::kSlow ? common_.slow : common_.workers;
    Response response;
    const bool done = co_await OnWorker(workers, [&] { response = common_.service.Answer(request, plan.sink); });
    if (!done) {
      response = common_.service.Refusal(503, "too much is asked at once");
      response.fields.push_back({"Retry-After", "1"});
    }
    co_return response;
  }

  // Runs `work`, which does not throw, and comes back to this thread.  False: too many wait already.
  template <typename Work>
  asio::awaitable<bool> OnWorker(Common::Workers& workers, Work work) {
    if (workers.waiting.fetch_add(1) >= workers.most) {
      workers.waiting.fetch_sub(1);
      co_return false;
    }
    co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(
        [&](auto handler) {
          asio::post(*workers.pool, [&workers, &work, handler = std::move(handler)]() mutable {
            work();
            workers.waiting.fetch_sub(1);
            const auto executor = asio::get_associated_executor(handler);
            asio::post(executor, std::move(handler));
          });
        },
        asio::use_awaitable);
    co_return true;
  }

  asio::awaitable<bool> Send(std::string head, const Response& response, bool with_body) {
    std::string_view body = response.fixed.empty() ? std::string_view(response.body) : response.fixed;
    if (!with_body || response.status == 204 || response.status == 304) body = {};
    const auto longest = limits_.write + std::chrono::milliseconds(1000 * body.size() / kMinBytesPerSecond);
    Lowest().expires_after(longest);
    const std::array<asio::const_buffer, 2> both{asio::buffer(head), asio::buffer(body)};
    const auto [failed, size] = co_await asio::async_write(stream_, both, kTuple);
    co_return !failed;
  }

  asio::awaitable<void> SendNews(NewsStream& news) {
    auto pinged = steady_clock::now();
    std::string text;
    for (;;) {
      rung_ = false;
      bool is_over = common_.stopping;
      text.clear();
      const bool asked = co_await OnWorker(common_.workers, [&] {
        is_over = is_over || news.Over();
        if (!is_over) text = news.Take();
      });
      if (is_over) co_return;
      if (asked && text.empty() && steady_clock::now() - pinged >= kPing) text = ": ping\n\n";
      if (!text.empty()) {
        pinged = steady_clock::now();
        Lowest().expires_after(limits_.write);
        const auto [failed, size] = co_await asio::async_write(stream_, asio::buffer(text), kTuple);
        if (failed) co_return;
      }
      if (rung_) continue;
      news_.expires_after(kPing);
      (void)co_await news_.async_wait(kTuple);
    }
  }

  asio::awaitable<void> Close() {
    Lowest().expires_after(kLinger);
    if constexpr (kIsTls<Stream>) {
      (void)co_await stream_.async_shutdown(kTuple);
    } else {
      error_code ignored;
      Lowest().socket().shutdown(tcp::socket::shutdown_send, ignored);
    }
    // Whoever still writes would lose the answer if the socket were closed under them.
    std::size_t taken = 0;
    buffer_.clear();
    while (taken < kLingerBytes && !common_.stopping) {
      const auto [failed, size] = co_await Lowest().async_read_some(buffer_.prepare(4096), kTuple);
      if (failed) break;
      taken += size;
    }
    Lowest().close();
  }

  static constexpr bool IsTls() { return kIsTls<Stream>; }

  // A proxy that was named tells for whom it asks; everybody else is who they are.
  void SayWhoAsks(Request& request) const {
    request.from = from_;
    request.secure = IsTls();
    if (common_.options.proxy.empty() || from_ != common_.options.proxy) return;
    std::string_view chain = request.Get("x-forwarded-for");
    const std::size_t last = chain.rfind(',');
    if (last != std::string_view::npos) chain.remove_prefix(last + 1);
    while (chain.starts_with(' ')) chain.remove_prefix(1);
    if (!chain.empty() && chain.size() <= 45) request.from = std::string(chain);
    if (request.Get("x-forwarded-proto") == "https") request.secure = true;
  }

  Common& common_;
  Shard& shard_;
  const Limits& limits_;
  Stream stream_;
  std::string from_;
  beast::flat_buffer buffer_{kLongestHead + 4096 + kPiece};
  asio::steady_timer news_;
  bool rung_ = false;
  bool between_ = true;
};

class BeastListener : public Listener {
 public:
  BeastListener(const ListenerOptions& options, Service& service) : common_(options, service) {
    const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, kMaxThreads);
    for (unsigned i = 0; i < threads; ++i) shards_.push_back(std::make_unique<Shard>());
    acceptor_.emplace(shards_.front()->context);
  }
  BeastListener(const BeastListener&) = delete;
  ~BeastListener() override { Stop(); }

  core::Status Listen() {
    const ListenerOptions& options = common_.options;
    if (!options.certificate.empty()) CG_RETURN_IF_ERROR(ReadCertificate());
    error_code failed;
    const auto address = asio::ip::make_address(options.address == "localhost" ? "127.0.0.1" : options.address, failed);
    if (failed) {
      return core::Fail(ErrorCode::kInvalidInput,
                        "this is no address to listen on. Fix: --listen 127.0.0.1:8700, or [::1]:8700",
                        options.address);
    }
    const tcp::endpoint endpoint(address, options.port);
    acceptor_->open(endpoint.protocol(), failed);
    if (!failed) acceptor_->set_option(asio::socket_base::reuse_address(true), failed);
    if (!failed) acceptor_->bind(endpoint, failed);
    if (!failed) acceptor_->listen(1024, failed);
    if (failed) {
      return core::Fail(ErrorCode::kIo,
                        fmt::format("cannot listen there: {}. Fix: another port, --listen {}:0 takes a free one",
                                    failed.message(), options.address),
                        fmt::format("{}:{}", options.address, options.port));
    }
    port_ = acceptor_->local_endpoint().port();
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
      files.rlim_cur = std::min<rlim_t>(files.rlim_max, options.limits.connections + 256);
      (void)setrlimit(RLIMIT_NOFILE, &files);
      if (files.rlim_cur < options.limits.connections + 64) {
        common_.options.limits.connections = files.rlim_cur > 128 ? files.rlim_cur - 64 : 64;
      }
    }
    return {};
  }

  std::uint16_t port() const override { return port_; }
  std::size_t connections() const override { return common_.connections; }

  void Start() override {
    asio::co_spawn(shards_.front()->context, Accept(), asio::detached);
    for (auto& shard : shards_) {
      shard->thread = std::thread([context = &shard->context] { context->run(); });
    }
  }

  void Stop() override {
    if (common_.stopping.exchange(true)) return;
    asio::post(shards_.front()->context, [this] {
      error_code ignored;
      acceptor_->close(ignored);
    });
    for (auto& shard : shards_) {
      asio::post(shard->context, [one = shard.get()] {
        for (Live* live : one->live) live->End();
      });
    }
    const auto end = steady_clock::now() + common_.options.limits.stop;
    while (common_.connections > 0 && steady_clock::now() < end && shards_.front()->thread.joinable()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    for (auto& shard : shards_) shard->context.stop();
    for (auto& shard : shards_) {
      if (shard->thread.joinable()) shard->thread.join();
    }
    for (auto* workers : {&common_.workers, &common_.slow}) {
      workers->pool->stop();
      workers->pool->join();
      workers->pool.reset();  // what waited in it belongs to connections, which are still there
    }
  }

  void Ring() override {
    for (auto& shard : shards_) {
      asio::post(shard->context, [one = shard.get()] {
        for (Live* live : one->live) live->Ring();
      });
    }
  }

 private:
  core::Status ReadCertificate() {
    const ListenerOptions& options = common_.options;
    tls_.emplace(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(tls_->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(tls_->native_handle(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_cipher_list(tls_->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    error_code failed;
    tls_->use_certificate_chain_file(options.certificate, failed);
    if (failed) return Refuse("the certificate cannot be read", options.certificate);
    tls_->use_private_key_file(options.key, asio::ssl::context::pem, failed);
    if (failed || SSL_CTX_check_private_key(tls_->native_handle()) != 1) {
      return Refuse("the key cannot be read, or is not that of the certificate", options.key);
    }
    return {};
  }
  static core::Status Refuse(const std::string& what, const std::string& file) {
    return core::Fail(ErrorCode::kInvalidInput, what + ". Fix: two files in PEM form, the key without a passphrase",
                      file);
  }

  asio::awaitable<void> Accept() {
    std::size_t next = 0;
    asio::steady_timer pause(shards_.front()->context);
    while (!common_.stopping) {
      Shard& shard = *shards_[next++ % shards_.size()];
      tcp::socket socket(shard.context);
      const auto [failed] = co_await acceptor_->async_accept(socket, kTuple);
      if (common_.stopping) break;
      if (failed) {  // no descriptors left, or gone again
        pause.expires_after(std::chrono::milliseconds(20));
        (void)co_await pause.async_wait(kTuple);
        continue;
      }
      error_code gone;
      const tcp::endpoint peer = socket.remote_endpoint(gone);
      if (gone || common_.connections >= common_.options.limits.connections) continue;
      socket.set_option(tcp::no_delay(true), gone);
      asio::post(shard.context,
                 [this, &shard, from = peer.address().to_string(), socket = std::move(socket)]() mutable {
                   beast::tcp_stream stream(std::move(socket));
                   if (tls_) {
                     Begin(shard, beast::ssl_stream<beast::tcp_stream>(std::move(stream), *tls_), std::move(from));
                   } else {
                     Begin(shard, std::move(stream), std::move(from));
                   }
                 });
    }
  }

  template <typename Stream>
  void Begin(Shard& shard, Stream stream, std::string from) {
    auto connection = std::make_shared<Connection<Stream>>(common_, shard, std::move(stream), std::move(from));
    asio::co_spawn(
        shard.context, [connection] { return connection->Run(); }, asio::detached);
  }

  Common common_;
  std::optional<asio::ssl::context> tls_;
  std::vector<std::unique_ptr<Shard>> shards_;
  std::optional<tcp::acceptor> acceptor_;
  std::uint16_t port_ = 0;
};

}  // namespace

core::Result<std::unique_ptr<Listener>> Listener::Open(const ListenerOptions& options, Service& service) {
  auto listener = std::make_unique<BeastListener>(options, service);
  CG_RETURN_IF_ERROR(listener->Listen());
  return core::Result<std::unique_ptr<Listener>>(std::move(listener));
}

}  // namespace commonground::server
