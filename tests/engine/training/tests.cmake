polylogue_tests(training LIBRARIES engine::training engine::features_sound LABELS torch DEPENDS polylogue-cli SOURCES
    engine/training/tst_aligned_data.cpp engine/training/tst_conversation_pieces.cpp engine/training/tst_classes_and_values.cpp engine/training/tst_data_hash.cpp engine/training/tst_demo_model.cpp
    engine/training/tst_folds.cpp engine/training/tst_listed_listeners.cpp engine/training/tst_listed_turns.cpp engine/training/tst_report.cpp engine/training/tst_staged_training.cpp engine/training/tst_statistics.cpp
    engine/training/tst_train_config.cpp engine/training/tst_training_dynamics.cpp engine/training/tst_training_run.cpp
    engine/training/tst_unaligned_training.cpp engine/training/tst_config_json.cpp
    engine/training/tst_feature_files.cpp engine/training/tst_feature_shaping.cpp
    engine/training/tst_figure_tables.cpp engine/training/tst_scores.cpp engine/training/tst_search_points.cpp
    engine/training/tst_patches.cpp engine/training/tst_published_options.cpp engine/training/tst_recipe_json.cpp engine/training/tst_task.cpp engine/training/tst_segment_media.cpp
    engine/training/tst_live_window.cpp)
polylogue_tests(training_commands LIBRARIES engine::confinement engine::npz engine::sequences engine::training nlohmann_json::nlohmann_json LABELS torch
    DEPENDS polylogue-models polylogue-cli SOURCES
    engine/training/tst_clip_commands.cpp engine/training/tst_compare_command.cpp engine/training/tst_dialogue_commands.cpp engine/training/tst_listener_commands.cpp engine/training/tst_live_command.cpp engine/training/tst_ready_command.cpp
    engine/training/tst_network_commands.cpp engine/training/tst_refused_training.cpp engine/training/tst_reproduce_command.cpp
    engine/training/tst_results_command.cpp engine/training/tst_shared_training.cpp engine/training/tst_stages_command.cpp engine/training/tst_train_command.cpp)
polylogue_tests(trainer TORCH LIBRARIES engine::training engine::formats engine::npz engine::packed engine::snapshot LABELS torch SOURCES
    engine/training/tst_conversation_tensors.cpp engine/training/tst_packed_dataset.cpp engine/training/tst_packed_readers.cpp engine/training/tst_scores_by_part.cpp engine/training/tst_trainer.cpp
    engine/training/tst_training_shapes.cpp)
polylogue_test(engine/training/tst_models_slurm.cpp LIBRARIES engine::sequences nlohmann_json::nlohmann_json LABELS torch)
add_dependencies(tst_models_slurm polylogue-models polylogue-cli)
target_compile_definitions(tst_models_slurm PRIVATE SUPPORT="${PROJECT_SOURCE_DIR}/tests/support")
add_library(test_faulty_files STATIC support/faulty_files.cpp support/faulty_files.h)
target_include_directories(test_faulty_files PUBLIC ${PROJECT_SOURCE_DIR})
set_target_properties(test_faulty_files PROPERTIES CXX_VISIBILITY_PRESET default) # other libraries find its functions, too
target_link_libraries(test_faulty_files PRIVATE ${CMAKE_DL_LIBS})
polylogue_test(faults/tst_file_faults.cpp TORCH LABELS torch LIBRARIES engine::training engine::sequences engine::formats engine::npz
    engine::model_files test_faulty_files)
polylogue_test(engine/training/tst_corpora_trained.cpp LIBRARIES engine::annotation engine::project_items nlohmann_json::nlohmann_json)
add_dependencies(tst_corpora_trained polylogue-cli polylogue-extract polylogue-models)
