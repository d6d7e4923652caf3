#pragma once

#include "engine/core/interval.h"
#include "engine/core/segment_input.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// The rows that one reference interval receives of one sequence: each row a bar with its value of one
/// dimension, those received in colour, and what the collapse functions make of them as lines across.
class ReceivedRows : public QWidget {
    Q_OBJECT
public:
    struct Row {
        engine::Interval interval;
        double value = 0.0; ///< NaN: no number
        bool received = false;
        bool shared = false; ///< a neighbour of the target receives it as well
    };
    struct Picture {
        engine::Interval target;
        engine::Interval shown; ///< the time from left to right
        std::vector<Row> rows;
        std::vector<std::pair<QString, double>> results; ///< function, value
        engine::Modality modality = engine::Modality::Acoustic;
    };

    explicit ReceivedRows(QWidget* parent = nullptr);
    void setPicture(const std::optional<Picture>& picture);
    QSize sizeHint() const override { return {220, fontMetrics().height() * 5}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<Picture> m_picture;
};

}
