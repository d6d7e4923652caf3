polylogue_tests(parts LIBRARIES engine::features_sound engine::parts_text engine::parts_voice SOURCES
    engine/parts/tst_arousal_model.cpp engine/parts/tst_english_text.cpp engine/parts/tst_part_card.cpp engine/parts/tst_table_vectors.cpp engine/parts/tst_valence_model.cpp engine/parts/tst_valence_rules.cpp)
