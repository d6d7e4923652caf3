# Run as: cmake -DROOT=<source tree> -DFOLDER=<folder to configure in> -P check_engine_alone.cmake — configures the engine and
# polylogue-cli without the other parts, and fails if they need what only those parts do.
file(REMOVE_RECURSE ${FOLDER})
execute_process(COMMAND ${CMAKE_COMMAND} -S ${ROOT} -B ${FOLDER} -G Ninja -DCMAKE_DISABLE_FIND_PACKAGE_Qt6=ON
    -DCMAKE_DISABLE_FIND_PACKAGE_VTK=ON -DCMAKE_DISABLE_FIND_PACKAGE_dlib=ON
    -DPOLYLOGUE_APP=OFF -DPOLYLOGUE_MODELS=OFF -DPOLYLOGUE_EXTRACT=OFF
    RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(failed)
    message(FATAL_ERROR "the engine cannot be configured alone:\n${said}")
endif()
file(STRINGS ${FOLDER}/build.ninja needed REGEX "libQt|libvtk|libdlib|libtorch|libc10|libdnnl|sphinx|/qt6/|/torch/")
if(needed)
    message(FATAL_ERROR "the engine alone is built with\n${needed}")
endif()
file(REMOVE_RECURSE ${FOLDER})
