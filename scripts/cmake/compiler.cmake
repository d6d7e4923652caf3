# Warnings, compiler cache and linker, the same for every target.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wno-maybe-uninitialized) # GCC 12 sees ghosts in nlohmann-json when it inlines
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_FOREACH)

# RelWithDebInfo is what people run: optimised, with line tables for stack traces (full debug information
# would multiply link time and disk use), and with asserts off.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_NOHASHDIR=1
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${CCACHE_PROGRAM})
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()
