# polylogue-models: the only program that links LibTorch.
set(sources models_additive.cpp models_additive.h models_benchmark.cpp models_classes.cpp models_commands.h models_compare.cpp models_comparison.cpp models_comparison.h models_concepts.cpp models_concepts.h models_confinement.cpp models_confinement.h models_counterfactuals.cpp models_counterfactuals.h models_displays.cpp models_displays.h models_environment.cpp models_environment.h models_evaluate.cpp models_explain.cpp models_explain_lines.cpp models_explain_lines.h models_fit_labels.cpp models_folds.cpp models_folds.h models_fuse.cpp models_layer.cpp models_layer.h models_live.cpp models_main.cpp models_learn_next.cpp models_learn_order.cpp
    models_modalities.cpp models_modalities.h models_output.cpp models_output.h models_outputs.cpp models_outputs.h models_predict.cpp models_predict_media.cpp models_predict_media.h models_predict_turns.cpp models_predict_turns.h models_predictions.cpp models_predictions.h models_progress.cpp
    models_progress.h models_reproduce.cpp models_retrieve.cpp models_run_case.cpp models_search.cpp models_serve.cpp
    models_server.cpp models_server.h models_suspect_options.cpp models_suspect_options.h models_suspects.cpp models_train.cpp models_training.cpp models_training.h ../option_tree.cpp ../option_tree.h ../probing.cpp ../probing.h ../share_option.cpp ../share_option.h
    ../slurm_scripts.cpp ../slurm_scripts.h ../stop_on_signal.cpp ../stop_on_signal.h)
list(TRANSFORM sources PREPEND ${CMAKE_CURRENT_LIST_DIR}/)
add_executable(polylogue-models ${sources})
target_link_libraries(polylogue-models PRIVATE engine::training engine::confinement engine::formats engine::live engine::media engine::npz engine::packed engine::worker CLI11::CLI11 fmt::fmt)
target_compile_definitions(polylogue-models PRIVATE POLYLOGUE_VERSION="${PROJECT_VERSION}")
