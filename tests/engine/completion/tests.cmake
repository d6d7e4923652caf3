polylogue_tests(completion LIBRARIES engine::completion SOURCES
    engine/completion/tst_segment_completion.cpp engine/completion/tst_drawn_segments.cpp
    engine/completion/tst_trace_completion.cpp engine/completion/tst_calibration.cpp)
