polylogue_tests(dataset_opening LIBRARIES engine::dataset_opening DEPENDS polylogue-cli SOURCES
    engine/dataset_opening/tst_opened_sequences.cpp)
