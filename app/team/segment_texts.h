#pragma once

#include "app/agreement/segment_reports.h"

#include <QCoreApplication>
#include <QString>

namespace app {

/// What is said of annotators' own segments, in the window's language.
struct SegmentTexts {
    Q_DECLARE_TR_FUNCTIONS(app::SegmentTexts)
public:
    static QString tierText(const SegmentAgreement& agreement); ///< `gesture`, `scene: mood`
    static QString headText(const SegmentAgreement& agreement); ///< who, how many videos
    static QString pairText(const engine::SegmentSweep& sweep); ///< `anna – ben`

    static QString figureText(const engine::Statistic& statistic); ///< the name of the figure
    static QString valueText(const engine::Statistic& statistic); ///< `0.71`, `about 0.71`, `undefined`
    static QString intervalText(const engine::Statistic& statistic); ///< `[0.60, 0.80]`, or why there is none
    static QString questionText(const engine::Statistic& statistic); ///< what it asks
    static QString ruleText(const engine::Statistic& statistic); ///< all that is quoted beside it

    static QString figure(const engine::SweepFigure& figure); ///< two decimals; `–`: none
    /// Names of what both found, κ, and who begins and ends later.
    static QString sweepText(const engine::SegmentSweep& sweep);
    /// Why it is in the list: only one marked it, or other names.
    static QString differenceText(const engine::SegmentDifference& difference,
                                  const engine::SegmentSweep& sweep);
};

}
