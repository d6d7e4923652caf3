#include "app/dataset/seen_videos.h"

#include "app/document/document.h"
#include "app/tasks/tasks.h"
#include "engine/project_items/exposures.h"

#include <chrono>

namespace app {

namespace {

constexpr std::chrono::milliseconds kPauseOfItems(300);

}

SeenVideos::SeenVideos(Document& document, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_reading(tasks)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseOfItems);
    connect(&m_pause, &QTimer::timeout, this, &SeenVideos::readChanged);
    connect(&document, &Document::projectChanged, this, &SeenVideos::readAll);
    connect(&document, &Document::itemChanged, this, [this](const QString& kind, const QString& name) {
        if (kind != QLatin1String(engine::kExposureItems))
            return;
        m_names.insert(name);
        m_pause.start();
    });
}

QStringList SeenVideos::of(const QString& video) const
{
    const QSet<QString> things = m_things.value(video);
    QStringList names(things.begin(), things.end());
    names.sort();
    return names;
}

void SeenVideos::readAll()
{
    m_things.clear();
    m_names.clear();
    const engine::Annotation::Items& all = m_document.annotation().items();
    std::vector<engine::Item> items;
    for (auto item = all.lower_bound({engine::kExposureItems, {}});
         item != all.end() && item->first.first == engine::kExposureItems; ++item)
        items.push_back(item->second);
    m_reading.abandon();
    read(std::move(items));
}

void SeenVideos::readChanged()
{
    if (m_reading.isRunning()) { // what it reads may be older than what changed
        m_pause.start();
        return;
    }
    std::vector<engine::Item> items;
    for (const QString& name : std::exchange(m_names, {})) {
        if (const engine::Item* item
            = m_document.annotation().item(engine::kExposureItems, name.toStdString()))
            items.push_back(*item);
    }
    read(std::move(items));
}

void SeenVideos::read(std::vector<engine::Item> items)
{
    if (items.empty())
        return;
    m_reading.start(
        tr("Reading what was seen"),
        [items = std::move(items)](const TaskRun& run) {
            QHash<QString, QSet<QString>> things;
            std::size_t done = 0;
            for (const engine::Item& item : items) {
                run.tick(done++, items.size());
                const engine::SeenThings seen = engine::seenThings(item);
                for (const engine::ExposedThing thing : seen.things)
                    things[QString::fromStdString(seen.video)].insert(QLatin1String(engine::name(thing)));
            }
            return things;
        },
        [this](const QHash<QString, QSet<QString>>& things) {
            for (auto read = things.begin(); read != things.end(); ++read) {
                QSet<QString>& known = m_things[read.key()];
                if (known.contains(read.value()))
                    continue;
                known.unite(read.value());
                emit changed(read.key());
            }
        });
}

}
