#include "widgets/review/others_section.h"

#include "widgets/review/answer_line.h"
#include "widgets/review/clear_layout.h"
#include "widgets/review/hidden_votes.h"
#include "widgets/review/vote_axis.h"

#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

OthersSection::OthersSection(QWidget* parent)
    : FoldSection(QStringLiteral("othersSection"), tr("Others"), parent)
    , m_hidden(new HiddenVotes(this))
    , m_hideAgain(new QToolButton(this))
{
    body().setSpacing(4);
    m_hideAgain->setObjectName(QStringLiteral("hideAgain"));
    m_hideAgain->setProperty("scaleStep", QStringLiteral("plain"));
    m_hideAgain->setFocusPolicy(Qt::TabFocus);
    m_hidden->hide();
    m_hideAgain->hide();
    connect(m_hidden, &HiddenVotes::peekRequested, this, [this] { emit peekRequested(true); });
    connect(m_hideAgain, &QToolButton::clicked, this, [this] { emit peekRequested(false); });
}

void OthersSection::setPeekKey(const QString& key)
{
    m_hidden->setPeekText(textWithKey(tr("Peek"), key));
    m_hideAgain->setText(textWithKey(tr("Hide again"), key));
}

void OthersSection::setContent(const AnswerContent& content)
{
    QVBoxLayout& lines = body();
    lines.removeWidget(m_hidden); // these two stay
    lines.removeWidget(m_hideAgain);
    clearLayout(lines);
    setNote(content.isHiding ? tr("a peek is noted") : content.othersNote);
    m_hidden->setVisible(content.isHiding);
    const bool isPeeking = !content.isHiding && !content.isDone && !content.isOpen;
    m_hideAgain->setVisible(isPeeking);
    const auto* scale
        = content.labels.empty() ? nullptr : std::get_if<engine::NumberScale>(&content.labels.front().scale);
    for (const OtherAnswer& other : content.isHiding ? content.measured : content.others)
        lines.addWidget(lineOf(other, scale));
    if (content.isHiding) {
        m_hidden->setCounts(content.hiddenAnswers, content.hiddenPredictions);
        lines.addWidget(m_hidden);
        return;
    }
    if (content.others.empty()) {
        auto* nobody = answerLine(QStringLiteral("other"), this);
        nobody->setForegroundRole(QPalette::PlaceholderText);
        nobody->setText(tr("Nobody has said anything yet."));
        lines.addWidget(nobody);
    }
    if (isPeeking)
        lines.addWidget(m_hideAgain, 0, Qt::AlignRight);
}

/// @param scale  of the first label; null: it has no numbers
QWidget* OthersSection::lineOf(const OtherAnswer& other, const engine::NumberScale* scale)
{
    auto* line = new QWidget(this);
    line->setObjectName(QStringLiteral("other"));
    auto* row = new QGridLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setVerticalSpacing(0);
    row->setColumnStretch(0, 1);
    auto* who = answerLine(QStringLiteral("otherName"), line);
    auto* value = answerLine(QStringLiteral("otherValue"), line);
    who->setText(other.isModel ? tr("model %1").arg(other.who) : other.who);
    value->setText(other.value);
    value->setWordWrap(false);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    value->setFont(strong);
    value->setMinimumWidth(QFontMetrics(strong).horizontalAdvance(QStringLiteral("−0.00 "))); // axes align
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(who, 0, 0);
    if (other.number && scale)
        row->addWidget(new VoteAxis(*other.number, scale->least, scale->greatest, line), 0, 1);
    row->addWidget(value, 0, 2);
    if (!other.detail.isEmpty()) {
        auto* detail = answerLine(QStringLiteral("otherDetail"), line);
        detail->setForegroundRole(QPalette::PlaceholderText);
        detail->setText(other.detail);
        row->addWidget(detail, 1, 0, 1, 3);
    }
    return line;
}

}
