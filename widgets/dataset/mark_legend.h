#pragma once

#include "widgets/dataset/dataset_marks.h"

#include <QWidget>

namespace widgets {

/// What the marks of the points mean, with how many there are. A click on a kind selects its points.
class MarkLegend : public QWidget {
    Q_OBJECT
public:
    explicit MarkLegend(QWidget* parent = nullptr);

    void setMarks(const std::shared_ptr<const DatasetMarks>& marks);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void kindClicked(std::size_t kind, widgets::SelectionStep step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::vector<std::size_t> shown() const;
    int rowHeight() const { return fontMetrics().height() + 5; }

    std::shared_ptr<const DatasetMarks> m_marks;
};

}
