# Run as: cmake -DBUILD=<build tree> -DPREFIX=<folder to install into> -DLIBRARIES=<in it> -P check_install.cmake — installs, moves what was
# installed to another place, and fails unless the programs work from there with what lies beside them.
set(home ${PREFIX}-home)
set(moved ${PREFIX}-moved)
file(REMOVE_RECURSE ${PREFIX} ${moved} ${home})
file(MAKE_DIRECTORY ${home})

function(run what)
    execute_process(COMMAND ${CMAKE_COMMAND} -E env HOME=${home} XDG_CACHE_HOME=${home} ${ARGN}
        RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE complained)
    set(said "${said}${complained}" PARENT_SCOPE)
    if(what AND failed)
        message(FATAL_ERROR "${what}: ${failed}\n${said}${complained}")
    endif()
endfunction()

function(expect what text)
    if(NOT said MATCHES "${text}")
        message(FATAL_ERROR "${what} does not say '${text}' but\n${said}")
    endif()
endfunction()

run("installing" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX})
file(RENAME ${PREFIX} ${moved})
foreach(file bin/polylogue-models ${LIBRARIES}/polylogue/polylogue-space.so share/applications/polylogue.desktop
        share/metainfo/org.polylogue.polylogue.metainfo.xml share/man/man1/polylogue-cli-align.1
        share/bash-completion/completions/polylogue-cli share/zsh/site-functions/_polylogue-models share/fish/vendor_completions.d/polylogue.fish
        share/mime/packages/polylogue.xml
        share/icons/hicolor/scalable/mimetypes/application-x-polylogue.svg
        share/icons/hicolor/scalable/apps/polylogue.svg share/icons/hicolor/48x48/apps/polylogue.png
        share/icons/hicolor/128x128/apps/polylogue.png share/icons/hicolor/256x256/apps/polylogue.png
        share/polylogue/parts/valence/card.json share/doc/polylogue/LICENSE share/doc/polylogue/copyright share/polylogue/demo/media/grid_talk_a.mp4
        share/polylogue/demo_conversation/dataset.json share/polylogue/demo_conversation/media/mira.mp4)
    if(NOT EXISTS ${moved}/${file})
        message(FATAL_ERROR "${file} was not installed")
    endif()
endforeach()

set(bin ${moved}/bin)
if(PYTHON) # import polylogue, with the programs that lie beside it
    run("import polylogue" PYTHONPATH=${moved}/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1 ${PYTHON} -c
        "print(__import__('polylogue').Dataset('${moved}/share/polylogue/demo').align('labels'))")
    expect("import polylogue" "words: 150 entries")
endif()
run("info" ${bin}/polylogue-cli info ${moved}/share/polylogue/demo/words.csd)
expect("info" "ids +31")
run("" ${bin}/polylogue-cli fetch no_such_dataset --out ${home}/fetched) # names those whose lists it finds
expect("fetch" "cmu_mosei, cmu_mosi, pom, socialiq")
file(WRITE ${home}/said.csv "text\nit was a good film\n")
run("valence" ${bin}/polylogue-cli valence ${home}/said.csv --out ${home}/valence.csv)
expect("valence" "1 texts rated")
file(RENAME ${moved}/share/polylogue/parts ${moved}/share/polylogue/elsewhere) # as without the package of parts
run("" ${bin}/polylogue-cli valence ${home}/said.csv --out ${home}/valence.csv)
expect("valence without the part" "part_missing.*package polylogue-parts")
run("the window" QT_QPA_PLATFORM=offscreen ${bin}/polylogue --demo --screenshot ${home}/window.png --size 1280x720)
file(SIZE ${home}/window.png bytes)
if(bytes LESS 100000) # without the demo, or without icons and pictures, it is much less
    message(FATAL_ERROR "the picture of the window has only ${bytes} bytes")
endif()
file(REMOVE_RECURSE ${moved} ${home})
