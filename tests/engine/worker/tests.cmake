polylogue_test(engine/worker/tst_frames.cpp LIBRARIES engine::worker)
polylogue_test(engine/worker/tst_messages.cpp LIBRARIES engine::worker)
polylogue_test(engine/worker/tst_request_queue.cpp LIBRARIES engine::worker)
