#pragma once

#include "widgets/base/theme.h"
#include "widgets/space/space_point.h"
#include "widgets/space/space_renderer.h"

#include <vector>

namespace widgets {

/// What the colours of the points tell.
struct SpaceColouring {
    enum class Kind {
        Label,
        Class, ///< a label that is classes
        Fold,
        Speaker,
        Prediction, ///< of the model that was asked about the dataset
        Error, ///< prediction − label
        Interaction, ///< what the modalities do to each other
        TrainingError, ///< mean over the epochs of a training
        TrainingSpread, ///< deviation over those epochs
    };
    Kind kind = Kind::Label;
    int label = 0; ///< for Kind::Label its number in SpaceContent::labels, for Kind::Class in `classes`
    friend bool operator==(const SpaceColouring&, const SpaceColouring&) = default;
};

/// The colours of all points, with what explains them: a scale, or names.
struct SpacePalette {
    struct Group {
        QString name; ///< empty: this group holds the points without a name
        QColor colour;
        int count = 0; ///< how many points it holds
        int names
            = 1; ///< names that share the colour; more than one because there are not enough distinct colours
    };
    std::vector<SpaceColour> colours; ///< one per point
    std::vector<Group> groups; ///< the largest first; empty for a scale
    float least = 0.0F; ///< of the scale
    float greatest = 0.0F;
    int unknown = 0; ///< points without a value of the scale
};

/// The colour of a label's value: the scale from `least` to `greatest` is brought to −3…3, and the value
/// coloured as sentiment.
QColor labelColour(const Theme& theme, double value, float least, float greatest);

/// The value that colours a point by a scale; NaN: it has none, or the colours are of names.
float scaleValue(const SpaceContent& content, const SpacePoint& point, SpaceColouring colouring);

/// The class that colours a point; empty: it has none, or the colours tell something else.
QString className(const SpacePoint& point, SpaceColouring colouring);

/// Whether a model of classes was asked about the points.
bool arePredictedClasses(const SpaceContent& content);

/// Labels, predictions and errors get the colours of sentiment, what has names gets colours that the
/// colour-blind tell apart (Okabe and Ito, Color Universal Design, 2008), the most frequent name first;
/// classes those that the project gives them, predicted ones, too.
SpacePalette spacePalette(const SpaceContent& content, SpaceColouring colouring, const Theme& theme);

}
