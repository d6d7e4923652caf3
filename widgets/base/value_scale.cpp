#include "widgets/base/value_scale.h"

#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int kNameWidth = 76;

}

ValueScale::ValueScale(const QString& label, int least, int greatest, Style style, QWidget* parent)
    : QWidget(parent)
    , m_label(label)
    , m_least(least)
{
    const bool isWide = style == Style::Wide;
    setObjectName(label + QStringLiteral("Scale"));
    setAccessibleName(label);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(isWide ? 4 : 6);
    if (!isWide) {
        auto* name = new QLabel(label, this);
        name->setTextFormat(Qt::PlainText);
        name->setFixedWidth(kNameWidth);
        row->addWidget(name);
    }
    for (int step = least; step <= greatest; ++step) {
        auto* button = new QToolButton(this);
        const QString number = isWide ? signedNumber(step, 0) : QString::number(step);
        const QString key = QString::number(step - least + 1);
        button->setObjectName(QStringLiteral("%1 %2").arg(label).arg(step));
        button->setText(isWide ? QStringLiteral("%1\n%2").arg(number, key) : number);
        button->setAccessibleName(tr("%1 %2").arg(label, number));
        button->setToolTip(isWide ? tr("%1 %2 (key %3)").arg(label, number, key)
                                  : tr("%1 %2").arg(label, number));
        button->setCheckable(true);
        button->setProperty("scaleStep",
                            isWide ? QStringLiteral("wide")
                                   : QStringLiteral("narrow")); // the style sheet knows these
        button->setProperty("step", step);
        button->setFocusPolicy(Qt::TabFocus);
        if (isWide) {
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            button->setFixedHeight(fontMetrics().height() * 2 + 10);
            button->setMinimumWidth(24);
        } else {
            button->setFixedSize(26, 24);
        }
        connect(button, &QToolButton::clicked, this, [this, step] {
            const std::optional<double> wanted = m_value == step ? std::nullopt : std::optional<double>(step);
            setValue(m_value); // until the answer comes back
            emit chosen(m_label, wanted);
        });
        row->addWidget(button);
        m_steps.push_back(button);
    }
    if (!isWide)
        row->addStretch(1);
}

void ValueScale::setValue(std::optional<double> value)
{
    m_value = value;
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        m_steps[i]->setChecked(value == m_least + static_cast<double>(i));
}

}
