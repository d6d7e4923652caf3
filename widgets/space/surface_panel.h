#pragma once

#include "widgets/space/feature_surface.h"
#include "widgets/space/figure_panel.h"

class QComboBox;

namespace widgets {

/// A sequence as a surface over time and dimensions. A person chooses the sequence and the stretch; the
/// playhead is a plane.
class SurfacePanel : public FigurePanel {
    Q_OBJECT
public:
    explicit SurfacePanel(QWidget* parent = nullptr);

    /// Never emits.
    void setSequences(const QStringList& keys, const QString& current);
    /// Seconds of the stretch around the playhead. Absent: the segment in sight.
    std::optional<double> span() const;
    void setSurface(const FeatureSurface& surface);
    const FeatureSurface& surface() const { return m_surface; }
    void setPlayhead(double seconds);

signals:
    void sequenceChosen(const QString& key); ///< only by the user
    void spanChosen(); ///< only by the user

protected:
    SpaceFigure figure(const Theme& theme) const override { return surfaceFigure(m_surface, theme); }
    SpaceCard cardOf(std::size_t place) const override;
    QString summary() const override;

private:
    SurfacePanel(QWidget* choices, QWidget* parent);

    FeatureSurface m_surface;
    double m_playhead = 0.0;
    QComboBox* m_sequences;
    QComboBox* m_spans;
};

}
