#include "app/video/tier_reader.h"

#include "engine/annotation/layers.h"

namespace app {

TierReader::TierReader(Document& document, VideoOpener& videos, Jobs& jobs, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_videos(videos)
    , m_jobs(jobs)
{
}

std::set<std::string> TierReader::allVideos() const
{
    std::set<std::string> videos;
    if (const auto dataset = m_videos.dataset()) {
        for (const auto& entry : dataset->entries)
            videos.insert(entry->id.toStdString());
    }
    return videos;
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
    const Missing wanted = missing(tiers, videos);
    if (wanted.empty()) {
        then();
        return;
    }
    using Read = std::vector<std::pair<VideoData, TierName>>;
    const auto dataset = m_videos.dataset();
    m_jobs.startBeside(
        title, receiver,
        [dataset, wanted, offsets = projectOffsets(m_document.annotation())](const engine::RunContext& run) {
            auto read = std::make_shared<Read>();
            for (const auto& [video, tier] : wanted) {
                run.tick(read->size(), wanted.size());
                const QString id = QString::fromStdString(video);
                const engine::SequenceOffsets moved = engine::offsetsOfVideo(offsets, video);
                read->emplace_back(tier == kLabelsTier ? readLabels(*dataset, id, moved)
                                                       : readWords(*dataset, id, moved),
                                   tier);
            }
            return read;
        },
        [this, dataset, then](const std::shared_ptr<Read>& read) {
            if (dataset != m_videos.dataset())
                return;
            QStringList problems;
            for (const auto& [video, tier] : *read) {
                if (video.problems.isEmpty()) // else it would look as if nobody had labelled it
                    m_document.takeRecorded(video, tier);
                problems << video.problems;
            }
            if (!problems.isEmpty())
                emit message(tr("%n video(s) could not be read and were left out: %1", nullptr,
                                static_cast<int>(problems.size()))
                                 .arg(problems.size() > 1 ? problems.front() + QStringLiteral(" …")
                                                          : problems.front()));
            then();
        },
        [this, title] { emit message(tr("%1: stopped, so nothing was changed.").arg(title)); });
}

}
