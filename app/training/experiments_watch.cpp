#include "app/training/experiments_watch.h"

#include <utility>

namespace app {

namespace {

constexpr int kExperimentsLookMs = 700; // between two looks

}

ExperimentsWatch::ExperimentsWatch(QObject* parent)
    : QObject(parent)
    , m_look(
          kExperimentsLookMs, [this] { return work(); }, [this](Looked seen) { take(std::move(seen)); },
          [this] { return m_watches; })
{
}

void ExperimentsWatch::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_seen.clear();
    emit changed();
    look();
}

void ExperimentsWatch::setWatching(bool watches)
{
    m_watches = watches;
    if (watches)
        look();
}

RepeatedLook<ExperimentsWatch::Looked>::Work ExperimentsWatch::work() const
{
    if (m_folder.isEmpty())
        return {};
    return [folder = m_folder, known = m_seen] {
        return Looked{folder, readExperiments(folder.toStdString(), known)};
    };
}

void ExperimentsWatch::take(Looked seen)
{
    if (seen.folder != m_folder) // another one was chosen meanwhile
        return;
    if (std::exchange(m_seen, seen.experiments) != m_seen)
        emit changed();
}

}
