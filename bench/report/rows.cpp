#include "bench/report/rows.hpp"

namespace thirdring::bench {
namespace {

std::vector<Row> per_call_rows(const Settings&) {
  // To add a comparison is to add a line: what, a workload and its replications, than which, bar and aim.
  return {
      per_call("a small day (30 agents), per call against EA100", "small_day", 1000, "ea100", 4, {1.6, 1.2}),
      per_call("20 types x 15 groups, per call against EA100", "skills", 3, "ea100", 4, {2.0, 1.5}),
      per_call("courier with its 34 conversation cases, per call against without", "courier_hotline", 20,
               "courier_plain", 20, {3.0, 2.0}),
  };
}

std::vector<Row> growth_rows(const Settings&) {
  return {
      growth("10 to 10,000 agents at equal load, per call",
             {"agents_10", "agents_100", "agents_1000", "agents_10000"}, {2.0, 1.3}),
      growth("1 to 100 call types at equal volume, per call", {"types_1", "types_10", "types_100"},
             {1.6, 1.3}),
  };
}

std::vector<Row> trace_rows(const Settings&) {
  return {
      trace("trace of a million calls of EA100, against without", "ea100", 17, {3.0, 1.5}),
      trace("trace of a million calls of the courier, against without", "courier_hotline", 490, {3.0, 1.5}),
  };
}

}  // namespace

std::vector<Part> parts() {
  return {{"limit", against_limit}, {"instructions", instructions}, {"per call", per_call_rows},
          {"growth", growth_rows},  {"national", national},         {"memory", memory},
          {"check", check},         {"threads", threads, true},     {"trace", trace_rows}};
}

}  // namespace thirdring::bench
