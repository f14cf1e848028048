#include "analysis/mpi/order.hpp"

#include <nlohmann/json.hpp>

namespace thirdring::mpi {
namespace {

using Json = nlohmann::json;

std::string as_bytes(const Json& json) {
  std::string bytes;
  Json::to_cbor(json, bytes);
  return bytes;
}

}  // namespace

std::string encoded(const Order& order) {
  const sweep::Point& point = *order.point;
  return as_bytes({order.number, order.job.position, order.job.first, order.job.n, point.content,
                   point.directory, point.seed, point.key});
}

Order decoded_order(const std::string& bytes) {
  const Json json = Json::from_cbor(bytes);
  const auto point = std::make_shared<sweep::Point>();
  point->content = json[4].get<std::string>();
  point->directory = json[5].get<std::string>();
  point->seed = json[6].get<std::uint64_t>();
  point->key = json[7].get<std::string>();
  return {json[0].get<std::uint64_t>(),
          {json[1].get<std::size_t>(), json[2].get<std::uint64_t>(), json[3].get<std::uint64_t>()},
          point};
}

std::string encoded(const Answer& answer) {
  Json rows = Json::array();
  for (const sweep::Replication& replication : answer.replications)
    rows.push_back(
        {replication.number, Json::binary({replication.record.begin(), replication.record.end()})});
  return as_bytes({answer.number, rows, answer.error});
}

Answer decoded_answer(const std::string& bytes) {
  const Json json = Json::from_cbor(bytes);
  Answer answer{json[0].get<std::uint64_t>(), {}, json[2].get<std::string>()};
  for (const Json& row : json[1]) {
    const Json::binary_t& record = row[1].get_binary();
    answer.replications.push_back({row[0].get<std::uint64_t>(), {record.begin(), record.end()}});
  }
  return answer;
}

}  // namespace thirdring::mpi
