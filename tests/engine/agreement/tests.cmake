foreach(name against_model boundaries concordance drift emotion_scores icc kappa krippendorff multiclass_scores rating_files regression_scores)
    polylogue_test(engine/agreement/tst_${name}.cpp LIBRARIES engine::agreement)
endforeach()
