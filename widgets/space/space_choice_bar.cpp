#include "widgets/space/space_choice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace widgets {

SpaceChoiceBar::SpaceChoiceBar(QWidget* parent) : QWidget(parent), m_text(new QLabel(this))
{
    setProperty("panelButtons", true);
    setObjectName(QStringLiteral("spaceChoice"));
    m_text->setObjectName(QStringLiteral("spaceChosen"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_text, 1);
    const auto button = [&](const QString& name, const QString& text, const QString& tip) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setToolTip(tip);
        layout->addWidget(made);
        return made;
    };
    connect(button(QStringLiteral("spaceReview"), tr("Review"),
                   tr("Begin a pass of review over the selected segments")),
            &QPushButton::clicked, this, &SpaceChoiceBar::reviewWished);
    connect(button(QStringLiteral("spaceInDataset"), tr("In Dataset"),
                   tr("Select the same segments in the mode Dataset, beside what a model makes of them")),
            &QPushButton::clicked, this, &SpaceChoiceBar::datasetWished);
    connect(button(QStringLiteral("spaceUnselect"), tr("Clear"), tr("Select nothing")), &QPushButton::clicked,
            this, &SpaceChoiceBar::clearWished);
    hide();
}

void SpaceChoiceBar::setCount(int count)
{
    setVisible(count > 0);
    m_text->setText(tr("%n selected", nullptr, count));
}

}
