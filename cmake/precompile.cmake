# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Two precompiled headers, made once: of the standard library and fmt for the rooms (cg_precompiled), and with GoogleTest for
# the test programs (cg_precompiled_test), whose own sources are compiled with -O1: what they test is what people run.
# No header of ours is in them: a change in a room rebuilds that room and its users, as before.
# -D CG_FAST_BUILD=OFF for compilers that refuse them, and where several copies of the project share one ccache.

option(CG_FAST_BUILD "Precompiled headers, and sources of tests at -O1" ON)
set(CG_TEST_OPTIONS "")
if(NOT CG_FAST_BUILD OR CG_SANITIZE OR CG_FUZZ OR NOT CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  function(cg_precompile)
  endfunction()
  return()
endif()

if(CMAKE_BUILD_TYPE STREQUAL Release)
  set(CG_TEST_OPTIONS -O1)
endif()
# gcc 12 sees these within std::string where they are not, once its header is precompiled; builds without it look for them
# (check-sanitize).
target_compile_options(cg_flags INTERFACE -Wno-array-bounds -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow
  -Wno-stringop-overread)
find_package(fmt REQUIRED)
set(headers <algorithm> <filesystem> <functional> <map> <memory> <optional> <set> <span> <string> <string_view>
  <unordered_map> <vector> <fmt/format.h>)
file(WRITE ${PROJECT_BINARY_DIR}/precompiled.cpp "int main() { return 0; }\n")
add_library(cg_precompiled STATIC ${PROJECT_BINARY_DIR}/precompiled.cpp)
target_link_libraries(cg_precompiled PRIVATE cg_flags fmt::fmt)
target_precompile_headers(cg_precompiled PRIVATE ${headers})
add_executable(cg_precompiled_test EXCLUDE_FROM_ALL ${PROJECT_BINARY_DIR}/precompiled.cpp)
target_link_libraries(cg_precompiled_test PRIVATE cg_flags fmt::fmt GTest::gmock GTest::gtest)
target_compile_options(cg_precompiled_test PRIVATE ${CG_TEST_OPTIONS})
target_precompile_headers(cg_precompiled_test PRIVATE ${headers} <gmock/gmock.h> <gtest/gtest.h>)

# cg_precompile(TARGET FROM): FROM is cg_precompiled or cg_precompiled_test.
function(cg_precompile target from)
  target_precompile_headers(${target} REUSE_FROM ${from})
endfunction()
