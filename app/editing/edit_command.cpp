#include "app/editing/edit_command.h"

#include "app/project/camera_items.h"

#include <algorithm>
#include <unordered_map>

namespace app {

EditCommand::EditCommand(Document& document, const QString& name, const engine::Change& done,
                         const engine::Change& tiers, int gesture)
    : QUndoCommand(name)
    , m_document(document)
    , m_change(done)
    , m_tiers(tiers)
    , m_gesture(gesture)
{
}

EditCommand::EditCommand(Document& document, engine::HistoryStep step, bool isDone)
    : QUndoCommand(QString::fromStdString(step.name))
    , m_document(document)
    , m_change(std::move(step.change))
    , m_tiers(std::move(step.tiers))
    , m_gesture(0)
    , m_skipsUndo(!isDone)
{
}

void EditCommand::redo()
{
    if (!std::exchange(m_skipsRedo, false))
        apply(whole());
}

void EditCommand::undo()
{
    if (!std::exchange(m_skipsUndo, false))
        apply(whole().inverse());
}

void EditCommand::apply(const engine::Change& change)
{
    try {
        m_document.apply(change);
        m_refusal.clear();
    } catch (const engine::Refused& reason) { // the history goes on without it, and says so
        m_refusal = QString::fromUtf8(reason.what());
    }
}

bool EditCommand::mergeWith(const QUndoCommand* next)
{
    const auto* later = static_cast<const EditCommand*>(next);
    if (m_gesture == 0 || later->m_gesture != m_gesture)
        return false;
    const engine::Change both = m_change.change().followedBy(later->m_change.change());
    m_change = engine::PackedChange(both);
    m_tiers = engine::PackedChange(m_tiers.change().followedBy(later->m_tiers.change()));
    setText(later->text());
    setObsolete(both.empty());
    return true;
}

std::vector<EditCommand::Place> EditCommand::places() const
{
    std::vector<Place> places;
    std::unordered_map<std::string, std::size_t> known;
    const auto add = [&](const std::string& video, std::optional<double> seconds) {
        const auto [at, isNew] = known.try_emplace(video, places.size());
        if (isNew)
            places.push_back({QString::fromStdString(video), seconds.value_or(0.0)});
        else if (seconds)
            places[at->second].seconds = std::min(places[at->second].seconds, *seconds);
    };
    const engine::Change all = whole();
    for (const auto& replaced : all.segments) {
        const engine::Segment& segment = *(replaced.after ? replaced.after : replaced.before);
        if (const engine::Tier* tier = m_document.annotation().tier(segment.tier))
            add(tier->video, segment.start.seconds());
    }
    for (const auto& replaced : all.tiers)
        add((replaced.after ? replaced.after : replaced.before)->video, {});
    for (const auto& replaced : all.items) {
        const engine::Item& item = replaced.after ? *replaced.after : *replaced.before;
        if (item.kind == kCameraItems)
            add(videoOfCamera(item.name), {});
    }
    return places;
}

}
