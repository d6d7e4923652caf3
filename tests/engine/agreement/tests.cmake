polylogue_tests(agreement LIBRARIES engine::agreement SOURCES
    engine/agreement/tst_against_model.cpp engine/agreement/tst_boundaries.cpp engine/agreement/tst_concordance.cpp
    engine/agreement/tst_drift.cpp engine/agreement/tst_emotion_scores.cpp engine/agreement/tst_icc.cpp
    engine/agreement/tst_kappa.cpp engine/agreement/tst_krippendorff.cpp engine/agreement/tst_multiclass_scores.cpp
    engine/agreement/tst_multilabel_scores.cpp engine/agreement/tst_retrieval_scores.cpp
    engine/agreement/tst_rating_files.cpp engine/agreement/tst_regression_scores.cpp engine/agreement/tst_translation_scores.cpp)
polylogue_test(engine/agreement/tst_traces_of_raters.cpp LIBRARIES engine::agreement)
polylogue_test(engine/agreement/tst_perspectives.cpp LIBRARIES engine::agreement_reports nlohmann_json::nlohmann_json)
polylogue_test(engine/agreement/tst_rater_consensus.cpp LIBRARIES engine::agreement)
polylogue_tests(team LIBRARIES engine::agreement SOURCES engine/agreement/tst_gold_score.cpp
    engine/agreement/tst_rater_comparison.cpp)
