# Warnings, compiler cache and linker, the same for every target.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wno-maybe-uninitialized) # GCC 12 sees ghosts in nlohmann-json when it inlines
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    add_compile_options(-Wno-dangling-reference) # takes a reference from a function that was given a temporary for one to it
endif()
if(CMAKE_UNITY_BUILD) # of files that meet in one batch GCC warns as if one had written them so; the dev preset sees each by itself
    add_compile_options(-Wno-shadow -Wno-subobject-linkage)
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_FOREACH)

# RelWithDebInfo is what people run: optimised, with line tables for stack traces (full debug information
# would multiply link time and disk use), and with asserts off.
if(NOT CMAKE_CXX_FLAGS MATCHES fsanitize) # the sanitizers' presets have options of their own
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
endif()

# For code that only hands on what libraries compute: it compiles a fifth faster, and runs as fast. The sanitizers'
# presets stay unoptimised.
function(polylogue_optimise_little)
    polylogue_optimise_by(-O1 ${ARGN})
endfunction()

# For what reads options and prints: another sixth faster.
function(polylogue_optimise_least)
    polylogue_optimise_by(-Og ${ARGN})
endfunction()

function(polylogue_optimise_by level)
    if(CMAKE_CXX_FLAGS_RELWITHDEBINFO MATCHES -O2)
        foreach(target ${ARGN})
            target_compile_options(${target} PRIVATE "$<$<CONFIG:RelWithDebInfo>:${level}>")
        endforeach()
    endif()
endfunction()

# GCC spends a seventh of its time on looking for memory that it may use again; with enough memory it need not. (A file
# of batches takes 1.6 GiB then instead of 1.0, the largest 2.3.)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    cmake_host_system_information(RESULT memory QUERY TOTAL_PHYSICAL_MEMORY) # MiB
    cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
    math(EXPR heap "${memory} * 1000 / (4 * ${cores})") # KiB; of what each core has, a quarter
    if(heap GREATER 2000000)
        set(heap 2000000)
    endif()
    add_compile_options(--param=ggc-min-heapsize=${heap})
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_NOHASHDIR=1
        CCACHE_IGNOREOPTIONS=--param=ggc*
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${CCACHE_PROGRAM})
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()
