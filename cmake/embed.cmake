# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# cg_embed(TARGET SYMBOL_PREFIX FILES...) puts files into the library as bytes, so that the program runs from anywhere.
# It generates one source with  std::span<const commonground::core::EmbeddedFile> SYMBOL_PREFIX()  (core/embedded_file.h),
# in the order given; each file is found by its name relative to the calling folder.

function(cg_embed target accessor)
  set(asm "${CMAKE_CURRENT_BINARY_DIR}/${accessor}_bytes.S")
  set(cpp "${CMAKE_CURRENT_BINARY_DIR}/${accessor}.cpp")
  set(asm_text ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(depends "")
  set(i 0)
  foreach(file IN LISTS ARGN)
    get_filename_component(path "${file}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
    file(RELATIVE_PATH label "${CMAKE_CURRENT_SOURCE_DIR}" "${path}")
    if(label MATCHES "^\\.\\.")
      get_filename_component(label "${path}" NAME)
    endif()
    set(s "cg_${accessor}_${i}")
    string(APPEND asm_text ".global ${s}\n.global ${s}_end\n${s}:\n.incbin \"${path}\"\n${s}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${s}[];\nextern \"C\" const char ${s}_end[];\n")
    string(APPEND rows "    {\"${label}\", {${s}, static_cast<std::size_t>(${s}_end - ${s})}},\n")
    list(APPEND depends "${path}")
    math(EXPR i "${i}+1")
  endforeach()
  string(APPEND asm_text ".section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT "${asm}" CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT "${cpp}" CONTENT "#include \"core/embedded_file.h\"\n#include <array>\n${externs}
namespace commonground {
std::span<const core::EmbeddedFile> ${accessor}() {
  static const std::array<core::EmbeddedFile, ${i}> files{{\n${rows}  }};
  return files;
}
}  // namespace commonground
" @ONLY)
  set_source_files_properties("${asm}" PROPERTIES OBJECT_DEPENDS "${depends}")
  target_sources(${target} PRIVATE "${asm}" "${cpp}")
endfunction()
