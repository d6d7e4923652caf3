polylogue_tests(model_influence LIBRARIES engine::model_influence SOURCES
    engine/model_influence/tst_exposed_answers.cpp engine/project_items/tst_codebook_versions.cpp engine/project_items/tst_exposures.cpp engine/project_items/tst_asked_next.cpp)
