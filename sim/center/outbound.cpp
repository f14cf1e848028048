#include "sim/center/outbound.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

Outbound::Outbound(Rooms& rooms) : rooms_(rooms), contacts_(rooms.model.outbound.size()) {}

void Outbound::start(std::uint64_t seed, std::uint64_t replication) {
  for (std::size_t l = 0; l < contacts_.size(); ++l)
    contacts_[l] =
        Stream(seed, "calls/" + rooms_.model.call_types[rooms_.model.outbound[l].type].name, replication);
}

void Outbound::day_begins() {
  for (std::size_t l = 0; l < contacts_.size(); ++l) {
    const OutboundList& list = rooms_.model.outbound[l];
    CallRecord contact;
    contact.first_type = contact.type = list.type;
    contact.law = &rooms_.model.call_types[list.type];
    contact.queue = rooms_.queues.entry(list.type);
    contact.arrived = contact.asked = rooms_.now;
    contact.credit = rooms_.period;
    for (std::uint32_t i = 0; i < list.contacts; ++i) {
      CallRecord& call = rooms_.calls.create(contact);
      call.seed = contacts_[l]();
      call.contact = rooms_.entrance.next_contact();
      CallAside& aside = rooms_.calls.aside(call);
      aside.tries = 1;
      aside.requested = rooms_.now;
      aside.due = rooms_.now + call.law->callback->due;
      rooms_.callbacks.ready(call);
    }
  }
}

}  // namespace thirdring
