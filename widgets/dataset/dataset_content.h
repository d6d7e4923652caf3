#pragma once

#include "engine/core/neutral.h"
#include "engine/explain/interaction_map.h"
#include "widgets/base/selection_step.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>
#include <cmath>
#include <memory>
#include <vector>

namespace widgets {

/// A segment as the views over a dataset show it, for one output of the model, or for all that are classes.
struct DatasetPoint {
    QString video;
    int number = 0; ///< of the segment in its video, from 1
    double start = 0.0; ///< seconds in its video
    double end = 0.0;
    QString speaker;
    QString fold; ///< empty: none
    QString words;
    double prediction = 0.0; ///< of classes the place of the most probable
    double label = std::nan(""); ///< of classes the place of its own; NaN: nobody labelled it
    double probability = std::nan(""); ///< of the most probable class; NaN: these are numbers
    double labelProbability = std::nan(""); ///< what the model gives the class of the label
    std::array<double, 3> shares{}; ///< of |φ| of text, sound, vision; their sum is 1
    engine::InteractionClass kind = engine::InteractionClass::Flat;

    double other = std::nan(""); ///< what another model says; NaN: nothing is known
    /// Over the epochs of the model's training, its mean and deviation; NaN: nothing is known.
    double trainingError = std::nan("");
    double trainingSpread = std::nan("");

    bool isLabelled() const { return !std::isnan(label); }
    bool hasOther() const { return !std::isnan(other); }
    bool isOf(const QString& wantedFold) const
    {
        return wantedFold.isEmpty() || fold == wantedFold;
    } ///< empty: all
    bool hasDynamics() const { return !std::isnan(trainingError); }
    bool isOfClass() const { return !std::isnan(probability); }
    /// Of classes: whether the label is another than the model says.
    bool isWrong() const { return isOfClass() && isLabelled() && prediction != label; }
    /// Prediction minus label; of classes what the label's own lacks of a probability of 1.
    double error() const { return isOfClass() ? 1.0 - labelProbability : prediction - label; }
    double difference() const { return prediction - other; } ///< from what the other model says
};

struct DatasetContent {
    std::vector<DatasetPoint> points;
    QString output; ///< `sentiment`
    QString labelsBy; ///< who gave the labels: `settled`; empty: the segments have them
    QStringList classes; ///< classes that values are places of; none: the values are numbers
    double low = -3.0; ///< of its scale
    double high = 3.0;
    bool countsSteps = false; ///< times are numbers of rows, for nothing says how long these last
    /// Whether the folds are those of the model's training, by its card; otherwise it is not known what was
    /// held out.
    bool knowsHeldOut = true;
    QString otherModel; ///< the model whose predictions DatasetPoint::other are; empty: there is none

    bool areClasses() const { return !classes.isEmpty(); }
    double neutral() const { return engine::neutralOf(low, high); } ///< between the two sides of its scale
    /// A label or prediction as it is shown: a class by its name, a number on the scale. Not for NaN.
    QString valueText(double value, int decimals) const;
    /// The same of what the model says, with how probable the class is: `good 0.71`.
    QString predictionText(const DatasetPoint& point, int decimals) const;
    std::size_t labelled() const;
    /// The folds that segments have: test, valid, then the others by name.
    QStringList folds() const;
    /// The fold by which figures begin: test, else valid, of those with labels where one has some; empty
    /// (all): neither is there, or it is not known what was held out.
    QString heldOut() const;
};

using DatasetContentPtr = std::shared_ptr<const DatasetContent>;

/// Places of segments in DatasetContent.
using DatasetPlaces = std::vector<std::size_t>;

}

Q_DECLARE_METATYPE(widgets::DatasetContentPtr)
