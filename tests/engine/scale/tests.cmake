# What we write at the size of the largest dataset, read again.
polylogue_test(engine/scale/tst_round_trips_at_scale.cpp LIBRARIES engine::training engine::formats engine::recipes OPTIMISED)
add_dependencies(tst_round_trips_at_scale polylogue-cli)
