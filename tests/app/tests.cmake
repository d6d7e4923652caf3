add_library(real_window STATIC support/real_window.cpp support/real_window.h ${PROJECT_SOURCE_DIR}/resources/polylogue.qrc)
set_target_properties(real_window PROPERTIES AUTORCC ON)
target_compile_definitions(real_window PUBLIC
    DEMO="${PROJECT_SOURCE_DIR}/resources/demo" PROGRAMS="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
target_link_libraries(real_window PUBLIC app Qt6::Test)

foreach(name drag_word_edge)
    polylogue_test(app/tst_${name}.cpp LIBRARIES real_window)
    add_dependencies(tst_${name} polylogue-models polylogue-cli)
endforeach()
