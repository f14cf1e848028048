#include "analysis/mpi/crew.hpp"

namespace thirdring::mpi {

Crew::Crew(unsigned threads, Engine engine, std::string program)
    : engine_(engine), program_(std::move(program)) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Crew::~Crew() {
  stop();
  {
    const std::lock_guard lock(mutex_);
    home_ = true;
  }
  come_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Crew::give(Order order) {
  {
    const std::lock_guard lock(mutex_);
    orders_.push_back(std::move(order));
  }
  come_.notify_one();
}

std::optional<Answer> Crew::take() {
  const std::lock_guard lock(mutex_);
  if (answers_.empty()) return std::nullopt;
  Answer answer = std::move(answers_.front());
  answers_.pop_front();
  return answer;
}

void Crew::work() {
  // The model of the point before, as the next job is often of the same one.
  std::string key;
  std::shared_ptr<const Model> model;
  for (;;) {
    std::unique_lock lock(mutex_);
    come_.wait(lock, [&] { return home_ || !orders_.empty(); });
    if (home_) return;
    const Order order = std::move(orders_.front());
    orders_.pop_front();
    lock.unlock();
    Answer answer = done(order, key, model);
    lock.lock();
    answers_.push_back(std::move(answer));
  }
}

Answer Crew::done(const Order& order, std::string& key, std::shared_ptr<const Model>& model) const {
  Answer answer{order.number, {}, ""};
  if (stopped_) return answer;
  const sweep::Point& point = *order.point;
  try {
    if (point.key != key)
      model = point.model ? point.model : std::make_shared<const Model>(sweep::model_of(point, program_));
    key = point.key;
    answer.replications = sweep::run_job(*model, point.seed, order.job, engine_, &stopped_);
  } catch (const std::exception& error) {
    answer.error = error.what();
  }
  return answer;
}

}  // namespace thirdring::mpi
