polylogue_tests(open_words LIBRARIES engine::formats engine::open_words engine::project_items SOURCES
    engine/open_words/tst_best_worst.cpp engine/project_items/tst_comparison_pass.cpp engine/open_words/tst_bradley_terry.cpp
    engine/open_words/tst_open_words.cpp engine/open_words/tst_wheel_files.cpp)
