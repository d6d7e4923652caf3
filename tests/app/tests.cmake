add_library(real_window STATIC support/real_window.cpp support/real_window.h support/window_test.cpp support/window_test.h
    ${PROJECT_SOURCE_DIR}/resources/polylogue.qrc)
set_target_properties(real_window PROPERTIES AUTOMOC ON AUTORCC ON)
target_compile_definitions(real_window PUBLIC
    DEMO="${PROJECT_SOURCE_DIR}/resources/demo" PROGRAMS="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
target_link_libraries(real_window PUBLIC app Qt6::Test)

polylogue_tests(window_panels LIBRARIES real_window DEPENDS polylogue polylogue-models polylogue-cli SOURCES
    app/main_window/tst_accessible.cpp app/main_window/tst_align_walk.cpp app/main_window/tst_drag_word_edge.cpp
    app/main_window/tst_exchange.cpp app/main_window/tst_first_steps.cpp app/main_window/tst_keys.cpp
    app/main_window/tst_labelling.cpp app/main_window/tst_import_files.cpp app/main_window/tst_own_recordings.cpp app/main_window/tst_library.cpp app/main_window/tst_player_walk.cpp
    app/main_window/tst_review.cpp)
polylogue_tests(window_walks LIBRARIES real_window DEPENDS polylogue polylogue-models polylogue-cli polylogue-extract SOURCES
    app/main_window/tst_damaged_projects.cpp app/main_window/tst_first_hour.cpp app/main_window/tst_kept_history.cpp app/main_window/tst_answer_locks.cpp app/main_window/tst_review_panel.cpp
    app/main_window/tst_review_walk.cpp app/main_window/tst_selection.cpp app/main_window/tst_sequence_offset_menu.cpp
    app/main_window/tst_spectrogram_walk.cpp
    app/main_window/tst_conversation_walk.cpp
    app/main_window/tst_statistics_panel.cpp app/main_window/tst_table.cpp app/main_window/tst_tiers.cpp
    app/main_window/tst_modes.cpp app/main_window/tst_timeline_find.cpp app/main_window/tst_welcome.cpp app/main_window/tst_time_entry.cpp)
polylogue_tests(window_team LIBRARIES real_window DEPENDS polylogue polylogue-models polylogue-cli SOURCES
    app/main_window/tst_gold_items.cpp app/main_window/tst_raters.cpp app/main_window/tst_invitations.cpp
    app/main_window/tst_influence_walk.cpp app/main_window/tst_open_ratings_walk.cpp app/main_window/tst_merge_walk.cpp app/main_window/tst_plan_walk.cpp app/main_window/tst_comparing_walk.cpp app/main_window/tst_segment_agreement_walk.cpp app/main_window/tst_word_sets_walk.cpp app/main_window/tst_publish_walk.cpp app/main_window/tst_german_window.cpp app/main_window/tst_consensus_walk.cpp
    app/main_window/tst_vocabulary_consensus_walk.cpp)
polylogue_tests(guide LIBRARIES real_window DEPENDS polylogue polylogue-models polylogue-cli SOURCES
    app/help/tst_guide.cpp app/tutorials/tst_tutorial_label_your_video.cpp
    app/tutorials/tst_tutorial_align_and_impute.cpp app/tutorials/tst_tutorial_review_with_colleagues.cpp)
polylogue_tests(app LIBRARIES real_window DEPENDS polylogue polylogue-models polylogue-cli SOURCES
    app/dataset/tst_dataset_loader.cpp app/document/tst_document.cpp app/document/tst_recorded_rows.cpp app/editing/tst_editor.cpp app/files/tst_open_files.cpp
    app/tasks/tst_tasks.cpp app/models_client/tst_models_client.cpp
    app/playback/tst_player.cpp app/playback/tst_sound_mixer.cpp app/prediction/tst_predict_tab.cpp app/shortcuts/tst_shortcuts.cpp
    app/space/tst_space_painter.cpp app/space/tst_space_without_gl.cpp app/rendering/tst_render_parts.cpp app/tst_demo.cpp app/tst_render_file.cpp app/tst_screenshot.cpp)
polylogue_tests(window_models LIBRARIES real_window engine::sequences DEPENDS polylogue-models polylogue-cli polylogue-extract SOURCES
    app/main_window/tst_answer_caution.cpp app/main_window/tst_privacy_walk.cpp app/main_window/tst_nearest_walk.cpp app/main_window/tst_why_walk.cpp app/main_window/tst_faces_walk.cpp
    app/main_window/tst_realign_walk.cpp app/main_window/tst_dataset_walk.cpp app/main_window/tst_concept_walk.cpp
    app/main_window/tst_extraction_walk.cpp app/main_window/tst_fitting_walk.cpp app/main_window/tst_ready_walk.cpp)
polylogue_tests(window_trainings LIBRARIES real_window engine::sequences DEPENDS polylogue-models polylogue-cli polylogue-extract SOURCES
    app/main_window/tst_new_run_walk.cpp app/main_window/tst_training_walk.cpp app/main_window/tst_experiment_walk.cpp app/main_window/tst_fusion_walk.cpp
    app/main_window/tst_completion_walk.cpp app/main_window/tst_suspects_walk.cpp app/main_window/tst_learning_walk.cpp
    app/main_window/tst_class_suspects_walk.cpp app/main_window/tst_class_dataset_walk.cpp app/main_window/tst_train_again_walk.cpp app/main_window/tst_own_clips_walk.cpp)
tell_on_both_screens(window_trainings app/main_window/tst_own_clips_walk.cpp)
polylogue_tests(scripting LIBRARIES real_window DEPENDS polylogue polylogue-models polylogue-cli polylogue-space SOURCES
    app/scripting/tst_script_lines.cpp app/scripting/tst_script_server.cpp app/scripting/tst_script_recorder.cpp)
polylogue_tests(window_packed LIBRARIES real_window DEPENDS polylogue-models polylogue-cli polylogue-space SOURCES
    app/main_window/tst_array_folders_walk.cpp app/main_window/tst_packed_models_walk.cpp)
polylogue_tests(window_space LIBRARIES real_window DEPENDS polylogue polylogue-models polylogue-cli polylogue-space SOURCES
    app/main_window/tst_space_tab.cpp app/main_window/tst_space_views.cpp app/main_window/tst_keyboards.cpp
    app/main_window/tst_labels_in_sight.cpp app/main_window/tst_judgements_round.cpp app/main_window/tst_own_labels_walk.cpp app/main_window/tst_vocabulary_walk.cpp app/main_window/tst_segment_mouse.cpp app/main_window/tst_transcript_walk.cpp app/main_window/tst_packed_walk.cpp)
find_package(SDL2 REQUIRED) # its virtual joystick
polylogue_tests(window_world LIBRARIES real_window test_http_server test_odd_media test_sparse_csd test_window_texts SDL2::SDL2
    DEPENDS polylogue polylogue-models polylogue-cli polylogue-space SOURCES
    app/cameras/tst_cameras.cpp app/fetch/tst_fetch_dialog.cpp app/language/tst_languages.cpp app/main_window/tst_blind_walk.cpp
    app/main_window/tst_gamepad.cpp app/main_window/tst_large_features.cpp app/main_window/tst_live_walk.cpp
    app/main_window/tst_odd_media.cpp app/pictures/tst_every_dialog.cpp)
set_tests_properties(app.main_window.live_walk PROPERTIES RUN_SERIAL TRUE) # it plays in real time, which takes both cores
polylogue_tests(window_projects LIBRARIES real_window Qt6::Svg SQLiteCpp DEPENDS polylogue polylogue-models polylogue-cli SOURCES
    app/main_window/tst_other_project.cpp app/main_window/tst_transcript_beside.cpp app/main_window/tst_timeline_picture.cpp app/project/tst_open_project.cpp app/project/tst_project_copies.cpp)
polylogue_test(app/conversation/tst_dialogue_answers.cpp LIBRARIES app)
polylogue_test(app/conversation/tst_conversation_signals.cpp LIBRARIES app)
add_dependencies(tst_conversation_signals polylogue-cli)
polylogue_test(app/main_window/tst_dialogue_walk.cpp LIBRARIES real_window engine::sequences)
add_dependencies(tst_dialogue_walk polylogue polylogue-models polylogue-cli)
polylogue_test(app/main_window/tst_dialogue_training_walk.cpp LIBRARIES real_window engine::sequences)
add_dependencies(tst_dialogue_training_walk polylogue polylogue-models polylogue-cli)
polylogue_test(app/main_window/tst_picture_conversation_walk.cpp LIBRARIES real_window engine::sequences)
add_dependencies(tst_picture_conversation_walk polylogue polylogue-extract)
polylogue_test(app/main_window/tst_corpus_picture_walk.cpp LIBRARIES real_window engine::sequences)
add_dependencies(tst_corpus_picture_walk polylogue polylogue-cli polylogue-extract)
foreach(name main_window/tst_project_walk project/tst_project_writer)
    polylogue_test(app/${name}.cpp LIBRARIES real_window test_faulty_disk)
    get_filename_component(target ${name} NAME)
    add_dependencies(${target} polylogue polylogue-models polylogue-cli)
endforeach()
polylogue_tests(app_parts LIBRARIES app DEPENDS polylogue-models polylogue-cli SOURCES
    app/extraction/tst_extraction_actions.cpp app/extraction/tst_gathered_clips.cpp app/project/tst_camera_items.cpp app/project/tst_source_guard.cpp app/live/tst_live_notes.cpp
    app/document/tst_sequence_offsets.cpp app/document/tst_label_column.cpp app/playback/tst_sound_source.cpp app/review/tst_agreement_text.cpp app/review/tst_rater_card_text.cpp app/review/tst_pass_states.cpp app/review/tst_review_checks.cpp app/review/tst_segment_reports.cpp
    app/project/tst_review_pass.cpp app/dialogs/tst_bulk_dialog.cpp app/training/tst_conversation_splits.cpp app/training/tst_run_folders.cpp
    app/models_client/tst_dataset_question.cpp app/prediction/tst_live_prediction.cpp app/prediction/tst_model_lack.cpp app/prediction/tst_model_merit.cpp
    app/prediction/tst_segment_prediction.cpp app/suspects/tst_suspect_state.cpp app/tst_wheel_guard.cpp)

# The bridge for screen readers is unloaded before leaks are looked for, so that what it leaks has no name to suppress.
if(CMAKE_CXX_FLAGS MATCHES "fsanitize=address")
    set_tests_properties(app.main_window.accessible PROPERTIES
        ENVIRONMENT "LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=0:detect_odr_violation=0")
endif()

polylogue_test(app/tst_application.cpp LIBRARIES app)
polylogue_test(app/crashes/tst_crash_handler.cpp LIBRARIES app)
polylogue_test(app/dialogs/tst_diagnosis.cpp LIBRARIES real_window)
polylogue_test(app/diagnosis/tst_redaction.cpp LIBRARIES app)
add_dependencies(tst_diagnosis polylogue polylogue-models polylogue-cli polylogue-extract)

# The first hour of a new user, each mode and key, sequences made of recordings, and a publication, where there is no network.
set(walks true)
foreach(walk walks/first_hour walks/modes panels/keys models/extraction_walk team/publish_walk)
    get_filename_component(name ${walk} NAME)
    get_filename_component(program ${walk} DIRECTORY)
    if(testsTogether)
        string(APPEND walks " && $<TARGET_FILE:tests_window_${program}> tst_${name}")
    else()
        string(APPEND walks " && $<TARGET_FILE:tst_${name}>")
    endif()
endforeach()
add_test(NAME faults.nothing_is_sent COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/support/on_display
    /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/faults/check_nothing_is_sent.py sh -c ${walks})
set_tests_properties(faults.nothing_is_sent PROPERTIES LABELS faults TIMEOUT 900 SKIP_REGULAR_EXPRESSION "SKIPPED" ENVIRONMENT "LC_ALL=C.UTF-8")
add_library(test_no_memory STATIC support/no_memory.cpp support/no_memory.h)
target_include_directories(test_no_memory PUBLIC ${PROJECT_SOURCE_DIR})
set_target_properties(test_no_memory PROPERTIES CXX_VISIBILITY_PRESET default) # other libraries find its functions, too
polylogue_test(faults/tst_no_memory.cpp LIBRARIES app test_no_memory)
add_library(test_hanging_disk STATIC support/hanging_disk.cpp support/hanging_disk.h)
target_include_directories(test_hanging_disk PUBLIC ${PROJECT_SOURCE_DIR})
set_target_properties(test_hanging_disk PROPERTIES CXX_VISIBILITY_PRESET default) # other libraries find its functions, too
polylogue_test(faults/tst_hanging_disk.cpp LIBRARIES real_window test_hanging_disk)
add_dependencies(tst_hanging_disk polylogue-models polylogue-cli)
polylogue_test(faults/tst_killed_window.cpp LIBRARIES real_window)
pkg_check_modules(XSMP REQUIRED IMPORTED_TARGET sm ice)
add_library(test_session_manager STATIC support/session_manager.cpp support/session_manager.h)
target_include_directories(test_session_manager PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_session_manager PUBLIC Qt6::Core PRIVATE PkgConfig::XSMP)
polylogue_test(faults/tst_ended_session.cpp LIBRARIES real_window test_session_manager)
add_dependencies(tst_ended_session polylogue polylogue-models polylogue-cli)
polylogue_test(faults/tst_long_day.cpp LIBRARIES real_window) # POLYLOGUE_DAY=4800: scripts/long-days
add_dependencies(tst_long_day polylogue-models polylogue-cli polylogue-media)
polylogue_test(faults/tst_killed_steps.cpp LIBRARIES real_window)
add_dependencies(tst_killed_steps polylogue-models polylogue-cli polylogue-extract)
polylogue_test(faults/tst_undo_after_kill.cpp LIBRARIES real_window)
add_dependencies(tst_undo_after_kill polylogue-models polylogue-cli)
polylogue_test(faults/tst_network_folder.cpp LIBRARIES app)
add_dependencies(tst_killed_window polylogue-models polylogue-cli)
set_tests_properties(faults.killed_window faults.killed_steps PROPERTIES TIMEOUT 600)
polylogue_test(faults/tst_killed_walks.cpp LIBRARIES engine::annotation engine::publishing) # starts the walks' own programs
target_compile_definitions(tst_killed_walks PRIVATE WALKS="${CMAKE_BINARY_DIR}/tests")
add_dependencies(tst_killed_walks polylogue-cli polylogue-extract)
foreach(walks tests_window_team tests_window_models)
    if(TARGET ${walks})
        add_dependencies(tst_killed_walks ${walks})
    endif()
endforeach()


