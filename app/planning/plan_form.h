#pragma once

#include "app/planning/plan_offer.h"
#include "app/planning/plan_wish.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace widgets {
class NumberBox;
}

namespace app {

/// What is wished of a study, what there is, and what is assumed of segments and raters.
class PlanForm : public QWidget {
    Q_OBJECT
public:
    explicit PlanForm(PlanOffer offer, QWidget* parent = nullptr);

    PlanWish wish() const;
    const PlannedLabel& label() const;
    /// How many segments of the label's tier there are; a number that a person typed stays. Never emits.
    void setSegments(std::size_t count);

signals:
    void changed();
    void labelChosen(); ///< before changed()

private:
    widgets::NumberBox* number(QFormLayout& form, const char* name, const QString& title, double least,
                               double most, double value);
    void makeWished(QFormLayout& form);
    void makeThere(QFormLayout& form);
    void makeAssumed(QFormLayout& form);
    void takePilot();

    PlanOffer m_offer;
    widgets::NumberBox* m_halfWidth = nullptr;
    widgets::NumberBox* m_reliability = nullptr;
    widgets::NumberBox* m_error = nullptr;
    QComboBox* m_label = nullptr;
    QSpinBox* m_segments = nullptr;
    QSpinBox* m_raters = nullptr;
    widgets::NumberBox* m_cost = nullptr;
    widgets::NumberBox* m_spread = nullptr;
    widgets::NumberBox* m_bias = nullptr;
    widgets::NumberBox* m_slope = nullptr;
    widgets::NumberBox* m_noise = nullptr;
    QLabel* m_pilot = nullptr;
    bool m_isTyped = false; ///< the number of segments
};

}
