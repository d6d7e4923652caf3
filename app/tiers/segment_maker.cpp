#include "app/tiers/segment_maker.h"

#include "app/actions/actions.h"
#include "app/dataset/dataset_loader.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/tasks/tasks.h"
#include "app/timeline/tier_in_hand.h"
#include "app/video/tier_reader.h"
#include "app/video/video_opener.h"
#include "engine/alignment/sentences.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_edits.h"
#include "engine/media/media_info.h"
#include "engine/media/speech_spans.h"
#include "engine/project_items/time_zero.h"

#include <QAction>

#include <algorithm>

namespace app {

namespace {

/// Whether a video has no segments yet, or only such that nobody has said anything of.
bool isUnlabelled(const engine::Annotation& annotation, const std::string& video, const TierName& tier)
{
    const engine::Tier* labels = engine::tierCalled(annotation, video, tier);
    if (!labels)
        return true;
    if (!annotation.tiersBelow(labels->id).empty())
        return false;
    return std::ranges::all_of(annotation.byTime(labels->id).all(), [&](const auto& entry) {
        const engine::Segment& segment = *annotation.segment(entry.id);
        return segment.values.empty() && segment.comment.empty();
    });
}

std::vector<engine::Interval> evenSpans(double length, double end)
{
    std::vector<engine::Interval> spans;
    for (int i = 0; i * length < end; ++i)
        spans.push_back({i * length, std::min((i + 1) * length, end)});
    if (spans.size() > 1 && spans.back().end - spans.back().start < length / 2.0) { // too short to judge
        spans[spans.size() - 2].end = spans.back().end;
        spans.pop_back();
    }
    return spans;
}

std::vector<engine::Interval> spansUpTo(double end, const SegmentWish& wish)
{
    if (end <= 0.0)
        return {};
    return wish.from == SegmentWish::From::Whole ? std::vector{engine::Interval{0.0, end}}
                                                 : evenSpans(wish.length, end);
}

/// Takes away the segments that nobody has said anything of, and puts these segments in their place.
void replaceSegments(engine::Change& change, const engine::Annotation& annotation, engine::TierId labels,
                     const std::vector<engine::Interval>& spans, engine::SegmentId& next)
{
    if (annotation.tier(labels)) { // else it is made now
        for (const engine::IntervalIndex::Entry& entry : annotation.byTime(labels).all())
            change.segments.push_back({*annotation.segment(entry.id), std::nullopt});
    }
    for (const engine::Interval& span : spans) {
        engine::Segment segment;
        segment.id = next++;
        segment.tier = labels;
        segment.start = engine::TimePoint::ofSeconds(span.start);
        segment.end = engine::TimePoint::ofSeconds(span.end);
        segment.sourceRow = -1;
        change.segments.push_back({std::nullopt, std::move(segment)});
    }
}

/// The tier of a video, or one like that of another video, which is made. Absent: no video has one that can
/// be made there.
std::optional<engine::TierId> tierFor(engine::Change& change, const engine::Annotation& annotation,
                                      const std::string& video, const TierName& name, engine::TierId& next)
{
    if (const engine::Tier* there = engine::tierCalled(annotation, video, name))
        return there->id;
    const auto others = engine::tiersCalled(annotation, name);
    if (name == kLabelsTier || others.empty())
        return std::nullopt;
    engine::Tier tier = *others.begin()->second;
    if (const engine::Tier* parent = annotation.tier(tier.parent)) {
        const engine::Tier* own = engine::tierCalled(annotation, video, parent->name);
        if (!own)
            return std::nullopt;
        tier.parent = own->id;
    }
    tier.id = next++;
    tier.video = video;
    tier.order = engine::addTier(annotation, tier).tiers.front().after->order;
    change.tiers.push_back({std::nullopt, tier});
    return tier.id;
}

}

SegmentMaker::SegmentMaker(Document& document, Editor& editor, VideoOpener& videos, TierReader& reader,
                           Tasks& tasks, const Actions& actions, const TierInHand& hand, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_videos(videos)
    , m_reader(reader)
    , m_tasks(tasks)
    , m_hand(hand)
    , m_window(window)
{
    connect(actions.at("make-segments"), &QAction::triggered, this, [this] { ask(); });
}

/// An own tier with labels, where one is in hand; else the labelled segments.
TierName SegmentMaker::wishedTier() const
{
    const engine::Tier* tier = m_document.tier(m_hand.tier());
    const bool isOwn = tier && tier->name != kWordsTier && tier->kind == engine::TierKind::Interval
        && !tier->labels.empty() && tier->source.empty()
        && !engine::layerOfTier(m_document.annotation(), *tier);
    return isOwn ? m_hand.tier() : TierName(kLabelsTier);
}

void SegmentMaker::ask()
{
    if (!m_document.hasVideo()) {
        m_document.notices().say(tr("Open a video first: segments belong to one."));
        return;
    }
    const std::set<std::string> all = m_reader.allVideos();
    const TierName tier = wishedTier();
    SegmentsDialog dialog({tier != kLabelsTier ? QString::fromStdString(tier) : QString(),
                           !m_document.video().mediaPath.isEmpty(), !m_document.words().texts.empty(),
                           !m_document.labels().ids.empty(), static_cast<int>(all.size())},
                          m_window);
    if (dialog.exec() != QDialog::Accepted || !m_document.hasVideo())
        return;
    SegmentWish wish = dialog.wish();
    wish.tier = tier;
    const std::set<std::string> videos
        = wish.isForAllVideos ? all : std::set{m_document.video().id.toStdString()};
    m_reader.read(tr("Reading words and labels"), {kWordsTier, kLabelsTier}, videos, this,
                  [this, wish, videos] {
                      std::set<std::string> unlabelled;
                      for (const std::string& video : videos) {
                          const auto own = m_document.ownLabels(video);
                          const bool hasOwn // imported, or made before
                              = wish.tier == kLabelsTier && own && !own->rows.intervals.empty();
                          if (isUnlabelled(m_document.annotation(), video, wish.tier)
                              && !(wish.isForAllVideos && hasOwn))
                              unlabelled.insert(video);
                      }
                      if (const auto skipped = videos.size() - unlabelled.size(); skipped > 0)
                          m_document.notices().say(
                              tr("%n video(s) have such segments already and were left as they are.", nullptr,
                                 static_cast<int>(skipped)));
                      if (unlabelled.empty())
                          return;
                      if (wish.from == SegmentWish::From::Sentences)
                          addSentences(wish, unlabelled);
                      else if (wish.from == SegmentWish::From::Labels)
                          addWhereLabels(wish, unlabelled);
                      else
                          measure(wish, unlabelled);
                  });
}

void SegmentMaker::addSentences(const SegmentWish& wish, const std::set<std::string>& videos)
{
    Spans spans;
    for (const std::string& video : videos) {
        const WordsView words = wordsView(m_document.annotation(),
                                          engine::tierCalled(m_document.annotation(), video, kWordsTier));
        spans[video] = engine::sentencesOf(words.text.intervals, words.text.texts, wish.pause);
    }
    add(wish, spans);
}

void SegmentMaker::addWhereLabels(const SegmentWish& wish, const std::set<std::string>& videos)
{
    Spans spans;
    for (const std::string& video : videos) {
        if (const engine::Tier* labels = engine::tierCalled(m_document.annotation(), video, kLabelsTier))
            spans[video] = labelsView(m_document.annotation(), labels).rows.intervals;
    }
    add(wish, spans);
}

/// Reads media and features in the background.
void SegmentMaker::measure(const SegmentWish& wish, const std::set<std::string>& videos)
{
    struct Measured {
        Spans spans;
        QStringList problems;
    };
    const auto dataset = m_videos.dataset();
    if (!dataset)
        return;
    m_tasks.start(
        wish.from == SegmentWish::From::Sound ? tr("Listening for pauses")
                                              : tr("Looking how long videos are"),
        this,
        [wish, videos, dataset, zero = timeZeroOf(m_document.annotation())](const TaskRun& run) {
            Measured measured;
            std::size_t done = 0;
            for (const std::string& video : videos) {
                run.tick(done++, videos.size());
                const auto* media = dataset->list.mediaOf(video);
                try {
                    if (wish.from != SegmentWish::From::Sound)
                        measured.spans[video] = spansUpTo(
                            media ? engine::probeMedia(engine::MediaFile(media->file, zero)).duration
                                  : dataset->extentOf(video),
                            wish);
                    else if (media)
                        measured.spans[video]
                            = engine::speechSpans(engine::MediaFile(media->file, zero),
                                                  {.shortestPause = wish.pause}, {run.stop, {}});
                } catch (const engine::Cancelled&) {
                    throw;
                } catch (const engine::Error& error) {
                    measured.problems << QString::fromUtf8(error.what());
                }
            }
            return measured;
        },
        [this, wish](const Outcome<Measured>& outcome) {
            if (const auto* failure = std::get_if<Failed>(&outcome)) {
                m_document.notices().say(failure->sentence);
            } else if (std::holds_alternative<Stopped>(outcome)) {
                m_document.notices().say(tr("Stopped: no segments were made."));
            } else {
                const auto& measured = std::get<Measured>(outcome);
                for (const QString& problem : measured.problems)
                    m_document.notices().say(problem);
                add(wish, measured.spans);
            }
        });
}

void SegmentMaker::add(const SegmentWish& wish, const Spans& spans)
{
    int count = 0;
    const bool isDone
        = m_editor.edit(tr("make labelled segments"), [&](const engine::Annotation& annotation) {
              engine::Change change;
              engine::SegmentId next = annotation.unusedSegment();
              engine::TierId nextTier = annotation.unusedTier();
              for (const auto& [video, found] : spans) {
                  const std::optional<engine::TierId> own = found.empty()
                      ? std::nullopt
                      : tierFor(change, annotation, video, wish.tier, nextTier);
                  if (!own)
                      continue;
                  replaceSegments(change, annotation, *own, found, next);
                  count += static_cast<int>(found.size());
              }
              return change;
          });
    if (count == 0)
        m_document.notices().say(
            wish.from == SegmentWish::From::Seconds || wish.from == SegmentWish::From::Whole
                ? tr("No segments were made: there is neither a recording nor a feature that says how long "
                     "the video is.")
                : tr("No segments were found: there is no speech between pauses, or there are no words."));
    else if (isDone)
        m_document.notices().say(Notice::ofEdit(tr("%n segment(s) were made.", nullptr, count)));
}

}
