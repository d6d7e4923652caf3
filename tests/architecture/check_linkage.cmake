# Run as: cmake -DPROGRAM=<file> -DFORBIDDEN=<regex> -P check_linkage.cmake — fails when the program, or anything that
# it links, needs a library of that name.
execute_process(COMMAND ldd ${PROGRAM} OUTPUT_VARIABLE libraries RESULT_VARIABLE failed)
if(failed OR libraries MATCHES "not found")
    message(FATAL_ERROR "ldd ${PROGRAM}: ${libraries}")
endif()
string(REGEX MATCHALL "[^\n\t ]*(${FORBIDDEN})[^\n ]*" found "${libraries}")
if(found)
    list(JOIN found "\n  " found)
    message(FATAL_ERROR "${PROGRAM} loads\n  ${found}")
endif()
