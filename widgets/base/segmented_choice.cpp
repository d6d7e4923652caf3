#include "widgets/base/segmented_choice.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace widgets {

SegmentedChoice::SegmentedChoice(const QString& name, const std::vector<Choice>& choices, QWidget* parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    setObjectName(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setObjectName(name + QString::number(i));
        button->setText(choices[i].text);
        button->setToolTip(choices[i].tip);
        button->setEnabled(choices[i].isEnabled);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setProperty("segment",
                            QLatin1String(i == 0                        ? "first"
                                              : i + 1 == choices.size() ? "last"
                                                                        : "middle"));
        button->setProperty("small", true);
        m_buttons->addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    setCurrent(0);
    connect(m_buttons, &QButtonGroup::idClicked, this, &SegmentedChoice::chosen);
}

int SegmentedChoice::current() const
{
    return m_buttons->checkedId();
}

void SegmentedChoice::setOffered(int choice, bool isEnabled, const QString& tip)
{
    if (QAbstractButton* button = m_buttons->button(choice)) {
        button->setEnabled(isEnabled);
        button->setToolTip(tip);
    }
}

void SegmentedChoice::setCurrent(int choice)
{
    if (QAbstractButton* button = m_buttons->button(choice))
        button->setChecked(true);
}

}
