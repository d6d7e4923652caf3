# What `cmake --install` puts where, and what `cpack` makes of it. The programs find each other, the demo and the
# dataset lists from their own folder (engine/core/installation.h), so any prefix will do, and it may be moved.
set(docs ${CMAKE_INSTALL_DATADIR}/doc/polylogue)
set(share ${CMAKE_INSTALL_DATADIR}/polylogue)
set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/demo ${PROJECT_SOURCE_DIR}/resources/datasets
    ${PROJECT_SOURCE_DIR}/resources/speech ${PROJECT_SOURCE_DIR}/resources/text DESTINATION ${share}
    PATTERN source EXCLUDE) # what scripts/make-demo starts from
# What learnt from people is a package of its own: everything else works without it.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/parts DESTINATION ${share} COMPONENT parts)
install(FILES ${desktop}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/polylogue-parts COMPONENT parts)
install(PROGRAMS ${PROJECT_SOURCE_DIR}/scripts/unpickle.py DESTINATION ${share}) # where engine/core/installation looks
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md ${desktop}/copyright DESTINATION ${docs})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${docs}) # where README links to

if(POLYLOGUE_APP)
    install(FILES ${desktop}/polylogue.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${desktop}/polylogue.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${desktop}/polylogue-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME polylogue.xml)
    set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    install(FILES ${desktop}/polylogue.svg DESTINATION ${hicolor}/scalable/apps)
    foreach(size 48 128 256)
        install(FILES ${PROJECT_BINARY_DIR}/resources/polylogue-${size}.png DESTINATION ${hicolor}/${size}x${size}/apps
            RENAME polylogue.png)
    endforeach()
endif()

# Manual pages and completion for shells, which the programs' own options make.
if(NOT CMAKE_CROSSCOMPILING) # the programs are asked
    set(manuals ${PROJECT_BINARY_DIR}/manuals)
    set(described polylogue-cli)
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

# Whoever makes a package maintains it, and is named as Debian's tools have it.
set(maintainer "Polylogue maintainers <maintainers@polylogue.invalid>")
if(DEFINED ENV{DEBEMAIL})
    set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(POLYLOGUE_MAINTAINER "${maintainer}" CACHE STRING "Name and address in the package")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME polylogue)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "${POLYLOGUE_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for multimodal language")
set(CPACK_PACKAGE_DESCRIPTION "Shows talking videos together with their computational sequences
(words, acoustic and visual features, labels) on one timeline, edits words and
labels, aligns, and predicts with multimodal fusion models. With a demo dataset.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEB_COMPONENT_INSTALL ON) # what names no component is the package itself
set(CPACK_COMPONENTS_ALL Unspecified parts)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_NAME polylogue)
set(CPACK_COMPONENT_UNSPECIFIED_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
set(CPACK_DEBIAN_PARTS_PACKAGE_NAME polylogue-parts)
set(CPACK_DEBIAN_PARTS_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PARTS_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_PARTS_PACKAGE_DEPENDS "")
set(CPACK_DEBIAN_PARTS_PACKAGE_RECOMMENDS "polylogue")
set(CPACK_DEBIAN_PARTS_PACKAGE_SUGGESTS "")
set(CPACK_DEBIAN_PARTS_DESCRIPTION "What of it learnt from people, as a package of its own:
tables that tell how positive English words are, vectors of English words, nets for the
expression and the points of faces, each with a card: who it learnt from, and what it was measured on.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What dpkg-shlibdeps does not see: plug-ins for SVG icons, the fast products that LibTorch takes from any BLAS, fonts.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, fonts-inter, fonts-dejavu-core, shared-mime-info, hicolor-icon-theme")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "polylogue-parts, libopenblas0-pthread, libgl1-mesa-dri, libsdl2-2.0-0, qt6-wayland, pocketsphinx-en-us, espeak-ng")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xvfb, xauth, libdlib-data")
include(CPack)
