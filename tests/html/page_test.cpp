#include "analysis/html/page.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "analysis/experiment/case_measures.hpp"
#include "analysis/experiment/measures.hpp"
#include "analysis/html/language.hpp"
#include "catch.hpp"
#include "tests/html/data.hpp"

using namespace thirdring;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("every label of reports is there in both languages", "[html]") {
  const Json labels = Json::parse(labels_json());
  for (const auto& [key, texts] : labels.items()) {
    INFO(key);
    REQUIRE(texts.size() == 2);
    CHECK_FALSE(texts[0].get<std::string>().empty());
    CHECK_FALSE(texts[1].get<std::string>().empty());
    // The same places to fill.
    for (const char* place : {"{0}", "{1}", "{2}", "{3}"})
      CHECK(times(texts[0].get<std::string>(), place) == times(texts[1].get<std::string>(), place));
  }
  for (const CaseMeasure& measure : case_measures()) {
    INFO(measure.name);
    CHECK(labels.contains("m." + measure.name));
  }
  for (const Measure& measure : measures()) {
    INFO(measure.name);
    CHECK(labels.contains(fmt::format("m.{}", measure.name)));
  }
}

TEST_CASE("scripts ask for labels that are there, and no label is left over", "[html]") {
  const Json labels = Json::parse(labels_json());
  std::string scripts;
  for (const auto& entry : fs::directory_iterator(fs::path(THIRDRING_SOURCE_DIR) / "analysis/html/page"))
    if (entry.path().extension() == ".js") scripts += text_of(entry.path());
  // T("key" ...); with a + behind it the beginning of several keys.
  const std::regex asked("T\\(\"([^\"]+)\"( *\\+)?");
  std::set<std::string> whole{"c.busiest",    "c.worst",       "c.both",   "at_least", "at_most",
                              "interval_low", "interval_high", "band_low", "band_high"},
      beginnings{"m."};
  for (std::sregex_iterator it(scripts.begin(), scripts.end(), asked), end; it != end; ++it)
    ((*it)[2].matched ? beginnings : whole).insert((*it)[1]);
  beginnings.insert({"scale.level.", "scale.load."});
  for (const std::string& key : whole) {
    INFO(key);
    CHECK(labels.contains(key));
  }
  for (const auto& [key, texts] : labels.items()) {
    const std::string& label = key;
    INFO(label);
    CHECK((whole.count(label) == 1 ||
           std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& b) {
             return label.starts_with(b) && label.size() > b.size();
           })));
  }
}

TEST_CASE("data cannot leave the element in which it stands", "[html]") {
  CHECK(json_for_script("</script><!--&\xe2\x80\xa8\xe2\x80\xa9\"") ==
        "\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\\\"\"");
  // Bad UTF-8 becomes the sign for it.
  CHECK(json_for_script("a\xff") == "\"a\xef\xbf\xbd\"");
  const std::string bad = "{{script}}</script><script>alert(1)</script>{{data}}";
  const std::string html = page({{"kind", "run"}, {"name", bad}}, PageLanguage::en);
  CHECK(times(html, "<script") == 3);
  CHECK(times(html, "</script") == 3);
  CHECK(test::data_of(html)["name"] == bad);
}

TEST_CASE("a page lets nothing be asked from a network", "[html]") {
  const std::string html = page({{"kind", "run"}}, PageLanguage::zh);
  CHECK(html.find("default-src 'none'; script-src 'sha256-") != std::string::npos);
  CHECK(html.find("unsafe") == std::string::npos);
  CHECK(html.find("<html lang=\"zh-CN\">") != std::string::npos);
  for (const char* asks : {" src=", "@import", "url(", "<link"}) CHECK(html.find(asks) == std::string::npos);
}

TEST_CASE("every sentence of ours is there in Chinese, with the same values, and no other", "[html]") {
  const Json sentences = Json::parse(sentences_json());
  // Sentence("..." ...), words("...") and the rows of words({"...", ...}).
  const std::regex call("(?:Sentence|words|fact)\\(\\s*(?:Sentence\\()?\\s*((?:\"[^\"]*\"\\s*)+)"),
      list("words\\(\\{([^}]*)\\}\\)"), literal("\"([^\"]*)\"");
  // What is told of in other ways: units, and words that are chosen between.
  std::set<std::string> said{"period", "day", "run", "yes", "no", "at least", "at most"};
  for (std::size_t unit = 0; unit <= static_cast<std::size_t>(Unit::money); ++unit)
    said.insert(std::string(name_of(static_cast<Unit>(unit))));
  // Those that are passed on before a value is put into them.
  for (const char* what : {"the way there", "the work", "travel and work"})
    said.insert(fmt::format(
        "expected a deadline that leaves time for {} ({{:.4g}} min in the mean), got {{}}", what));
  const auto literals = [&](const std::string& text) {
    std::vector<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it)
      found.push_back((*it)[1]);
    return found;
  };
  for (const char* room : {"sim/scenario", "analysis/experiment", "analysis/xlsx", "analysis/html"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(THIRDRING_SOURCE_DIR) / room)) {
      if (entry.path().extension() != ".cpp") continue;
      const std::string text = text_of(entry.path());
      for (std::sregex_iterator it(text.begin(), text.end(), call), end; it != end; ++it) {
        std::string sentence;
        for (const std::string& part : literals((*it)[1])) sentence += part;
        said.insert(sentence);
      }
      for (std::sregex_iterator it(text.begin(), text.end(), list), end; it != end; ++it)
        for (const std::string& word : literals((*it)[1])) said.insert(word);
    }
  CHECK(said.size() > 60);
  for (const std::string& english : said) {
    INFO(english);
    CHECK(sentences.contains(english));
  }
  for (const auto& [english, chinese] : sentences.items()) {
    INFO(english);
    CHECK(said.contains(english));
    // As many places, filled in the same ways.
    const std::regex place("\\{\\d*(:[^}]*)?\\}");
    const auto formats = [&](const std::string& text) {
      std::multiset<std::string> found;
      for (std::sregex_iterator it(text.begin(), text.end(), place), end; it != end; ++it)
        found.insert((*it)[1]);
      return found;
    };
    CHECK(formats(english) == formats(chinese.get<std::string>()));
    // What has an order says it in every place.
    const std::string zh = chinese.get<std::string>();
    CHECK((!std::regex_search(zh, std::regex("\\{\\d")) || !std::regex_search(zh, std::regex("\\{[:}]"))));
  }
}

TEST_CASE("a sentence takes its values into other words", "[html]") {
  const Sentence sentence("{} of {:.2f}", std::string("a"), 0.5);
  CHECK(sentence.words() == "{} of {:.2f}");
  CHECK(sentence.text() == "a of 0.50");
  CHECK(sentence.text("{1:.2f}: {0}") == "0.50: a");
  CHECK_THROWS_AS(sentence.text("{2}"), fmt::format_error);
  CHECK(Sentence().text().empty());
  CHECK(in_language(Sentence("Intervals rest on {} replications: take {} or more to rely on them.", 3, 10),
                    PageLanguage::zh) == "置信区间只基于 3 次重复：至少取 10 次才可信赖。");
}
