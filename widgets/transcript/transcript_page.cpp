#include "widgets/transcript/transcript_page.h"

#include "widgets/base/theme.h"
#include "widgets/transcript/transcript_gutter.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr double kTextSize = 1.12; // of the ordinary size
constexpr double kLineHeight = 140; // percent
constexpr int kParagraphGap = 13; // pixels

}

TranscriptPage::TranscriptPage(QWidget* parent) : QTextEdit(parent), m_gutter(new TranscriptGutter(*this))
{
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setAcceptDrops(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that comes and goes would wrap the text anew
    applyTextFont();
    QTextBlockFormat format;
    format.setTopMargin(kParagraphGap);
    format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
    QTextCursor(document()).setBlockFormat(format);
    m_draft.end(length());
}

void TranscriptPage::applyTextFont()
{
    QFont text = font();
    text.setPointSizeF(text.pointSizeF() * kTextSize);
    document()->setDefaultFont(text);
    setViewportMargins(m_gutter->wantedWidth(), 0, 0, 0);
}

void TranscriptPage::setWords(std::vector<TranscriptWord> words)
{
    const QString text = document()->toRawText();
    const std::vector<TextToken> tokens = tokensOf(text);
    TextReplacement change = replacementFor(text, tokens, words);
    m_words = std::move(words);
    if (change.from != change.to || !change.text.isEmpty()) {
        const int anchor = textCursor().anchor(); // the cursor itself moves with the text
        const int position = textCursor().position();
        const bool isTypedHere = hasFocus() && position > change.from && position <= change.to;
        if (isTypedHere && change.after == 0 && change.first > 0)
            change.text = QLatin1Char(' '); // what is typed next is a word of its own
        const int grown = static_cast<int>(change.text.size()) - (change.to - change.from);
        m_isUpdating = true;
        QTextCursor edit(document());
        edit.beginEditBlock();
        edit.setPosition(change.from);
        edit.setPosition(change.to, QTextCursor::KeepAnchor);
        edit.insertText(change.text);
        edit.endEditBlock();
        const QString shown = document()->toRawText();
        const std::vector<TextToken> now = tokensOf(shown);
        const auto moved = [&](int place) {
            if (place <= change.from || place >= change.to)
                return place <= change.from ? place : place + grown;
            const int token = tokenUpTo(tokens, place);
            const auto at = static_cast<std::size_t>(std::max(token, 0));
            if (token < 0 || place > tokens[at].end())
                return change.to + grown;
            const auto textOf = [](const QString& whole, const TextToken& one) {
                return QStringView(whole).mid(one.start, one.length);
            };
            for (const std::size_t other : {at, at + change.after - change.before}) { // from either end
                if (other < now.size()
                    && (change.before == change.after
                        || textOf(shown, now[other]) == textOf(text, tokens[at])))
                    return now[other].start + std::min(place - tokens[at].start, now[other].length);
            }
            return change.to + grown;
        };
        QTextCursor back(document());
        back.setPosition(moved(anchor));
        back.setPosition(moved(position), QTextCursor::KeepAnchor);
        setTextCursor(back);
        m_isUpdating = false;
        m_tokens = now;
    } else {
        m_tokens = tokens;
    }
    m_draft.end(length());
    if (m_current && *m_current >= m_words.size())
        m_current.reset();
    std::erase_if(m_selected, [this](std::size_t word) { return word >= m_words.size(); });
    showMarks();
    m_gutter->update();
}

bool TranscriptPage::lightWord(std::optional<std::size_t> word)
{
    const bool isOther = std::exchange(m_current, word) != word;
    if (isOther)
        showMarks();
    return isOther;
}

void TranscriptPage::setSelectedWords(std::vector<std::size_t> words)
{
    if (m_selected == words)
        return;
    m_selected = std::move(words);
    if (!hasFocus() && textCursor().hasSelection()) {
        QTextCursor none = textCursor();
        none.clearSelection();
        m_isUpdating = true;
        setTextCursor(none);
        m_isUpdating = false;
    }
    showMarks();
}

void TranscriptPage::showTimes()
{
    m_gutter->update();
}

void TranscriptPage::tidy()
{
    if (m_draft.isOn())
        return;
    const QString text = document()->toRawText();
    std::vector<std::pair<int, int>> gaps; // that are too wide
    int reached = 0;
    bool isFirst = true;
    const auto note = [&](int from, int to, int needed) {
        if (to - from > needed)
            gaps.emplace_back(from, to);
    };
    for (const TextToken& token : m_tokens) {
        note(reached, token.start, isFirst ? 0 : 1);
        reached = token.end();
        isFirst = false;
    }
    note(reached, static_cast<int>(text.size()), 0);
    if (gaps.empty())
        return;
    m_isUpdating = true;
    QTextCursor edit(document());
    edit.beginEditBlock();
    for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) {
        const auto [from, to] = *gap;
        const QString blanks = text.mid(from, to - from);
        const bool isInside = from > 0 && to < text.size();
        edit.setPosition(from);
        edit.setPosition(to, QTextCursor::KeepAnchor);
        edit.insertText(!isInside ? QString()
                                  : QString(blanks.contains(QChar::ParagraphSeparator) ? QLatin1Char('\n')
                                                                                       : QLatin1Char(' ')));
    }
    edit.endEditBlock();
    m_isUpdating = false;
    m_tokens = tokensOf(document()->toRawText());
    m_draft.end(length());
    showMarks();
}

std::optional<std::size_t> TranscriptPage::wordAt(QPoint position) const
{
    const int at = placeBefore(cursorForPosition(position).position());
    const int token = tokenUpTo(m_tokens, at);
    if (token < 0 || at > m_tokens[static_cast<std::size_t>(token)].end())
        return std::nullopt;
    return static_cast<std::size_t>(token);
}

std::optional<std::size_t> TranscriptPage::wordAtCaret() const
{
    const int token = tokenUpTo(m_tokens, placeBefore(textCursor().position()));
    return token < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(token));
}

std::pair<std::size_t, std::size_t> TranscriptPage::wordsIn(int from, int to) const
{
    const auto first
        = std::ranges::partition_point(m_tokens, [&](const TextToken& token) { return token.end() <= from; });
    const auto last = std::partition_point(first, m_tokens.end(),
                                           [&](const TextToken& token) { return token.start < to; });
    return {static_cast<std::size_t>(first - m_tokens.begin()),
            static_cast<std::size_t>(last - m_tokens.begin())};
}

void TranscriptPage::bringIntoSight(std::size_t word)
{
    if (word >= m_tokens.size())
        return;
    QTextCursor place(document());
    place.setPosition(m_draft.placeNow(m_tokens[word].start, length()));
    const QRect rect = cursorRect(place);
    const int height = viewport()->height();
    if (rect.top() < 0 || rect.bottom() > height - rect.height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - height / 3);
}

QTextEdit::ExtraSelection TranscriptPage::markOf(std::size_t first, std::size_t last) const
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(document());
    mark.cursor.setPosition(m_draft.placeNow(m_tokens[first].start, length()));
    mark.cursor.setPosition(std::min(m_draft.placeNow(m_tokens[last - 1].end(), length()), length()),
                            QTextCursor::KeepAnchor);
    return mark;
}

/// Only those that can be seen: a long text may have thousands.
void TranscriptPage::showMarks()
{
    const Theme& theme = themeOf(palette());
    const int from = placeBefore(cursorForPosition(QPoint(0, 0)).position());
    const int to
        = placeBefore(cursorForPosition(QPoint(viewport()->width(), viewport()->height())).position()) + 1;
    auto [first, last] = wordsIn(from, to);
    first = std::min(first, m_words.size());
    last = std::min(last, m_words.size());
    QList<QTextEdit::ExtraSelection> marks;
    const auto markRuns = [&](const auto& holds, const auto& paint) {
        for (std::size_t word = first; word < last;) {
            std::size_t end = word;
            while (end < last && holds(end))
                ++end;
            if (end > word) {
                marks << markOf(word, end);
                paint(marks.back().format);
            }
            word = end + 1;
        }
    };
    markRuns([this](std::size_t word) { return !m_words[word].isTimed; },
             [&](QTextCharFormat& format) { format.setForeground(theme.muted); });
    markRuns([this](std::size_t word) { return m_words[word].isDraft; },
             [&](QTextCharFormat& format) {
                 format.setUnderlineStyle(QTextCharFormat::DotLine);
                 format.setUnderlineColor(theme.language);
             });
    markRuns([this](std::size_t word) { return m_words[word].isDoubtful && !m_words[word].isDraft; },
             [&](QTextCharFormat& format) {
                 format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
                 format.setUnderlineColor(theme.language);
             });
    markRuns([this](std::size_t word) { return std::ranges::binary_search(m_selected, word); },
             [&](QTextCharFormat& format) {
                 format.setBackground(mixed(theme.panel, theme.accent, theme.isDark() ? 0.35 : 0.25));
             });
    if (m_current && *m_current >= first && *m_current < last) {
        marks << markOf(*m_current, *m_current + 1);
        marks.back().format.setBackground(theme.language);
        marks.back().format.setForeground(theme.isDark() ? theme.background : theme.panel);
    }
    setExtraSelections(marks);
}

void TranscriptPage::scrollContentsBy(int dx, int dy)
{
    QTextEdit::scrollContentsBy(dx, dy);
    showMarks();
    m_gutter->update();
}

void TranscriptPage::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), m_gutter->wantedWidth(), area.height());
    showMarks();
}

void TranscriptPage::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_gutter)
        applyTextFont();
    if (event->type() == QEvent::PaletteChange && m_gutter)
        showMarks();
}

}
