// What a person can choose in the head's menu of a track of features.
#include "widgets/tracks/dimension_chooser.h"
#include "widgets/tracks/display_menu.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/range_dialog.h"

#include <QMenu>

namespace widgets {

void FeaturesTrack::wish(const FeatureDisplay& display, const QString& what)
{
    emit displayWished(display.toText(), what, false);
}

void FeaturesTrack::fillDisplayMenu(QMenu& menu)
{
    if (!m_features || m_features->dimensions() == 0)
        return;
    QWidget* window = windowOf(menu);
    if (!m_dimension) {
        const bool isLines = m_display.form == FeatureDisplay::Form::Lines;
        FeatureDisplay display = m_display;
        display.dimensions.clear();
        display.form = FeatureDisplay::Form::HeatMap;
        connect(addChoice(menu, tr("Heat &map of all dimensions"), !isLines), &QAction::triggered, this,
                [this, display] { wish(display, tr("heat map of %1").arg(m_title)); });
        display.form = FeatureDisplay::Form::Lines;
        FeatureDisplay all = display;
        const QString text = m_features->dimensions() > 16 ? tr("&Lines of the first 16 dimensions")
                                                           : tr("&Lines of all dimensions");
        connect(addChoice(menu, text, isLines && m_display.dimensions.empty()), &QAction::triggered, this,
                [this, all] { wish(all, tr("lines of %1").arg(m_title)); });
        connect(addChoice(menu, tr("Lines of chose&n dimensions…"), isLines && !m_display.dimensions.empty()),
                &QAction::triggered, this, [this, display, window] {
                    auto* chooser = new DimensionChooser(tr("Lines of %1").arg(m_title), m_names,
                                                         DimensionChooser::Choice::Several, window);
                    chooser->setChosen(m_display.dimensions);
                    connect(chooser, &DimensionChooser::chosen, this,
                            [this, display](const std::vector<std::size_t>& dimensions) {
                                FeatureDisplay lines = display;
                                lines.dimensions = dimensions;
                                wish(lines, tr("lines of %1").arg(m_title));
                            });
                    chooser->open();
                });
    }
    fillScaleMenu(*menu.addMenu(tr("Scal&e")));
    connect(menu.addAction(tr("Show a dimens&ion as a track of its own…")), &QAction::triggered, this,
            [this, window] {
                auto* chooser = new DimensionChooser(tr("A track of %1").arg(m_title), m_names,
                                                     DimensionChooser::Choice::One, window);
                connect(chooser, &DimensionChooser::chosen, this,
                        [this](const std::vector<std::size_t>& dimensions) {
                            emit dimensionTrackWished(dimensions.front());
                        });
                chooser->open();
            });
    if (m_removable)
        connect(menu.addAction(tr("&Remove this track")), &QAction::triggered, this,
                &FeaturesTrack::removeWished);
}

void FeaturesTrack::fillScaleMenu(QMenu& menu)
{
    using Scale = FeatureDisplay::Scale;
    const QString what = tr("scale of %1").arg(title());
    for (const auto& [scale, text] : {std::pair(Scale::Usual, tr("&Automatic: without outliers")),
                                      {Scale::Full, tr("&Full range")},
                                      {Scale::Symmetric, tr("&Symmetric about 0")}}) {
        FeatureDisplay display = m_display;
        display.scale = scale;
        connect(addChoice(menu, text, m_display.scale == scale), &QAction::triggered, this,
                [this, display, what] { wish(display, what); });
    }
    QWidget* window = windowOf(menu);
    const QString typed = m_display.scale == Scale::Typed
        ? tr("&Typed: %1…%2").arg(m_display.low).arg(m_display.high)
        : tr("&Typed…");
    connect(addChoice(menu, typed, m_display.scale == Scale::Typed), &QAction::triggered, this,
            [this, window, what] {
                engine::DimensionRange range = m_dimension
                    ? shownRange(*m_dimension)
                    : engine::DimensionRange{static_cast<float>(m_display.low),
                                             static_cast<float>(m_display.high)};
                auto* dialog = new RangeDialog(tr("Scale of %1").arg(title()), static_cast<double>(range.low),
                                               static_cast<double>(range.high), window);
                connect(dialog, &RangeDialog::entered, this, [this, what](double low, double high) {
                    FeatureDisplay display = m_display;
                    display.scale = Scale::Typed;
                    display.low = low;
                    display.high = high;
                    wish(display, what);
                });
                dialog->open();
            });
}

}
