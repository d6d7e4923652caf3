polylogue_tests(conversations LIBRARIES engine::conversations engine::corpora engine::synchrony SOURCES
    engine/conversations/tst_corpus_signs.cpp
    engine/conversations/tst_conversation_folds.cpp engine/conversations/tst_random_folds.cpp engine/conversations/tst_conversation_list.cpp engine/conversations/tst_signal_grid.cpp engine/conversations/tst_turns.cpp
    engine/synchrony/tst_conversation_speech.cpp engine/synchrony/tst_synchrony.cpp)
