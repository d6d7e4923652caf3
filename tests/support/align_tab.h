#pragma once

#include "widgets/align/sequence_grid.h"
#include "widgets/tracks/features_track.h"

#include <QAbstractButton>
#include <QTest>
#include <QToolButton>

/// Finds and clicks what a person sees of the Align tab and of the tracks that it changes.
namespace support {

/// The track of all dimensions of a sequence; null where there is none.
inline widgets::FeaturesTrack* trackOf(const QWidget& window, const char* key)
{
    for (auto* track : window.findChildren<widgets::FeaturesTrack*>(QLatin1String(key))) {
        if (!track->dimension())
            return track;
    }
    return nullptr;
}

/// The button of a sequence in the grid of the step that is chosen; null where there is none.
inline QToolButton* sequenceButton(const QWidget& window, const char* key)
{
    const auto* grid = window.findChild<widgets::SequenceGrid*>();
    for (auto* button : grid->findChildren<QToolButton*>()) {
        if (button->isVisibleTo(grid) && button->property("sequence").toString() == QLatin1String(key))
            return button;
    }
    return nullptr;
}

/// Chooses a step of the recipe by a click. @param number  from 1
inline void chooseStep(const QWidget& window, int number)
{
    auto* row = window.findChild<QAbstractButton*>(QStringLiteral("step%1").arg(number));
    QVERIFY(row);
    QTest::mouseClick(row, Qt::LeftButton);
    QVERIFY(row->isChecked());
}

}
