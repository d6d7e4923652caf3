#include "app/document/document.h"

#include "app/document/recorded_rows.h"
#include "app/document/track_layout_item.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/core/error.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace app {

namespace {

bool addsOrRemovesTiers(const engine::Change& change)
{
    return std::any_of(change.tiers.begin(), change.tiers.end(), [](const auto& replaced) {
        return replaced.before.has_value() != replaced.after.has_value();
    });
}

}

Document::Document(QObject* parent) : QObject(parent) { }

void Document::setProject(engine::Annotation annotation, Store store, QString whyReadOnly)
{
    m_annotation = std::move(annotation);
    m_store = std::move(store);
    m_whyReadOnly = std::move(whyReadOnly);
    m_recorded.clear();
    setDataset({});
    emit projectChanged();
}

void Document::setDataset(engine::DatasetList dataset)
{
    m_dataset = std::move(dataset);
    m_video.reset();
    m_recorded.remove();
    readTiers();
    emit datasetChanged();
    emit videoChanged();
}

void Document::growDataset(engine::DatasetList dataset)
{
    m_dataset = std::move(dataset);
    emit datasetChanged();
}

void Document::setVideo(VideoData video)
{
    m_video = std::move(video);
    m_recorded.remove();
    readTiers();
    emit videoChanged();
}

/// Makes tiers of what the video's sequences have, unless the project has them already.
void Document::readTiers()
{
    m_tiers.clear();
    if (!m_video)
        return;
    takeRecorded(*m_video, kWordsTier);
    takeRecorded(*m_video, kLabelsTier);
    m_tiers.read(*m_video);
}

std::size_t Document::wordsNotRecorded() const
{
    return m_video && !m_video->words.texts.empty() ? app::wordsNotRecorded(spokenWords(), m_video->words)
                                                    : 0;
}

engine::Change Document::apply(const engine::Change& change, bool continues)
{
    if (!m_whyReadOnly.isEmpty())
        throw engine::Refused(m_whyReadOnly.toStdString());
    engine::Change tiers = m_recorded.touchedBy(change);
    const engine::Change stored = tiers.followedBy(change);
    if (addsOrRemovesTiers(change)) { // the video's words may be the project's now, or no longer
        m_recorded.remove();
        try {
            m_annotation.apply(stored);
        } catch (...) { // whatever went wrong: as a whole or not at all
            readTiers();
            throw;
        }
        readTiers();
    } else {
        m_annotation.apply(change);
    }
    finish(stored, tiers, continues);
    return tiers;
}

void Document::note(const std::vector<engine::Item>& items)
{
    engine::Change change;
    for (const engine::Item& item : items)
        std::ranges::move(engine::putItem(m_annotation, item).items, std::back_inserter(change.items));
    if (m_whyReadOnly.isEmpty() && !change.empty())
        apply(change);
}

Document::Done Document::applyInstead(const engine::Change& done,
                                      const std::function<engine::Change(const engine::Annotation&)>& make)
{
    if (!m_whyReadOnly.isEmpty())
        throw engine::Refused(m_whyReadOnly.toStdString());
    m_annotation.apply(done.inverse());
    Done now;
    try {
        now.change = make(m_annotation);
        now.tiers = m_recorded.touchedBy(now.change);
        m_annotation.apply(now.change);
    } catch (...) { // whatever went wrong: as a whole or not at all
        m_annotation.apply(done);
        throw;
    }
    const engine::Change stored = now.tiers.followedBy(done.inverse().followedBy(now.change));
    if (!stored.empty())
        finish(stored, now.tiers, true);
    return now;
}

engine::Change Document::applyToStored(const std::function<engine::Change(const engine::Annotation&)>& make)
{
    m_recorded.remove();
    engine::Change change;
    try {
        change = make(m_annotation);
        if (!change.empty())
            apply(change);
    } catch (...) { // whatever went wrong: as a whole or not at all
        readTiers();
        throw;
    }
    readTiers();
    emit videoChanged();
    return change;
}

/// @param stored  what the file gets
/// @param tiers   those in it that become part of the project by it
void Document::finish(const engine::Change& stored, const engine::Change& tiers, bool continues)
{
    std::set<std::string> stores; // videos
    for (const auto& replaced : tiers.tiers) {
        m_recorded.noteStored(replaced.after->id);
        stores.insert(replaced.after->video);
    }
    if (m_store)
        m_store(stored, continues);
    announce(stored);
    QStringList videos;
    for (const std::string& video : stores)
        videos << QString::fromStdString(video);
    if (!videos.isEmpty())
        emit tiersStored(videos);
}

void Document::announce(const engine::Change& change)
{
    std::set<std::pair<std::string, std::string>> touched; // video, tier
    const auto note = [&](const engine::Tier& tier) { touched.emplace(tier.video, tier.name); };
    for (const auto& replaced : change.tiers) { // under both names, where it is called otherwise now
        if (replaced.before)
            note(*replaced.before);
        if (replaced.after)
            note(*replaced.after);
    }
    for (const auto& replaced : change.segments) {
        const engine::Tier* tier
            = m_annotation.tier((replaced.after ? replaced.after : replaced.before)->tier);
        if (tier)
            note(*tier);
    }
    if (touchesLayout(change))
        emit layoutChanged();
    std::set<std::string> kinds;
    for (const auto& replaced : change.items) {
        const engine::Item& item = replaced.after ? *replaced.after : *replaced.before;
        kinds.insert(item.kind);
        emit itemChanged(QString::fromStdString(item.kind), QString::fromStdString(item.name));
    }
    for (const std::string& kind : kinds)
        emit itemsChanged(QString::fromStdString(kind));
    for (const auto& [video, name] : touched) {
        const QString id = QString::fromStdString(video);
        if (isInSight(id))
            m_tiers.readTier(*m_video, name);
        if (name == kWordsTier)
            emit wordsChanged(id);
        else if (name == kLabelsTier)
            emit labelsChanged(id);
        else
            emit tierChanged(id, QString::fromStdString(name));
    }
}

WordTimes Document::recordedTimes() const
{
    WordTimes times{m_video->words.intervals, std::vector<std::size_t>(m_video->words.intervals.size())};
    std::iota(times.rows.begin(), times.rows.end(), std::size_t{0});
    return times;
}

bool Document::isEdited(std::size_t word) const
{
    if (word >= spokenWords().ids.size())
        return false;
    const std::size_t row = spokenWords().rows[word];
    return row >= recordedWords().size() || recordedWords()[row] != words().intervals[word];
}

engine::LabelRows Document::ownLabelRows(const std::string& video) const
{
    const engine::Tier* tier = m_recorded.stored(video, kLabelsTier);
    return tier ? engine::labelRows(m_annotation, *tier) : engine::LabelRows();
}

WordsView Document::ownWords(const std::string& video) const
{
    return wordsView(m_annotation, m_recorded.stored(video, kWordsTier));
}

std::optional<LabelsView> Document::ownLabels(const std::string& video) const
{
    const engine::Tier* tier = m_recorded.stored(video, kLabelsTier);
    return tier ? std::optional(labelsView(m_annotation, tier)) : std::nullopt;
}

const engine::Tier* Document::tier(const TierName& name) const
{
    return m_video ? engine::tierCalled(m_annotation, m_video->id.toStdString(), name) : nullptr;
}

std::vector<const engine::Tier*> Document::ownTiers() const
{
    return m_video ? app::ownTiers(m_annotation, m_video->id.toStdString())
                   : std::vector<const engine::Tier*>();
}

void Document::setWordRules(const std::array<engine::WordRule, 3>& rules)
{
    if (std::exchange(m_wordRules, rules) != rules)
        emit wordRulesChanged();
}

std::optional<std::size_t> Document::indexAt(const TierName& name, double seconds) const
{
    const engine::Tier* found = tier(name);
    if (!found)
        return std::nullopt;
    const auto covering
        = m_annotation.byTime(found->id).covering(engine::TimePoint::ofSeconds(seconds).ticks);
    return covering.empty() ? std::nullopt : indexOf(name, covering.back().id);
}

std::pair<std::size_t, std::size_t> Document::wordsOfSegment(std::size_t segment) const
{
    return engine::wordsOf(labels().rows.intervals.at(segment), words().intervals);
}

QStringList Document::wordsWithin(const engine::Interval& span) const
{
    const auto [first, last] = engine::wordsOf(span, words().intervals);
    QStringList texts;
    for (std::size_t word = first; word < last; ++word)
        texts << QString::fromStdString(words().texts[word]);
    return texts;
}

}
