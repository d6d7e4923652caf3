"""Videos of each fold of CMU-MOSI; may be changed."""

from polylogue.mmsdk import _facts

standard_train_fold = _facts.fold("cmu_mosi", "train")
standard_valid_fold = _facts.fold("cmu_mosi", "valid")
standard_test_fold = _facts.fold("cmu_mosi", "test")
