polylogue_test(engine/space/tst_projection.cpp LIBRARIES engine::space)
polylogue_test(engine/space/tst_segment_means.cpp LIBRARIES engine::space)
