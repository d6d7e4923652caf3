polylogue_tests(features_sound LIBRARIES engine::features_sound SOURCES
    engine/features/sound/tst_covarep.cpp engine/features/sound/tst_egemaps.cpp
    engine/features/sound/tst_spectral_sets.cpp)
