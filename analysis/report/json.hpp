// Pieces of JSON that several reports share.
#pragma once
#include <nlohmann/json.hpp>

#include "analysis/report/run_report.hpp"

namespace thirdring {

/// Version of the form of our JSON; grows when a reader would have to change.
inline constexpr int json_schema_version = 1;

/// Keys keep the order in which they are written.
using Json = nlohmann::ordered_json;

/// A number, or null for NaN.
Json json_number(double x);
/// The English texts of warnings or of sentences.
template <class Told>
Json texts_of(const std::vector<Told>& list) {
  Json texts = Json::array();
  for (const Told& told : list) texts.push_back(told.text());
  return texts;
}
/// estimate, low, high and replications.
void put(Json& to, const Estimate& estimate);
Json json_of(const Origin& origin, const Model& model);
/// Seed, replications, and how the run ended.
Json json_of(const RunOptions& options, std::uint64_t replications, bool interrupted);
/// What the nearest queueing formula would have said; null where there are no calls.
Json nearest_json(const Results& results);
/// Text with bad UTF-8 replaced, ending with a line feed.
std::string json_text(const Json& json);

}  // namespace thirdring
