#pragma once

#include "engine/explain/attribution.h"

#include <QWidget>

#include <optional>

namespace widgets {

/// How fast a prediction falls when its steps are taken away in the order of an attribution, above the mean
/// of random orders.
class DeletionCurve : public QWidget {
    Q_OBJECT
public:
    explicit DeletionCurve(QWidget* parent = nullptr);

    void setFaithfulness(const std::optional<engine::Faithfulness>& measured, bool isCurrent);

    QSize sizeHint() const override { return {130, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<engine::Faithfulness> m_measured;
    bool m_isCurrent = true;
};

}
