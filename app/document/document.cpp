#include "app/document/document.h"

#include "app/document/recorded_rows.h"
#include "app/document/recorded_tier.h"
#include "app/document/track_layout_item.h"
#include "engine/annotation/edits.h"
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

Document::Document(QObject* parent) : QObject(parent) {}

void Document::setProject(engine::Annotation annotation, Store store, QString whyReadOnly)
{
    m_annotation = std::move(annotation);
    m_store = std::move(store);
    m_whyReadOnly = std::move(whyReadOnly);
    m_read.clear();
    setDataset({});
    emit projectChanged();
}

void Document::setDataset(engine::DatasetList dataset)
{
    m_dataset = std::move(dataset);
    m_video.reset();
    forgetReadTiers();
    readTiers();
    emit datasetChanged();
    emit videoChanged();
}

void Document::setVideo(VideoData video)
{
    m_video = std::move(video);
    forgetReadTiers();
    readTiers();
    emit videoChanged();
}

const engine::Tier* Document::tierOf(const std::string& video, const std::string& name) const
{
    for (const engine::Tier* tier : m_annotation.tiersOf(video)) {
        if (tier->name == name)
            return tier;
    }
    return nullptr;
}

/// Makes tiers of what the video's sequences have, unless the project has them already.
void Document::readTiers()
{
    m_words = {};
    m_labels = {};
    m_ownTiers.clear();
    if (!m_video)
        return;
    const std::string id = m_video->id.toStdString();
    takeRecorded(*m_video, kWordsTier);
    takeRecorded(*m_video, kLabelsTier);
    readWords();
    m_labels = labelsView(m_annotation, tierOf(id, kLabelsTier));
    for (const engine::Tier* own : ownTiers())
        m_ownTiers[own->name] = spansView(m_annotation, own);
}

void Document::readWords()
{
    m_words = wordsView(m_annotation, tierOf(m_video->id.toStdString(), kWordsTier));
    fitRows(m_words, m_video->words);
}

std::size_t Document::wordsNotRecorded() const
{
    return m_video && !m_video->words.texts.empty() ? app::wordsNotRecorded(m_words, m_video->words) : 0;
}

void Document::takeRecorded(const VideoData& video, const TierName& name)
{
    if (tierOf(video.id.toStdString(), name))
        return;
    const engine::Change change = recordedTier(m_annotation, video, name);
    m_annotation.apply(change);
    m_read.insert(change.tiers.front().after->id);
}

void Document::forgetReadTiers()
{
    m_annotation.apply(engine::removeTiers(m_annotation, m_read));
    m_read.clear();
}

engine::Annotation Document::storedAnnotation() const
{
    engine::Annotation stored = m_annotation;
    stored.apply(engine::removeTiers(m_annotation, m_read));
    return stored;
}

/// The tiers that a change touches and that are not part of the project yet, as they are before it.
engine::Change Document::readTiersIn(const engine::Change& change) const
{
    std::set<engine::TierId> touched;
    const auto note = [&](engine::TierId id) {
        if (m_read.contains(id))
            touched.insert(id);
    };
    for (const auto& replaced : change.tiers) {
        note(replaced.before ? replaced.before->id : replaced.after->id);
        if (replaced.after)
            note(replaced.after->parent);
    }
    for (const auto& replaced : change.segments) {
        if (replaced.before)
            note(replaced.before->tier);
        if (replaced.after)
            note(replaced.after->tier);
    }
    return engine::removeTiers(m_annotation, touched).inverse();
}

engine::Change Document::apply(const engine::Change& change, bool continues)
{
    if (!m_whyReadOnly.isEmpty())
        throw engine::Refused(m_whyReadOnly.toStdString());
    engine::Change tiers = readTiersIn(change);
    const engine::Change stored = tiers.followedBy(change);
    if (addsOrRemovesTiers(change)) { // the video's words may be the project's now, or no longer
        forgetReadTiers();
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
        now.tiers = readTiersIn(now.change);
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
    forgetReadTiers();
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
        m_read.erase(replaced.after->id);
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
    for (const auto& replaced : change.items)
        kinds.insert((replaced.after ? replaced.after : replaced.before)->kind);
    for (const std::string& kind : kinds)
        emit itemsChanged(QString::fromStdString(kind));
    for (const auto& [video, name] : touched) {
        const QString id = QString::fromStdString(video);
        const bool inSight = isInSight(id);
        if (name == kWordsTier) {
            if (inSight)
                readWords();
            emit wordsChanged(id);
        } else if (name == kLabelsTier) {
            if (inSight)
                m_labels = labelsView(m_annotation, tierOf(video, kLabelsTier));
            emit labelsChanged(id);
        } else {
            if (inSight)
                m_ownTiers[name] = spansView(m_annotation, tierOf(video, name));
            emit tierChanged(id, QString::fromStdString(name));
        }
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
    if (word >= m_words.ids.size())
        return false;
    const std::size_t row = m_words.rows[word];
    return row >= recordedWords().size() || recordedWords()[row] != words().intervals[word];
}

std::vector<std::string> Document::videosWithOwn(const std::string& name) const
{
    std::vector<std::string> videos;
    for (const auto& [id, tier] : m_annotation.tiers()) {
        if (tier.name == name && !m_read.contains(id))
            videos.push_back(tier.video);
    }
    return videos;
}

std::vector<std::string> Document::videosWithOwnWords() const
{
    return videosWithOwn(kWordsTier);
}

std::vector<std::string> Document::videosWithOwnLabels() const
{
    return videosWithOwn(kLabelsTier);
}

LabelRows Document::ownLabelRows(const std::string& video) const
{
    const engine::Tier* tier = tierOf(video, kLabelsTier);
    return tier && !m_read.contains(tier->id) ? labelRows(m_annotation, *tier) : LabelRows();
}

bool Document::hasOwnWords(const std::string& video) const
{
    const engine::Tier* tier = tierOf(video, kWordsTier);
    return tier && !m_read.contains(tier->id);
}

WordsView Document::ownWords(const std::string& video) const
{
    const engine::Tier* tier = tierOf(video, kWordsTier);
    return tier && !m_read.contains(tier->id) ? wordsView(m_annotation, tier) : WordsView();
}

std::optional<LabelsView> Document::ownLabels(const std::string& video) const
{
    const engine::Tier* tier = tierOf(video, kLabelsTier);
    return tier && !m_read.contains(tier->id) ? std::optional(labelsView(m_annotation, tier)) : std::nullopt;
}

const SpansView& Document::ownSpans(const TierName& tier) const
{
    static const SpansView none;
    const auto found = m_ownTiers.find(tier);
    return found == m_ownTiers.end() ? none : found->second;
}

const std::vector<engine::Interval>& Document::spans(const TierName& tier) const
{
    return tier == kWordsTier ? m_words.text.intervals
        : tier == kLabelsTier ? m_labels.rows.intervals
                              : ownSpans(tier).intervals;
}

engine::SegmentId Document::segmentId(const TierName& tier, std::size_t index) const
{
    return tier == kWordsTier ? m_words.ids.at(index)
        : tier == kLabelsTier ? m_labels.ids.at(index)
                              : ownSpans(tier).ids.at(index);
}

const engine::Tier* Document::tier(const TierName& name) const
{
    return m_video ? tierOf(m_video->id.toStdString(), name) : nullptr;
}

std::vector<const engine::Tier*> Document::ownTiers() const
{
    std::vector<const engine::Tier*> tiers;
    if (m_video)
        tiers = m_annotation.tiersOf(m_video->id.toStdString());
    std::erase_if(tiers, [](const engine::Tier* tier) {
        return tier->name == kWordsTier || tier->name == kLabelsTier;
    });
    return tiers;
}

void Document::setWordRules(const std::array<engine::WordRule, 3>& rules)
{
    if (std::exchange(m_wordRules, rules) != rules)
        emit wordRulesChanged();
}

std::array<engine::AlignedWords, 3> Document::alignWords(std::size_t first, std::size_t last,
                                                         const WordTimes& words,
                                                         const std::array<engine::WordRule, 3>& rules) const
{
    const auto& [textRule, soundRule, visionRule] = rules;
    const auto aligned = [&](const engine::WordCollapser& aligner, const engine::WordRule& rule) {
        try {
            return engine::alignWords(aligner, words.intervals, first, last, rule);
        } catch (const engine::IoError&) { // rows that stay in their file; the timeline says what is wrong
            return engine::AlignedWords{engine::FeatureMatrix(last - first, aligner.dimensions()),
                                        std::vector<engine::WordRow>(last - first)};
        }
    };
    engine::AlignedWords text;
    const engine::WordCollapser& vectors = m_video->text;
    if (vectors.intervals() == recordedWords()) {
        engine::TimedFeatures moved; // the vectors of these words, where the words are now
        moved.features.columns = vectors.dimensions();
        for (std::size_t word = first; word < last; ++word) {
            if (words.rows[word] >= vectors.intervals().size())
                continue; // a word that was made here has no vector
            const std::vector<float> row = vectors.row(words.rows[word]);
            moved.intervals.push_back(words.intervals[word]);
            moved.features.values.insert(moved.features.values.end(), row.begin(), row.end());
            ++moved.features.rows;
        }
        text = engine::WordCollapser(std::move(moved))
                   .align(std::span(words.intervals).subspan(first, last - first), textRule.collapse);
    } else {
        text = aligned(m_video->text, textRule);
    }
    return {std::move(text), aligned(m_video->acoustic, soundRule), aligned(m_video->visual, visionRule)};
}

std::vector<engine::RowsInFile> Document::rowsInFiles(std::size_t first, std::size_t last,
                                                      const WordTimes& words) const
{
    std::vector<engine::RowsInFile> found;
    const auto add = [&](const std::optional<engine::RowsInFile>& rows) {
        if (rows)
            found.push_back(*rows);
    };
    const auto spans = std::span(words.intervals).subspan(first, last - first);
    const engine::WordCollapser& vectors = m_video->text;
    if (vectors.intervals() == recordedWords()) {
        for (std::size_t word = first; word < last; ++word)
            add(vectors.rowsInFile(words.rows[word], words.rows[word]));
    } else {
        add(vectors.rowsInFile(spans));
    }
    add(m_video->acoustic.rowsInFile(spans));
    add(m_video->visual.rowsInFile(spans));
    return found;
}

engine::SegmentInput Document::modelInput(std::size_t first, std::size_t last, const WordTimes& words,
                                          const std::array<engine::WordRule, 3>& rules) const
{
    auto [text, acoustic, visual] = alignWords(first, last, words, rules);
    return {std::move(text.features), std::move(acoustic.features), std::move(visual.features)};
}

bool Document::hasFrameSequences() const
{
    return m_video && !(m_video->acoustic.intervals().empty() && m_video->visual.intervals().empty());
}

std::size_t Document::alignedWords() const
{
    std::vector<bool> complete(words().intervals.size(), true);
    for (const engine::WordCollapser* aligner : {&m_video->acoustic, &m_video->visual}) {
        if (aligner->intervals().empty())
            continue;
        const std::vector<std::size_t> received = aligner->receivedRows(words().intervals);
        for (std::size_t word = 0; word < complete.size(); ++word)
            complete[word] = complete[word] && received[word] > 0;
    }
    return static_cast<std::size_t>(std::count(complete.begin(), complete.end(), true));
}

std::optional<std::size_t> Document::indexOf(const TierName& tier, engine::SegmentId id) const
{
    const engine::Segment* segment = m_annotation.segment(id);
    if (!segment)
        return std::nullopt;
    const std::vector<engine::Interval>& all = spans(tier);
    const auto first = std::ranges::partition_point(all, [&](const engine::Interval& span) {
        return engine::TimePoint::ofSeconds(span.start) < segment->start;
    });
    for (auto index = static_cast<std::size_t>(first - all.begin()); index < all.size(); ++index) {
        if (segmentId(tier, index) == id)
            return index;
    }
    return std::nullopt;
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

std::optional<std::size_t> Document::segmentAt(double seconds) const
{
    return indexAt(kLabelsTier, seconds);
}

std::pair<std::size_t, std::size_t> Document::wordsOfSegment(std::size_t segment) const
{
    return engine::wordsOf(m_labels.rows.intervals.at(segment), words().intervals);
}

QStringList Document::wordsWithin(const engine::Interval& span) const
{
    const auto [first, last] = engine::wordsOf(span, words().intervals);
    QStringList texts;
    for (std::size_t word = first; word < last; ++word)
        texts << QString::fromStdString(words().texts[word]);
    return texts;
}

std::optional<std::size_t> Document::wordAt(double seconds) const
{
    return indexAt(kWordsTier, seconds);
}

std::optional<std::size_t> Document::lastWordBefore(double seconds) const
{
    const std::vector<engine::Interval>& spoken = words().intervals;
    const auto next = std::partition_point(spoken.begin(), spoken.end(),
                                           [&](const engine::Interval& w) { return w.start <= seconds; });
    return next == spoken.begin() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(next - spoken.begin()) - 1);
}

}
