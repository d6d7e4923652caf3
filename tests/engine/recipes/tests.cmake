polylogue_test(engine/recipes/tst_sdk_cases.cpp LIBRARIES test_sdk_cases)
