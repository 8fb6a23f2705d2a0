// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads JSON strictly: what one program takes for the first of two equal names, another takes for the last.

#include <set>
#include <string>
#include <vector>

#include "core/canonical.h"
#include "server/shape/reader.h"

namespace commonground::server {

using core::ErrorCode;
using nlohmann::json;

namespace {

constexpr int kDeepest = 32;

// Builds a value from what the parser meets, and stops at what is not taken.
class Builder : public json::json_sax_t {
 public:
  json root;
  const char* why = "";

  bool null() override { return Put(nullptr); }
  bool boolean(bool value) override { return Put(value); }
  bool number_integer(number_integer_t value) override { return Put(value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
      return Stop("a number is too large");
    return Put(static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t value, const string_t&) override { return Put(value); }
  bool string(string_t& text) override {
    core::CanonicalText canonical = core::MakeCanonical(std::move(text));
    if (canonical.fault) return Stop("a text holds NUL, a CR alone, or what is not UTF-8");
    return Put(std::move(canonical.text));
  }
  bool binary(binary_t&) override { return Stop("bytes"); }
  bool start_object(std::size_t) override { return Open(json::object()); }
  bool key(string_t& name) override {
    if (!open_.back().names.insert(name).second) return Stop("a name stands twice in one object");
    open_.back().name = name;
    return true;
  }
  bool end_object() override { return Close(); }
  bool start_array(std::size_t) override { return Open(json::array()); }
  bool end_array() override { return Close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return Stop("it is no JSON");
  }

 private:
  struct Level {
    json value;
    std::string name;  // of the field that comes next
    std::set<std::string> names;
  };
  bool Stop(const char* reason) {
    if (*why == '\0') why = reason;
    return false;
  }
  bool Put(json value) {
    if (open_.empty()) {
      root = std::move(value);
    } else if (open_.back().value.is_array()) {
      open_.back().value.push_back(std::move(value));
    } else {
      open_.back().value[open_.back().name] = std::move(value);
    }
    return true;
  }
  bool Open(json empty) {
    if (open_.size() == kDeepest) return Stop("it is nested too deeply");
    open_.push_back({std::move(empty), {}, {}});
    return true;
  }
  bool Close() {
    json value = std::move(open_.back().value);
    open_.pop_back();
    return Put(std::move(value));
  }
  std::vector<Level> open_;
};

}  // namespace

core::Result<json> ParseJson(std::string_view body) {
  Builder builder;
  if (!json::sax_parse(body, &builder)) {
    return core::Fail(ErrorCode::kInvalidInput, std::string("the body cannot be read: ") + builder.why);
  }
  return std::move(builder.root);
}

}  // namespace commonground::server
