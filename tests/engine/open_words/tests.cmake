polylogue_tests(open_words LIBRARIES engine::formats engine::open_words SOURCES
    engine/open_words/tst_best_worst.cpp engine/open_words/tst_bradley_terry.cpp
    engine/open_words/tst_open_words.cpp engine/open_words/tst_wheel_files.cpp)
