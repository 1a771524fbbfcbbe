# What every target of the project shares: the include root, the warnings, the sanitizers.
#
#   jomun_library(NAME SOURCES ... HEADERS ...)   static library NAME with the alias jomun::NAME
#   jomun_program(NAME SOURCES ...)               installed program
#   jomun_target(TARGET)                          warnings and sanitizers for any other target

function(jomun_target target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict) # GCC bug 105651: false alarms on std::string at -O2 and above
  endif()
  if(JOMUN_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(JOMUN_SANITIZERS)
    target_compile_options(${target} PRIVATE -fsanitize=${JOMUN_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${JOMUN_SANITIZERS})
  endif()
endfunction()

function(jomun_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS")
  add_library(jomun_${name} STATIC ${arg_SOURCES})
  add_library(jomun::${name} ALIAS jomun_${name})
  target_sources(jomun_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  target_compile_features(jomun_${name} PUBLIC cxx_std_20)
  jomun_target(jomun_${name})
endfunction()

function(jomun_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES")
  add_executable(${name} ${arg_SOURCES})
  jomun_target(${name})
  target_link_options(${name} PRIVATE -Wl,--as-needed) # the searcher needs no library that reads documents, and starts sooner without
  install(TARGETS ${name})
endfunction()
