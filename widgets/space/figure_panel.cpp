#include "widgets/space/figure_panel.h"

#include "widgets/space/space_legend.h"
#include "widgets/space/space_tools.h"
#include "widgets/space/space_view.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace widgets {

FigurePanel::FigurePanel(const QString& name, QWidget* choices, QWidget* parent)
    : SpaceFrame(name, choices, nullptr, parent)
{
    legend().hide();
    QToolButton* picture = pictureButton(name, this);
    addBesideStatus(picture);
    setHidesChoices();
    connect(picture, &QToolButton::clicked, this, &FigurePanel::pictureWished);
    connect(&view(), &SpaceView::pointHovered, this, [this](int place) {
        m_hovered = place;
        showStatus();
    });
}

void FigurePanel::refresh()
{
    const SpaceFigure shown = figure(themeOf(QWidget::palette()));
    if (m_hovered >= static_cast<int>(shown.places.size()))
        m_hovered = -1;
    view().setFigure(shown);
    showStatus();
}

void FigurePanel::showStatus()
{
    const SpaceCard card = m_hovered >= 0 ? cardOf(static_cast<std::size_t>(m_hovered)) : SpaceCard{};
    view().setHoverCard(card);
    status().setText(m_hovered >= 0 && !isStale() ? card.title : summary());
}

void FigurePanel::setScale(const QString& title, float least, float greatest)
{
    SpacePalette palette;
    palette.least = least;
    palette.greatest = greatest;
    legend().setPalette(palette, title);
    legend().setVisible(!title.isEmpty());
}

void FigurePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh();
    SpaceFrame::changeEvent(event);
}

}
