polylogue_test(engine/splits/tst_group_splits.cpp LIBRARIES engine::numbers engine::splits)
