polylogue_tests(numbers LIBRARIES engine::numbers SOURCES
    engine/numbers/tst_chances.cpp engine/numbers/tst_correlations.cpp engine/numbers/tst_count_matrix.cpp engine/numbers/tst_principal_components.cpp
    engine/numbers/tst_quantiles.cpp)
