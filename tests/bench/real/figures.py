"""Figures of real people: each with its interval, by samples of the cases or of the groups (speakers) that they come from."""
import sys

import numpy

SAMPLES = 2000


def correlation(predicted, true):
    return float(numpy.corrcoef(predicted, true)[0, 1])


def right_signs(predicted, true):
    has_sign = true != 0
    return float(((predicted > 0) == (true > 0))[has_sign].mean())


def mean_error(predicted, true):
    return float(numpy.abs(predicted - true).mean())


def interval(rule, predicted, true, groups=None):
    """(low, high) of what samples with replacement give, at 95 %. @param groups  one for each case; whole ones are drawn"""
    draw = numpy.random.default_rng(1)
    names = numpy.arange(len(true)) if groups is None else numpy.array(groups)
    known = numpy.unique(names)
    places = None if groups is None else {name: numpy.flatnonzero(names == name) for name in known}
    drawn = []
    for _ in range(SAMPLES):
        sample = draw.integers(0, len(known), len(known))
        chosen = sample if places is None else numpy.concatenate([places[known[each]] for each in sample])
        drawn.append(rule(predicted[chosen], true[chosen]))
    drawn.sort()
    return drawn[SAMPLES // 40], drawn[SAMPLES - 1 - SAMPLES // 40]


def row(name, value, unit, bound, is_least, reference="null"):
    """A row of scripts/bench. @param is_least  the bound is the least that will do, not the most"""
    ok = value >= bound if is_least else value <= bound
    print(f"{name}\t{value:.4g}\t{unit}\t{bound:g}\t{reference}\t{'yes' if ok else 'no'}", flush=True)


def say(text):
    print(text, file=sys.stderr, flush=True)
