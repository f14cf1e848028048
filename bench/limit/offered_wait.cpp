// offered_wait [CALLS [SEED [AGENTS]]]: the recursion without events.
#include "bench/limit/main.hpp"

int main(int argc, char** argv) { return thirdring::limit::run(argc, argv, thirdring::limit::offered_wait); }
