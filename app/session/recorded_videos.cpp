#include "app/session/recorded_videos.h"

#include "app/session/session.h"
#include "engine/annotation/layers.h"

namespace app {

namespace {

using Missing = std::set<std::pair<std::string, TierName>>; // video, tier

Missing missing(Session& session, const std::set<TierName>& tiers, const std::set<std::string>& videos)
{
    Missing missing;
    const std::set<std::string> listed = videosOf(session);
    for (const TierName& tier : {kWordsTier, kLabelsTier}) {
        if (!tiers.contains(tier))
            continue;
        const auto known = engine::tiersCalled(session.document().annotation(), tier);
        for (const std::string& video : videos) {
            if (listed.contains(video) && !known.contains(video))
                missing.emplace(video, tier);
        }
    }
    return missing;
}

}

std::set<std::string> videosOf(const Session& session)
{
    std::set<std::string> videos;
    if (const auto dataset = session.dataset()) {
        for (const auto& entry : dataset->entries)
            videos.insert(entry->id.toStdString());
    }
    return videos;
}

void withRecorded(Session& session, const QString& title, const std::set<TierName>& tiers,
                  const std::set<std::string>& videos, QObject* receiver, const std::function<void()>& then)
{
    const Missing wanted = missing(session, tiers, videos);
    if (wanted.empty()) {
        then();
        return;
    }
    using Read = std::vector<std::pair<VideoData, TierName>>;
    const auto dataset = session.dataset();
    session.jobs().startBeside(
        title, receiver,
        [dataset, wanted,
         offsets = projectOffsets(session.document().annotation())](const engine::RunContext& run) {
            auto read = std::make_shared<Read>();
            for (const auto& [video, tier] : wanted) {
                run.tick(read->size(), wanted.size());
                const QString id = QString::fromStdString(video);
                const SequenceOffsets moved = offsetsOfVideo(offsets, video);
                read->emplace_back(tier == kLabelsTier ? readLabels(*dataset, id, moved)
                                                       : readWords(*dataset, id, moved),
                                   tier);
            }
            return read;
        },
        [&session, dataset, then](const std::shared_ptr<Read>& read) {
            if (dataset != session.dataset())
                return;
            QStringList problems;
            for (const auto& [video, tier] : *read) {
                if (video.problems.isEmpty()) // else it would look as if nobody had labelled it
                    session.document().takeRecorded(video, tier);
                problems << video.problems;
            }
            if (!problems.isEmpty())
                emit session.message(app::Session::tr("%n video(s) could not be read and were left out: %1",
                                                      nullptr, static_cast<int>(problems.size()))
                                         .arg(problems.size() > 1 ? problems.front() + QStringLiteral(" …")
                                                                  : problems.front()));
            then();
        },
        [&session, title] {
            emit session.message(app::Session::tr("%1: stopped, so nothing was changed.").arg(title));
        });
}

}
