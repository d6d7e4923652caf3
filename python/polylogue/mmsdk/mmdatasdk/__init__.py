"""Datasets and computational sequences, as the SDK names them."""

from .computational_sequence.computational_sequence import computational_sequence as computational_sequence
from .dataset.dataset import mmdataset as mmdataset
from .dataset.standard_datasets import CMU_MOSEI as cmu_mosei
from .dataset.standard_datasets import CMU_MOSI as cmu_mosi
from .dataset.standard_datasets import POM as pom
from .dataset.standard_datasets import SocialIQ as socialiq

__all__ = ["cmu_mosei", "cmu_mosi", "computational_sequence", "mmdataset", "pom", "socialiq"]
