#pragma once

#include "widgets/space/figure_panel.h"
#include "widgets/space/fusion_graph_figure.h"

namespace widgets {

/// The fusion graph of a segment, at the word under the playhead.
class GraphPanel : public FigurePanel {
    Q_OBJECT
public:
    /// @param nameOf  for people, of a vertex
    explicit GraphPanel(QString (*nameOf)(const QString&), QWidget* parent = nullptr);

    /// @param title  of what is seen: the word, or that it is a mean. @param isCurrent  else the model's
    /// answer to the last edit is not there
    void setGraph(const FusionGraphShown& graph, const QString& title, bool isCurrent);
    const FusionGraphShown& graph() const { return m_graph; }
    bool isCurrent() const { return m_isCurrent; }

protected:
    SpaceFigure figure(const Theme& theme) const override;
    SpaceCard cardOf(std::size_t place) const override;
    QString summary() const override;
    bool isStale() const override { return !m_isCurrent; }

private:
    QString (*m_nameOf)(const QString&);
    FusionGraphShown m_graph;
    std::vector<std::size_t> m_edgeOf; ///< of each place
    QString m_title;
    bool m_isCurrent = true;
};

}
