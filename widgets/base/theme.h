#pragma once

#include "engine/core/segment_input.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace widgets {

/// The colours of one theme. One colour per modality everywhere; red only for the playhead and what needs
/// attention.
struct Theme {
    QColor background; ///< behind everything
    QColor panel; ///< surfaces
    QColor raised; ///< fields, chips, hovered rows
    QColor line; ///< hairlines
    QColor text;
    QColor muted; ///< secondary text, ≥ 4.5 : 1 on panel
    QColor accent; ///< what is active
    QColor onAccent; ///< text on accent
    QColor language;
    QColor sound;
    QColor vision;
    QColor negative;
    QColor neutral;
    QColor positive;
    QColor attention;

    bool isDark() const { return background.lightness() < 128; }
    QColor accentText() const; ///< of texts in the accent: ≥ 4.5 : 1 on background, panel and raised
    QColor modality(engine::Modality modality) const;
    /// Sentiment −3…+3: negative–neutral–positive.
    QColor sentiment(double value) const;
    /// One of the colours that people give to tracks, from 1 to `kTrackColours`; people with any of the three
    /// colour blindnesses tell them apart.
    QColor trackColour(int number) const;
    static constexpr int kTrackColours = 8;
};

const Theme& darkTheme();
const Theme& lightTheme();

/// The theme that belongs to a widget's palette. Widgets ask when they paint, so a change of palette is all
/// it takes.
const Theme& themeOf(const QPalette& palette);

QPalette paletteOf(const Theme& theme);
QString styleSheetOf(const Theme& theme);

QColor mixed(const QColor& a, const QColor& b, double partOfB);

/// Black or white, whichever stands out more from the ground: by its relative luminance as WCAG 2 defines it.
QColor readableOn(const QColor& ground);

/// `+2`, `−1.4`, `0`: a sentiment with its sign, `decimals` digits.
QString signedNumber(double value, int decimals = 0);

}
