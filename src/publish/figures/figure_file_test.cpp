// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A figure by itself: the page's numbers, in a picture that holds nothing but marks and words.
#include "publish/figures/figure_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "publish/data/data_table.h"
#include "publish/figures/drawn.h"
#include "publish/html/svg_file.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class FigureFile : public ::testing::Test {
 protected:
  FigureFiles Of(const std::string& name, const std::string& by = "region", const std::string& language = "en") {
    const Words words = *Words::For(language);
    const Report report(publication_, words);
    const auto files = FigureFilesOf(report, name, by);
    EXPECT_TRUE(files) << name;
    return files.value_or(FigureFiles());
  }
  model::Publication publication_ = InventedPublication();
};

// Tags of a document, and whether what opens is closed, in order.
std::vector<std::string> TagsOf(const std::string& xml) {
  std::vector<std::string> all;
  std::vector<std::string> open;
  static const std::regex kTag("<([/?]?)([a-zA-Z]+)[^<>]*?(/?)>");
  for (auto it = std::sregex_iterator(xml.begin(), xml.end(), kTag); it != std::sregex_iterator(); ++it) {
    const std::string name = (*it)[2];
    if ((*it)[1] == "?") continue;
    if ((*it)[1] == "/") {
      EXPECT_FALSE(open.empty());
      if (!open.empty()) {
        EXPECT_EQ(open.back(), name);
        open.pop_back();
      }
      continue;
    }
    all.push_back(name);
    if ((*it)[3] != "/") open.push_back(name);
  }
  EXPECT_TRUE(open.empty());
  return all;
}

TEST_F(FigureFile, HoldsMarksAndWordsAndNothingThatActs) {
  for (const std::string_view name : FigureNames()) {
    for (const std::string& language : Languages()) {
      const std::string svg = Of(std::string(name), "region", language).svg;
      for (const std::string& tag : TagsOf(svg)) {
        EXPECT_THAT((std::vector<std::string>{"svg", "title", "desc", "defs", "pattern", "path", "rect", "g", "text",
                                              "circle", "line"}),
                    ::testing::Contains(tag))
            << name;
      }
      EXPECT_THAT(svg, Not(HasSubstr("href")));
      EXPECT_THAT(svg, Not(HasSubstr("style")));
      EXPECT_THAT(svg, Not(HasSubstr("<script")));
      EXPECT_THAT(svg, HasSubstr("xml:lang=\"" + language + "\""));
      EXPECT_EQ(svg, Of(std::string(name), "region", language).svg);
    }
  }
}

TEST_F(FigureFile, HasTheNumbersOfTheComparison) {
  const std::string csv = Of("practices").csv;
  const model::Grouping& regions = publication_.comparison.groupings.front();
  const auto& row = regions.rows[1];  // PRA.1
  for (std::size_t g = 0; g < regions.groups.size(); ++g) {
    if (row.by_group[g].of == 0) continue;
    EXPECT_THAT(csv, HasSubstr("," + std::to_string(row.by_group[g].present) + "," +
                               std::to_string(row.by_group[g].of) + "\r\n"));
    EXPECT_THAT(Of("practices").svg, HasSubstr(">" + std::to_string(row.by_group[g].present) + "/" +
                                               std::to_string(row.by_group[g].of) + "<"));
  }
}

TEST_F(FigureFile, SaysOfWhatItIsAndThatItIsNoEdition) {
  const std::string svg = Of("barriers").svg;
  EXPECT_THAT(svg, HasSubstr("not a published edition"));
  EXPECT_THAT(svg, HasSubstr("Invented example"));
  publication_.study.settings.invented = false;
  EXPECT_THAT(Of("barriers").svg, Not(HasSubstr("Invented example")));
}

TEST_F(FigureFile, HasNothingThatRunsInASpreadsheet) {
  for (auto& code : publication_.study.codebook) code.label = "=1+1";
  for (auto& region : publication_.study.regions) region.label = "@SUM(A1)";
  for (const std::string_view name : FigureNames()) {
    const std::string csv = Of(std::string(name)).csv;
    EXPECT_FALSE(std::regex_search(csv, std::regex("(^|[,\\n\"])[=@+]"))) << name << "\n" << csv;
  }
}

TEST_F(FigureFile, IsNotThereUnderAnotherName) {
  const Words words = *Words::For("en");
  const Report report(publication_, words);
  for (const char* name : {"", "practice", "practices/", "gap-", "gap-nothing", "coverage", "material"}) {
    EXPECT_FALSE(FigureFilesOf(report, name, "region")) << name;
  }
  for (const char* by : {"", "regions", "nothing"}) EXPECT_FALSE(FigureFilesOf(report, "outcomes", by)) << by;
}

TEST(Shade, IsDarkerTheLargerTheShareAndNoneOnlyForNone) {
  for (int of = 1; of <= 40; ++of) {
    EXPECT_EQ(ShadeOf(0, of), 0);
    EXPECT_EQ(ShadeOf(of, of), 5);
    for (int present = 1; present <= of; ++present) {
      EXPECT_GE(ShadeOf(present, of), 1);
      EXPECT_GE(ShadeOf(present, of), ShadeOf(present - 1, of));
    }
  }
}

TEST(SvgFile, IsWideEnoughForItsTitleAndHighEnoughForItsWords) {
  Figure figure;
  figure.title = std::string(400, 'm');
  figure.width = 100;
  figure.height = 50;
  const std::string svg = SvgFileOf(figure, {}, "en");
  std::smatch size;
  ASSERT_TRUE(std::regex_search(svg, size, std::regex("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"")));
  EXPECT_GE(std::stod(size[1]), 560);
  EXPECT_GE(std::stod(size[2]), 50 + 24 * (400 * 18 * 0.6 / 560));
}

}  // namespace
}  // namespace commonground::publish
