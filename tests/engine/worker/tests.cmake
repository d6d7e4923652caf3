polylogue_tests(worker LIBRARIES engine::worker SOURCES
    engine/worker/tst_frames.cpp engine/worker/tst_messages.cpp engine/worker/tst_request_queue.cpp
    engine/worker/tst_child_process.cpp engine/worker/tst_probe.cpp)
