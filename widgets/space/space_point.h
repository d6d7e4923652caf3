#pragma once

#include "engine/space/projection.h"

#include <QColor>
#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <limits>
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
    QString words = {}; ///< that are said in it; empty: not known
    double end = 0.0; ///< seconds
    float prediction = std::numeric_limits<float>::quiet_NaN(); ///< of the model that was asked; NaN: none
    QString interaction = {}; ///< class of the interaction, in the window's language; empty: none
    float trainingError = std::numeric_limits<float>::quiet_NaN(); ///< mean over the epochs of a training …
    float trainingSpread = std::numeric_limits<float>::quiet_NaN(); ///< … and its deviation
    QString predictedClass = {}; ///< by a model of classes; empty: it says numbers, or nothing
    std::vector<QString> classes = {}; ///< one per name in SpaceContent::classes; empty: nobody labelled it
};

/// What Space shows of one sequence by one projection.
struct SpaceContent {
    std::vector<SpacePoint> points;
    QStringList labels; ///< names; each can colour the points
    QStringList classes; ///< names of labels that are classes; each can colour the points, too
    engine::ProjectionOptions projection; ///< how the points were placed
    std::array<double, 3> explained{}; ///< part of the variance that each axis of PCA tells, 0…1
    double trustworthiness = 1.0; ///< of the places (engine/space/trustworthiness.h)
    int dimensions = 0; ///< of the sequence
    QString note; ///< what was left out, in sentences; empty: nothing
    QHash<QString, QColor> classColours; ///< of classes that the project gives one, by their names
    int predicted = -1; ///< the label that the model's predictions are of; −1: none of them
};

}
