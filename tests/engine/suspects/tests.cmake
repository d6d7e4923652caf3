add_library(test_planted_errors STATIC support/planted_errors.cpp support/planted_errors.h support/planted_sequences.cpp support/planted_sequences.h)
target_include_directories(test_planted_errors PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_planted_errors PUBLIC engine::training PRIVATE engine::sequences fmt::fmt)
polylogue_tests(suspects LIBRARIES test_planted_errors engine::suspects SOURCES
    engine/suspects/tst_label_belief.cpp engine/suspects/tst_queue_figures.cpp engine/suspects/tst_rater_belief.cpp
    engine/suspects/tst_data_errors.cpp engine/suspects/tst_learning_order.cpp engine/suspects/tst_learning_round.cpp LABELS torch)
polylogue_test(engine/suspects/tst_suspects_command.cpp LIBRARIES test_planted_errors engine::sequences nlohmann_json::nlohmann_json LABELS torch)
add_dependencies(tst_suspects_command polylogue-models)
# As polylogue-models sets it: two pools of threads would compete for the cores.
set_tests_properties(engine.suspects.learning_order engine.suspects.learning_round engine.suspects.data_errors PROPERTIES
    ENVIRONMENT "LC_ALL=C.UTF-8;OPENBLAS_NUM_THREADS=1;OMP_WAIT_POLICY=PASSIVE")
