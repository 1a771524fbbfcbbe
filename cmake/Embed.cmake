# jomun_embed(VARIABLE FUNCTION FILE)
#
# Sets VARIABLE to a C++ source that defines `std::string_view jomun::FUNCTION()`, the bytes of FILE as they are when it is compiled, at an
# address that is a multiple of 16. The assembler takes the file as it is: as numbers in C++ it would take minutes to compile.
function(jomun_embed variable function file)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${function}.cc")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT [=[
// Generated: @file@.
#include <string_view>

asm(".section .rodata\n"
    ".balign 16\n"
    ".global jomun_@function@_begin\n"
    ".hidden jomun_@function@_begin\n"
    "jomun_@function@_begin:\n"
    ".incbin \"@file@\"\n"
    ".global jomun_@function@_end\n"
    ".hidden jomun_@function@_end\n"
    "jomun_@function@_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char jomun_@function@_begin[];
extern const char jomun_@function@_end[];
}

namespace jomun {
std::string_view @function@();
std::string_view @function@() {
  return {jomun_@function@_begin, static_cast<std::size_t>(jomun_@function@_end - jomun_@function@_begin)};
}
}  // namespace jomun
]=])
  set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${file}")
  set(${variable} "${source}" PARENT_SCOPE)
endfunction()
