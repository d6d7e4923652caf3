# What `cmake --install` puts where; debian/ makes packages of it. The programs find each other, the demo and the
# dataset lists from their own folder (engine/core/installation.h), so any prefix will do, and it may be moved.
set(docs ${CMAKE_INSTALL_DATADIR}/doc/polylogue)
set(share ${CMAKE_INSTALL_DATADIR}/polylogue)
set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/demo ${PROJECT_SOURCE_DIR}/resources/demo_conversation ${PROJECT_SOURCE_DIR}/resources/datasets
    ${PROJECT_SOURCE_DIR}/resources/speech ${PROJECT_SOURCE_DIR}/resources/text DESTINATION ${share}
    PATTERN source EXCLUDE) # what scripts/make-demo starts from
# What learnt from people; everything else works without it.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/parts DESTINATION ${share})
install(PROGRAMS ${PROJECT_SOURCE_DIR}/scripts/unpickle.py DESTINATION ${share}) # where engine/core/installation looks
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CITATION.cff
    ${PROJECT_SOURCE_DIR}/debian/copyright DESTINATION ${docs})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${docs}) # where README links to

# Where docs/pictures can be fetched from: software centres show them. The default is a name that is reserved for examples, and leads
# nowhere; who publishes the program names the real address.
set(POLYLOGUE_HOMEPAGE "https://polylogue.example" CACHE STRING "Address of the project, in the AppStream metadata")

if(POLYLOGUE_APP)
    configure_file(${desktop}/org.polylogue.polylogue.metainfo.xml.in ${PROJECT_BINARY_DIR}/resources/org.polylogue.polylogue.metainfo.xml @ONLY)
    install(FILES ${desktop}/polylogue.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${PROJECT_BINARY_DIR}/resources/org.polylogue.polylogue.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${desktop}/polylogue-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME polylogue.xml)
    set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    install(FILES ${desktop}/polylogue.svg DESTINATION ${hicolor}/scalable/apps)
    foreach(type polylogue computational-sequence)
        install(FILES ${desktop}/polylogue.svg DESTINATION ${hicolor}/scalable/mimetypes RENAME application-x-${type}.svg)
    endforeach()
    foreach(size 48 128 256)
        install(FILES ${PROJECT_BINARY_DIR}/resources/polylogue-${size}.png DESTINATION ${hicolor}/${size}x${size}/apps
            RENAME polylogue.png)
    endforeach()
endif()

# Manual pages and completion for shells, which the programs' own options make.
if(NOT CMAKE_CROSSCOMPILING) # the programs are asked
    set(manuals ${PROJECT_BINARY_DIR}/manuals)
    set(described polylogue-cli polylogue-media)
    foreach(part APP:polylogue EXTRACT:polylogue-extract MODELS:polylogue-models)
        string(REPLACE ":" ";" part ${part})
        list(GET part 0 option)
        if(POLYLOGUE_${option})
            list(GET part 1 program)
            list(APPEND described ${program})
        endif()
    endforeach()
    list(TRANSFORM described REPLACE "(.+)" "$<TARGET_FILE:\\1>" OUTPUT_VARIABLE programs)
    add_custom_command(OUTPUT ${manuals}/made
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${manuals}
        COMMAND ${CMAKE_COMMAND} -E env ASAN_OPTIONS=detect_leaks=0 /usr/bin/python3 ${PROJECT_SOURCE_DIR}/scripts/manuals.py
            --version ${PROJECT_VERSION} --out ${manuals} ${programs}
        COMMAND ${CMAKE_COMMAND} -E touch ${manuals}/made
        DEPENDS ${described} ${PROJECT_SOURCE_DIR}/scripts/manuals.py VERBATIM)
    add_custom_target(manuals ALL DEPENDS ${manuals}/made)
    install(DIRECTORY ${manuals}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
    install(DIRECTORY ${manuals}/bash/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
    install(DIRECTORY ${manuals}/zsh/ DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
    install(DIRECTORY ${manuals}/fish/ DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
