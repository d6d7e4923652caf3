#include "widgets/base/value_scale.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

/// `+1.5`, `0.33`: with as many digits as it needs, two at most.
QString fraction(double value, double least)
{
    const bool hasTenths = std::abs(value * 10 - std::round(value * 10)) < 1e-6;
    return scaleNumber(value, least, hasTenths ? 1 : 2);
}

}

ValueScale::ValueScale(const QString& label, int least, int greatest, Style style, QWidget* parent)
    : QWidget(parent)
    , m_label(label)
    , m_least(least)
    , m_mark(new QLabel(this))
{
    const bool isWide = style == Style::Wide;
    setObjectName(label + QStringLiteral("Scale"));
    setAccessibleName(label);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style == Style::Narrow ? 6 : kRowSpacing);
    if (!isWide) {
        m_name = new QLabel(label, this);
        m_name->setTextFormat(Qt::PlainText);
        m_name->setFixedWidth(kNameWidth);
        row->addWidget(m_name);
    }
    for (int step = least; step <= greatest; ++step) {
        auto* button = new QToolButton(this);
        const QString number = isWide ? signedNumber(step, 0) : shownNumber(step, 0, 'f');
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
        } else if (style == Style::Row) {
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            button->setFixedHeight(24);
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
    if (style == Style::Narrow)
        row->addStretch(1);
    m_mark->setObjectName(label + QStringLiteral(" between"));
    m_mark->setProperty("scaleMark", true); // the style sheet knows it
    m_mark->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_mark->setAlignment(Qt::AlignCenter);
    m_mark->raise();
    m_mark->hide();
}

void ValueScale::setValue(std::optional<double> value)
{
    m_value = value;
    bool isStep = false;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i]->setChecked(value == m_least + static_cast<double>(i));
        isStep = isStep || m_steps[i]->isChecked();
    }
    const bool isBetween = value && !std::isnan(*value) && !isStep;
    m_mark->setText(isBetween ? fraction(*value, m_least) : QString());
    m_mark->setAccessibleName(isBetween ? tr("%1 %2").arg(m_label, m_mark->text()) : QString());
    m_mark->setVisible(isBetween);
    placeMark();
}

void ValueScale::setLetter(QChar letter)
{
    const auto place = m_label.indexOf(letter, 0, Qt::CaseInsensitive);
    if (!m_name || letter.isNull() || place < 0)
        return;
    m_name->setTextFormat(Qt::RichText);
    m_name->setText(QStringLiteral("%1<u>%2</u>%3")
                        .arg(m_label.left(place).toHtmlEscaped(), m_label.mid(place, 1).toHtmlEscaped(),
                             m_label.mid(place + 1).toHtmlEscaped()));
    m_name->setAccessibleName(m_label);
}

void ValueScale::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeMark();
}

/// Between the middles of the two steps that the value lies between; one beyond the scale stands at its end.
void ValueScale::placeMark()
{
    if (m_mark->isHidden() || m_steps.size() < 2)
        return;
    layout()->activate();
    const double first = m_steps.front()->geometry().center().x();
    const double last = m_steps.back()->geometry().center().x();
    const double part = (*m_value - m_least) / static_cast<double>(m_steps.size() - 1);
    const double middle = first + std::clamp(part, 0.0, 1.0) * (last - first);
    const QSize size = m_mark->sizeHint();
    const QRect step = m_steps.front()->geometry();
    const int x = std::clamp(static_cast<int>(std::lround(middle - size.width() / 2.0)), 0,
                             std::max(0, width() - size.width()));
    m_mark->setGeometry(x, step.bottom() - size.height() + 1, size.width(), size.height());
}

}
