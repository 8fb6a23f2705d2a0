// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A value or an Error, at every boundary; nobody can forget to look.  A class, not an alias of tl::expected, because
// compilers warn about an ignored result only for a [[nodiscard]] class.
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "core/error.h"

namespace commonground::core {

template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

using Status = Result<void>;

// An Error as the failure of any Result<T>:  return Fail(ErrorCode::kNotFound, "...", "study.cg");
inline tl::unexpected<Error> Fail(ErrorCode code, std::string message, std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}
inline tl::unexpected<Error> Fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace commonground::core

#define CG_CONCAT_INNER(a, b) a##b
#define CG_CONCAT(a, b) CG_CONCAT_INNER(a, b)

// CG_ASSIGN_OR_RETURN(auto x, F());   passes F's error on, or declares x.
#define CG_ASSIGN_OR_RETURN(declaration, expression) \
  CG_ASSIGN_OR_RETURN_INNER(CG_CONCAT(cg_result_, __LINE__), declaration, expression)
#define CG_ASSIGN_OR_RETURN_INNER(temporary, declaration, expression)              \
  auto temporary = (expression);                                                   \
  if (!temporary) return ::commonground::core::Fail(std::move(temporary).error()); \
  declaration = std::move(temporary).value()

// CG_RETURN_IF_ERROR(F());
#define CG_RETURN_IF_ERROR(expression)                                               \
  do {                                                                               \
    auto cg_status = (expression);                                                   \
    if (!cg_status) return ::commonground::core::Fail(std::move(cg_status).error()); \
  } while (false)
