// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a person sees is what there is without what is hidden: mostly little, and found by document in an index. Others'
// drafts are hidden wherever they are, so they are taken off once for all, and left out wherever else codings are taken
// off.
#include "store/counts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <span>
#include <unordered_map>

#include "store/cells.h"
#include "store/failure.h"

namespace commonground::store {

namespace {

struct Counted {
  std::string id;
  long long number = 0;
  std::int64_t codings = 0;
};

// In the order of the codebook.
std::vector<Counted> CountAll(Database& database) {
  // Counted code by code: half the time of one GROUP BY over all codings.
  const char* count =
      database.KeepsCounts()
          ? "coalesce((SELECT n.codings FROM code_counts n WHERE n.study = k.study AND n.code = k.number), 0)"
          : "(SELECT count(*) FROM codings c WHERE c.study = k.study AND c.code = k.number)";
  std::vector<Counted> all;
  Counted one;
  long long codings = 0;
  soci::statement select =
      (database.session().prepare << "SELECT k.id, k.number + 0, " << count
                                  << " + 0 FROM codes k WHERE k.study = " << database.study() << " ORDER BY k.position",
       soci::into(one.id), soci::into(one.number), soci::into(codings));
  select.execute();
  while (select.fetch()) {
    one.codings = codings;
    all.push_back(one);
  }
  return all;
}

std::vector<CodeCount> WithAny(const std::vector<Counted>& all) {
  std::vector<CodeCount> counts;
  for (const auto& one : all) {
    if (one.codings > 0) counts.push_back({model::CodeId(one.id), one.codings});
  }
  return counts;
}

// What decides who sees what, and nothing else.  Documents are in the order of their ids.
struct Deciding {
  model::Study study;
  std::vector<std::string> numbers;  // of the documents
};

std::size_t CountRows(Database& database, const char* table) {
  long long rows = 0;
  database.session() << "SELECT count(*) + 0 FROM " << table << " WHERE study = " << database.study(), soci::into(rows);
  return static_cast<std::size_t>(rows);
}

void ReadDocuments(Database& database, Deciding& deciding) {
  auto& documents = deciding.study.documents;
  documents.reserve(CountRows(database, "documents"));
  deciding.numbers.reserve(documents.capacity());
  database.ForEachRow(
      fmt::format("SELECT id, organisation, CAST(number AS TEXT) FROM documents WHERE study = {} ORDER BY id",
                  database.study()),
      3, [&](Database::TextRow& texts) {
        auto& document = documents.emplace_back();
        document.id.value = std::move(texts[0]);
        document.organisation.value = std::move(texts[1]);
        deciding.numbers.push_back(std::move(texts[2]));
      });
}

// Most consents were given with others on one day: days are read anew where they differ.
void ReadConsents(Database& database, std::vector<model::Consent>& consents) {
  consents.reserve(CountRows(database, "documents"));  // mostly one each
  model::Consent days;
  std::string as_text = "  ";
  const auto read = [](std::string_view text, std::optional<core::Date>& day) {
    day.reset();
    if (!text.empty() && !FromText(std::string(text), day.emplace())) throw Failure(Damaged("a day of a consent"));
  };
  database.ForEachRow(
      fmt::format("SELECT coalesce(organisation, document), coalesce(given, '') || ' ' || coalesce(expires, '') "
                  "|| ' ' || coalesce(withdrawn, '') FROM consents WHERE study = {} AND scope = '{}' ORDER BY "
                  "position",
                  database.study(), model::Word(model::ConsentScope::kAnalyse)),
      2, [&](Database::TextRow& texts) {
        if (texts[1] != as_text) {
          as_text = texts[1];
          const std::string_view all = as_text;
          const std::size_t first = all.find(' ');
          const std::size_t second = all.find(' ', first + 1);
          read(all.substr(0, first), days.given);
          read(all.substr(first + 1, second - first - 1), days.expires);
          read(all.substr(second + 1), days.withdrawn);
        }
        consents.push_back(days);
        consents.back().subject = std::move(texts[0]);
      });
}

Deciding ReadForDeciding(Database& database) {
  Deciding deciding;
  ReadDocuments(database, deciding);
  ReadConsents(database, deciding.study.consents);
  database.ForEachRow(fmt::format("SELECT document, coder FROM assignments WHERE study = {} AND state = '{}'",
                                  database.study(), model::Word(model::AssignmentState::kOpen)),
                      2, [&](Database::TextRow& texts) {
                        auto& one = deciding.study.assignments.emplace_back();
                        one.document.value = std::move(texts[0]);
                        one.coder.value = std::move(texts[1]);
                      });
  return deciding;
}

// Takes codings off the counts.
class Hiding {
 public:
  Hiding(Database& database, const Deciding& deciding, const model::CoderId& person)
      : database_(database), deciding_(deciding) {
    database.ForEachRow(fmt::format("SELECT id, CAST(number AS TEXT) FROM coders WHERE study = {}", database.study()),
                        2, [&](Database::TextRow& texts) { coders_.emplace(texts[0], texts[1]); });
    const auto found = coders_.find(person.value);
    if (found != coders_.end()) person_ = found->second;
  }

  void OthersDrafts() { Count(fmt::format("status = 'draft' AND coder <> {}", person_)); }
  void Documents(std::span<const model::DocumentId> documents) {
    CountIn(documents, fmt::format("(status <> 'draft' OR coder = {})", person_));
  }
  void Others(std::span<const model::DocumentId> documents) {
    CountIn(documents, fmt::format("coder <> {} AND status <> 'draft'", person_));
  }
  void Of(const std::string& coder, std::span<const model::DocumentId> documents) {
    const auto found = coders_.find(coder);  // who has coded nothing yet has no number
    if (found != coders_.end()) CountIn(documents, fmt::format("coder = {} AND status <> 'draft'", found->second));
  }

  std::int64_t With(long long code) const {
    const auto found = hidden_.find(code);
    return found == hidden_.end() ? 0 : found->second;
  }

 private:
  void CountIn(std::span<const model::DocumentId> documents, const std::string& which) {
    constexpr std::size_t kBatchSize = 4096;
    for (; !documents.empty(); documents = documents.subspan(std::min(kBatchSize, documents.size()))) {
      std::vector<std::string_view> numbers;
      for (const auto& id : documents.first(std::min(kBatchSize, documents.size()))) {
        const auto& there = deciding_.study.documents;
        const auto found = std::ranges::lower_bound(there, id, {}, &model::Document::id);
        if (found != there.end() && found->id == id) numbers.push_back(deciding_.numbers[found - there.begin()]);
      }
      if (!numbers.empty()) Count(fmt::format("document IN ({}) AND {}", fmt::join(numbers, ", "), which));
    }
  }

  void Count(const std::string& which) {
    database_.Tally(fmt::format("SELECT code FROM codings WHERE study = {} AND {}", database_.study(), which), hidden_);
  }

  Database& database_;
  const Deciding& deciding_;
  std::unordered_map<std::string, std::string> coders_;  // to their numbers
  std::string person_ = "0";                             // nobody's number
  std::unordered_map<long long, std::int64_t> hidden_;   // by code
};

}  // namespace

std::vector<CodeCount> CountByCode(Database& database) {
  return WithAny(CountAll(database));
}

std::vector<CodeCount> CountSeen(Database& database, const HiddenOf& hidden_of) {
  const Deciding deciding = ReadForDeciding(database);
  const HiddenCodings hidden = hidden_of(deciding.study);
  Hiding hiding(database, deciding, hidden.from);
  hiding.OthersDrafts();
  hiding.Documents(hidden.documents);
  hiding.Others(hidden.others);
  std::map<std::string, std::vector<model::DocumentId>> of_coders;
  for (const auto& [document, coder] : hidden.pairs) of_coders[coder.value].push_back(document);
  for (const auto& [coder, there] : of_coders) hiding.Of(coder, there);
  std::vector<Counted> all = CountAll(database);
  for (auto& one : all) one.codings -= hiding.With(one.number);
  return WithAny(all);
}

std::vector<CoderCount> CountByCoder(Database& database) {
  std::vector<CoderCount> counts;
  database.ForEachRow(
      fmt::format("SELECT d.id, p.id, CAST(n.codings AS TEXT), CAST(n.drafts AS TEXT) FROM (SELECT document, coder, "
                  "count(*) AS codings, sum(CASE WHEN status = '{}' THEN 1 ELSE 0 END) AS drafts FROM codings WHERE "
                  "study = {} AND status <> '{}' GROUP BY document, coder) n JOIN documents d ON d.study = {} AND "
                  "d.number = n.document "
                  "JOIN coders p ON p.study = {} AND p.number = n.coder ORDER BY d.id, p.id",
                  model::Word(model::CodingStatus::kDraft), database.study(),
                  model::Word(model::CodingStatus::kRejected), database.study(), database.study()),
      4, [&](Database::TextRow& texts) {
        auto& one = counts.emplace_back();
        one.document.value = std::move(texts[0]);
        one.coder.value = std::move(texts[1]);
        one.codings = std::stoll(texts[2]);
        one.drafts = std::stoll(texts[3]);
      });
  return counts;
}

}  // namespace commonground::store
