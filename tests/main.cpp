// Version 2 of Catch brings no main() of its own.
#ifdef THIRDRING_CATCH_V2
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
