#include "app/training/runs_watch.h"

#include <algorithm>

namespace app {

namespace {

constexpr int kRunsLookMs = 500; // between two looks

}

RunsWatch::RunsWatch(QObject* parent)
    : QObject(parent)
    , m_look(
          kRunsLookMs, [this] { return work(); }, [this](Looked seen) { take(std::move(seen)); },
          [this] { return m_watches || !running().empty(); })
{
}

void RunsWatch::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_seen.runs.clear();
    emit changed();
    m_look.look();
}

void RunsWatch::setWatching(bool watches)
{
    m_watches = watches;
    if (watches)
        m_look.look();
}

void RunsWatch::follow(const QString& folder)
{
    if (!m_followed.contains(folder))
        m_followed << folder;
    m_look.look();
}

std::vector<RunFolderState> RunsWatch::running() const
{
    std::vector<RunFolderState> running;
    std::ranges::copy_if(m_seen.followed, std::back_inserter(running), [](const RunFolderState& run) {
        return run.state == RunFolderState::State::Running;
    });
    return running;
}

RepeatedLook<RunsWatch::Looked>::Work RunsWatch::work() const
{
    if (m_folder.isEmpty())
        return {};
    return [folder = m_folder, followed = m_followed] {
        Looked seen{folder, readRuns(folder.toStdString()), {}};
        for (const QString& run : followed)
            seen.followed.push_back(readRunFolder(run.toStdString()));
        return seen;
    };
}

void RunsWatch::take(Looked seen)
{
    if (seen.folder != m_folder) // another one was chosen meanwhile
        seen.runs = m_seen.runs;
    const bool isOther = seen.runs != m_seen.runs;
    const bool isFarther = seen.followed != m_seen.followed;
    m_seen = std::move(seen);
    if (isOther)
        emit changed();
    if (isFarther)
        emit followedChanged();
}

}
