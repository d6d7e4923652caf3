polylogue_tests(segment_agreement LIBRARIES engine::segment_agreement SOURCES
    engine/segment_agreement/tst_boundary_similarity.cpp engine/segment_agreement/tst_gamma.cpp
    engine/segment_agreement/tst_segment_differences.cpp engine/segment_agreement/tst_segment_sweep.cpp engine/segment_agreement/tst_unitizing.cpp)
