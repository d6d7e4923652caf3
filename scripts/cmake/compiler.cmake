# Warnings, and what makes builds fast and repeatable, the same for every target.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-Wno-maybe-uninitialized) # GCC 12 sees ghosts in nlohmann-json when it inlines
    if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
        add_compile_options(-Wno-dangling-reference) # takes a reference from a function that was given a temporary for one to it
    endif()
    if(CMAKE_UNITY_BUILD) # of files that meet in one batch GCC warns as if one had written them so; the dev preset sees each by itself
        add_compile_options(-Wno-shadow -Wno-subobject-linkage)
    endif()
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_FOREACH)

# Two builds of the same source give the same bytes, wherever their folders are. Debug builds name files where they are, for debuggers.
add_compile_options("$<$<NOT:$<CONFIG:Debug>>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.>"
    "$<$<NOT:$<CONFIG:Debug>>:-ffile-prefix-map=${PROJECT_BINARY_DIR}=build>")

# Results are the same bytes on every processor: where each one has instructions that join a product with a sum, GCC would use them,
# and round once less than on x86-64.
if(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i.86")
    add_compile_options(-ffp-contract=off)
endif()

# What makes a fault in a program that reads files of strangers harder to use; tests/packaging/check_hardening.py reads all of it
# off the programs. Distributions set some of these flags themselves.
include(CheckPIESupported)
check_pie_supported()
add_link_options(LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack)
add_compile_options(-fstack-protector-strong -fstack-clash-protection)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i.86")
    add_compile_options(-fcf-protection=full)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
    add_compile_options(-mbranch-protection=standard)
endif()
if(NOT CMAKE_CXX_FLAGS_RELWITHDEBINFO MATCHES "-O0" AND NOT CMAKE_CXX_FLAGS MATCHES "_FORTIFY_SOURCE|-fsanitize") # which needs optimisation
    add_compile_options("$<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE>"
        "$<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-D_FORTIFY_SOURCE=2>")
endif()

# What the presets ask for and packagers do not: ccache, mold, memory for GCC, less optimisation where what runs does not gain.
option(POLYLOGUE_FAST_BUILD "Build in less time, with other flags than CMake was given" OFF)

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
    if(POLYLOGUE_FAST_BUILD AND CMAKE_CXX_FLAGS_RELWITHDEBINFO MATCHES -O2)
        foreach(target ${ARGN})
            target_compile_options(${target} PRIVATE "$<$<CONFIG:RelWithDebInfo>:${level}>")
        endforeach()
    endif()
endfunction()

# Of a target whose sources lie in rooms: which rooms a release compiles as one.
function(compile_together target)
    foreach(room ${ARGN})
        set_property(TARGET ${target} PROPERTY together_${room} ${ARGV1})
    endforeach()
endfunction()

# Every other room is compiled by itself. To be called last.
function(compile_rooms target)
    get_target_property(sources ${target} SOURCES)
    foreach(source ${sources})
        if(source MATCHES "^([a-z_]+)/.*\\.cpp$")
            set(group ${CMAKE_MATCH_1})
            get_target_property(together ${target} together_${group})
            if(together)
                set(group ${together})
            endif()
            set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
        elseif(source MATCHES "\\.cpp$")
            set_source_files_properties(${source} PROPERTIES UNITY_GROUP root)
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()

if(NOT POLYLOGUE_FAST_BUILD)
    return()
endif()

# GCC spends a seventh of its time on looking for memory that it may use again; with enough memory it need not. (A file
# of batches takes 1.6 GiB then instead of 1.0, the largest 2.3.) Debug information does not record the flags, which differ by machine.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    cmake_host_system_information(RESULT memory QUERY TOTAL_PHYSICAL_MEMORY) # MiB
    cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
    math(EXPR heap "${memory} * 1000 / (4 * ${cores})") # KiB; of what each core has, a quarter
    if(heap GREATER 2000000)
        set(heap 2000000)
    endif()
    add_compile_options(--param=ggc-min-heapsize=${heap} -gno-record-gcc-switches)
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

# A library lists its objects and copies none: the one of the window has hundreds of megabytes in a debug build.
set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcDT <TARGET> <LINK_FLAGS> <OBJECTS>")
set(CMAKE_CXX_ARCHIVE_APPEND "<CMAKE_AR> qDT <TARGET> <LINK_FLAGS> <OBJECTS>")
