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
    session.jobs().start(
        title, receiver,
        [dataset, wanted](const engine::RunContext& run) {
            auto read = std::make_shared<Read>();
            for (const auto& [video, tier] : wanted) {
                run.tick(read->size(), wanted.size());
                VideoData data = readWordsAndLabels(*dataset, QString::fromStdString(video));
                if (tier == kLabelsTier && !data.labels.intervals.empty())
                    data.words = {}; // only utterances are made of them
                read->emplace_back(std::move(data), tier);
            }
            return read;
        },
        [&session, dataset, then](const std::shared_ptr<Read>& read) {
            if (dataset != session.dataset())
                return;
            for (const auto& [video, tier] : *read) {
                for (const QString& problem : video.problems)
                    emit session.message(problem);
                if (video.problems.isEmpty()) // else it would look as if nobody had labelled it
                    session.document().takeRecorded(video, tier);
            }
            then();
        });
}

}
