polylogue_tests(features_text LIBRARIES engine::features_text SOURCES
    engine/features/text/tst_hashed_vectors.cpp engine/features/text/tst_vector_files.cpp)
