#include "analysis/html/language.hpp"

#include "analysis/html/assets.hpp"
#include "analysis/report/json.hpp"

namespace thirdring {

namespace {

std::string chinese(const std::string& words) {
  static const Json sentences = Json::parse(assets::sentences);
  const auto found = sentences.find(words);
  return found == sentences.end() ? words : found->get<std::string>();
}

}  // namespace

std::string in_language(const std::string& words, PageLanguage language) {
  return language == PageLanguage::en ? words : chinese(words);
}

std::string in_language(const Sentence& sentence, PageLanguage language) {
  return sentence.text(in_language(sentence.words(), language));
}

std::string measure_in_language(const std::string& name, PageLanguage language) {
  static const Json labels = Json::parse(assets::labels);
  const auto found = language == PageLanguage::en ? labels.end() : labels.find("m." + name);
  return found == labels.end() ? name : (*found)[1].get<std::string>();
}

std::string labels_json() { return std::string(assets::labels); }
std::string sentences_json() { return std::string(assets::sentences); }

}  // namespace thirdring
