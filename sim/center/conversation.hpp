// What agent and caller say to each other beside the matter itself.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/call.hpp"
#include "sim/model/conversation.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;

/// Plays the program of a call's type.  What happens without anybody else seeing it is drawn in one go, up to
/// the next hold, passing on or end, for which one event is scheduled.  The draws of each situation are its
/// own, so that one situation more moves no other.
class Conversation {
 public:
  struct HoldTimes {
    Seconds lasts, stays;  ///< the caller hangs up when it lasts longer than they stay
  };

  explicit Conversation(Rooms& rooms) : rooms_(rooms) {}

  /// Whether the call's leg has one.
  static bool goes_on_in(const CallRecord& call);
  /// `talk`: how long they talk about the matter itself.
  void begin(CallRecord& call, Seconds talk);
  /// A hold begins: how long.
  HoldTimes hold_times(CallRecord& call);
  void hold_over(CallRecord& call);
  /// A stretch of talk is over: what it led to happens.  True if that is the end of all.
  bool is_over(CallRecord& call);
  /// The leg has ended: the caller waits at home for the callback promised, calls again, or is gone.
  void leave(CallRecord& call);

 private:
  /// What is noted of a call while it has an agent.
  struct Notes {
    Stream script{};  ///< of the present situation's draws
    Seconds talk = 0;
    double spoken = 0;  ///< share of the talk
    double talk_factor = 1;
    std::uint32_t at = 0;  ///< step
    std::uint32_t holds = 0;
    std::uint32_t cases = 0;                     ///< opened
    std::uint32_t promise = none;                ///< the callback promised, if a step did it
    const Distribution* redial_delay = nullptr;  ///< when a step decided that the caller calls again
  };

  void play(CallRecord& call, Notes& notes);
  bool type_holds(CallRecord& call) const;
  std::uint32_t choose(const CallRecord& call, const Notes& notes, const Program::Choice& choice) const;
  bool holds(const CallRecord& call, const Program::Conditions& when) const;
  double asked(const CallRecord& call, Program::Condition::Of of) const;
  unsigned bit(const CallRecord& call, Program::Condition::Of of) const;
  Stream draws(const CallRecord& call, const Notes& notes, SituationId situation) const;
  bool passes_on(CallRecord& call, const Program::Step& step);

  Rooms& rooms_;
  std::vector<Notes> notes_;  // by call
};

}  // namespace thirdring
