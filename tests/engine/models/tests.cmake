polylogue_tests(networks TORCH LIBRARIES engine::models engine::sequences LABELS torch SOURCES
    engine/models/tst_attention_blocks.cpp engine/models/tst_blocks.cpp engine/models/tst_conversation_models.cpp engine/models/tst_flat_optimiser.cpp
    engine/models/tst_fusion_models.cpp engine/models/tst_hyper_parameters.cpp engine/models/tst_lmf.cpp
    engine/models/tst_networks.cpp engine/models/tst_ready.cpp engine/models/tst_run_case.cpp engine/models/tst_translation_layers.cpp)
polylogue_tests(models TORCH LIBRARIES engine::models LABELS torch DEPENDS polylogue-models SOURCES
    engine/models/tst_damaged_models.cpp engine/models/tst_model_file.cpp engine/models/tst_option_sets.cpp
    engine/models/tst_predictor.cpp engine/models/tst_serve.cpp engine/models/tst_weights.cpp)
set_tests_properties(engine.models.option_sets PROPERTIES TIMEOUT 1200
    ENVIRONMENT "LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=1200000")
polylogue_test(engine/models/tst_piece_model.cpp LIBRARIES engine::models)
polylogue_test(engine/models/tst_models_program.cpp LIBRARIES engine::sequences engine::worker nlohmann_json::nlohmann_json LABELS torch)
add_dependencies(tst_models_program polylogue-models polylogue-cli)
