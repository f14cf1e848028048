#include "analysis/experiment/spoken.hpp"

#include <algorithm>
#include <map>

namespace thirdring {
namespace {

using Kind = Spoken::Kind;
using Op = Program::Op;

// The types whose conversations have such a step.
std::vector<TypeId> types_with(const Model& model, Op op, std::uint32_t to) {
  std::vector<TypeId> types;
  for (TypeId t = 0; t < model.call_types.size(); ++t)
    if (const auto& program = model.call_types[t].conversation;
        program && std::any_of(program->steps.begin(), program->steps.end(),
                               [&](const Program::Step& step) { return step.op == op && step.to == to; }))
      types.push_back(t);
  return types;
}

void add(std::vector<Spoken>& all, const Model& model, Kind kind, Op op, std::uint32_t id, std::string name) {
  const std::vector<TypeId> types = types_with(model, op, id);
  if (!types.empty())
    all.push_back({kind, std::move(name), types, std::vector<std::uint32_t>(types.size(), id)});
}

void add_situations(std::vector<Spoken>& all, const Model& model) {
  std::map<std::string, std::size_t> places;
  for (SituationId id = 0; id < model.situations.size(); ++id) {
    const Situation& situation = model.situations[id];
    const std::string name = "situation." + situation.conversation + '.' + situation.name;
    const auto [place, is_new] = places.try_emplace(name, all.size());
    if (is_new) all.push_back({Kind::situation, name, {}, {}});
    all[place->second].types.push_back(situation.type);
    all[place->second].ids.push_back(id);
  }
}

}  // namespace

double Spoken::amount(const Totals& totals, std::size_t type, std::uint32_t stretch) const {
  const TypeId t = types[type];
  switch (kind) {
    case Kind::situation:
      return totals.happened(ids[type], stretch);
    case Kind::counter:
      return totals.counted(ids[type], t, stretch);
    case Kind::end:
      return totals.ended(ids[type], t, stretch);
    case Kind::revenue:
      return totals.revenue(t, stretch);
  }
  return 0;
}

std::string_view Spoken::per_call_name() const {
  return kind == Kind::situation || kind == Kind::end ? "share" : "per_call";
}

Unit Spoken::unit(bool per_day) const {
  if (kind == Kind::revenue) return Unit::money;
  if (per_day) return Unit::calls;
  return kind == Kind::counter ? Unit::number : Unit::share;
}

std::vector<Spoken> spoken_in(const Model& model) {
  std::vector<Spoken> all;
  add_situations(all, model);
  for (CounterId c = 0; c < model.counters.size(); ++c)
    add(all, model, Kind::counter, Op::count, c, "counter." + model.counters[c]);
  for (std::uint32_t e = 0; e < model.ends.size(); ++e)
    add(all, model, Kind::end, Op::end, e, "end." + model.ends[e]);
  add(all, model, Kind::revenue, Op::earn, 0, "revenue");
  return all;
}

const std::vector<SpokenMeasure>& spoken_measures() {
  static const std::vector<SpokenMeasure> all = {
      {"situation.*", Unit::calls,
       "Times per day that a situation of a conversation happened: situation.CONVERSATION.NAME."},
      {"situation.*.share", Unit::share,
       "The same for each answered call of the types with this conversation (more than 100 % is possible in "
       "the stage hold, which follows each hold)."},
      {"counter.*", Unit::calls, "What a counter of conversations was counted up per day."},
      {"counter.*.per_call", Unit::number,
       "The same for each answered call of the types whose conversations have it."},
      {"end.*", Unit::calls, "Calls per day that a conversation ended by this name."},
      {"end.*.share", Unit::share,
       "Share of the answered calls, of the types whose conversations have it, that ended so."},
      {"revenue", Unit::money, "What conversations earned per day."},
      {"revenue.per_call", Unit::money,
       "The same for each answered call of the types whose conversations earn anything."},
  };
  return all;
}

const std::vector<SpokenMeasure>& outage_measures() {
  static const std::vector<SpokenMeasure> all = {
      {"outage.*", Unit::number, "Times per day that equipment of the centre failed."},
      {"outage.*.time_down", Unit::share, "Share of the open time in which it was out of order."},
      {"power_cuts.*", Unit::number, "Times per day that a served area lost power."},
      {"power_cuts.*.time_down", Unit::share, "Share of the open time in which it had none."},
  };
  return all;
}

}  // namespace thirdring
