// The test framework, whichever of its two major versions the system has.
#pragma once
#ifdef THIRDRING_CATCH_V2
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
using Catch::Approx;
#endif
