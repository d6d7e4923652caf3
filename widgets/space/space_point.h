#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace widgets {

/// One segment as a point.
struct SpacePoint {
    std::array<float, 3> position{};
    QString video;
    int segment = 1; ///< within its video, from 1
    double start = 0.0; ///< seconds
    std::vector<float> labels; ///< one per name in SpaceContent; NaN, or none at all: nobody labelled it
    QString fold; ///< empty: in no fold
    QString speaker; ///< empty: not known

    friend bool operator==(const SpacePoint&, const SpacePoint&) = default;
};

/// What Space shows of one sequence.
struct SpaceContent {
    std::vector<SpacePoint> points;
    QStringList labels; ///< names; each can colour the points
    std::array<double, 3> explained{}; ///< part of the variance that each axis tells, 0…1
    int dimensions = 0; ///< of the sequence
    QString note; ///< what was left out, in sentences; empty: nothing

    friend bool operator==(const SpaceContent&, const SpaceContent&) = default;
};

}
