#pragma once

#include "engine/explain/interaction_map.h"

#include <QWidget>

#include <optional>

namespace widgets {

/// Draws the seven terms of an interaction map as bars to both sides of a line, each with the modalities that
/// it belongs to and its number.
class TermBars : public QWidget {
    Q_OBJECT
public:
    explicit TermBars(QWidget* parent = nullptr);

    /// @param isCurrent  false: a newer map is on its way, and this one is drawn pale
    void setMap(const std::optional<engine::InteractionMap>& map, bool isCurrent);
    /// Terms of modalities that the model did not learn from are not drawn.
    void setModalities(const engine::EnabledModalities& learnt);

    QSize sizeHint() const override;
    /// What the line at this place says, in a sentence; empty beside the lines.
    QString sentenceAt(QPoint place) const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        engine::Coalition coalition;
        int top; ///< pixels
    };
    std::vector<Line> lines() const;
    int lineHeight() const;

    std::optional<engine::InteractionMap> m_map;
    bool m_isCurrent = true;
    engine::EnabledModalities m_learnt{true, true, true};
};

/// `text × sound`
QString coalitionName(engine::Coalition coalition);

}
