# cmake -DINPUT=FILE -DOUTPUT=FILE.cc -DFUNCTION=NAME -P EmbedText.cmake
#
# Writes C++ source that defines `std::string_view jomun::NAME()`, the text of FILE. Bytes as numbers: a string literal of this length
# is not portable.

file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
file(WRITE "${OUTPUT}" "// Generated from ${INPUT}.
#include <string_view>
namespace jomun {
std::string_view ${FUNCTION}();
std::string_view ${FUNCTION}() {
  static const unsigned char bytes[] = {${bytes}};
  return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}
}
")
