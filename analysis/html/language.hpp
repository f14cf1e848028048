// What we say to people, in the language of their report.
#pragma once
#include <string>

#include "sim/model/sentence.hpp"

namespace thirdring {

enum class PageLanguage : std::uint8_t { en, zh };

/// In Chinese as page/sentences.json has it; in English where it has nothing.
std::string in_language(const Sentence& sentence, PageLanguage language);
/// The same of words without values.
std::string in_language(const std::string& words, PageLanguage language);
/// A measure's name in English; its label in Chinese, where labels.json has one.
std::string measure_in_language(const std::string& name, PageLanguage language);

/// Labels, by key and language ("en", "zh"), as JSON.
std::string labels_json();
/// Chinese words by English ones, as JSON.
std::string sentences_json();

}  // namespace thirdring
