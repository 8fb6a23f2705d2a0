# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# cg_room(NAME [USES libraries...]) makes one static library cg_NAME of every source below the folder (tests left out)
# and one test program NAME_test of every *_test.cpp below it.  A file is found by its name: adding a source needs no
# line here.  Tests whose suite name ends in "Slow" carry the ctest label slow, all others fast.

find_program(CG_CCACHE ccache)
if(CG_CCACHE)
  # Precompiled headers need it told that times and macros of them do not count.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CG_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CG_CCACHE})
endif()
find_program(CG_MOLD mold)
find_program(CG_LLD ld.lld)
if(CG_MOLD)
  add_link_options(-fuse-ld=mold)
elseif(CG_LLD)
  add_link_options(-fuse-ld=lld)
endif()

find_package(GTest REQUIRED)
find_package(Threads REQUIRED)

add_library(cg_flags INTERFACE)
target_compile_options(cg_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  $<$<BOOL:${CG_WERROR}>:-Werror> $<$<BOOL:${CG_WERROR}>:-Werror=unused-result> -fstack-protector-strong)
target_compile_definitions(cg_flags INTERFACE _GLIBCXX_ASSERTIONS CG_VERSION="${PROJECT_VERSION}")
target_include_directories(cg_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(CG_SANITIZE)
  target_compile_definitions(cg_flags INTERFACE CG_SANITIZE)
  target_compile_options(cg_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
    -Wno-maybe-uninitialized)  # gcc 12 sees one within <regex> that is not there, only when it instruments
  target_link_options(cg_flags INTERFACE -fsanitize=address,undefined)
endif()
if(CG_SANITIZE_THREADS)  # CG_SANITIZE lifts the jail's limit on addresses, which this needs in terabytes
  target_compile_definitions(cg_flags INTERFACE CG_SANITIZE)
  target_compile_options(cg_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer -Wno-tsan -Wno-maybe-uninitialized)
  target_link_options(cg_flags INTERFACE -fsanitize=thread)
endif()

if(CG_FUZZ)
  target_compile_options(cg_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr -Wno-error
    -UTOML_HEADER_ONLY -UTOML_SHARED_LIB)  # clang 14 does not take toml++ as a shared library
  target_link_options(cg_flags INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr)
endif()

include(GoogleTest)
include(cmake/precompile.cmake)   # cg_precompile()

function(cg_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PROPERTIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE cg_flags ${ARG_USES} GTest::gmock GTest::gtest_main)
  target_compile_options(${name} PRIVATE ${CG_TEST_OPTIONS})
  cg_precompile(${name} cg_precompiled_test)
  target_compile_definitions(${name} PRIVATE CG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(${name} TEST_FILTER "-*Slow*" DISCOVERY_TIMEOUT 300 PROPERTIES LABELS fast TIMEOUT 600 ${ARG_PROPERTIES})
  gtest_discover_tests(${name} TEST_FILTER "*Slow*" TEST_LIST ${name}_slow DISCOVERY_TIMEOUT 300
    PROPERTIES LABELS slow TIMEOUT 900 ${ARG_PROPERTIES})
endfunction()

function(cg_room name)
  cmake_parse_arguments(ARG "" "EXCEPT" "USES;PRIVATE_USES;TEST_USES;TEST_PROPERTIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp)
  if(ARG_EXCEPT)  # sub-rooms that are programs of their own: a regular expression
    list(FILTER sources EXCLUDE REGEX "/${ARG_EXCEPT}/[^/]*$")
  endif()
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$|/main\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(sources)
    add_library(cg_${name} STATIC ${sources})
    target_link_libraries(cg_${name} PUBLIC cg_flags ${ARG_USES} PRIVATE ${ARG_PRIVATE_USES})
    cg_precompile(cg_${name} cg_precompiled)
  else()
    add_library(cg_${name} INTERFACE)
    target_link_libraries(cg_${name} INTERFACE cg_flags ${ARG_USES})
  endif()
  if(tests)
    cg_test(${name}_test SOURCES ${tests} USES cg_${name} ${ARG_TEST_USES} PROPERTIES ${ARG_TEST_PROPERTIES})
  endif()
endfunction()
