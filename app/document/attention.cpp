#include "app/document/attention.h"

#include "app/document/document.h"

#include <cmath>
#include <utility>

namespace app {

namespace {

double centreOf(const engine::Interval& span)
{
    return (span.start + span.end) / 2;
}

}

Attention::Attention(Document& document) : m_document(document)
{
    connect(&document, &Document::videoChanged, this, &Attention::noteVideo);
    connect(&document, &Document::wordsChanged, this, &Attention::noteChange);
    connect(&document, &Document::labelsChanged, this, &Attention::noteChange);
    connect(&document.sight(), &DocumentSight::changed, this, &Attention::contentChanged);
}

std::optional<engine::Interval> Attention::span() const
{
    return m_segment ? std::optional(m_document.spans(kLabelsTier).at(*m_segment)) : std::nullopt;
}

std::optional<double> Attention::neighbour(int step) const
{
    const double now = m_held && m_segment ? span()->start : m_playhead;
    std::optional<double> nearest;
    for (const engine::Interval& segment : m_document.spans(kLabelsTier)) {
        const bool onSide = step > 0 ? segment.start > now + 1e-4 : segment.start < now - 1e-4;
        if (onSide && (!nearest || std::abs(segment.start - now) < std::abs(*nearest - now)))
            nearest = segment.start;
    }
    return nearest;
}

void Attention::setPlayhead(double seconds)
{
    m_playhead = seconds;
    if (follow())
        emit contentChanged();
}

void Attention::setJudged(std::optional<engine::Interval> span)
{
    const bool isOther = std::exchange(m_judged, span) != span;
    if (follow() || isOther)
        emit contentChanged();
}

void Attention::hold(engine::Interval span)
{
    m_held = {span, m_playhead};
    if (follow())
        emit contentChanged();
}

bool Attention::follow()
{
    if (m_held && m_playhead != m_held->since
        && (m_playhead < m_held->span.start || m_playhead > m_held->span.end))
        m_held.reset();
    const auto segment = m_document.segmentAt(m_judged ? centreOf(*m_judged)
                                                  : m_held ? centreOf(m_held->span)
                                                           : m_playhead);
    const auto word = m_document.wordAt(m_playhead);
    const bool isOther = std::exchange(m_segment, segment) != segment;
    const bool isOtherWord = std::exchange(m_word, word) != word;
    if (isOther)
        emit segmentChanged(segment);
    if (isOtherWord)
        emit wordChanged(word);
    return isOther;
}

/// Words or labels of a video are others.
void Attention::noteChange(const QString& video)
{
    if (!m_document.isInSight(video))
        return;
    follow();
    emit contentChanged();
}

void Attention::noteVideo()
{
    m_held.reset();
    follow();
    emit contentChanged();
}

}
