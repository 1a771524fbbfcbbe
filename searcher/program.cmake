# jomun-search: included by CMakeLists.txt.

# The program needs the functions of search.h but does not say whose: the program itself is linked with jomun::searcher, the tests of
# the command line with a fake of it.
add_library(jomun_search_program STATIC
  line_source.cc
  matrix.cc
  output.cc
  output_csv.cc
  output_highlights.cc
  output_json.cc
  output_kwic.cc
  output_lexicon.cc
  output_lines.cc
  output_markdown.cc
  output_matrix.cc
  output_passage.cc
  output_reason.cc
  output_table.cc
  output_text.cc
  output_wrap.cc
  own_lexicons.cc
  pager.cc
  search_options.cc
  search_program.cc
  session.cc
  settings.cc
  shell.cc
  shell_completion.cc
  terminal.cc
  weight_options.cc)
jomun_target(jomun_search_program)
target_sources(jomun_search_program PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES
  choice.h
  line_source.h
  matrix.h
  output.h
  output_csv.h
  output_highlights.h
  output_json.h
  output_kwic.h
  output_lexicon.h
  output_lines.h
  output_markdown.h
  output_matrix.h
  output_passage.h
  output_reason.h
  output_table.h
  output_text.h
  output_wrap.h
  own_lexicons.h
  pager.h
  search_options.h
  search_program.h
  session.h
  settings.h
  shell.h
  terminal.h
  weight_options.h)
target_link_libraries(jomun_search_program
  PUBLIC jomun::command_line jomun::corpus jomun::schema jomun::tokenizers fmt::fmt
  PRIVATE ICU::uc nlohmann_json::nlohmann_json PkgConfig::READLINE)
jomun_program(jomun-search SOURCES main.cc)
target_link_libraries(jomun-search PRIVATE jomun_search_program jomun::searcher)
