add_library(real_window STATIC support/real_window.cpp support/real_window.h ${PROJECT_SOURCE_DIR}/resources/polylogue.qrc)
set_target_properties(real_window PROPERTIES AUTORCC ON)
target_compile_definitions(real_window PUBLIC
    DEMO="${PROJECT_SOURCE_DIR}/resources/demo" PROGRAMS="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
target_link_libraries(real_window PUBLIC app Qt6::Test)

foreach(name dataset/tst_dataset_loader document/tst_document editing/tst_editor export/tst_edited_words
        jobs/tst_jobs
        main_window/tst_accessible main_window/tst_align_walk main_window/tst_drag_word_edge main_window/tst_exchange main_window/tst_first_steps main_window/tst_keys main_window/tst_labelling main_window/tst_library main_window/tst_project_walk
        main_window/tst_player_walk main_window/tst_review main_window/tst_review_walk main_window/tst_selection main_window/tst_sequence_offset_menu main_window/tst_space_tab main_window/tst_spectrogram_walk main_window/tst_statistics_panel main_window/tst_table main_window/tst_tiers main_window/tst_timeline_find
        main_window/tst_timeline_picture main_window/tst_time_entry models_client/tst_models_client
        playback/tst_player prediction/tst_predict_tab project/tst_open_project project/tst_project_copies project/tst_project_writer
        shortcuts/tst_shortcuts space/tst_space_painter space/tst_space_without_gl tst_demo tst_screenshot)
    polylogue_test(app/${name}.cpp LIBRARIES real_window)
    get_filename_component(target ${name} NAME)
    add_dependencies(${target} polylogue polylogue-models polylogue-cli)
endforeach()

# The bridge for screen readers is unloaded before leaks are looked for, so that what it leaks has no name to suppress.
if(CMAKE_CXX_FLAGS MATCHES "fsanitize=address")
    set_tests_properties(app.main_window.accessible PROPERTIES
        ENVIRONMENT "LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=0:detect_odr_violation=0")
endif()

polylogue_test(app/project/tst_camera_items.cpp LIBRARIES app)
polylogue_test(app/document/tst_sequence_offsets.cpp LIBRARIES app)
add_dependencies(tst_sequence_offsets polylogue-cli)
polylogue_test(app/tst_application.cpp LIBRARIES app)
polylogue_test(app/playback/tst_sound_source.cpp LIBRARIES app)
add_library(test_no_memory STATIC support/no_memory.cpp support/no_memory.h)
target_include_directories(test_no_memory PUBLIC ${PROJECT_SOURCE_DIR})
set_target_properties(test_no_memory PROPERTIES CXX_VISIBILITY_PRESET default) # other libraries find its functions, too
polylogue_test(faults/tst_no_memory.cpp LIBRARIES app test_no_memory)
polylogue_test(app/review/tst_agreement_text.cpp LIBRARIES app)
polylogue_test(app/review/tst_review_pass.cpp LIBRARIES app)
polylogue_test(app/cameras/tst_cameras.cpp LIBRARIES real_window test_odd_media)
add_dependencies(tst_cameras polylogue-models polylogue-cli)
polylogue_test(app/main_window/tst_odd_media.cpp LIBRARIES real_window test_odd_media)
add_dependencies(tst_odd_media polylogue-models polylogue-cli)

polylogue_test(app/language/tst_languages.cpp LIBRARIES real_window)
target_sources(tst_languages PRIVATE support/window_texts.cpp support/window_texts.h)
add_dependencies(tst_languages polylogue-models polylogue-cli polylogue-space)
polylogue_test(app/main_window/tst_large_features.cpp LIBRARIES real_window test_sparse_csd)
add_dependencies(tst_large_features polylogue-models polylogue-cli)

add_library(test_hanging_disk STATIC support/hanging_disk.cpp support/hanging_disk.h)
target_include_directories(test_hanging_disk PUBLIC ${PROJECT_SOURCE_DIR})
set_target_properties(test_hanging_disk PROPERTIES CXX_VISIBILITY_PRESET default) # other libraries find its functions, too
polylogue_test(faults/tst_hanging_disk.cpp LIBRARIES real_window test_hanging_disk)
add_dependencies(tst_hanging_disk polylogue-models polylogue-cli)
polylogue_test(faults/tst_killed_window.cpp LIBRARIES real_window)
add_dependencies(tst_killed_window polylogue-models polylogue-cli)
set_tests_properties(faults.killed_window PROPERTIES TIMEOUT 600)
target_link_libraries(tst_timeline_picture PRIVATE Qt6::Svg)
target_link_libraries(tst_open_project PRIVATE SQLiteCpp)
target_link_libraries(tst_project_copies PRIVATE SQLiteCpp)
target_link_libraries(tst_project_writer PRIVATE test_faulty_disk)
target_link_libraries(tst_project_walk PRIVATE test_faulty_disk)

polylogue_test(app/prediction/tst_live_prediction.cpp LIBRARIES app)
add_dependencies(tst_live_prediction polylogue-models)

polylogue_test(app/fetch/tst_fetch_dialog.cpp LIBRARIES real_window test_http_server)
polylogue_test(app/dialogs/tst_bulk_dialog.cpp LIBRARIES app)
