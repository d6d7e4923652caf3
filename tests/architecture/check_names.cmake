# Run as: cmake -DROOT=<source dir> -P check_names.cmake — fails when a document names a file, folder, type,
# function or field of ours that is not there.
#
# Three kinds of words count as names, wherever they stand in a document:
#   paths        `app/document/tier_views`, `project/rows`: words with slashes that begin with the name of one of our folders;
#                there must be a file or folder whose path ends so, its ending may be left out
#   files        `registry.cpp`: there must be a file of this name
#   identifiers  `TierRevision`, `reachableEdge`, `recipe_plan`: words with a capital or an underscore inside; the sources must
#                have the word, or a file must be called so
# A document that makes names up for an example lists them: `invented: FirstName second_name` in a line of a comment.
cmake_policy(VERSION 3.22)
set(documents docs/architecture.md docs/glossary.md CONTRIBUTING.md)
set(foreign QOpenGLWidget) # of others, and nowhere in our sources

file(GLOB_RECURSE files LIST_DIRECTORIES true RELATIVE "${ROOT}" "${ROOT}/app/*" "${ROOT}/engine/*" "${ROOT}/widgets/*"
    "${ROOT}/tests/*" "${ROOT}/scripts/*" "${ROOT}/resources/*" "${ROOT}/docs/*" "${ROOT}/translations/*")
file(GLOB top LIST_DIRECTORIES true RELATIVE "${ROOT}" "${ROOT}/*")
set(paths ";${files};${top};")
set(folders ";")
set(sources "")
set(part "") # of the sources: appending to all of them copies them each time
foreach(file IN LISTS files)
    if(IS_DIRECTORY "${ROOT}/${file}")
        get_filename_component(name ${file} NAME)
        string(APPEND folders "${name};")
    elseif(file MATCHES "\\.(h|cpp|cmake|txt|py|json)$|^scripts/" AND NOT file MATCHES "^(resources|tests/fixtures|tests/architecture)/")
        file(READ "${ROOT}/${file}" text)
        string(APPEND part "${text}\n")
        string(LENGTH "${part}" length)
        if(length GREATER 200000)
            string(APPEND sources "${part}")
            set(part "")
        endif()
    endif()
endforeach()
string(APPEND sources "${part}")
string(APPEND folders "app;engine;widgets;tests;scripts;resources;docs;translations;")

set(missing "")
foreach(document IN LISTS documents)
    file(READ "${ROOT}/${document}" text)
    string(REGEX MATCHALL "invented: [^\n]*" invented "${text}")
    string(REGEX MATCHALL "[A-Za-z0-9_]+" invented "${invented}")
    string(REGEX REPLACE "[a-z_/.]*<[a-z]+>[a-z_/.]*|https?:[^ )]*" " " text "${text}") # <name>.cpp stands for any; addresses are not ours
    string(REGEX MATCHALL "[A-Za-z0-9_][A-Za-z0-9_./-]*" words "${text}")
    list(REMOVE_DUPLICATES words)
    foreach(word IN LISTS words)
        string(REGEX REPLACE "[./-]+$" "" word "${word}") # the end of a sentence
        get_filename_component(stem ${word} NAME_WE)
        if(word IN_LIST foreign OR stem IN_LIST invented)
            continue()
        endif()
        string(REPLACE "." "\\." pattern "${word}")
        if(word MATCHES "^([A-Za-z0-9_]+)/")
            if(NOT folders MATCHES ";${CMAKE_MATCH_1};" OR paths MATCHES "[;/]${pattern}(\\.[a-z]+)?;")
                continue()
            endif()
        elseif(word MATCHES "\\.(h|cpp|cmake)$")
            if(paths MATCHES "/${pattern};")
                continue()
            endif()
        elseif(word MATCHES "^[A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*$|^[A-Za-z0-9]+_[A-Za-z0-9_]+$")
            if(paths MATCHES "/${word}(\\.[a-z]+)?;" OR sources MATCHES "[^A-Za-z0-9_]${word}[^A-Za-z0-9_]")
                continue()
            endif()
        else()
            continue()
        endif()
        string(APPEND missing "\n  ${document}: ${word}")
    endforeach()
endforeach()
if(missing)
    message(FATAL_ERROR "These names are not there:${missing}")
endif()
