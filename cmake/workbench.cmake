# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# cg_workbench(RESULT) builds the pages of web/ into one file and puts its path into RESULT, when Node 18.20 or newer and npm
# are here.  Without them, or when npm cannot fetch what web/package-lock.json names, RESULT is empty, a message says so,
# and the program has its plain sign-in page only.  CG_WORKBENCH=OFF leaves the pages out.

option(CG_WORKBENCH "build the pages of the workbench with Node, when it is here" ON)

function(cg_workbench result)
  set(${result} "" PARENT_SCOPE)
  if(NOT CG_WORKBENCH)
    message(STATUS "workbench: left out (CG_WORKBENCH=OFF); the program has its sign-in page only")
    return()
  endif()
  find_program(CG_NODE NAMES node nodejs)
  find_program(CG_NPM npm)
  mark_as_advanced(CG_NODE CG_NPM)
  set(node_version "0")
  if(CG_NODE)
    execute_process(COMMAND ${CG_NODE} -p process.versions.node OUTPUT_VARIABLE node_version OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  if(NOT CG_NODE OR NOT CG_NPM OR node_version VERSION_LESS 18.20)
    message(STATUS "workbench: not built, since there is no Node 18.20 with npm here (tools/setup demo installs them); the program has its sign-in page only")
    return()
  endif()

  set(web ${PROJECT_SOURCE_DIR}/web)
  set(fetched ${web}/node_modules/.package-lock.json)
  if(NOT EXISTS ${fetched} OR ${web}/package-lock.json IS_NEWER_THAN ${fetched})
    message(STATUS "workbench: fetching its libraries with npm (once)")
    execute_process(COMMAND ${CG_NPM} ci --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY ${web}
      RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE why)
    if(failed OR NOT EXISTS ${fetched})
      message(STATUS "workbench: not built, since npm could not fetch its libraries; the program has its sign-in page only\n${why}")
      return()
    endif()
    file(TOUCH ${fetched})
  endif()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/src/*.ts ${web}/src/*.tsx ${web}/src/*.css ${web}/build/*.ts)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/workbench)
  set(packed ${out}/workbench.pack)
  add_custom_command(OUTPUT ${packed}
    COMMAND ${CMAKE_COMMAND} -E env CG_WEB_OUT=${out} ${CG_NODE} node_modules/vite/bin/vite.js build --logLevel warn
    WORKING_DIRECTORY ${web} VERBATIM COMMENT "Building the pages of the workbench"
    DEPENDS ${sources} ${web}/package-lock.json ${web}/vite.config.ts ${web}/tsconfig.json ${web}/workbench.html
      ${PROJECT_SOURCE_DIR}/po/fr.po ${PROJECT_SOURCE_DIR}/po/es.po ${PROJECT_SOURCE_DIR}/po/ru.po ${PROJECT_SOURCE_DIR}/po/zh.po)
  set(${result} ${packed} PARENT_SCOPE)
endfunction()
