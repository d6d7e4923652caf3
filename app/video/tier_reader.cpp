#include "app/video/tier_reader.h"

#include "engine/annotation/layers.h"

namespace app {

TierReader::TierReader(Document& document, VideoOpener& videos, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_videos(videos)
    , m_tasks(tasks)
{
}

std::set<std::string> TierReader::allVideos() const
{
    const auto dataset = m_videos.dataset();
    return dataset ? dataset->ids : std::set<std::string>();
}

TierReader::Missing TierReader::missing(const std::set<TierName>& tiers,
                                        const std::set<std::string>& videos) const
{
    Missing missing;
    const std::set<std::string> listed = allVideos();
    for (const TierName& tier : {kWordsTier, kLabelsTier}) {
        if (!tiers.contains(tier))
            continue;
        const auto known = engine::tiersCalled(m_document.annotation(), tier);
        for (const std::string& video : videos) {
            if (listed.contains(video) && !known.contains(video))
                missing.emplace(video, tier);
        }
    }
    return missing;
}

void TierReader::read(const QString& title, const std::set<TierName>& tiers,
                      const std::set<std::string>& videos, QObject* receiver,
                      const std::function<void()>& then)
{
    const auto start
        = [&](auto work, auto ended) { m_tasks.start(title, receiver, std::move(work), std::move(ended)); };
    readBy(start, title, missing(tiers, videos), then);
}

void TierReader::read(Task& task, const QString& title, const std::set<TierName>& tiers,
                      const std::set<std::string>& videos, const std::function<void()>& then)
{
    const auto start = [&](auto work, auto ended) { task.start(title, std::move(work), std::move(ended)); };
    readBy(start, title, missing(tiers, videos), then);
}

template <typename Start>
void TierReader::readBy(Start start, const QString& title, const Missing& wanted,
                        const std::function<void()>& then)
{
    if (wanted.empty()) {
        then();
        return;
    }
    const auto dataset = m_videos.dataset();
    start(
        [dataset, wanted, offsets = projectOffsets(m_document.annotation())](const TaskRun& run) {
            Read read;
            for (const auto& [video, tier] : wanted) {
                run.tick(read.size(), wanted.size());
                const QString id = QString::fromStdString(video);
                const engine::SequenceOffsets moved = engine::offsetsOfVideo(offsets, video);
                read.emplace_back(tier == kLabelsTier ? readLabels(*dataset, id, moved)
                                                      : readWords(*dataset, id, moved),
                                  tier);
            }
            return read;
        },
        [this, title, dataset, then](const Outcome<Read>& outcome) {
            if (const auto* failure = std::get_if<Failed>(&outcome)) {
                m_document.notices().say(failure->sentence);
            } else if (std::holds_alternative<Stopped>(outcome)) {
                m_document.notices().say(tr("%1: stopped, so nothing was changed.").arg(title));
            } else if (dataset == m_videos.dataset()) {
                take(std::get<Read>(outcome));
                then();
            }
        });
}

void TierReader::take(const Read& read)
{
    QStringList problems;
    for (const auto& [video, tier] : read) {
        if (video.problems.isEmpty()) // else it would look as if nobody had labelled it
            m_document.takeRecorded(video, tier);
        problems << video.problems;
    }
    if (!problems.isEmpty())
        m_document.notices().say(
            tr("%n video(s) could not be read and were left out: %1", nullptr,
               static_cast<int>(problems.size()))
                .arg(problems.size() > 1 ? problems.front() + QStringLiteral(" …") : problems.front()));
}

}
