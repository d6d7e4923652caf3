polylogue_tests(packed LIBRARIES engine::packed SOURCES
    engine/packed/tst_packed_file.cpp engine/packed/tst_packed_steps.cpp engine/packed/tst_packed_words.cpp
    engine/packed/tst_unpickle.cpp)
