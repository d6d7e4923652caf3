#include "widgets/review/learning_card.h"

#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

LearningCard::LearningCard(QWidget* parent)
    : QWidget(parent)
    , m_title(sectionHead(tr("Learning while you label"), this))
    , m_note(mutedLabel(QStringLiteral("learningNote"), this))
    , m_curve(new LearningCurve(this))
{
    setObjectName(QStringLiteral("learningCard"));
    setAutoFillBackground(true);
    m_curve->setToolTip(
        tr("The correlation of a model's answers with your labels, for segments of videos that it "
           "has not seen; behind the point: what is expected of more labels, nine times of ten"));
    auto* stop = new QToolButton(this);
    stop->setObjectName(QStringLiteral("stopLearning"));
    stop->setText(QStringLiteral("×"));
    stop->setAutoRaise(true);
    stop->setToolTip(tr("The queue keeps the order that it has; the pass goes on"));
    stop->setAccessibleName(tr("Stop learning"));
    const int space = fontMetrics().height() / 2;
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space * 3 / 2, space, space, space);
    column->setSpacing(space / 2);
    column->addLayout(head);
    column->addWidget(m_curve);
    column->addWidget(m_note);
    connect(stop, &QToolButton::clicked, this, &LearningCard::stopWished);
}

void LearningCard::setState(const State& state)
{
    m_note->setText(state.isWorking ? QStringLiteral("%1 %2").arg(state.note, tr("It is learning…"))
                                    : state.note);
    m_note->setForegroundRole(state.isWarned ? QPalette::Text : QPalette::PlaceholderText);
    m_curve->setVisible(!state.curve.empty());
    m_curve->setCurve(state.curve, state.outlook);
}

}
