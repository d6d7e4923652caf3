polylogue_tests(confinement LIBRARIES engine::confinement SOURCES engine/confinement/tst_confinement.cpp)
