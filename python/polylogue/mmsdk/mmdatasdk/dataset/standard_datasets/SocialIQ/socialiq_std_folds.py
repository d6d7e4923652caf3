"""Videos of each fold of Social-IQ 1.0; may be changed."""

from polylogue.mmsdk import _facts

standard_train_fold = _facts.fold("socialiq", "train")
standard_valid_fold = _facts.fold("socialiq", "valid")
