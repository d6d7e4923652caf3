#pragma once

#include <QWidget>

#include <array>

class QComboBox;
class QStackedWidget;

namespace widgets {

class FacePanel;
class GraphPanel;
class SpaceFrame;
class SpacePanel;
class SurfacePanel;
class TensorPanel;

/// All that Space can show, one at a time, which a person chooses.
class SpaceViews : public QWidget {
    Q_OBJECT
public:
    enum class Shown { Points, Surface, Tensor, Graph, Face };

    /// @param vertexName  for people, of a vertex of fusion graphs
    explicit SpaceViews(QString (*vertexName)(const QString&), QWidget* parent = nullptr);

    SpacePanel& points() { return *m_points; }
    SurfacePanel& surface() { return *m_surface; }
    TensorPanel& tensor() { return *m_tensor; }
    GraphPanel& graph() { return *m_graph; }
    FacePanel& face() { return *m_face; }
    std::array<SpaceFrame*, 5> all() const; ///< in the order of Shown
    SpaceFrame& current() const;
    Shown shown() const;
    void setShown(Shown shown);
    QString name() const; ///< of what is shown

signals:
    void shownChanged();

private:
    QComboBox* m_chooser;
    QStackedWidget* m_stack;
    SpacePanel* m_points;
    SurfacePanel* m_surface;
    TensorPanel* m_tensor;
    GraphPanel* m_graph;
    FacePanel* m_face;
};

}
