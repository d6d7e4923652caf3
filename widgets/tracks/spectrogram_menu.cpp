// What a person can choose in the head's menu of the spectrogram.
#include "widgets/base/scale_number.h"
#include "widgets/tracks/display_menu.h"
#include "widgets/tracks/range_dialog.h"
#include "widgets/tracks/spectrogram_track.h"

#include <QMenu>

#include <algorithm>

namespace widgets {

void SpectrogramTrack::wish(const SpectrogramDisplay& display, const QString& what)
{
    emit displayWished(display.toText(), what, false);
}

void SpectrogramTrack::fillDisplayMenu(QMenu& menu)
{
    if (m_sampleRate <= 0)
        return;
    fillRangeMenu(*menu.addMenu(tr("Le&vels")));
    fillWindowMenu(*menu.addMenu(tr("&Window")));
    fillCeilingMenu(*menu.addMenu(tr("&Frequencies up to")));
}

void SpectrogramTrack::fillRangeMenu(QMenu& menu)
{
    const QString what = tr("levels of the spectrogram");
    const auto textOf = [](const QString& text, double softest, double loudest) {
        return text.arg(signedNumber(softest), signedNumber(loudest));
    };
    bool isPreset = false;
    for (const auto& [softest, loudest, text] : {std::tuple(-90.0, -20.0, tr("&Usual: %1…%2 dB")),
                                                 {-110.0, -40.0, tr("&Soft sounds: %1…%2 dB")},
                                                 {-60.0, 0.0, tr("&Loud sounds only: %1…%2 dB")},
                                                 {-120.0, 0.0, tr("&Everything: %1…%2 dB")}}) {
        SpectrogramDisplay display = m_display;
        display.softest = softest;
        display.loudest = loudest;
        isPreset = isPreset || display == m_display;
        connect(addChoice(menu, textOf(text, softest, loudest), display == m_display), &QAction::triggered,
                this, [this, display, what] { wish(display, what); });
    }
    QWidget* window = windowOf(menu);
    const QString typed
        = isPreset ? tr("&Typed…") : textOf(tr("&Typed: %1…%2 dB"), m_display.softest, m_display.loudest);
    connect(addChoice(menu, typed, !isPreset), &QAction::triggered, this, [this, window, what] {
        auto* dialog = new RangeDialog(tr("Levels in dB below full scale"), m_display.softest,
                                       m_display.loudest, window);
        connect(dialog, &RangeDialog::entered, this, [this, what](double low, double high) {
            SpectrogramDisplay display = m_display;
            display.softest = low;
            display.loudest = high;
            wish(display, what);
        });
        dialog->open();
    });
}

void SpectrogramTrack::fillWindowMenu(QMenu& menu)
{
    for (const double milliseconds : SpectrogramDisplay::kWindowsMs) {
        SpectrogramDisplay display = m_display;
        display.windowMs = milliseconds;
        const QString text = milliseconds == 5.0 ? tr("%1 ms: wide band, tells when")
            : milliseconds == 30.0               ? tr("%1 ms: narrow band, tells the pitch")
                                                 : tr("%1 ms");
        connect(addChoice(menu, text.arg(shownNumber(milliseconds, 3)), display == m_display),
                &QAction::triggered, this,
                [this, display] { wish(display, tr("window of the spectrogram")); });
    }
}

void SpectrogramTrack::fillCeilingMenu(QMenu& menu)
{
    for (const double hertz : SpectrogramDisplay::kCeilings) {
        if (hertz >= m_sampleRate / 2)
            continue;
        SpectrogramDisplay display = m_display;
        display.highestHertz = hertz;
        const QString text
            = hertz > 0 ? hertzText(hertz) : tr("%1: all that there is").arg(hertzText(m_sampleRate / 2));
        connect(addChoice(menu, text, display == m_display), &QAction::triggered, this,
                [this, display] { wish(display, tr("frequencies of the spectrogram")); });
    }
}

}
