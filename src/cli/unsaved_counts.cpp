// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Fields with a space between them.

#include "cli/unsaved_counts.h"

#include <charconv>
#include <set>
#include <sstream>

#include "model/words.h"

namespace commonground::cli {

namespace {

tl::unexpected<core::Error> NoCounts(std::string what, const std::string& where) {
  return core::Fail(core::ErrorCode::kInvalidInput,
                    what + ". Fix: write them as 'body=governance as_of=2026 members=9 sex_workers=5'", where);
}

core::Result<std::int64_t> ReadNumber(const std::string& value, const std::string& field) {
  std::int64_t number = 0;
  const char* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, number);
  if (value.empty() || read.ec != std::errc() || read.ptr != end || number < 0) return NoCounts("is no count", field);
  return number;
}

core::Status Put(model::LeadershipRecord& record, const std::string& name, const std::string& value,
                 const std::string& field) {
  if (name == "body") {
    record.body = value;
  } else if (name == "as_of") {
    CG_ASSIGN_OR_RETURN(record.as_of, core::Date::Parse(value));
  } else if (name == "members") {
    CG_ASSIGN_OR_RETURN(record.members, ReadNumber(value, field));
  } else if (name == "sex_workers") {
    CG_ASSIGN_OR_RETURN(record.sex_workers, ReadNumber(value, field));
  } else if (name == "undisclosed") {
    CG_ASSIGN_OR_RETURN(record.undisclosed, ReadNumber(value, field));
  } else if (name == "basis") {
    const auto basis = model::FromWord<model::Basis>(value);
    if (!basis) return NoCounts("is not one of: " + model::AllWords<model::Basis>(), field);
    record.basis = *basis;
  } else {
    return NoCounts("is no field of counts", field);
  }
  return {};
}

}  // namespace

core::Result<model::LeadershipRecord> ReadUnsavedCounts(const std::string& text,
                                                        const model::OrganisationId& organisation) {
  model::LeadershipRecord record;
  record.organisation = organisation;
  std::set<std::string> given;
  std::stringstream stream(text);
  for (std::string field; stream >> field;) {
    const std::size_t sign = field.find('=');
    if (sign == std::string::npos) return NoCounts("is no field with a value", field);
    const std::string name = field.substr(0, sign);
    if (!given.insert(name).second) return NoCounts("is given twice", field);
    CG_RETURN_IF_ERROR(Put(record, name, field.substr(sign + 1), field));
  }
  if (!given.contains("body") || !given.contains("as_of")) return NoCounts("say which body and of when", text);
  return record;
}

}  // namespace commonground::cli
