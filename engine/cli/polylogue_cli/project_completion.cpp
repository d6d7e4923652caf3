#include "engine/cli/polylogue_cli/project_completion.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/untimed_words.h"
#include "engine/cli/project_dataset.h"
#include "engine/cli/whole_project.h"
#include "engine/core/error.h"
#include "engine/dataset_opening/recorded_labels.h"
#include "engine/media/media_info.h"
#include "engine/project_items/dataset_item.h"
#include "engine/project_items/face_items.h"
#include "engine/project_items/track_lock.h"
#include "engine/tier_completion/draft_edits.h"

#include <algorithm>
#include <fmt/ranges.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostKept = std::size_t{1} << 30; // bytes of sequences that are held for other videos
constexpr std::size_t kMostNamed = 20; // in a message

/// The names, the first of them where there are many.
template <typename Names>
std::string listed(const Names& names)
{
    std::vector<std::string> shown;
    for (const std::string& name : names) {
        if (shown.size() == kMostNamed)
            return fmt::format("{}, …", fmt::join(shown, ", "));
        shown.push_back(name);
    }
    return shown.empty() ? "none" : fmt::format("{}", fmt::join(shown, ", "));
}

/// `values of sentiment`, `segments`
std::string offerName(const CompletionOffer& offer)
{
    return offer.label.empty() ? completionName(offer.kind)
                               : fmt::format("{} of {}", completionName(offer.kind), offer.label);
}

std::string offered(const std::vector<CompletionOffer>& offers)
{
    std::vector<std::string> names;
    for (const CompletionOffer& offer : offers)
        names.push_back(offerName(offer));
    return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", "));
}

bool isNumeric(const OpenedSequence& sequence)
{
    return !sequence.isText && sequence.role != SequenceRole::Labels;
}

}

const char* completionName(CompletionKind kind)
{
    return kind == CompletionKind::Values  ? "values"
        : kind == CompletionKind::Segments ? "segments"
                                           : "rating";
}

std::size_t CompletedVideo::sureCount() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(open, [this](std::size_t row) { return isSure(row); }));
}

ProjectCompletion::ProjectCompletion(const CompletionArguments& arguments, const RunContext& run)
    : m_arguments(arguments)
    , m_annotation(wholeProject(arguments.project, "completed"))
{
    m_open = datasetOfProject(m_annotation, arguments.project, arguments.dataset, run);
    m_notes = m_open.failures;
    checkSequences();
    takeTiers(run);
    chooseVideos();
    checkOffers();
}

void ProjectCompletion::checkSequences() const
{
    std::vector<std::string> keys;
    for (const OpenedSequence& sequence : m_open.sequences) {
        if (isNumeric(sequence))
            keys.push_back(sequence.key);
    }
    for (const std::string& wished : m_arguments.sequences) {
        if (std::ranges::find(keys, wished) == keys.end())
            throw FormatError("unknown_sequence", m_arguments.project.string(),
                              fmt::format("its dataset has no sequence {} to learn from; there are: {}",
                                          wished, listed(keys)));
    }
}

/// Words and labels lie in the files until they are edited.
void ProjectCompletion::takeTiers(const RunContext& run)
{
    if (m_arguments.tier != kLabelsTier)
        return;
    const auto known = tiersCalled(m_annotation, kLabelsTier);
    std::set<std::string> wanted;
    for (const std::string& video : m_open.ids) {
        const bool isWished = !m_arguments.isAlone || m_arguments.videos.empty()
            || std::ranges::find(m_arguments.videos, video) != m_arguments.videos.end();
        if (isWished && !known.contains(video))
            wanted.insert(video);
    }
    const ProjectOffsets offsets = projectOffsets(m_annotation);
    for (const std::string& video : wanted) {
        run.tick(0, 1);
        try {
            const RecordedLabels labels = readRecordedLabels(m_open, video, offsetsOfVideo(offsets, video));
            const TimedText words = labels.rows.intervals.empty()
                ? readRecordedWords(m_open, video, offsetsOfVideo(offsets, video))
                : TimedText();
            const Change change = recordedLabelsTier(m_annotation, video, labels, words.intervals);
            m_annotation.apply(change);
            m_recorded.insert(change.tiers.front().after->id);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) { // else it would look as if nobody had labelled it
            m_notes.push_back(fmt::format("{} is left out: {}", video, error.what()));
        }
    }
}

/// The words of a video: new segments begin and end at their edges.
void ProjectCompletion::takeWords(const std::string& video)
{
    if (tierCalled(m_annotation, video, kWordsTier))
        return;
    const TimedText words = readRecordedWords(m_open, video, sequenceOffsets(m_annotation, video));
    const OpenedSequence* sequence = m_open.withRole(SequenceRole::Words);
    const Change change = wordsTier(m_annotation, video, sequence ? sequence->key : std::string(),
                                    words.intervals, words.texts, readSureness(m_open, video, words));
    m_annotation.apply(change);
    m_recorded.insert(change.tiers.front().after->id);
}

void ProjectCompletion::chooseVideos()
{
    if (m_arguments.tier == kWordsTier)
        throw FormatError("nothing_offered", m_arguments.project.string(), "words are never completed");
    const auto tiers = tiersCalled(m_annotation, m_arguments.tier);
    if (tiers.empty()) {
        std::set<std::string> names{kLabelsTier};
        for (const auto& [id, tier] : m_annotation.tiers())
            names.insert(tier.name);
        throw FormatError("unknown_tier", m_arguments.project.string(),
                          fmt::format("has no tier {}; there are: {}", m_arguments.tier, listed(names)));
    }
    std::set<std::string> known;
    for (const auto& [video, tier] : tiers)
        known.insert(video);
    for (const std::string& video : m_arguments.videos) {
        if (!known.contains(video))
            throw FormatError("unknown_video", m_arguments.project.string(),
                              fmt::format("no video {} has the tier {}; it is in: {}", video,
                                          m_arguments.tier, listed(known)));
    }
    m_videos = m_arguments.videos.empty()
        ? known
        : std::set<std::string>(m_arguments.videos.begin(), m_arguments.videos.end());
}

/// What is asked for is known before anything is read.
void ProjectCompletion::checkOffers() const
{
    std::vector<CompletionOffer> offers;
    bool isOffered = false;
    for (const std::string& video : m_videos) {
        offers = completionOffers(m_annotation, *tierCalled(m_annotation, video, m_arguments.tier), 0.0);
        isOffered = chosen(video, offers) || isOffered;
    }
    if (!isOffered)
        throw FormatError("nothing_offered", m_arguments.project.string(),
                          fmt::format("what is asked for is not offered by the tier {}: it offers {}",
                                      m_arguments.tier, offered(offers)));
}

std::vector<fs::path> ProjectCompletion::inputs() const
{
    return filesOfProject(m_arguments.project, m_open.list);
}

/// Absent: it offers nothing of what is wished.
std::optional<CompletionOffer> ProjectCompletion::chosen(const std::string& video,
                                                         const std::vector<CompletionOffer>& offers) const
{
    std::vector<CompletionOffer> fitting;
    for (const CompletionOffer& offer : offers) {
        if ((m_arguments.kind.empty() || m_arguments.kind == completionName(offer.kind))
            && (m_arguments.label.empty() || m_arguments.label == offer.label))
            fitting.push_back(offer);
    }
    if (fitting.size() > 1)
        throw FormatError("several_offers", m_arguments.project.string(),
                          fmt::format("the tier {} of {} can be completed in several ways, of which --kind "
                                      "and --label name one: {}",
                                      m_arguments.tier, video, offered(offers)));
    return fitting.empty() ? std::nullopt : std::optional(fitting.front());
}

/// As long as the recording; without one, as far as anything of the video reaches. Seconds.
double ProjectCompletion::endOf(const std::string& video,
                                const std::vector<RecordedSequence>& sequences) const
{
    if (const DatasetList::Media* media = m_open.list.mediaOf(video)) {
        try {
            return probeMedia(MediaFile(media->file, m_open.zero)).duration;
        } catch (const Error&) { // its sequences can be learnt from without it
        }
    }
    double end = latestEnd(sequences);
    for (const TierName& name : {kWordsTier, kLabelsTier}) {
        const Tier* tier = tierCalled(m_annotation, video, name);
        if (!tier)
            continue;
        for (const IntervalIndex::Entry& entry : m_annotation.byTime(tier->id).all())
            end = std::max(end, m_annotation.segment(entry.id)->end.seconds());
    }
    return end;
}

std::vector<RecordedSequence> ProjectCompletion::sequencesOf(const std::string& video,
                                                             const SequenceOffsets& offsets,
                                                             const FaceCorrections& faces,
                                                             const RunContext& run)
{
    if (const auto kept = m_kept.find(video); kept != m_kept.end())
        return kept->second;
    std::vector<RecordedSequence> read = recordedSequences(m_open, video, offsets, faces, run, &m_notes);
    std::size_t bytes = 0;
    for (const RecordedSequence& one : read)
        bytes += one.features ? one.features->intervals().size() * one.columns * sizeof(float) : 0;
    if (m_keptBytes + bytes <= kMostKept) {
        m_keptBytes += bytes;
        m_kept.emplace(video, read);
    }
    return read;
}

CompletedVideo ProjectCompletion::complete(const std::string& video, const RunContext& run)
{
    CompletedVideo completed;
    completed.video = video;
    takeWords(video);
    const Tier& tier = *tierCalled(m_annotation, video, m_arguments.tier);
    std::vector<RecordedSequence> sequences = sequencesOf(
        video, sequenceOffsets(m_annotation, video), faceCorrections(m_annotation, video), {run.stop, {}});
    completed.end = endOf(video, sequences);
    const std::vector<CompletionOffer> offers = completionOffers(m_annotation, tier, completed.end);
    completed.offers = offered(offers);
    completed.offer = chosen(video, offers);
    if (!completed.offer)
        return completed;
    std::set<std::string> used(m_arguments.sequences.begin(), m_arguments.sequences.end());
    for (const RecordedSequence& sequence : sequences) {
        if (m_arguments.sequences.empty())
            used.insert(sequence.key);
    }
    CompletionWish wish = completionWish(m_annotation, tier, *completed.offer, std::move(sequences), used,
                                         completed.end, !m_arguments.isAlone);
    if (m_arguments.threshold)
        wish.threshold = m_arguments.threshold;
    const auto readOther = [this](const CompletionWish::Recording& other, const RunContext& reading) {
        return sequencesOf(other.video, other.offsets, other.faces, reading);
    };
    CompletionOutcome outcome = completeTier(wish, readOther, run);
    completed.lack = outcome.lack;
    completed.draft = std::move(outcome.draft);
    if (completed.lack == CompletionLack::Nothing)
        completed.open = openRows(m_annotation, video, completed.draft);
    return completed;
}

Change ProjectCompletion::changeFor(const CompletedVideo& completed, std::int64_t when)
{
    const Tier& tier = *tierCalled(m_annotation, completed.video, m_arguments.tier);
    Change change = putCompletionDraft(m_annotation, completed.video, completed.draft);
    if (m_arguments.accepts) {
        const std::string where = fmt::format("the tier {} of {} ", tier.name, completed.video);
        if (tier.locked || isTrackLocked(m_annotation, tier.name))
            throw Refused(where + "is locked, so nothing is accepted into it");
        if (layerOfTier(m_annotation, tier))
            throw Refused(where + "holds the answers of a pass; in the window they are unlocked first");
        change = withUntimedSpread(
            m_annotation,
            acceptSureRows(m_annotation, completed.video, completed.draft, {m_arguments.annotator, when, {}}),
            TimePoint::ofSeconds(completed.end).ticks);
    }
    Change stored = change;
    if (m_recorded.contains(tier.id) && !change.segments.empty()) { // becomes part of the project by it
        stored = removeTiers(m_annotation, {tier.id}).inverse().followedBy(change);
        m_recorded.erase(tier.id);
    }
    m_annotation.apply(change);
    return stored;
}

Change ProjectCompletion::datasetChange() const
{
    return m_arguments.dataset.empty()
        ? Change()
        : putItem(m_annotation, datasetItem(m_arguments.dataset, m_arguments.out));
}

}
