#pragma once

#include "engine/suspects/label_planting.h"

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// What the search found of errors that it planted itself into the labels which are searched.
struct SelfTest {
    /// How early errors of one kind come in the queue: average precision.
    struct Found {
        SuspectKind kind = SuspectKind::None;
        double found = 0.0; ///< by the order that was chosen
        double byExpected = 0.0; ///< by |label − expected| alone
        double byRidge = 0.0; ///< by the residual of a ridge regression
        friend bool operator==(const Found&, const Found&) = default;
    };

    std::vector<Found> kinds; ///< each planted into one label of ten; none: there was no test
    std::string order; ///< `belief`, `expected`, `both`, `ridge`: by what the queue is ordered
    double errors = 0.0; ///< 0…1: how common errors are taken to be

    friend bool operator==(const SelfTest&, const SelfTest&) = default;
};

/// Labels in order of suspicion, with a score that says how often it is right.
struct TestedLabels {
    LabelBelief belief;
    std::vector<double> strengths; ///< N: the larger, the earlier in the queue
    std::vector<double> scores; ///< N, 0…1: how likely the label is wrong
    SelfTest test;
};

/// Believes, and tests it: each kind of error that there can be is planted several times into one label of
/// ten, while what was predicted stays (no model has seen the label that it is asked about). By what comes
/// out the queue is ordered by the belief, by how far a label is from what is expected, by both, or by the
/// residual of a ridge regression; and where planted labels come in the queue tells how likely a label is
/// wrong that comes there, once it is known how common errors are. That is told by labels which contradict
/// sure opinions (errorShare()), and by no more of the queue's head being wrong than there is of it.
///
/// @param seed  of what is planted
TestedLabels testedLabels(const PredictionEvidence& evidence, const LabelScale& scale,
                          const SegmentChains& chains, std::uint64_t seed);

}
