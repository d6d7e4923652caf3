#pragma once

#include "widgets/dataset/dataset_marks.h"
#include "widgets/dataset/point_grid.h"

#include <QPixmap>
#include <QWidget>

namespace widgets {

/// Where a point lies across a column that it shares with others: 0…1, the same each time.
double columnSpread(const DatasetPoint& point);

/// A surface with a point for each segment of a dataset. A click or a lasso selects, a double click opens;
/// the selection itself is told from outside. Points are painted once into a picture: 25 000 stay fluent.
class PointPlot : public QWidget {
    Q_OBJECT
public:
    explicit PointPlot(QWidget* parent = nullptr);

    virtual void setContent(const DatasetContentPtr& content);
    void setMarks(const std::shared_ptr<const DatasetMarks>& marks);
    /// @param selection  whether each point is selected; null or empty: none is
    void setSelection(const std::shared_ptr<const std::vector<bool>>& selection);
    /// Only points of this fold are drawn in full, the others pale; empty: all are.
    void setFold(const QString& fold);
    /// What stands in the place of the points; empty: the points.
    void setMessage(const QString& message);
    /// Where a point is drawn, in pixels; absent: it has no place here.
    std::optional<QPointF> placeOf(std::size_t point);

signals:
    void selectionWished(const widgets::DatasetPlaces& points, widgets::SelectionStep step);
    void openWished(std::size_t point);

protected:
    const DatasetContent& content() const { return *m_content; }
    /// Where a point lies, in pixels of the widget; absent: it has no place here.
    virtual std::optional<QPointF> place(const DatasetPoint& point) const = 0;
    virtual void paintGround(QPainter& painter) const = 0; ///< axes and their numbers
    void contentMoved(); ///< places are others now

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void settle(); ///< places and pictures, where they are of old
    double markSize() const;
    void paintPoints(QPainter& painter, bool onlySelected) const;
    QString hoverText(std::size_t point) const;
    void step(int by);

    DatasetContentPtr m_content;
    std::shared_ptr<const DatasetMarks> m_marks;
    std::shared_ptr<const std::vector<bool>> m_selection;
    std::size_t m_selected = 0; ///< how many
    QString m_fold;
    QString m_message;
    bool m_placesAreOld = true;
    std::vector<std::optional<QPointF>> m_places;
    PointGrid m_grid;
    QPixmap m_all; ///< ground and all points
    QPixmap m_chosen; ///< the selected points alone
    QPolygonF m_lasso;
    bool m_isPressed = false;
    bool m_isDragging = false;
    bool m_showsFocus = false; ///< the keyboard came here by a key
};

}
