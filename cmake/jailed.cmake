# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# cg_jailed_program(NAME ROOM): a program that reads untrusted files in the sandbox, from main.cpp and its room.  It stands
# beside the program that starts it.
#
# ThreadSanitizer reads /proc, which the sandbox does not have, so what is built with it does not start there.  These
# programs have one thread: beside a build with it they are built without, in a folder of their own.
include(GNUInstallDirs)
include(ExternalProject)

function(cg_jailed_program name room)
  if(NOT CG_SANITIZE_THREADS)
    add_executable(${name} main.cpp)
    target_link_libraries(${name} PRIVATE ${room})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
    install(TARGETS ${name} DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/commonground)
    return()
  endif()
  set(there ${PROJECT_BINARY_DIR}/bin/${name})
  get_property(before GLOBAL PROPERTY cg_jailed_programs)  # one after the other: they share that folder
  set_property(GLOBAL APPEND PROPERTY cg_jailed_programs ${name}-plain)
  ExternalProject_Add(${name}-plain
    DEPENDS ${before}
    SOURCE_DIR ${PROJECT_SOURCE_DIR}
    BINARY_DIR ${PROJECT_BINARY_DIR}/jailed
    LIST_SEPARATOR |
    CMAKE_ARGS -DCMAKE_BUILD_TYPE=Release -DCG_FAST_BUILD=ON "-DCG_ONLY=core|model|rules|ingest"
    BUILD_COMMAND ${CMAKE_COMMAND} --build <BINARY_DIR> --target ${name}
    BUILD_ALWAYS ON
    INSTALL_COMMAND ${CMAKE_COMMAND} -E copy_if_different <BINARY_DIR>/bin/${name} ${there}
    BUILD_BYPRODUCTS ${there})
  add_executable(${name} IMPORTED GLOBAL)
  set_target_properties(${name} PROPERTIES IMPORTED_LOCATION ${there})
  add_dependencies(${name} ${name}-plain)
endfunction()
