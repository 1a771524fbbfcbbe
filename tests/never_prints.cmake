# Fails if the static LIBRARY refers to anything that prints or ends the process.

execute_process(COMMAND ${NM} --demangle --undefined-only ${LIBRARY} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL
  " U (std::(cout|cerr|clog|wcout|wcerr|wclog|exit|abort)|v?f?printf|__v?f?printf_chk|putchar|puts|fputs|perror|std(out|err)|_?exit|quick_exit|abort)(@[^\n]*)?\n"
  found "${symbols}")
if(found)
  list(JOIN found "" found)
  message(FATAL_ERROR "${LIBRARY} refers to\n${found}A library returns or throws; only a program prints.")
endif()
