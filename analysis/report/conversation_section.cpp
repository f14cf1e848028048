#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace thirdring {
namespace {

using Kind = Spoken::Kind;

/// The name without what all of its table have in common: the kind, and the conversation if there is only
/// one.
std::string short_name(const Spoken& spoken, bool with_conversation) {
  std::string name = spoken.name;
  const std::size_t kind = name.find('.');
  if (kind != std::string::npos) name.erase(0, kind + 1);
  if (spoken.kind == Kind::situation && !with_conversation) name.erase(0, name.find('.') + 1);
  return name;
}

bool several_conversations(const Model& model) {
  return std::any_of(model.situations.begin(), model.situations.end(), [&](const Situation& situation) {
    return situation.conversation != model.situations.front().conversation;
  });
}

/// Names down; per day, for each call, and for each call of the types across, three of them at a time.
std::string table(const Results& results, const Style& style, Kind kind, const std::string& title) {
  constexpr std::size_t columns = 3;
  const Model& model = results.model();
  const auto& all = results.slots().spoken();
  std::set<TypeId> met;
  for (const Spoken& spoken : all)
    if (spoken.kind == kind) met.insert(spoken.types.begin(), spoken.types.end());
  const std::vector<TypeId> types(met.begin(), met.end());
  const bool by_type = types.size() > 1, with_conversation = several_conversations(model);
  std::string result;
  for (std::size_t from = 0; from < types.size(); from += columns) {
    const std::size_t to = by_type ? std::min(types.size(), from + columns) : from;
    std::vector<std::string> header{title};
    if (from == 0) header.insert(header.end(), {"per day", "per call"});
    for (std::size_t i = from; i < to; ++i) header.push_back(model.call_types[types[i]].name);
    TextTable rows(header);
    for (std::size_t s = 0; s < all.size(); ++s) {
      if (all[s].kind != kind) continue;
      std::vector<std::string> row{short_name(all[s], with_conversation)};
      const auto cell = [&](bool per_day, const Scope& scope) {
        row.push_back(in_words(results.spoken(s, per_day, scope), all[s].unit(per_day), model.currency));
      };
      if (from == 0) cell(true, {}), cell(false, {});
      for (std::size_t i = from; i < to; ++i) cell(false, {Scope::Kind::type, types[i]});
      rows.add(row);
    }
    if (!rows.empty()) result += rows.text(style) + '\n';
  }
  return result;
}

}  // namespace

std::string conversation_section(const Results& results, const Style& style) {
  return table(results, style, Kind::situation, "Situations") +
         table(results, style, Kind::counter, "Counters") +
         table(results, style, Kind::end, "Calls ended by name") +
         table(results, style, Kind::revenue, "Revenue");
}

}  // namespace thirdring
