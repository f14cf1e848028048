// limit [CALLS [SEED [AGENTS]]]: the hand-specialised event-driven program.
#include "bench/limit/main.hpp"

int main(int argc, char** argv) { return thirdring::limit::run(argc, argv, thirdring::limit::event_driven); }
