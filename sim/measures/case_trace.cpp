#include "sim/measures/case_trace.hpp"

#include <fmt/format.h>

#include "sim/center/run_error.hpp"
#include "sim/measures/call_trace.hpp"

namespace thirdring {

CaseTrace::CaseTrace(const Model& model) {
  for (const CaseKind& kind : model.cases) kinds_.push_back(csv_field(kind.name));
  for (const CallType& type : model.call_types) types_.push_back(csv_field(type.name));
}

std::string_view CaseTrace::header() {
  return "replication,case,contact,opened_by,from_type,opened,contacted,on_site,answered,closed,contact_by,"
         "on_site_by,answer_by,close_by,escalated,until,state\n";
}

void CaseTrace::start(std::uint64_t replication) {
  replication_ = replication;
  rows_.clear();
}

void CaseTrace::case_ends(const Case& c) {
  // The rows of a replication are kept until its turn comes.
  constexpr std::size_t most = std::size_t{1} << 29U;
  if (rows_.size() > most) throw RunError("more than 512 MiB of rows on cases in one replication");
  const auto moment = [](Seconds at) { return at == never ? "," : fmt::format(",{:.3f}", at); };
  rows_ +=
      fmt::format("{},{},{},{},{}", replication_, kinds_[c.kind], c.contact, c.opened_by, types_[c.from]);
  rows_ += moment(c.opened);
  for (const Seconds at : c.done) rows_ += moment(at);
  for (const Seconds at : c.promised) rows_ += moment(at);
  rows_ += moment(c.escalated) + moment(c.until);
  const char* state = "opened";
  if (c.at(CaseStep::contacted) < never) state = "contacted";
  if (c.at(CaseStep::on_site) < never) state = "on_site";
  if (c.at(CaseStep::answered) < never) state = "answered";
  if (!c.open()) state = "closed";
  rows_ += fmt::format(",{}\n", state);
}

}  // namespace thirdring
