polylogue_tests(live LIBRARIES engine::live SOURCES
    engine/live/tst_hop_clock.cpp engine/live/tst_mel_ticker.cpp engine/live/tst_picture_sieve.cpp engine/live/tst_playing_file.cpp)
