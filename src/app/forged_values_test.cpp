// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study may come from a stranger: whatever stands in its ids and closed words, nothing is written outside the folder
// that a person named.  Every writer is given every forged value in every field that could become a name of a file.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>

#include "app/gateway/publishing.h"
#include "app/verify_study.h"
#include "core/check.h"
#include "core/files.h"
#include "core/folder_in_progress.h"
#include "ingest/folder/write_folder.h"
#include "publish/site.h"
#include "random_study/random_study.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kForged{"../../../../index",
                                       "x/../../../../index",
                                       "/etc/index",
                                       "..",
                                       "a/../../b",
                                       "a\\..\\b",
                                       "a\nb",
                                       std::string("a\0b", 3),
                                       "con",
                                       "x\xE2\x80\xAEy",
                                       "x\xff",
                                       "a:b",
                                       " a ",
                                       std::string(5000, 'a'),
                                       "\xEF\xBC\x8E\xEF\xBC\x8E/x",
                                       "~",
                                       "$(touch x)",
                                       "*",
                                       "a//b",
                                       "./x"};

using Forge = std::function<void(model::Study&, const std::string&)>;

// Where it can be, a value is changed wherever it is referred to, so that it reaches the writers.
template <typename Id>
void Rename(Id& id, const Id& from, const std::string& to) {
  if (id == from) id = Id(to);
}

std::vector<std::pair<const char*, Forge>> Forgers() {
  return {
      {"code",
       [](model::Study& s, const std::string& v) {
         const auto from = s.codebook.front().id;
         for (auto& c : s.codebook) {
           Rename(c.id, from, v);
           if (c.parent) Rename(*c.parent, from, v);
         }
         for (auto& c : s.codings) Rename(c.code, from, v);
       }},
      {"region",
       [](model::Study& s, const std::string& v) {
         const auto from = s.regions.front().id;
         for (auto& r : s.regions) Rename(r.id, from, v);
         for (auto& r : s.slots) Rename(r.region, from, v);
         for (auto& r : s.organisations) {
           if (r.region) Rename(*r.region, from, v);
         }
       }},
      {"organisation",
       [](model::Study& s, const std::string& v) {
         const auto from = s.organisations.front().id;
         for (auto& o : s.organisations) Rename(o.id, from, v);
         for (auto& c : s.cases) Rename(c.organisation, from, v);
         for (auto& d : s.documents) Rename(d.organisation, from, v);
       }},
      {"document", [](model::Study& s, const std::string& v) { s.documents.front().id.value = v; }},
      {"document of an organisation",
       [](model::Study& s, const std::string& v) { s.documents.front().id.value = "o/" + v; }},
      {"country",
       [](model::Study& s, const std::string& v) {
         for (auto& o : s.organisations) o.country = model::CountryCode(v);
         for (auto& o : s.contexts) o.country = model::CountryCode(v);
       }},
      {"legal model",
       [](model::Study& s, const std::string& v) {
         for (auto& rule : s.legal_model) rule.model = v;
       }},
      {"definition",
       [](model::Study& s, const std::string& v) {
         for (auto& d : s.definitions) d.id.value = v;
         for (auto& d : s.settings.definitions) d.value = v;
       }},
      {"finding",
       [](model::Study& s, const std::string& v) {
         s.findings.resize(1);
         s.findings.front().id.value = v;
       }},
      {"chapter",
       [](model::Study& s, const std::string& v) {
         s.chapters.push_back({model::ChapterId(v), "text"});
       }},
      {"old version",
       [](model::Study& s, const std::string& v) {
         s.old_versions.resize(1);
         s.old_versions.front().document.value = v;
       }},
      {"case", [](model::Study& s, const std::string& v) { s.cases.front().organisation.value = v; }},
  };
}

class ForgedValues : public testing::Test {
 public:
  ForgedValues() {
    std::string pattern = (fs::temp_directory_path() / "cg-forged-XXXXXX").string();
    root_ = ::mkdtemp(pattern.data());
    fs::create_directories(root_ / "1/2/3/4/5");
  }
  ~ForgedValues() override { fs::remove_all(root_); }
  fs::path deep() const { return root_ / "1/2/3/4/5/out"; }

  // Five folders, and what is in the folder that was named; each name in it means one file everywhere.
  void CheckNothingOutside(const std::string& what) const {
    std::size_t outside = 0;
    for (const auto& entry : fs::recursive_directory_iterator(root_)) {
      const std::string path = entry.path().lexically_relative(root_ / "1/2/3/4/5").generic_string();
      if (path.starts_with("out/")) {
        EXPECT_TRUE(entry.is_directory() || core::CheckRelativePath(path)) << what << ": " << path;
      } else {
        ++outside;
      }
    }
    EXPECT_LE(outside, 6U) << what;
    EXPECT_FALSE(fs::exists("/etc/index.html")) << what;
  }

  core::Status Export(const model::Study& study) const {
    CG_ASSIGN_OR_RETURN(auto out, core::FolderInProgress::Begin(deep(), ".common-ground-export"));
    core::NoProgress progress;
    CG_RETURN_IF_ERROR(ingest::WriteFolder(
        study, ingest::CsvStyle::kRaw, [&](auto path, auto bytes) { return out.Write(path, bytes); }, progress));
    return out.Commit();
  }

  // Renders even what the gateway would refuse.
  core::Status Report(const model::Study& study) const {
    core::NoProgress progress;
    const core::Date day = core::Date::Parse("2026-06-01").value();
    std::vector<const model::Definition*> definitions;
    for (const auto& one : study.definitions) definitions.push_back(&one);
    CG_ASSIGN_OR_RETURN(auto assessments, VerifyStudy(study, definitions, day));
    model::Study put_in_order = study;
    CG_ASSIGN_OR_RETURN(const auto published,
                        ForPublishing({put_in_order, day, day, std::move(assessments), "secret"}, progress));
    CG_ASSIGN_OR_RETURN(auto out, core::FolderInProgress::Begin(deep(), ".common-ground-report"));
    CG_RETURN_IF_ERROR(publish::RenderSite(
        published.publication, {}, [&](auto path, auto bytes) { return out.Write(path, bytes); }, progress));
    return out.Commit();
  }
  fs::path root_;
};

TEST_F(ForgedValues, NeverLeaveTheFolder) {
  std::uint64_t seed = 1;
  const auto is_full = [](const model::Study& one) {
    return !one.documents.empty() && !one.codebook.empty() && !one.organisations.empty() && !one.cases.empty();
  };
  while (!is_full(random_study::Make(seed, 6))) ++seed;
  const model::Study whole = random_study::Make(seed, 6);
  ASSERT_TRUE(Export(whole));
  fs::remove_all(deep());
  ASSERT_TRUE(Report(whole));
  int refused = 0;
  for (const auto& [what, forge] : Forgers()) {
    for (const std::string& value : kForged) {
      SCOPED_TRACE(fmt::format("{} = {}", what, value.substr(0, 40)));
      model::Study study = whole;
      forge(study, value);
      for (const auto write : {&ForgedValues::Export, &ForgedValues::Report}) {
        fs::remove_all(deep());
        try {
          const core::Status written = (this->*write)(study);
          refused += written ? 0 : 1;
        } catch (const core::InternalError&) {
          // A study whose parts do not fit together is refused when it is loaded, before it comes here.
        }
        CheckNothingOutside(what);
      }
    }
  }
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace commonground::app
