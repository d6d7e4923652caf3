// How the timeline's words and segments are edited by mouse, and where keys edit.
#include "app/main_window/segment_selection.h"
#include "app/main_window/timeline_panel.h"
#include "app/session/session.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kSnapPixels = 6.0;
constexpr double kFramePixels = 8.0; // frames nearer to each other than this would leave no room between them
constexpr int kLeastTextWidth = 90;

}

void TimelinePanel::connectTrack(widgets::IntervalTrack* track, const TierName& tier)
{
    connect(track, &widgets::IntervalTrack::pressed, this, [this, tier] {
        setActiveTier(tier);
        m_dragged.reset();
    });
    connect(track, &widgets::IntervalTrack::edgeDragged, this,
            [this, tier](const widgets::IntervalEdge& edge, double seconds, Qt::KeyboardModifiers modifiers) {
                dragEdge(tier, edge, seconds, modifiers);
            });
    connect(track, &widgets::IntervalTrack::edgeReleased, this, [this] {
        ++m_drag;
        m_dragged.reset();
        m_view->setGuide(std::nullopt);
    });
    connect(track, &widgets::IntervalTrack::segmentClicked, this,
            [this, tier](std::size_t segment, double, Qt::KeyboardModifiers modifiers) {
                m_selected->click(tier, segment, modifiers);
            });
    connect(track, &widgets::IntervalTrack::emptyClicked, m_selected, &SegmentSelection::clear);
}

void TimelinePanel::connectEditing()
{
    connectTrack(m_words, kWordsTier);
    connectTrack(m_labels, kLabelsTier);
    connect(m_selected, &SegmentSelection::changed, this, &TimelinePanel::showSelected);
}

void TimelinePanel::showSelected()
{
    m_words->setSelected(m_selected->indices(kWordsTier));
    m_labels->setSelected(m_selected->indices(kLabelsTier));
    for (const auto& [name, track] : m_ownTracks) {
        if (auto* intervals = qobject_cast<widgets::IntervalTrack*>(track))
            intervals->setSelected(m_selected->indices(name));
    }
}

std::vector<engine::SegmentId> TimelinePanel::segmentsInHand() const
{
    if (!m_selected->isEmpty() && m_selected->tier() == m_activeTier)
        return m_selected->ids();
    const auto index = activeIndex();
    return index ? std::vector{m_session.document().segmentId(m_activeTier, *index)}
                 : std::vector<engine::SegmentId>();
}

QString TimelinePanel::nothingInHand() const
{
    return m_activeTier == kWordsTier ? tr("There is no word under the playhead.")
                                      : tr("There is no segment under the playhead.");
}

/// Esc lets go of what is selected: segments first, then the span of time.
void TimelinePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        QWidget::keyPressEvent(event);
    else if (!m_selected->isEmpty())
        m_selected->clear();
    else
        m_view->setSelection(std::nullopt);
}

/// The neighbour follows; with Shift it is pushed, with Ctrl overwritten. With Alt nothing snaps.
void TimelinePanel::dragEdge(const TierName& tier, const widgets::IntervalEdge& edge, double seconds,
                             Qt::KeyboardModifiers modifiers)
{
    const Document& document = m_session.document();
    if (!m_dragged && edge.index < document.spans(tier).size())
        m_dragged = document.segmentId(tier, edge.index); // others may come and go in the middle of the drag
    if (!m_dragged)
        return;
    const engine::EdgeMode mode = modifiers & Qt::ShiftModifier ? engine::EdgeMode::Push
        : modifiers & Qt::ControlModifier                       ? engine::EdgeMode::Overwrite
                                                                : engine::EdgeMode::Follow;
    const auto snapped = modifiers & Qt::AltModifier || !m_snaps ? std::nullopt : snapTarget(tier, seconds);
    const widgets::Track* track = trackOf(tier);
    m_view->setGuide(track && track->isLocked() ? std::nullopt : snapped); // the editor says why it stays
    m_session.moveEdge(*m_dragged, edge.atEnd, snapped.value_or(seconds), mode, m_drag);
}

/// What an edge of this tier snaps to when it comes near: the playhead, edges of other tiers, the
/// selection; where none of them is, the start of a frame, once frames are wide enough to choose between.
std::optional<double> TimelinePanel::snapTarget(const TierName& tier, double seconds) const
{
    const double reach = kSnapPixels / m_view->scale().pixelsPerSecond;
    std::optional<double> nearest;
    const auto offer = [&](double target) {
        const double away = std::abs(target - seconds);
        if (away <= reach && (!nearest || away < std::abs(*nearest - seconds)))
            nearest = target;
    };
    offer(m_session.player().position());
    if (const auto selection = m_view->selection()) {
        offer(selection->start);
        offer(selection->end);
    }
    std::vector<TierName> others{kWordsTier, kLabelsTier};
    for (const auto& [name, track] : m_ownTracks)
        others.push_back(name);
    std::erase(others, tier);
    for (const TierName& other : others) {
        const auto& spans = m_session.document().spans(other);
        const auto first = std::partition_point(
            spans.begin(), spans.end(), [&](const engine::Interval& i) { return i.end < seconds - reach; });
        for (auto span = first; span != spans.end() && span->start <= seconds + reach; ++span) {
            offer(span->start);
            offer(span->end);
        }
    }
    if (!nearest) {
        const double apart = kFramePixels / m_view->scale().pixelsPerSecond;
        if (const auto frame = m_session.player().frameStartNear(seconds, apart))
            offer(*frame);
    }
    return nearest;
}

void TimelinePanel::setActiveTier(const TierName& tier)
{
    m_activeTier = tier;
    m_view->setActiveTrack(trackOf(tier));
    emit activeTierChanged();
}

/// Enter and leaving it take the text, Esc does not.
void TimelinePanel::editText(const TierName& tier, std::size_t index)
{
    const Document& document = m_session.document();
    const engine::Interval span = document.spans(tier).at(index);
    const engine::SegmentId id = document.segmentId(tier, index);
    const QString text = QString::fromStdString(document.annotation().segment(id)->text);
    m_view->ensureVisible(span.start);
    const QRect area = m_view->areaOf(trackOf(tier));
    const int left = area.left() + static_cast<int>(m_view->scale().x(span.start));
    const int width
        = std::max(kLeastTextWidth, static_cast<int>(span.length() * m_view->scale().pixelsPerSecond));
    auto* field = new QLineEdit(text, m_view);
    field->setObjectName(QStringLiteral("wordText"));
    field->setAccessibleName(tier == kWordsTier ? tr("Text of the word") : tr("Text of the segment"));
    field->setGeometry(std::clamp(left, area.left(), area.right() - width), area.top() + 1, width,
                       field->sizeHint().height());
    field->selectAll();
    field->show();
    field->setFocus();
    auto* cancel = new QShortcut(QKeySequence(Qt::Key_Escape), field, nullptr, nullptr, Qt::WidgetShortcut);
    connect(cancel, &QShortcut::activated, field, [this, field] {
        field->blockSignals(true);
        field->deleteLater();
        m_view->setFocus();
    });
    connect(field, &QLineEdit::editingFinished, this, [this, field, id] {
        field->blockSignals(true); // once
        field->deleteLater();
        m_session.editor().retype(id, field->text().trimmed());
        m_view->setFocus();
    });
}

std::optional<std::size_t> TimelinePanel::activeIndex() const
{
    const std::vector<std::size_t> selected = m_selected->indices(m_activeTier);
    if (selected.size() == 1) { // of those that overlap there, the one that was clicked
        const engine::Interval span = m_session.document().spans(m_activeTier)[selected.front()];
        if (span.contains(m_session.player().position()))
            return selected.front();
    }
    return engine::rowAt(m_session.document().spans(m_activeTier), m_session.player().position());
}

}
