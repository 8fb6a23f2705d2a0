// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pages are only searched; where the person finds the words is looked up once something was found, among the fields of
// their study whose texts are in what is published.
#include "app/gateway/leaving/leaving_check.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "app/gateway/leaving/sounds.h"
#include "app/gateway/leaving/written_fields.h"
#include "publish/own_texts.h"
#include "publish/prose.h"

namespace commonground::app {

namespace {

constexpr std::size_t kMaxProblems = 200;
constexpr std::size_t kMaxPlacesOfOne = 20;

// Stems are tried in the languages of reports and of this study's texts.
std::set<std::string> LanguagesOf(const model::Study& study) {
  std::set<std::string> languages{"en", "es", "fr", "pt", "ru"};
  const auto add = [&](const std::string& language) {
    const std::string first = language.substr(0, language.find('-'));
    if (!core::Tokenizer::StemmerOf(first).empty()) languages.insert(first);
  };
  for (const auto& document : study.documents) add(document.language);
  for (const auto& organisation : study.organisations) {
    for (const std::string& language : organisation.languages) add(language);
  }
  return languages;
}

// Of texts and organisations on the pages, which name them.
std::set<std::string> LanguagesShown(const model::Study& published) {
  std::set<std::string> languages;
  for (const auto& document : published.documents) languages.insert(document.language);
  for (const auto& translation : published.translations) languages.insert(translation.language);
  for (const auto& organisation : published.organisations) {
    languages.insert(organisation.languages.begin(), organisation.languages.end());
  }
  return languages;
}

std::vector<Name> NamesOf(const Secrets& secrets) {
  std::vector<Name> names;
  for (const Secret& secret : secrets.all) names.push_back(secret.name);
  return names;
}

int LineOf(std::string_view text, std::size_t at) {
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, at), '\n'));
}

}  // namespace

class LeavingCheck::Search {
 public:
  Search(const model::Study& study, const model::Study& published,
         const std::map<model::OrganisationId, Appearance>& appearances)
      : study_(study),
        published_(published),
        secrets_(SecretsOf(study, published, appearances)),
        finder_(NamesOf(secrets_), LanguagesOf(study), reader_),
        sounds_(finder_.names()),
        state_(secrets_.all.size()) {
    for (const auto& [id, appearance] : appearances) {
      if (appearance.named) named_.insert(id);
    }
    for (const std::string& told : secrets_.told) told_.push_back(reader_.Fold(told));
    for (std::size_t i = 0; i < secrets_.all.size(); ++i) {
      const std::string letters = reader_.Fold(secrets_.all[i].name.text);
      for (std::size_t t = 0; t < told_.size(); ++t) {
        for (std::size_t at = told_[t].find(letters); at != std::string::npos; at = told_[t].find(letters, at + 1)) {
          state_[i].within_told.emplace_back(t, at);
        }
      }
    }
    if (secrets_.all.empty()) return;
    // What the program itself says ("Sources") tells nothing; there only people's own fields count.
    std::vector<std::string_view> texts = publish::OwnTexts();
    const std::string languages = publish::LanguageNames(LanguagesShown(published));
    texts.push_back(languages);
    for (const std::string_view own : texts) {
      reader_.Read(own, seen_, addresses_);
      for (const Letters* letters : {&seen_, &addresses_}) {
        finder_.Find(*letters, NameFinder::Where::kAddress,
                     [&](std::size_t i, std::size_t, std::size_t) { state_[i].own = true; });
        sounds_.Find(*letters, [&](std::size_t i, std::size_t) { state_[i].own = true; });
      }
    }
  }

  void Take(std::string_view path, std::string_view bytes) {
    if (secrets_.all.empty() || publish::IsOwnFile(path, bytes)) return;
    const auto found = [&](std::size_t i, const Letters&, std::size_t) {
      State& state = state_[i];
      if (state.own || secrets_.all[i].only_about || !state.page.empty()) return;
      state.page = path;
    };
    Each("<a href=\"" + std::string(path) + "\">", found);
    Each(bytes, found);
  }

  std::vector<core::Problem> Problems() {
    std::vector<core::Problem> problems;
    const bool look =
        std::ranges::any_of(state_, [](const State& state) { return state.own || !state.page.empty(); }) ||
        std::ranges::any_of(secrets_.all, [](const Secret& secret) { return secret.only_about.has_value(); });
    if (look) LookInFields(problems);
    for (std::size_t i = 0; i < state_.size(); ++i) {
      if (state_[i].page.empty() || state_[i].places > 0) continue;
      const bool place = std::ranges::any_of(
          problems, [&](const core::Problem& problem) { return problem.value == secrets_.all[i].name.text; });
      if (!place) problems.push_back(ProblemOf(i, state_[i].page + " (of the report)", "", 0));
    }
    if (problems.size() > kMaxProblems) problems.resize(kMaxProblems);
    return problems;
  }

 private:
  struct State {
    bool own = false;                                              // the program's own words hold it
    std::string page;                                              // the first file of the report that holds it
    std::size_t places = 0;                                        // in the study
    std::vector<std::pair<std::size_t, std::size_t>> within_told;  // which, and from which letter
  };

  template <typename Found>
  void Each(std::string_view text, const Found& found) {
    reader_.Read(text, seen_, addresses_);
    for (const auto& [letters, where] :
         {std::pair(&seen_, NameFinder::Where::kText), std::pair(&addresses_, NameFinder::Where::kAddress)}) {
      finder_.Find(*letters, where, [&](std::size_t i, std::size_t first, std::size_t end) {
        if (!Told(*letters, i, first)) found(i, *letters, first);
        static_cast<void>(end);
      });
      sounds_.Find(*letters, [&](std::size_t i, std::size_t first) {
        if (!Told(*letters, i, first)) found(i, *letters, first);
      });
    }
  }

  bool Told(const Letters& letters, std::size_t i, std::size_t first) const {
    return std::ranges::any_of(state_[i].within_told, [&](const auto& within) {
      const auto& [told, from] = within;
      return first >= from && letters.Has(first - from, told_[told]);
    });
  }

  // Each field as it stands; what only a page shows (a name that begins in a link) is looked for as a page shows it.
  void LookInFields(std::vector<core::Problem>& problems) {
    std::unordered_set<std::string_view> shown;
    EachWrittenField(published_, [&](const WrittenField& field) { shown.insert(field.text); });
    const auto look = [&](const WrittenField& field, const std::string& as_shown) {
      Each(as_shown.empty() ? field.text : as_shown, [&](std::size_t i, const Letters& letters, std::size_t first) {
        State& state = state_[i];
        const auto& about = secrets_.all[i].only_about;
        if (about ? field.of == nullptr || *field.of != *about : !state.own && state.page.empty()) return;
        if (!as_shown.empty() && state.places > 0) return;
        if (++state.places > kMaxPlacesOfOne) return;
        const int line = field.has_lines && as_shown.empty() ? LineOf(field.text, letters.origin(first)) : 0;
        // Of the several names that say the same at one place, the first.
        if (!told_at_.emplace(field.file, field.field, line, secrets_.all[i].of).second) return;
        problems.push_back(ProblemOf(i, field.file, field.field, line));
      });
    };
    const auto each = [&](const std::function<void(const WrittenField&)>& take) {
      EachWrittenField(study_, [&](const WrittenField& field) {
        const bool hidden =
            field.kind == rules::Kind::kOrganisation && field.of != nullptr && !named_.contains(*field.of);
        if (!hidden && shown.contains(field.text)) take(field);  // a hidden one is the name itself
      });
    };
    each([&](const WrittenField& field) { look(field, ""); });
    LookInShortened(look);
    const bool all = std::ranges::all_of(state_, [](const State& one) { return one.page.empty() || one.places > 0; });
    if (all) return;
    const auto no_citation = [](const std::string&) { return publish::Span(""); };
    each([&](const WrittenField& field) {
      look(field, publish::WordsOf(publish::ReadMarkdown(field.text, 0, no_citation)));
    });
  }

  // Texts of which some passages are blank: a page is not looked at for what the program says itself, so they are.
  template <typename Look>
  void LookInShortened(const Look& look) {
    std::unordered_set<std::string_view> whole;
    for (const auto& document : study_.documents) whole.insert(document.text);
    EachWrittenField(published_, [&](const WrittenField& field) {
      if (field.kind == rules::Kind::kDocument && field.has_lines && !whole.contains(field.text)) look(field, "");
    });
  }

  core::Problem ProblemOf(std::size_t i, std::string file, std::string field, int line) const {
    const Secret& secret = secrets_.all[i];
    return {core::Severity::kError, std::move(file),   line,      std::move(field),
            secret.name.text,       "is " + secret.of, secret.fix};
  }

  const model::Study& study_;
  const model::Study& published_;
  LetterReader reader_;
  Secrets secrets_;
  NameFinder finder_;
  Sounds sounds_;
  std::vector<State> state_;
  std::vector<std::string> told_;
  std::set<model::OrganisationId> named_;
  std::set<std::tuple<std::string, std::string, int, std::string>> told_at_;
  Letters seen_;
  Letters addresses_;
};

LeavingCheck::LeavingCheck(const model::Study& study, const model::Study& published,
                           const std::map<model::OrganisationId, Appearance>& appearances)
    : search_(std::make_unique<Search>(study, published, appearances)) {}
LeavingCheck::~LeavingCheck() = default;
LeavingCheck::LeavingCheck(LeavingCheck&&) noexcept = default;

void LeavingCheck::Take(std::string_view path, std::string_view bytes) {
  search_->Take(path, bytes);
}

std::vector<core::Problem> LeavingCheck::Problems() {
  return search_->Problems();
}

}  // namespace commonground::app
