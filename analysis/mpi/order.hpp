// What ranks tell each other, as bytes.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "analysis/sweep/ledger.hpp"

namespace thirdring::mpi {

/// A job, with all that is needed to do it elsewhere.
struct Order {
  std::uint64_t number = 0;  ///< of the job
  sweep::Job job;
  /// Of another rank without values and model, which is made again from the content.
  std::shared_ptr<const sweep::Point> point;
};

struct Answer {
  std::uint64_t number = 0;                      ///< of the job
  std::vector<sweep::Replication> replications;  ///< fewer than asked for when stopped
  std::string error;                             ///< empty if all went well
};

std::string encoded(const Order& order);
std::string encoded(const Answer& answer);
Order decoded_order(const std::string& bytes);
Answer decoded_answer(const std::string& bytes);

}  // namespace thirdring::mpi
