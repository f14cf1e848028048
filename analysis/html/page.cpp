#include "analysis/html/page.hpp"

#include <fmt/format.h>

#include "analysis/html/assets.hpp"

namespace thirdring {
namespace {

/// The template with each {{name}} replaced, once and in order, so that nothing replaced is looked at again.
std::string fill(std::string_view text,
                 const std::vector<std::pair<std::string_view, std::string_view>>& values) {
  std::string filled;
  for (const auto& [name, value] : values) {
    const std::size_t at = text.find(name);
    filled.append(text.substr(0, at)).append(value);
    text.remove_prefix(at + name.size());
  }
  return filled.append(text);
}

}  // namespace

std::string json_for_script(const Json& json) {
  const std::string plain = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string text;
  text.reserve(plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::string_view separator = std::string_view(plain).substr(i, 3);
    if (plain[i] == '<' || plain[i] == '>' || plain[i] == '&') {
      text += fmt::format("\\u{:04x}", static_cast<unsigned>(plain[i]));
    } else if (separator == "\xe2\x80\xa8" || separator == "\xe2\x80\xa9") {
      text += separator.back() == '\xa8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      text += plain[i];
    }
  }
  return text;
}

std::string page(const Json& data, PageLanguage language) {
  const bool chinese = language == PageLanguage::zh;
  const std::string policy =
      fmt::format("default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
                  assets::script_hash, assets::style_hash);
  const std::string labels = json_for_script(Json::parse(assets::labels));
  return fill(assets::page, {{"{{lang}}", chinese ? "zh-CN" : "en"},
                             {"{{policy}}", policy},
                             {"{{style}}", assets::style},
                             {"{{labels}}", labels},
                             {"{{data}}", json_for_script(data)},
                             {"{{script}}", assets::script}});
}

}  // namespace thirdring
