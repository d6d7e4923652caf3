#include "widgets/review/confidence_bar.h"

#include "widgets/base/value_scale.h"
#include "widgets/review/answer_line.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <cmath>

namespace widgets {

namespace {

constexpr std::array kConfidences{1.0 / 3.0, 2.0 / 3.0, 1.0}; // low, medium, high

QString confidenceName(std::size_t step)
{
    return std::array{ConfidenceBar::tr("low"), ConfidenceBar::tr("medium"), ConfidenceBar::tr("high")}[step];
}

}

ConfidenceBar::ConfidenceBar(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ValueScale::kRowSpacing);
    for (std::size_t i = 0; i < kSteps; ++i) {
        auto* button = m_buttons[i] = new QToolButton(this);
        button->setObjectName(QStringLiteral("confidence%1").arg(i + 1));
        button->setAccessibleName(tr("Confidence %1").arg(confidenceName(i)));
        button->setCheckable(true);
        button->setProperty("scaleStep", QStringLiteral("narrow"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFixedHeight(24);
        connect(button, &QToolButton::clicked, this, [this, button, i] {
            button->setChecked(true);
            emit chosen(kConfidences[i]);
        });
        row->addWidget(button);
    }
}

void ConfidenceBar::setKeys(const std::array<QString, kSteps>& keys)
{
    for (std::size_t i = 0; i < kSteps; ++i)
        m_buttons[i]->setText(textWithKey(confidenceName(i), keys[i]));
}

void ConfidenceBar::setConfidence(std::optional<double> confidence)
{
    for (std::size_t i = 0; i < kSteps; ++i)
        m_buttons[i]->setChecked(confidence && std::abs(*confidence - kConfidences[i]) < 0.1);
}

}
