foreach(name against_model boundaries concordance icc kappa krippendorff rating_files regression_scores drift)
    polylogue_test(engine/agreement/tst_${name}.cpp LIBRARIES engine::agreement)
endforeach()
