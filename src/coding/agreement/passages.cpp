// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks at what coders coded, unit by unit: what they took for what, and the passages that they saw differently.

#include "coding/agreement/passages.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "coding/agreement/tally.h"
#include "model/guids.h"

namespace commonground::coding {

namespace {

// Codes on one unit by one coder, with how many ranges each has open there.
class OpenCodes {
 public:
  void Step(std::int32_t code, int step) {
    const auto at = std::ranges::lower_bound(codes_, code, {}, &std::pair<std::int32_t, int>::first);
    if (at == codes_.end() || at->first != code) {
      codes_.insert(at, {code, step});
    } else if ((at->second += step) == 0) {
      codes_.erase(at);
    }
  }
  bool Has(std::int32_t code) const {
    return std::ranges::binary_search(codes_, code, {}, &std::pair<std::int32_t, int>::first);
  }
  const std::vector<std::pair<std::int32_t, int>>& codes() const { return codes_; }

 private:
  std::vector<std::pair<std::int32_t, int>> codes_;  // sorted
};

struct Step {
  std::int32_t at = 0;
  int step = 0;
  std::int32_t coder = 0;
  std::int32_t code = 0;
};

using Taken = std::map<std::tuple<std::size_t, std::size_t, std::int32_t, std::int32_t>, std::int64_t>;

void AddConfusions(std::size_t a, std::size_t b, const OpenCodes& first, const OpenCodes& second, std::int32_t nothing,
                   std::int64_t units, Taken& taken) {
  bool first_alone = true;
  for (const auto& [code, open] : first.codes()) {
    if (second.Has(code)) {
      taken[{a, b, code, code}] += units;
      continue;
    }
    bool met = false;
    for (const auto& [other, open_too] : second.codes()) {
      if (first.Has(other)) continue;
      taken[{a, b, code, other}] += units;
      met = true;
    }
    if (!met) taken[{a, b, code, nothing}] += units;
    first_alone = false;
  }
  if (!first_alone) return;
  for (const auto& [other, open] : second.codes()) {
    if (!first.Has(other)) taken[{a, b, nothing, other}] += units;
  }
}

core::TextRange Together(std::span<const CodedRange> ranges) {
  core::TextRange all = ranges.front().text;
  for (const CodedRange& one : ranges) {
    all.start = std::min(all.start, one.text.start);
    all.end = std::max(all.end, one.text.end);
  }
  return all;
}

bool Overlap(const core::TextRange& a, const core::TextRange& b) {
  return a.start < b.end && b.start < a.end;
}

// What was decided, by document and code: there may be as much of it as of passages.
class Decided {
 public:
  explicit Decided(const model::Study& study) {
    for (const model::Adjudication& one : study.adjudications) {
      by_place_[{one.document.value, one.code.value}].push_back(&one);
    }
  }
  explicit Decided(const model::Study& study, const model::CodeId& code) {
    for (const model::Adjudication& one : study.adjudications) {
      if (one.code == code) by_place_[{one.document.value, one.code.value}].push_back(&one);
    }
  }
  // In the order in which the study has them.
  template <typename Take>
  void Of(const model::DocumentId& document, const model::CodeId& code, const core::TextRange& range, Take take) const {
    const auto found = by_place_.find({document.value, code.value});
    if (found == by_place_.end()) return;
    for (const model::Adjudication* one : found->second) {
      if (Overlap(one->range, range)) take(*one);
    }
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const model::Adjudication*>> by_place_;
};

// Ranges that overlap, or are chained by overlaps, together: document by document, by place.
template <typename Take>
void ForEachChain(std::span<const CodedRange> ranges, Take take) {
  std::vector<CodedRange> sorted(ranges.begin(), ranges.end());
  std::ranges::stable_sort(sorted, {}, [](const CodedRange& one) {
    return std::tuple(one.document, one.start, one.end, one.coder, one.coding);
  });
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    std::int32_t reach = sorted[begin].end;
    for (; end < sorted.size() && sorted[end].document == sorted[begin].document && sorted[end].start < reach; ++end) {
      reach = std::max(reach, sorted[end].end);
    }
    take(std::span<const CodedRange>(sorted).subspan(begin, end - begin));
    begin = end;
  }
}

// Units of a chain that not all who were given the document coded.
std::int64_t UnitsSeenDifferently(const ComparedDocument& document, std::span<const CodedRange> chain) {
  std::int64_t units = 0;
  for (const Stretch& stretch : StretchesOf(chain)) {
    if (stretch.present != document.given) units += stretch.end - stretch.start;
  }
  return units;
}

class Finder {
 public:
  Finder(const model::Study& study, const CodedWork& work, const RangesByDocument& by_document, std::int32_t code)
      : study_(study),
        work_(work),
        by_document_(by_document),
        code_(code),
        decided_(study, work.codes[static_cast<std::size_t>(code)]) {}

  // `ranges`: of one document, by place, overlapping or chained by overlaps.
  void Look(std::span<const CodedRange> ranges) {
    const auto& document = work_.documents[static_cast<std::size_t>(ranges.front().document)];
    model::Disagreement found;
    found.units = UnitsSeenDifferently(document, ranges);
    if (found.units == 0) return;
    found.code = work_.codes[static_cast<std::size_t>(code_)];
    found.document = document.id;
    found.range = Together(ranges);
    std::uint64_t coded = 0;
    for (const CodedRange& one : ranges) {
      coded |= 1ULL << one.coder;
      found.codings.push_back(PassageOf(one));
    }
    std::ranges::stable_sort(found.codings, {}, &model::CodedPassage::coder);
    for (std::size_t coder = 0; coder < work_.coders.size(); ++coder) {
      if ((document.given >> coder & 1U) == 0) continue;
      ((coded >> coder & 1U) != 0 ? found.coded_by : found.not_coded_by).push_back(work_.coders[coder]);
    }
    found.kind = found.not_coded_by.empty() ? model::DisagreementKind::kExtent : model::DisagreementKind::kPresence;
    for (const std::size_t place : by_document_.Of(ranges.front().document)) {
      const CodedRange& other = work_.ranges[place];
      const bool elsewhere = (coded >> other.coder & 1U) != 0 || !Overlap(other.text, found.range);
      if (!elsewhere) found.instead.push_back(PassageOf(other));
    }
    std::ranges::stable_sort(found.instead, {},
                             [](const model::CodedPassage& one) { return std::tuple(one.coder, one.range, one.code); });
    decided_.Of(found.document, found.code, found.range,
                [&](const model::Adjudication& one) { found.adjudications.push_back(one.id); });
    disagreements.push_back(std::move(found));
  }

  std::vector<model::Disagreement> disagreements;

 private:
  model::CodedPassage PassageOf(const CodedRange& one) const {
    return {model::IdOf(study_.codings[static_cast<std::size_t>(one.coding)]),
            work_.coders[static_cast<std::size_t>(one.coder)], work_.codes[static_cast<std::size_t>(one.code)],
            one.text, ""};
  }

  const model::Study& study_;
  const CodedWork& work_;
  const RangesByDocument& by_document_;
  std::int32_t code_;
  Decided decided_;  // under code_
};

}  // namespace

RangesByDocument::RangesByDocument(const CodedWork& work) : begin_(work.documents.size() + 1, 0) {
  for (const CodedRange& one : work.ranges) ++begin_[static_cast<std::size_t>(one.document) + 1];
  for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  order_.resize(work.ranges.size());
  std::vector<std::size_t> next = begin_;
  for (std::size_t i = 0; i < work.ranges.size(); ++i) {
    order_[next[static_cast<std::size_t>(work.ranges[i].document)]++] = i;
  }
}

std::span<const std::size_t> RangesByDocument::Of(std::int32_t document) const {
  const auto at = static_cast<std::size_t>(document);
  return std::span(order_).subspan(begin_[at], begin_[at + 1] - begin_[at]);
}

std::vector<model::Confusion> ConfusionsOf(const CodedWork& work, const RangesByDocument& by_document,
                                           const std::vector<bool>& wanted) {
  const auto nothing = static_cast<std::int32_t>(work.codes.size());
  Taken taken;
  std::vector<Step> steps;
  for (std::size_t document = 0; document < work.documents.size(); ++document) {
    steps.clear();
    for (const std::size_t place : by_document.Of(static_cast<std::int32_t>(document))) {
      const CodedRange& one = work.ranges[place];
      steps.push_back({one.start, 1, one.coder, one.code});
      steps.push_back({one.end, -1, one.coder, one.code});
    }
    std::ranges::sort(steps, {}, &Step::at);
    std::vector<OpenCodes> open(work.coders.size());
    for (std::size_t i = 0; i < steps.size();) {
      const std::int32_t at = steps[i].at;
      for (; i < steps.size() && steps[i].at == at; ++i) {
        open[static_cast<std::size_t>(steps[i].coder)].Step(steps[i].code, steps[i].step);
      }
      if (i == steps.size()) break;
      for (std::size_t a = 0; a < work.coders.size(); ++a) {
        for (std::size_t b = a + 1; b < work.coders.size(); ++b) {
          const std::uint64_t given = work.documents[document].given;
          if ((given >> a & given >> b & 1U) == 0) continue;
          AddConfusions(a, b, open[a], open[b], nothing, steps[i].at - at, taken);
        }
      }
    }
  }
  const auto is_wanted = [&](std::int32_t code) { return code != nothing && wanted[static_cast<std::size_t>(code)]; };
  const auto id_of = [&](std::int32_t code) {
    return code == nothing ? std::nullopt : std::optional(work.codes[static_cast<std::size_t>(code)]);
  };
  std::vector<model::Confusion> confusions;
  for (const auto& [key, units] : taken) {
    const auto& [a, b, first, second] = key;
    if (!is_wanted(first) && !is_wanted(second)) continue;
    confusions.push_back({work.coders[a], work.coders[b], id_of(first), id_of(second), units});
  }
  return confusions;
}

std::vector<model::Disagreement> DisagreementsOf(const model::Study& study, const CodedWork& work,
                                                 const RangesByDocument& by_document, std::int32_t code,
                                                 std::span<const CodedRange> ranges) {
  Finder finder(study, work, by_document, code);
  ForEachChain(ranges, [&](std::span<const CodedRange> chain) { finder.Look(chain); });
  return std::move(finder.disagreements);
}

std::vector<std::int64_t> OpenPassages(const model::Study& study, const CodedWork& work) {
  struct Seen {  // differently, under one code
    core::TextRange range;
    bool is_decided = false;
  };
  const Decided decided(study);
  std::vector<std::vector<Seen>> by_document(work.documents.size());
  for (std::int32_t code = 0; code < static_cast<std::int32_t>(work.codes.size()); ++code) {
    ForEachChain(work.Of(code), [&](std::span<const CodedRange> chain) {
      const auto at = static_cast<std::size_t>(chain.front().document);
      const ComparedDocument& document = work.documents[at];
      if (UnitsSeenDifferently(document, chain) == 0) return;
      Seen& seen = by_document[at].emplace_back(Seen{Together(chain)});
      decided.Of(document.id, work.codes[static_cast<std::size_t>(code)], seen.range,
                 [&](const model::Adjudication&) { seen.is_decided = true; });
    });
  }
  std::vector<std::int64_t> open;
  for (auto& seen : by_document) {
    std::ranges::sort(seen, {}, &Seen::range);
    std::int64_t passages = 0;
    for (std::size_t i = 0; i < seen.size();) {
      std::int64_t end = seen[i].range.end;
      bool is_open = false;
      do {
        end = std::max(end, seen[i].range.end);
        is_open = is_open || !seen[i].is_decided;
      } while (++i < seen.size() && seen[i].range.start < end);
      passages += is_open ? 1 : 0;
    }
    open.push_back(passages);
  }
  return open;
}

}  // namespace commonground::coding
