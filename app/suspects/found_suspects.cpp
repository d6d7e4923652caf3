#include "app/suspects/found_suspects.h"

#include "app/document/document.h"
#include "app/suspects/project_label.h"
#include "app/suspects/suspect_content.h"

#include <algorithm>
#include <utility>

namespace app {

FoundSuspects::FoundSuspects(const Document& document, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_comparing(tasks)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &FoundSuspects::compare);
    const auto compareSoon = [this] {
        m_comparing.abandon();
        m_soon.start(0);
    };
    connect(&document, &Document::labelsChanged, this, compareSoon);
    connect(&document, &Document::tiersStored, this, compareSoon);
    connect(&document, &Document::tierChanged, this, compareSoon); // votes are tiers of their own
}

void FoundSuspects::set(const engine::Suspects& found)
{
    m_found = found;
    countAmong(classesOfLabel(m_document.annotation()), m_found);
    m_searched = std::make_shared<const SearchedLabels>(searchedLabels(m_found));
    m_step = stepOfLabels(found);
    m_changed.clear();
    compare();
}

void FoundSuspects::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    compare();
}

SuspectValues FoundSuspects::values() const
{
    if (!m_found.classes.empty())
        return {{0.0, static_cast<double>(m_found.classes.size()) - 1.0, 1.0}, m_found.classes};
    const engine::Tier* tier = m_document.tier(kLabelsTier);
    const engine::LabelScheme* scheme = tier ? tier->label(m_found.labelName) : nullptr;
    const auto* numbers = scheme ? std::get_if<engine::NumberScale>(&scheme->scale) : nullptr;
    SuspectValues values{numbers ? *numbers : engine::NumberScale()};
    if (values.scale.step <= 0.0)
        values.scale.step = m_step;
    return values;
}

const engine::Suspect* FoundSuspects::called(const std::string& id) const
{
    const auto found = std::ranges::find(m_found.segments, id, &engine::Suspect::id);
    return found == m_found.segments.end() ? nullptr : &*found;
}

void FoundSuspects::compare()
{
    m_comparing.abandon();
    if (!m_isFollowing || !m_searched)
        return;
    m_comparing.start(
        tr("Comparing labels"),
        [searched = m_searched, annotation = m_document.annotation()](const TaskRun&) {
            return changedLabels(*searched, annotation);
        },
        [this](ChangedLabels changed) {
            if (changed != m_changed)
                take(std::move(changed));
        });
}

void FoundSuspects::take(ChangedLabels changed)
{
    m_changed = std::move(changed);
    for (std::size_t place = 0; place < m_found.segments.size(); ++place) {
        const auto now = m_changed.find(m_found.segments[place].id);
        m_found.segments[place].label
            = now != m_changed.end() && now->second ? *now->second : m_searched->labels[place].value;
    }
    emit labelsChanged();
}

}
