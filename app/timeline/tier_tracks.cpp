#include "app/timeline/tier_tracks.h"

#include "app/document/document.h"
#include "app/document/tier_content.h"
#include "app/document/track_layout_item.h"
#include "app/editing/answer_locks.h"
#include "app/timeline/segment_selection.h"
#include "widgets/player/overview_strip.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/prediction_track.h"
#include "widgets/tracks/words_track.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

widgets::Track::Answers shownState(AnswerLocks::State state)
{
    using Answers = widgets::Track::Answers;
    switch (state) {
    case AnswerLocks::State::Locked:
        return Answers::Locked;
    case AnswerLocks::State::InPass:
        return Answers::InPass;
    case AnswerLocks::State::Unlocked:
        return Answers::Unlocked;
    case AnswerLocks::State::NoAnswers:
        break;
    }
    return Answers::None;
}

}

TierTracks::TierTracks(const TimelineTracks& tracks, Document& document, const AnswerLocks& locks,
                       QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_document(document)
    , m_locks(locks)
{
    connect(&locks, &AnswerLocks::changed, this, &TierTracks::showOwnTiers);
}

widgets::Track* TierTracks::trackOf(const TierName& tier) const
{
    if (tier == kWordsTier)
        return &m_tracks.words;
    if (tier == kLabelsTier)
        return &m_tracks.labels;
    const auto found = m_ownTracks.find(tier);
    return found == m_ownTracks.end() ? nullptr : found->second;
}

std::optional<TierName> TierTracks::tierOf(const widgets::Track* track) const
{
    const std::vector<TierName> all = tiers();
    const auto found
        = std::ranges::find_if(all, [&](const TierName& tier) { return trackOf(tier) == track; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::vector<TierName> TierTracks::tiers() const
{
    std::vector<TierName> names{kWordsTier, kLabelsTier};
    for (const auto& [name, track] : m_ownTracks)
        names.push_back(name);
    return names;
}

std::vector<TierName> TierTracks::shownTiers() const
{
    std::vector<TierName> shown;
    for (const widgets::Track* track : m_tracks.view.shownTracks()) {
        if (const auto tier = tierOf(track))
            shown.push_back(*tier);
    }
    return shown;
}

void TierTracks::showWords()
{
    const bool hasVideo = m_document.hasVideo();
    m_tracks.words.setWords(hasVideo ? m_document.words() : engine::TimedText(),
                            hasVideo ? m_document.timedWords() : std::vector<bool>());
    const WordsView& sure = m_document.spokenWords();
    if (hasVideo)
        m_tracks.words.setSureness(sure.confidence, sure.doubtful, sure.draft);
    showWordsTrack();
    m_tracks.overview.setWords(hasVideo ? m_document.words().intervals : std::vector<engine::Interval>());
}

/// Without words its head is there as soon as another tier can be in hand: a click on it leads back.
void TierTracks::showWordsTrack()
{
    const bool isAlone = m_document.labels().rows.intervals.empty() && m_ownTracks.empty();
    m_tracks.words.setVisible(m_document.sight().now().words && m_document.hasVideo()
                              && !(m_document.words().texts.empty() && isAlone));
}

void TierTracks::showLabels(std::optional<std::size_t> current)
{
    const LabelsView& labels = m_document.labels();
    engine::TimedFeatures shown = labels.rows;
    if (!m_document.sight().now().labels)
        std::ranges::fill(shown.features.values, std::nanf(""));
    const Sight& sight = m_document.sight().now();
    QStringList said;
    for (qsizetype i = 0; i < labels.terms.size(); ++i) {
        const bool hasNumber
            = shown.features.columns > 0 && !std::isnan(shown.features.at(static_cast<std::size_t>(i), 0));
        const QString term = sight.labels ? labels.terms[i] : QString();
        const bool isTextSeen
            = term.isEmpty() && !hasNumber && sight.words && sight.labels; // which may be the label itself
        said << (isTextSeen ? labels.texts[i] : term);
    }
    m_tracks.labels.setScale(labels.scale.least, labels.scale.greatest);
    m_tracks.labels.setLabels(shown, labels.names, said);
    m_tracks.labels.setCurrent(current);
    m_tracks.labels.setVisible(!labels.rows.intervals.empty());
    showWordsTrack();
    m_tracks.overview.setSegments(shown);
}

void TierTracks::showSelected(const SegmentSelection& selected)
{
    for (const TierName& tier : tiers()) {
        if (auto* intervals = qobject_cast<widgets::IntervalTrack*>(trackOf(tier)))
            intervals->setSelected(selected.indices(tier));
    }
}

void TierTracks::letGo()
{
    m_tracks.words.letGo();
    m_tracks.labels.letGo();
}

void TierTracks::showRecording(const TierName& name, double start, const std::vector<float>& values)
{
    const engine::Tier* tier = m_document.tier(name);
    auto* track = qobject_cast<widgets::TraceTrack*>(trackOf(name));
    if (!tier || !track)
        return;
    widgets::TraceTrack::Content content = traceContent(m_document.annotation(), *tier);
    content.pieces.push_back({start, values});
    track->setContent(std::move(content));
}

void TierTracks::showOwnTiers()
{
    const std::vector<const engine::Tier*> tiers = m_document.ownTiers();
    const auto kindOf = [](const widgets::Track* track) {
        return qobject_cast<const widgets::TraceTrack*>(track) != nullptr;
    };
    std::erase_if(m_ownTracks, [&](const auto& own) {
        const auto& [name, track] = own;
        const bool stays = std::ranges::any_of(tiers, [&](const engine::Tier* tier) {
            return tier->name == name && kindOf(track) == (tier->kind == engine::TierKind::Continuous);
        });
        if (!stays)
            m_tracks.view.removeTrack(track);
        return !stays;
    });
    for (const engine::Tier* tier : tiers)
        showOwnTier(*tier);
    showWordsTrack();
    emit ownTiersShown();
}

void TierTracks::showOwnTier(const engine::Tier& tier)
{
    const engine::Annotation& annotation = m_document.annotation();
    widgets::Track*& track = m_ownTracks[tier.name];
    const bool isNew = !track;
    if (tier.kind == engine::TierKind::Continuous) {
        auto* trace = isNew ? new widgets::TraceTrack(this) : static_cast<widgets::TraceTrack*>(track);
        trace->setContent(traceContent(annotation, tier));
        track = trace;
        if (isNew)
            connect(trace, &widgets::TraceTrack::pressed, this,
                    [this, name = tier.name] { emit pressed(name); });
    } else {
        auto* intervals = isNew ? new widgets::TierTrack(this) : static_cast<widgets::TierTrack*>(track);
        widgets::TierTrack::Content content = tierContent(annotation, tier);
        content.subtitle = subtitleOf(tier);
        intervals->setContent(std::move(content));
        track = intervals;
        if (isNew)
            emit trackMade(intervals, tier.name);
    }
    track->setAnswers(shownState(m_locks.state(tier)));
    const Sight& sight = m_document.sight().now();
    track->setVisible(tier.labels.empty() ? sight.texts || tier.kind != engine::TierKind::Interval
                                          : sight.labels); // copies and imports are judgements, too
    if (isNew) {
        track->setObjectName(trackKey(tier.name));
        connect(track, &widgets::Track::answersLockWished, this,
                [this, name = tier.name] { emit answersLockWished(name); });
        m_tracks.view.addTrack(track, &m_tracks.predictions);
    }
}

/// Who made the tier; of unlocked answers, who unlocked them, too.
QString TierTracks::subtitleOf(const engine::Tier& tier) const
{
    const QString annotator = QString::fromStdString(tier.annotator);
    const QString unlockedBy = m_locks.unlockedBy(tier.name);
    return unlockedBy.isEmpty() ? annotator : tr("unlocked by %1").arg(unlockedBy);
}

}
