polylogue_tests(feature_tables LIBRARIES engine::feature_tables SOURCES
    engine/feature_tables/tst_array_folder.cpp engine/feature_tables/tst_feature_table.cpp engine/feature_tables/tst_table_sequence.cpp
    engine/feature_tables/tst_table_writer.cpp)
