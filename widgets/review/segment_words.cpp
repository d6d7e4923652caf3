#include "widgets/review/segment_words.h"

#include "widgets/base/theme.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace widgets {

SegmentWords::SegmentWords(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_again(new QToolButton(this))
{
    setObjectName(QStringLiteral("wordsBox"));
    m_text->setObjectName(QStringLiteral("answerText"));
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.1);
    m_text->setFont(large);
    m_again->setObjectName(QStringLiteral("playAgain"));
    m_again->setToolTip(tr("Play the segment again"));
    m_again->setProperty("scaleStep", QStringLiteral("plain"));
    m_again->setFocusPolicy(Qt::TabFocus);
    connect(m_again, &QToolButton::clicked, this, &SegmentWords::againRequested);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addWidget(m_again, 0, Qt::AlignLeft);
}

void SegmentWords::setWords(const QStringList& words)
{
    if (std::exchange(m_words, words) == words)
        return;
    m_spoken.reset();
    show();
}

void SegmentWords::setSpoken(std::optional<qsizetype> word)
{
    if (word && (*word < 0 || *word >= m_words.size()))
        word.reset();
    if (std::exchange(m_spoken, word) != word)
        show();
}

void SegmentWords::setAgainText(const QString& text)
{
    m_again->setText(text);
}

/// The mark changes colours only, so that no line breaks elsewhere while it moves.
void SegmentWords::show()
{
    const Theme& theme = themeOf(palette());
    QStringList shown;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        const QString word = m_words[i].toHtmlEscaped();
        shown << (i == m_spoken ? QStringLiteral("<span style=\"background-color:%1;color:%2\">%3</span>")
                                      .arg(theme.language.name(), readableOn(theme.language).name(), word)
                                : word);
    }
    m_text->setText(shown.join(QLatin1Char(' ')));
    m_text->setAccessibleName(m_words.join(QLatin1Char(' ')));
    m_text->setVisible(!m_words.isEmpty());
}

void SegmentWords::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        show();
}

}
