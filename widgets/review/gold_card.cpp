#include "widgets/review/gold_card.h"

#include "widgets/base/muted_label.h"
#include "widgets/review/gold_axis.h"

#include <QLabel>
#include <QVBoxLayout>

namespace widgets {

namespace {

QLabel* lineOfText(const char* name, QWidget* parent)
{
    auto* line = new QLabel(parent);
    line->setObjectName(QLatin1String(name));
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    return line;
}

void showText(QLabel& line, const QString& text)
{
    line.setText(text);
    line.setVisible(!text.isEmpty());
}

}

GoldCard::GoldCard(QWidget* parent)
    : QWidget(parent)
    , m_verdict(lineOfText("goldVerdict", this))
    , m_axis(new GoldAxis(this))
    , m_others(mutedLabel(QStringLiteral("goldOthers"), this))
    , m_explanation(lineOfText("goldExplanation", this))
    , m_score(mutedLabel(QStringLiteral("goldScore"), this))
{
    setObjectName(QStringLiteral("goldCard"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_verdict->setFont(strong);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QWidget* part : std::initializer_list<QWidget*>{m_verdict, m_axis, m_others, m_explanation, m_score})
        column->addWidget(part);
}

void GoldCard::setContent(const Content& content)
{
    QString verdict;
    if (content.given.isEmpty())
        verdict = tr("Right is %1.").arg(content.right);
    else if (content.isHit)
        verdict = tr("Right: %1, and you gave %2.").arg(content.right, content.given);
    else if (content.distance.isEmpty())
        verdict = tr("Right is %1; you gave %2.").arg(content.right, content.given);
    else
        verdict
            = tr("Right is %1; you gave %2, %3 away.").arg(content.right, content.given, content.distance);
    m_verdict->setText(verdict);
    const bool hasAxis = content.rightNumber && content.givenNumber;
    m_axis->setVisible(hasAxis);
    if (hasAxis)
        m_axis->setMarks({*content.rightNumber, tr("right %1").arg(content.right)},
                         {*content.givenNumber, tr("you %1").arg(content.given)}, content.least,
                         content.greatest);
    showText(*m_others, content.others);
    showText(*m_explanation, content.explanation);
    showText(*m_score, content.score.isEmpty() ? QString() : tr("So far: %1").arg(content.score));
}

}
