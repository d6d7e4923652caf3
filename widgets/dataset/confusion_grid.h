#pragma once

#include "engine/numbers/count_matrix.h"
#include "widgets/dataset/dataset_content.h"

#include <QWidget>

#include <optional>

namespace widgets {

/// How often each class was labelled (upwards) and predicted (to the right). A click on a cell selects its
/// segments.
class ConfusionGrid : public QWidget {
    Q_OBJECT
public:
    explicit ConfusionGrid(QWidget* parent = nullptr);

    /// @param names  of the C classes
    void setConfusion(const QStringList& names, const engine::CountMatrix& confusion);
    /// The cells that hold selected segments, by row and column as in the confusion; others fade.
    void setSelected(const std::vector<bool>& cells);
    void setMessage(const QString& message); ///< stands in the place of the cells; empty: the cells
    /// Where a cell lies, in pixels.
    QRectF cellRect(std::size_t label, std::size_t prediction) const;

signals:
    void cellClicked(std::size_t label, std::size_t prediction, widgets::SelectionStep step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    QString shortName(std::size_t place, double room) const;
    std::optional<std::pair<std::size_t, std::size_t>> cellAt(QPointF at) const;

    QStringList m_names;
    engine::CountMatrix m_confusion;
    std::vector<bool> m_selected; ///< C × C; empty: nothing is selected
    QString m_message;
    std::size_t m_label = 0; ///< the cell that the keys are at
    std::size_t m_prediction = 0;
};

}
