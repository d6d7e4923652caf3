#pragma once

#include "engine/faces/face_depth.h"
#include "widgets/space/figure_panel.h"

namespace widgets {

/// Landmarks of a face in three dimensions, with the lines between them. Places are the landmarks, in their
/// order.
SpaceFigure faceFigure(const engine::FaceInDepth& face, const Theme& theme);

/// The face in sight, to be turned.
class FacePanel : public FigurePanel {
    Q_OBJECT
public:
    explicit FacePanel(QWidget* parent = nullptr);

    /// @param title  whose face this is
    void setFace(const engine::FaceInDepth& face, const QString& title);
    const engine::FaceInDepth& face() const { return m_face; }

protected:
    SpaceFigure figure(const Theme& theme) const override { return faceFigure(m_face, theme); }
    SpaceCard cardOf(std::size_t place) const override;
    QString summary() const override;

private:
    engine::FaceInDepth m_face;
    QString m_title;
};

}
