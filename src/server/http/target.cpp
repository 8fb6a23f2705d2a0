// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Boost.URL reads the address; here is what we do not take, whoever finds it well formed.

#include "server/http/target.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "core/canonical.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

constexpr std::size_t kMaxSegments = 16;
constexpr std::size_t kMaxParameters = 50;

core::Result<std::string> Decoded(boost::urls::pct_string_view encoded, bool plus_is_space) {
  boost::urls::encoding_opts options;
  options.space_as_plus = plus_is_space;
  std::string text = encoded.decode(options);
  const core::CanonicalText checked = core::MakeCanonical(text);
  if (checked.fault || checked.had_controls || checked.had_line_pairs) {
    return core::Fail(ErrorCode::kInvalidInput, "the address holds what is not UTF-8, or control characters");
  }
  return text;
}

// Would it lead out of its place, wherever it is put together with others?
bool Climbs(std::string_view text) {
  return text == "." || text == ".." || text.find_first_of("\\\n\t") != std::string_view::npos ||
         text.find("../") != std::string_view::npos || text.find("/..") != std::string_view::npos;
}

}  // namespace

std::string_view Target::Parameter(std::string_view name) const {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return {};
}

core::Result<Target> ReadTarget(std::string_view target) {
  const auto read = boost::urls::parse_origin_form({target.data(), target.size()});
  if (!read) return core::Fail(ErrorCode::kInvalidInput, "the address is no path with a query");
  Target parts;
  for (const auto segment : read->encoded_segments()) {
    if (parts.segments.size() == kMaxSegments) {
      return core::Fail(ErrorCode::kInvalidInput, "the address has too many parts");
    }
    CG_ASSIGN_OR_RETURN(std::string text, Decoded(segment, false));
    if (Climbs(text)) {
      return core::Fail(ErrorCode::kInvalidInput, "the address holds a part that leads out of its place");
    }
    parts.segments.push_back(std::move(text));
  }
  if (parts.segments.size() == 1 && parts.segments.front().empty()) parts.segments.clear();
  for (const auto parameter : read->encoded_params()) {
    if (parts.parameters.size() == kMaxParameters) {
      return core::Fail(ErrorCode::kInvalidInput, "the address has too many parameters");
    }
    CG_ASSIGN_OR_RETURN(std::string key, Decoded(parameter.key, true));
    CG_ASSIGN_OR_RETURN(std::string value, Decoded(parameter.value, true));
    parts.parameters.emplace_back(std::move(key), std::move(value));
  }
  return parts;
}

std::string_view CookieIn(std::string_view cookies, std::string_view name) {
  std::string_view found;
  bool is_found = false;
  while (!cookies.empty()) {
    const std::size_t end = cookies.find(';');
    std::string_view one = cookies.substr(0, end);
    cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (!one.starts_with(name) || one.size() <= name.size() || one[name.size()] != '=') continue;
    if (is_found) return {};
    is_found = true;
    found = one.substr(name.size() + 1);
  }
  return found;
}

}  // namespace commonground::server
