#include "widgets/space/graph_panel.h"

#include "widgets/base/scale_number.h"
#include "widgets/space/space_view.h"

namespace widgets {

GraphPanel::GraphPanel(QString (*nameOf)(const QString&), QWidget* parent)
    : FigurePanel(QStringLiteral("graph"), nullptr, parent)
    , m_nameOf(nameOf)
{
    view().setAccessibleName(tr("Fusion graph"));
}

void GraphPanel::setGraph(const FusionGraphShown& graph, const QString& title, bool isCurrent)
{
    if (graph == m_graph && title == m_title && isCurrent == m_isCurrent)
        return;
    m_graph = graph;
    m_title = title;
    m_isCurrent = isCurrent;
    m_edgeOf = graphFigure(m_graph, m_nameOf, m_isCurrent, themeOf(QWidget::palette())).edgeOf;
    setScale(graph.edges.empty() ? QString() : tr("efficacy"), graph.least, graph.greatest);
    refresh();
}

SpaceFigure GraphPanel::figure(const Theme& theme) const
{
    return graphFigure(m_graph, m_nameOf, m_isCurrent, theme).figure;
}

SpaceCard GraphPanel::cardOf(std::size_t place) const
{
    if (place >= m_edgeOf.size())
        return {};
    const FusionGraphShown::Edge& edge = m_graph.edges[m_edgeOf[place]];
    return {QStringLiteral("%1 → %2: %3")
                .arg(m_nameOf(edge.from), m_nameOf(edge.to),
                     scaleNumber(static_cast<double>(edge.value), static_cast<double>(m_graph.least), 3)),
            m_title,
            {}};
}

QString GraphPanel::summary() const
{
    if (m_graph.edges.empty())
        return {};
    return m_isCurrent ? m_title : tr("%1 · not current: the model is asked again").arg(m_title);
}

}
