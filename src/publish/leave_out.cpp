// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes out of a publication what it has no evidence for, and what rests on that.

#include "publish/leave_out.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "publish/prose.h"

namespace commonground::publish {

namespace {

using rules::About;
using rules::Kind;

bool BeginsAnItem(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  line.remove_prefix(first);
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return true;
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && digits + 1 < line.size() &&
         (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

// What goes with a placeholder: its line where it stands alone, else its item of a list, else its paragraph.
std::pair<std::size_t, std::size_t> AroundOf(const std::string& text, const rules::Placeholder& one) {
  const auto begin_of = [&](std::size_t at) { return at == 0 ? 0 : text.rfind('\n', at - 1) + 1; };
  const auto end_of = [&](std::size_t at) { return std::min(text.size(), text.find('\n', at)); };
  const auto line_at = [&](std::size_t begin) { return std::string_view(text).substr(begin, end_of(begin) - begin); };
  std::size_t begin = begin_of(one.begin);
  std::size_t end = end_of(one.end);
  if (one.alone) return {begin, end};
  for (const TextBlock& block : SplitBlocks(text)) {
    if (one.begin < block.begin || one.begin >= block.end) continue;
    while (begin > block.begin && !BeginsAnItem(line_at(begin))) begin = begin_of(begin - 1);
    while (end < block.end && !BeginsAnItem(line_at(end + 1))) end = end_of(end + 1);
    return {std::max(begin, block.begin), std::min(end, block.end)};
  }
  return {begin, end};
}

void Blank(std::string& text, const rules::Placeholder& one) {
  const auto [begin, end] = AroundOf(text, one);
  std::string lines(static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                                        text.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
                    '\n');
  text.replace(begin, end - begin, lines);
}

std::string* TextOf(model::Study& study, const About& about) {
  if (about.kind == Kind::kChapter) {
    for (auto& chapter : study.chapters) {
      if (chapter.id.value == about.id) return &chapter.text;
    }
  }
  if (about.kind == Kind::kFinding) {
    for (auto& finding : study.findings) {
      if (finding.id.value == about.id) return &finding.text;
    }
  }
  return nullptr;
}

class Leaving {
 public:
  Leaving(model::Publication& publication, const MayGo& may_go) : study_(publication.study), may_go_(may_go) {
    const auto& data = publication;
    while (Once(FindClaims(data))) {
    }
  }

  std::vector<About> Take() { return std::move(left_out_); }

 private:
  // One thing at a time, since what is gone can take others along.  False: there is nothing more to leave out.
  bool Once(const std::vector<ClaimProblem>& problems) {
    for (const ClaimProblem& one : problems) {
      const bool rests_on_gone = one.unplaced && one.unplaced->places && IsGone(*one.unplaced);
      if (!rests_on_gone && !may_go_(one)) continue;
      if (one.unplaced ? BlankPlace(one) : RemoveThing(one)) return true;
    }
    return false;
  }

  bool IsGone(const rules::Placeholder& one) const {
    return (one.places == rules::Places::kFinding || one.places == rules::Places::kRecommendation) &&
           gone_.contains(one.of);
  }

  bool BlankPlace(const ClaimProblem& one) {
    std::string* text = TextOf(study_, one.problem.about);
    if (text == nullptr) return false;
    Blank(*text, *one.unplaced);
    left_out_.push_back(one.problem.about);
    return true;
  }

  bool RemoveThing(const ClaimProblem& one) {
    const About& about = one.problem.about;
    if (about.kind == Kind::kFinding) return RemoveFinding(about.id);
    if (about.kind != Kind::kAnswer) return false;
    const std::size_t before = study_.answers.size();
    std::erase_if(study_.answers, [&](const model::Answer& answer) {
      return answer.organisation == one.without_passage && answer.sources.empty() &&
             answer.practice.value + ", " + answer.barrier.value == about.id;
    });
    left_out_.push_back({Kind::kAnswer, rules::kNoIndex, about.id, {}, 0});
    return study_.answers.size() < before;
  }

  bool RemoveFinding(const std::string& id) {
    const std::size_t before = study_.findings.size();
    std::erase_if(study_.findings, [&](const model::Finding& finding) { return finding.id.value == id; });
    if (study_.findings.size() == before) return false;
    gone_.insert(id);
    left_out_.push_back({Kind::kFinding, rules::kNoIndex, id, {}, 0});
    std::vector<std::string> without;
    for (model::Finding& finding : study_.findings) {
      if (std::erase(finding.rests_on, model::FindingId(id)) > 0 && finding.rests_on.empty()) {
        without.push_back(finding.id.value);
      }
    }
    for (const std::string& recommendation : without) RemoveFinding(recommendation);
    return true;
  }

  model::Study& study_;
  const MayGo& may_go_;
  std::set<std::string> gone_;  // findings and recommendations
  std::vector<About> left_out_;
};

}  // namespace

MayGo BeingCoded(const model::Publication& publication, std::vector<model::OrganisationId> being_coded) {
  std::set<model::OrganisationId> cases(being_coded.begin(), being_coded.end());
  std::set<std::string> documents;
  for (const auto& document : publication.study.documents) {
    if (cases.contains(document.organisation)) documents.insert(document.id.value);
  }
  return [cases = std::move(cases), documents = std::move(documents)](const ClaimProblem& one) {
    if (one.without_passage) return cases.contains(*one.without_passage);
    return one.unplaced && one.unplaced->places == rules::Places::kQuote && documents.contains(one.unplaced->of);
  };
}

std::vector<rules::About> LeaveOut(model::Publication& publication, const MayGo& may_go) {
  return Leaving(publication, may_go).Take();
}

}  // namespace commonground::publish
