// Cases: work that calls leave behind, from opening to closing.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/call.hpp"
#include "sim/center/case.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;

/// A case is a contact of its own: it waits in a queue like a call, with no patience and on no line, for the
/// first contact (where that is work of its own) and then for the work.  What else is known of it is kept
/// here.  Working hours are those of its agents: who serves callers too begins no case after close, others
/// work as long as they are on duty; a case in hand is always finished first.
class Cases {
 public:
  explicit Cases(Rooms& rooms);

  void start();
  /// A served call ends with the agent: perhaps it leaves a case behind.
  void after(const CallRecord& call);
  /// A conversation opens the `nth` case of this leg, after some more of it.
  void open(const CallRecord& call, CaseKindId kind, std::uint32_t nth, Seconds later);
  /// The case `note` is there.
  void opens(std::uint32_t note);
  /// An agent takes it up.
  void begin(CallRecord& call);
  /// The crew is on site.
  void arrives(CallRecord& call);
  /// The contact is made, or the work is done.
  void work_over(CallRecord& call);
  /// All is written up.
  void closes(std::uint32_t note);
  /// It has waited long enough for others, or its deadline is near.
  void overflow(CallRecord& call);
  /// The run is over.
  void finish();

  /// None is about to be opened.
  bool all_opened() const { return coming_ == 0; }
  /// Agents with a case.
  std::uint32_t in_hand() const { return in_hand_; }
  /// Cases in the queues.
  std::uint32_t waiting() const;
  /// Whether there can be any.
  bool any() const { return !types_.empty(); }

 private:
  struct Note : Case {
    std::uint64_t seed = 0;
    TypeId first_type = 0;
    AgentId agent = none;       // who writes it up
    Seconds escalates = never;  // of the present leg
    bool in_use = false, is_there = false;
  };

  Note& note_of(const CallRecord& call);
  const CaseKind& kind_of(const Note& note) const;
  std::uint32_t new_note();
  void leg_begins(CallRecord& call, Note& note);
  void seek_agent(CallRecord& call);
  void wait(CallRecord& call);
  void await_next_stage(CallRecord& call);
  bool in_last_stage(const CallRecord& call) const;
  void work(CallRecord& call, Note& note);
  void close(Note& note);

  Rooms& rooms_;
  std::vector<TypeId> types_;  // in which cases wait
  std::vector<Note> notes_;
  std::vector<std::uint32_t> free_, note_of_call_;
  std::uint32_t coming_ = 0, in_hand_ = 0;
};

}  // namespace thirdring
