"""Videos of each fold of POM; may be changed."""

from polylogue.mmsdk import _facts

standard_train_fold = _facts.fold("pom", "train")
standard_valid_fold = _facts.fold("pom", "valid")
standard_test_fold = _facts.fold("pom", "test")
