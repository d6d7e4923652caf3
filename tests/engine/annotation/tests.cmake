polylogue_test(engine/annotation/tst_word_edges.cpp LIBRARIES engine::annotation)
