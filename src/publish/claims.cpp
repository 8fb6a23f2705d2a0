// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds claims that have no evidence.

#include "publish/claims.h"

#include <algorithm>
#include <set>

#include "publish/placed.h"
#include "publish/prose.h"
#include "rules/shown.h"

namespace commonground::publish {

namespace {

using rules::About;
using rules::Kind;
using rules::Problem;

class Checker {
 public:
  explicit Checker(const model::Publication& publication) : data_(publication) {
    for (const auto& source : data_.study.sources) sources_.insert(source.id.value);
    for (std::size_t i = 0; i < data_.snapshot.codes.size(); ++i) {
      code_[data_.snapshot.codes[i]] = static_cast<std::int32_t>(i);
    }
    for (const auto& coding : data_.snapshot.codings) {
      for (std::int32_t c = coding.code; c >= 0; c = data_.snapshot.parent[static_cast<std::size_t>(c)]) {
        present_.emplace(c, coding.case_index);
      }
    }
    for (std::size_t i = 0; i < data_.snapshot.cases.size(); ++i) {
      case_[data_.snapshot.cases[i]] = static_cast<std::int32_t>(i);
    }
  }

  std::vector<ClaimProblem> Run() {
    for (const auto& finding : data_.study.findings) CheckFinding(finding);
    for (const auto& answer : data_.study.answers) CheckAnswer(answer);
    for (const auto& chapter : data_.study.chapters) {
      const About about{Kind::kChapter, rules::kNoIndex, chapter.id.value, "text", 0};
      CheckCitations(about, chapter.text);
      CheckPlaceholders(about, chapter.text);
    }
    for (const auto& document : data_.study.documents) {
      CheckCitations({Kind::kDocument, rules::kNoIndex, document.id.value, "text", 0}, document.text);
    }
    return std::move(problems_);
  }

 private:
  void Add(const About& about, std::string_view field, std::string value, std::string message, std::string fix,
           std::vector<About> mentions = {}) {
    problems_.push_back(
        {{core::Severity::kError, about, std::move(value), std::move(message), std::move(fix), std::move(mentions)}});
    problems_.back().problem.about.field = field;
  }

  void CheckFinding(const model::Finding& finding) {
    const About about{Kind::kFinding, rules::kNoIndex, finding.id.value, "text", 0};
    CheckCitations(about, finding.text);
    CheckPlaceholders(about, finding.text);
    std::vector<std::int32_t> codes;
    for (const auto& id : finding.codes) {
      const auto found = code_.find(id);
      if (found == code_.end()) {
        Add(about, "codes", id.value, "is not a code of this study", "correct the code, or take it out of the finding");
      } else {
        codes.push_back(found->second);
      }
    }
    for (const auto& [list, column] :
         {std::pair(&finding.cases_for, "cases_for"), std::pair(&finding.cases_against, "cases_against")}) {
      for (const auto& id : *list) {
        const auto found = case_.find(id);
        if (found == case_.end()) {
          Add(about, column, id.value,
              "is not in this report: it has no document, no consent, is under embargo, or may be counted only",
              "take the case out of the finding, or record its consent in {1}", {rules::All(Kind::kConsent)});
        } else if (std::ranges::none_of(codes, [&](std::int32_t code) {
                     return present_.contains({code, found->second});
                   })) {
          Add(about, column, id.value, "has no accepted passage under the codes of the finding",
              "code the passage that shows it, or take the case out of the finding");
          problems_.back().without_passage = id;
        }
      }
    }
    if (finding.kind == model::FindingKind::kRecommendation) return;  // it rests on findings
    if (finding.cases_for.empty()) {
      Add(about, "cases_for", "", "is empty: a finding needs at least one case",
          "name the cases that support it, or remove the finding");
    }
    const auto blank = [](const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; };
    const bool reasons =
        finding.reasons.size() == 4 && finding.concerns.size() == 4 && std::ranges::none_of(finding.reasons, blank);
    const std::set<std::string> people(finding.graded_by.begin(), finding.graded_by.end());
    const bool signed_by_two = std::ranges::count_if(people, [&](const auto& one) { return !blank(one); }) >= 2;
    if (finding.confidence && !(reasons && signed_by_two)) {
      Add(about, "confidence", std::string(model::Word(*finding.confidence)),
          "is a grade without four levels, four reasons and two people who sign",
          "give the levels, the reasons and both signatures, or leave the finding ungraded");
    }
  }

  // Said by a case: its passages tell of both; said by a source: that is enough.
  void CheckAnswer(const model::Answer& answer) {
    if (!answer.organisation || !answer.sources.empty()) return;
    const auto found = case_.find(*answer.organisation);
    if (found == case_.end()) return;
    const About about{Kind::kAnswer, rules::kNoIndex, answer.practice.value + ", " + answer.barrier.value, "", 0};
    for (const auto& [field, id] : {std::pair("practice", answer.practice), std::pair("barrier", answer.barrier)}) {
      const auto code = code_.find(id);
      if (code != code_.end() && present_.contains({code->second, found->second})) continue;
      Add(about, field, id.value, "has no accepted passage in the case " + answer.organisation->value,
          "code the passage that tells it, or name a source");
      problems_.back().without_passage = answer.organisation;
    }
  }

  static int LineOf(const std::string& text, std::size_t at) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  void CheckCitations(About about, const std::string& text) {
    for (const Citation& citation : FindCitations(text)) {
      for (const std::string& source : citation.sources) {
        if (sources_.contains(source)) continue;
        about.line = LineOf(text, citation.begin);
        Add(about, "text", "@" + source, "cites a source that is not in {1} or may not be shown",
            "add the source, or correct the citation", {rules::All(Kind::kSource)});
      }
    }
  }

  // What it names is there, and may be shown.
  void CheckPlaceholders(About about, const std::string& text) {
    for (const rules::Placeholder& one : rules::FindPlaceholders(text)) {
      if (IsPlaced(data_, one)) continue;
      about.line = one.line;
      if (one.places == rules::Places::kQuote) {
        Add(about, "text", one.of,
            "places no quotation: no coded passage of it begins so, or it may not be quoted by name",
            "write [[quote:ORGANISATION/FILE|the first words of a coded passage]], or take the line out");
      } else {
        Add(about, "text", text.substr(one.begin, one.end - one.begin),
            "places nothing: what it names is not in this report, or may not be named in it",
            "name something that the report shows, or take it out");
      }
      problems_.back().unplaced = one;
    }
  }

  const model::Publication& data_;
  std::set<std::string> sources_;
  std::map<model::CodeId, std::int32_t> code_;
  std::map<model::OrganisationId, std::int32_t> case_;
  std::set<std::pair<std::int32_t, std::int32_t>> present_;  // code, case
  std::vector<ClaimProblem> problems_;
};

}  // namespace

std::vector<rules::Problem> FindMarkupLeftOut(const model::Publication& publication) {
  std::vector<Problem> notices;
  const auto look = [&](Kind kind, const std::string& id, const std::string& text) {
    for (const LeftOut& one : FindLeftOut(text)) {
      constexpr std::size_t kMaxLength = 60;
      const bool is_table = one.what == LeftOut::What::kTable;
      const char* what = one.what == LeftOut::What::kHtml      ? "is HTML: the report leaves it out"
                         : one.what == LeftOut::What::kPicture ? "is a picture: the report shows its words only"
                         : is_table                            ? "begins a table: the report shows its bars"
                                                               : "leads nowhere on the web: the report shows its words";
      notices.push_back(
          {core::Severity::kNotice,
           {kind, rules::kNoIndex, id, "text", one.line},
           rules::Shown(one.words.substr(0, kMaxLength)),
           what,
           is_table ? "place a table with [[table:NAME]], or write a list" : "write it in Markdown, or take it out",
           {}});
    }
  };
  for (const auto& finding : publication.study.findings) look(Kind::kFinding, finding.id.value, finding.text);
  for (const auto& chapter : publication.study.chapters) look(Kind::kChapter, chapter.id.value, chapter.text);
  return notices;
}

std::vector<ClaimProblem> FindClaims(const model::Publication& publication) {
  return Checker(publication).Run();
}

std::vector<rules::Problem> CheckClaims(const model::Publication& publication) {
  std::vector<Problem> problems;
  for (ClaimProblem& one : FindClaims(publication)) problems.push_back(std::move(one.problem));
  return problems;
}

}  // namespace commonground::publish
