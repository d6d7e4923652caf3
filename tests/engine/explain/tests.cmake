add_library(test_known_truths STATIC support/known_truths.cpp support/known_truths.h support/truth_file.h)
target_include_directories(test_known_truths PUBLIC ${PROJECT_SOURCE_DIR})
target_compile_definitions(test_known_truths PRIVATE PROGRAMS="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
target_link_libraries(test_known_truths PUBLIC engine::sequences nlohmann_json::nlohmann_json Qt6::Test)
polylogue_tests(explain LIBRARIES engine::alignment engine::explain engine::numbers engine::suspects SOURCES
    engine/explain/tst_dataset_figures.cpp engine/explain/tst_interaction_map.cpp engine/explain/tst_paired_bootstrap.cpp
    engine/explain/tst_seed_interval.cpp engine/explain/tst_sparse_code.cpp engine/explain/tst_variant_input.cpp
    engine/explain/tst_wrong_lengths.cpp)
polylogue_tests(explain_commands LIBRARIES test_known_truths engine::explain nlohmann_json::nlohmann_json LABELS torch
    DEPENDS polylogue-models polylogue-cli SOURCES
    engine/explain/tst_additive_share.cpp engine/explain/tst_explain_lines.cpp engine/explain/tst_explanation_sequence.cpp
    engine/explain/tst_explain_shards.cpp engine/explain/tst_known_truths.cpp)
polylogue_tests(explained_models TORCH LIBRARIES engine::training engine::sequences test_known_truths LABELS torch
    DEPENDS polylogue-models SOURCES
    engine/explain/tst_concepts.cpp engine/explain/tst_counterfactuals.cpp engine/explain/tst_pair_effects.cpp)
