// Markov chains in continuous time, by uniformisation.
#pragma once
#include <Eigen/SparseCore>
#include <cstdint>
#include <vector>

namespace thirdring {

/// A generator: transitions are collected, then applied to row vectors (probabilities, forwards) or column
/// vectors (what is expected from each state, backwards).
class Generator {
 public:
  enum class Direction : std::uint8_t { forwards, backwards };
  Generator(Eigen::Index states, Direction direction)
      : states_(states), direction_(direction), leaving_(Eigen::VectorXd::Zero(states)) {}

  void add(Eigen::Index from, Eigen::Index to, double rate);
  /// Leaves for a state that is not among them and is worth nothing.
  void add_loss(Eigen::Index from, double rate) { leaving_[from] += rate; }
  void finish();

  /// The vector after so much time.  `integral`, where given, gets the vector's integral over that time
  /// added.
  Eigen::VectorXd after(double time, Eigen::VectorXd vector, Eigen::VectorXd* integral = nullptr) const;

 private:
  Eigen::Index states_;
  Direction direction_;
  Eigen::VectorXd leaving_;  // total rate out of each state
  std::vector<Eigen::Triplet<double>> entries_;
  Eigen::SparseMatrix<double, Eigen::RowMajor> step_;  // I + generator / rate_
  double rate_ = 0;
};

}  // namespace thirdring
