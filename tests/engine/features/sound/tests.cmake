polylogue_tests(features_sound LIBRARIES engine::features_sound engine::functionals engine::sequences SOURCES
    engine/features/sound/tst_covarep.cpp engine/features/sound/tst_egemaps.cpp
    engine/features/sound/tst_egemaps_functionals.cpp engine/features/sound/tst_mel_pieces.cpp
    engine/features/sound/tst_sound_analysis.cpp engine/features/sound/tst_spectral_sets.cpp
    engine/features/sound/tst_voice_band.cpp)
polylogue_test(engine/features/sound/tst_voice_change.cpp LIBRARIES engine::features_sound)
