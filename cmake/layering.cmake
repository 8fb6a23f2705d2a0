# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later

# Fails when a file under ROOT includes a folder its own folder may not use.
# Run:  cmake -DROOT=src -P layering.cmake          (a ctest entry calls this)
# Tests are skipped: a test may reach up (LevelDB's table_test.cc does).
# EDGES is the whole architecture: "folder: what it may include besides itself".
# UNSEEN is what a folder's files may not even reach through what they include: content leaves the store through the read
# gateway (src/app/gateway) and no other way.
# PLACES is where headers of use cases may name a path: a use case takes ids and values, and gives values or bytes; the
# doors open and write files.  Where a place is what it is about, the reason stands beside it.
cmake_minimum_required(VERSION 3.25)
if(NOT EDGES)
  set(EDGES
    "core:" "model:core" "rules:core,model"
    "verify:core,model,rules" "select:core,model" "ingest:core,model,rules"
    "coding:core,model" "context:core,model" "compare:core,model" "publish:core,model,rules"
    "store:core,model,rules"
    "app:core,model,rules,verify,select,ingest,coding,context,compare,publish,store"
    "server:core,model,app" "cli:core,model,app"
    "program:core,model,app,server,cli")
endif()
if(NOT UNSEEN)
  set(UNSEEN "publish:store" "cli:store" "server:store" "program:store")
endif()
if(NOT PLACES)
  set(PLACES
    app/new_study.h                  # a study folder is the form itself
    app/open_study.h                 # the same: a folder that is imported, and the study file beside it
    app/backup/backup_study.h        # sealed files with their lists of withdrawals beside them, in folders of a person
    app/backup/scratch.h             # within the room: where a backup is opened to be looked at
    app/import/files_to_keep.h       # within the room: originals in the study folder
    app/withdrawal/list_place.h      # within the room: the list beside the study
    app/forms/edition.h              # programs of the machine that draw other forms of a report
    app/forms/print.h app/forms/tool.h app/forms/word.h)
endif()
set(folders "")
foreach(edge IN LISTS EDGES)
  string(REGEX MATCH "^([a-z]+):(.*)$" _ "${edge}")
  list(APPEND folders ${CMAKE_MATCH_1})
  set(from ${CMAKE_MATCH_1})
  string(REPLACE "," ";" may_${from} "${CMAKE_MATCH_2}")
endforeach()
set(bad 0)
set(seen 0)
foreach(from IN LISTS folders)
  file(GLOB_RECURSE files "${ROOT}/${from}/*.h" "${ROOT}/${from}/*.cpp" "${ROOT}/${from}/*.cc")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    if(name MATCHES "_test|testutil|test_helper")
      continue()
    endif()
    math(EXPR seen "${seen}+1")
    file(STRINGS "${file}" includes REGEX "^ *# *include *[\"<]([a-z]+|[.][.])/")
    foreach(line IN LISTS includes)
      string(REGEX MATCH "[\"<]([a-z]+|[.][.])/" _ "${line}")
      set(to ${CMAKE_MATCH_1})
      if(to STREQUAL ".." OR (to IN_LIST folders AND NOT to STREQUAL from AND NOT to IN_LIST may_${from}))
        message("${file}: ${from} may not include ${to}:  ${line}")
        math(EXPR bad "${bad}+1")
      endif()
    endforeach()
  endforeach()
endforeach()
# All that can be reached from the files of a folder, test files left out.
get_filename_component(root "${ROOT}" ABSOLUTE)
foreach(edge IN LISTS UNSEEN)
  string(REGEX MATCH "^([a-z]+):(.*)$" _ "${edge}")
  set(from ${CMAKE_MATCH_1})
  set(unseen ${CMAKE_MATCH_2})
  file(GLOB_RECURSE open RELATIVE "${root}" "${root}/${from}/*.h" "${root}/${from}/*.cpp")
  list(FILTER open EXCLUDE REGEX "_test\\.|testutil|test_helper")
  set(reached ${open})
  while(open)
    list(POP_FRONT open file)
    file(STRINGS "${root}/${file}" includes REGEX "^ *# *include *\"[a-z]+/")
    foreach(line IN LISTS includes)
      string(REGEX MATCH "\"([^\"]+)\"" _ "${line}")
      set(to ${CMAKE_MATCH_1})
      if(to MATCHES "^${unseen}/")
        message("${file} brings ${to} before the eyes of ${from}, which may not see ${unseen}")
        math(EXPR bad "${bad}+1")
      elseif(NOT to IN_LIST reached AND EXISTS "${root}/${to}")
        list(APPEND reached ${to})
        list(APPEND open ${to})
      endif()
    endforeach()
  endwhile()
endforeach()

file(GLOB_RECURSE headers RELATIVE "${root}" "${root}/app/*.h")
list(FILTER headers EXCLUDE REGEX "testutil")
foreach(file IN LISTS headers)
  file(STRINGS "${root}/${file}" named REGEX "std::filesystem|<filesystem>")
  if(named AND NOT file IN_LIST PLACES)
    message("${file} names a path: a use case takes bytes and gives bytes (PLACES in layering.cmake)")
    math(EXPR bad "${bad}+1")
  elseif(NOT named AND file IN_LIST PLACES)
    message("${file} names no path any more: take it out of PLACES in layering.cmake")
    math(EXPR bad "${bad}+1")
  endif()
endforeach()

if(bad OR seen EQUAL 0)
  message(FATAL_ERROR "${bad} forbidden include(s) or path(s) in ${seen} files")
endif()
message("layering: ${seen} files, no forbidden include")
