#include "widgets/timeline/timeline_accessible.h"

#include "widgets/timeline/timeline_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace widgets {

namespace {

constexpr std::size_t kMostItems = 500; ///< that are kept per track

QRect onScreen(const TimelineView& view, const QRect& area)
{
    return {view.mapToGlobal(area.topLeft()), area.size()};
}

/// One word or segment.
class PartAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartAccessible(Track* track, std::size_t index) : m_track(track), m_index(index) { }

    bool isValid() const override { return m_track && view() && m_index < m_track->partCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_track); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const Track::Part part = m_track->part(m_index);
        state.selectable = true;
        state.selected = part.isSelected;
        state.active = part.isCurrent;
        state.readOnly = m_track->isLocked();
        state.offscreen = !rect().intersects(onScreen(*view(), view()->trackArea()));
        return state;
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect area = view()->areaOf(m_track);
        const engine::Interval span = m_track->part(m_index).span;
        const double left = view()->scale().x(span.start);
        const double right = view()->scale().x(span.end);
        return onScreen(*view(),
                        {area.left() + static_cast<int>(left), area.top(),
                         std::max(1, static_cast<int>(right - left)), area.height()});
    }

    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_track->part(m_index).name : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& action) override
    {
        if (action == pressAction() && isValid()) {
            const engine::Interval span = m_track->part(m_index).span;
            emit view()->seekRequested((span.start + span.end) / 2);
        }
    }

private:
    TimelineView* view() const { return qobject_cast<TimelineView*>(m_track->parent()); }

    QPointer<Track> m_track;
    std::size_t m_index;
};

/// One track with its words or segments.
class TrackAccessible : public QAccessibleObject {
public:
    explicit TrackAccessible(Track* track) : QAccessibleObject(track) { }
    ~TrackAccessible() override
    {
        for (const auto& [index, id] : m_parts)
            QAccessible::deleteAccessibleInterface(id);
    }

    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(track()->parent());
    }
    int childCount() const override { return static_cast<int>(track()->partCount()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto place = static_cast<std::size_t>(index);
        if (const auto known = m_parts.find(place); known != m_parts.end())
            return QAccessible::accessibleInterface(known->second);
        auto* part = new PartAccessible(track(), place);
        m_parts.emplace(place, QAccessible::registerAccessibleInterface(part));
        m_order.push_back(place);
        if (m_order.size() > kMostItems) {
            QAccessible::deleteAccessibleInterface(m_parts.at(m_order.front()));
            m_parts.erase(m_order.front());
            m_order.pop_front();
        }
        return part;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (const auto& [index, id] : m_parts) {
            if (QAccessible::accessibleInterface(id) == child)
                return static_cast<int>(index);
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (const auto& [index, id] : m_parts) {
            QAccessibleInterface* part = QAccessible::accessibleInterface(id);
            if (part && part->rect().contains(x, y))
                return part;
        }
        return nullptr;
    }
    QAccessible::Role role() const override { return QAccessible::List; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invisible = !track()->isVisible();
        state.readOnly = track()->isLocked() || !track()->isEditable();
        return state;
    }
    QRect rect() const override
    {
        const auto* view = qobject_cast<TimelineView*>(track()->parent());
        return view ? onScreen(*view, view->areaOf(track())) : QRect();
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name       ? track()->title()
            : kind == QAccessible::Description ? track()->subtitle()
                                               : QString();
    }

private:
    Track* track() const { return static_cast<Track*>(object()); }

    mutable std::unordered_map<std::size_t, QAccessible::Id> m_parts;
    mutable std::deque<std::size_t> m_order; ///< the oldest first
};

/// The timeline: its tracks, and the playhead as its value.
class TimelineAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit TimelineAccessible(TimelineView* view) : QAccessibleWidget(view, QAccessible::Grouping) { }

    int childCount() const override
    {
        return static_cast<int>(shown().size()) + QAccessibleWidget::childCount();
    }
    QAccessibleInterface* child(int index) const override
    {
        const std::vector<Track*> tracks = shown();
        const auto place = static_cast<std::size_t>(index);
        return index >= 0 && place < tracks.size()
            ? QAccessible::queryAccessibleInterface(tracks[place])
            : QAccessibleWidget::child(index - static_cast<int>(tracks.size()));
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const std::vector<Track*> tracks = shown();
        const auto found = std::ranges::find(tracks, child ? child->object() : nullptr);
        if (found != tracks.end())
            return static_cast<int>(found - tracks.begin());
        const int own = QAccessibleWidget::indexOfChild(child);
        return own < 0 ? own : own + static_cast<int>(tracks.size());
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return view()->playhead(); }
    void setCurrentValue(const QVariant& value) override
    {
        emit view()->seekRequested(std::clamp(value.toDouble(), 0.0, view()->duration()));
    }
    QVariant maximumValue() const override { return view()->duration(); }
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override { return 0.0; }

private:
    TimelineView* view() const { return static_cast<TimelineView*>(object()); }
    std::vector<Track*> shown() const
    {
        std::vector<Track*> tracks;
        std::ranges::copy_if(view()->tracks(), std::back_inserter(tracks),
                             [this](const Track* track) { return !view()->areaOf(track).isEmpty(); });
        return tracks;
    }
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    if (auto* view = qobject_cast<TimelineView*>(object))
        return new TimelineAccessible(view);
    if (auto* track = qobject_cast<Track*>(object))
        return new TrackAccessible(track);
    return nullptr;
}

}

void installTimelineAccessibility()
{
    QAccessible::installFactory(make); // the same one twice is one
}

}
