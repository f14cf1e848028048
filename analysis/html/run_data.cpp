#include "analysis/experiment/doubts.hpp"
#include "analysis/html/html_report.hpp"
#include "analysis/html/page.hpp"
#include "analysis/html/pieces.hpp"
#include "analysis/report/repeat.hpp"

namespace thirdring {
namespace {

Json staffing_data(const Results& results, const Gathered& gathered, const Aim& aim) {
  const Required required = required_agents(results, gathered.columns, aim);
  Json agents = Json::array(), load = Json::array();
  for (const double x : required.agents) agents.push_back(short_number(x));
  for (const double x : required.load) load.push_back(short_number(x));
  return {{"formula", required.formula}, {"required", agents}, {"load", load}};
}

}  // namespace

Json warning_data(const Origin& origin, PageLanguage language) {
  Json texts = Json::array();
  for (const Warning& warning : origin.warnings)
    texts.push_back(warning.place + in_language(warning.sentence, language));
  return texts;
}

Json origin_data(const Experiment& experiment, const Origin& origin, PageLanguage language) {
  const Results& results = experiment.results;
  const Model& model = results.model();
  const RunOptions& options = experiment.options;
  Json doubtful = Json::array();
  for (const Sentence& doubt : doubts(experiment)) doubtful.push_back(in_language(doubt, language));
  return {{"file", origin.scenario},
          {"hash", origin.hash},
          {"version", origin.version},
          {"overrides", origin.overrides},
          {"warnings", warning_data(origin, language)},
          {"doubts", doubtful},
          {"start", model.calendar.start},
          {"clock", model.calendar.clock},
          {"days", model.calendar.days.size()},
          {"seed", options.seed},
          {"replications", results.replications()},
          {"observations", results.observations()},
          {"asked_for", options.replications},
          {"interrupted", experiment.interrupted},
          {"precise", experiment.precise()},
          {"calls", results.calls()},
          {"engine", name_of(experiment.engine)},
          {"command", repeat_command(experiment, origin)}};
}

Json agreement_data(const Results& results) {
  const Model& model = results.model();
  Json agreements = Json::array();
  for (std::size_t a = 0; a < model.agreements.size(); ++a) {
    const Agreement& agreement = model.agreements[a];
    const AgreementResult result = results.agreement(a);
    constexpr std::array<const char*, 3> per = {"period", "day", "run"};
    agreements.push_back({{"name", agreement.name},
                          {"at_least", agreement.at_least},
                          {"limit", json_number(agreement.limit)},
                          {"unit", name_of(unit_of(agreement))},
                          {"per", per[static_cast<std::size_t>(agreement.per)]},
                          {"fine", agreement.penalty},
                          {"breached", result.breached},
                          {"achieved", short_estimate(result.achieved)},
                          {"breach", short_estimate(result.breach)},
                          {"shortfall", short_estimate(result.shortfall)},
                          {"penalty", short_estimate(result.penalty)}});
  }
  return agreements;
}

std::string html_report(const Experiment& experiment, const Origin& origin, PageLanguage language) {
  const Results& results = experiment.results;
  const Model& model = results.model();
  const Aim aim = aim_of(model);
  const Gathered gathered = gather(experiment, aim);
  Json data = {{"kind", "run"}, {"name", model.name}, {"why", model.why}, {"currency", model.currency}};
  data["run"] = origin_data(experiment, origin, language);
  data["agreements"] = agreement_data(results);
  data["aim"] = {{"share", aim.share}, {"within", aim.within}};
  if (aim.agreement) {
    const Agreement& agreement = model.agreements[*aim.agreement];
    Json& of = data["aim"]["of"] = Json::array();
    for (const TypeId t : agreement.of) of.push_back(model.call_types[t].name);
    data["aim"]["agreement"] = agreement.name;
  }
  data["period"] = model.calendar.period_length;
  data["acceptable_wait"] = model.measuring.acceptable_wait;
  data["tables"] = table_data(results);
  if (gathered.days.empty()) return page(data, language);

  data["day"] = day_data(gathered, aim);
  data["staffing"] = staffing_data(results, gathered, aim);
  data["groups"] = group_data(model, gathered);
  data["heat"] = heat_data(model, gathered);
  data["waits"] = wait_data(model, gathered);
  const std::vector<OneMore> plans = one_more_each(model, gathered);
  data["one_more"] = one_more_data(plans, compare_one_more(experiment, plans));
  const GatheredDay& worst = gathered.days[gathered.worst];
  data["replay"] = replay_data(
      model, replay(model, experiment.options.seed, worst.replication, worst_day(model, gathered, worst)));
  return page(data, language);
}

}  // namespace thirdring
