#pragma once

#include "widgets/review/scale_use.h"

#include <QFrame>

namespace widgets {

/// One rater: how the scale is used beside the others, and figures with the numbers that they are of.
class RaterCard : public QFrame {
    Q_OBJECT
public:
    struct Figure {
        QString name; ///< `leans by`
        QString value; ///< `+0.6`; `not enough`
        QString count; ///< `n 40`
        QString toolTip;
        bool isKnown = true; ///< not: too few, it is muted
    };
    struct Content {
        QString name;
        QString judged; ///< `160 judged, 152 of them by others, too`
        QString remark; ///< what needs attention: `reverses the scale`; empty: nothing does
        std::vector<ScaleUse::Bar> bars;
        double reach = 0.0; ///< ScaleUse::setBars
        std::vector<Figure> figures;
    };
    RaterCard(const Content& content, QWidget* parent = nullptr);
};

}
