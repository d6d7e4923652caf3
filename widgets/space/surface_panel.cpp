#include "widgets/space/surface_panel.h"

#include "widgets/base/scale_number.h"
#include "widgets/space/choice_box.h"
#include "widgets/space/space_view.h"

#include <QHBoxLayout>

namespace widgets {

SurfacePanel::SurfacePanel(QWidget* parent) : SurfacePanel(new QWidget, parent) { }

SurfacePanel::SurfacePanel(QWidget* choices, QWidget* parent)
    : FigurePanel(QStringLiteral("surface"), choices, parent)
    , m_sequences(new ChoiceBox(QStringLiteral("surfaceSequence"), tr("Sequence"), choices))
    , m_spans(new ChoiceBox(QStringLiteral("surfaceSpan"), tr("Stretch"), choices))
{
    m_sequences->setToolTip(tr("The sequence whose values are the heights"));
    m_spans->setToolTip(
        tr("How much of the video is seen: the segment in sight, or so many seconds, which are "
           "turned like pages when the playhead leaves them"));
    m_spans->addItem(tr("of the segment"));
    for (const int seconds : {2, 5, 20, 60})
        m_spans->addItem(tr("of %1 s").arg(seconds), seconds);
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_sequences, 3);
    row->addWidget(m_spans, 2);
    view().setAccessibleName(tr("Feature surface"));
    connect(m_sequences, &QComboBox::textActivated, this, &SurfacePanel::sequenceChosen);
    connect(m_spans, &QComboBox::activated, this, &SurfacePanel::spanChosen);
}

void SurfacePanel::setSequences(const QStringList& keys, const QString& current)
{
    m_sequences->clear();
    m_sequences->addItems(keys);
    m_sequences->setCurrentText(current);
    m_sequences->setEnabled(keys.size() > 1);
}

std::optional<double> SurfacePanel::span() const
{
    const QVariant seconds = m_spans->currentData();
    return seconds.isValid() ? std::optional(seconds.toDouble()) : std::nullopt;
}

void SurfacePanel::setSurface(const FeatureSurface& surface)
{
    if (surface == m_surface)
        return;
    m_surface = surface;
    setScale(surface.rows() > 0 ? tr("value, within its dimension's range") : QString(), 0, 1);
    setPlayhead(m_playhead);
    refresh();
}

void SurfacePanel::setPlayhead(double seconds)
{
    m_playhead = seconds;
    view().setPlane(surfacePlane(m_surface, seconds));
}

SpaceCard SurfacePanel::cardOf(std::size_t place) const
{
    if (m_surface.columns == 0 || place >= m_surface.values.size())
        return {};
    const std::size_t row = place / m_surface.columns;
    const std::size_t column = place % m_surface.columns;
    const auto number = [](float value) { return shownNumber(static_cast<double>(value), 4, 'g'); };
    return {tr("%1 at %2 s: %3")
                .arg(m_surface.names[static_cast<qsizetype>(row)],
                     shownNumber(m_surface.secondsAt(column), 2, 'f'), number(m_surface.at(row, column))),
            tr("range in this video: %1 to %2")
                .arg(number(m_surface.ranges[row].low), number(m_surface.ranges[row].high)),
            {}};
}

QString SurfacePanel::summary() const
{
    if (m_surface.rows() == 0)
        return {};
    const auto shown = static_cast<int>(m_surface.rows());
    const auto all = static_cast<int>(m_surface.dimensions);
    const QString dimensions = shown == all ? tr("%n dimensions", nullptr, all)
                                            : tr("%1 of %n dimensions", nullptr, all).arg(shown);
    return tr("%1 · %2 to %3 s", "dimensions, from, to")
        .arg(dimensions, shownNumber(m_surface.start, 2, 'f'), shownNumber(m_surface.end, 2, 'f'));
}

}
