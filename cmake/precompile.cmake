# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Two precompiled headers, made once: of the standard library and fmt for the rooms (cg_precompiled), and with GoogleTest for
# the test programs (cg_precompiled_test), whose own sources are compiled with -O1: what they test is what people run.
# No header of ours is in them: a change in a room rebuilds that room and its users, as before.
# And sources of a room are compiled eight at a time (a unity build), since most of a source's time is that of the headers
# it includes; compiled_alone.txt names those that cannot be.
# -D CG_FAST_BUILD=OFF compiles each source by itself, without them: for compilers that refuse them, to see that each source
# includes what it uses, and where several copies of the project share one ccache.

option(CG_FAST_BUILD "Precompiled headers, unity builds, and sources of tests at -O1" ON)
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

file(STRINGS ${PROJECT_SOURCE_DIR}/cmake/compiled_alone.txt CG_COMPILED_ALONE REGEX "^[^#]")
foreach(source IN LISTS CG_COMPILED_ALONE)
  if(NOT EXISTS ${PROJECT_SOURCE_DIR}/${source})
    message(FATAL_ERROR "cmake/compiled_alone.txt names ${source}, which is not there: take the line out")
  endif()
endforeach()

# cg_precompile(TARGET FROM): FROM is cg_precompiled or cg_precompiled_test.
function(cg_precompile target from)
  target_precompile_headers(${target} REUSE_FROM ${from})
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    file(REAL_PATH ${source} name)
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${name})
    if(name IN_LIST CG_COMPILED_ALONE)
      set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
  endforeach()
endfunction()
