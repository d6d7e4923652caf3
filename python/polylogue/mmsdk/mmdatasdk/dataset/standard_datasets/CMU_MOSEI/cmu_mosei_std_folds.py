"""Videos of each fold of CMU-MOSEI; may be changed."""

from polylogue.mmsdk import _facts

standard_train_fold = _facts.fold("cmu_mosei", "train")
standard_valid_fold = _facts.fold("cmu_mosei", "valid")
standard_test_fold = _facts.fold("cmu_mosei", "test")
