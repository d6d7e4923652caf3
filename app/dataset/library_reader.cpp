#include "app/dataset/library_reader.h"

#include "app/dataset/library_entries.h"
#include "app/document/document.h"
#include "app/tasks/tasks.h"

#include <chrono>

namespace app {

namespace {

constexpr std::chrono::milliseconds kBatch(100); // as often as the library is filled in
constexpr std::chrono::milliseconds kPause(200);

}

LibraryReader::LibraryReader(Document& document, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_tasks(tasks)
    , m_reading(tasks)
    , m_seen(document, tasks)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        tellEdited();
        readMoved();
    });
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(engine::kOffsetItems))
            noteOffsets();
    });
    const auto note = [this](const QString& video) {
        m_edited.insert(video);
        if (!m_pause.isActive())
            m_pause.start();
    };
    connect(&document, &Document::wordsChanged, this, note);
    connect(&document, &Document::labelsChanged, this, note);
    connect(&m_seen, &SeenVideos::changed, this, note);
}

void LibraryReader::read(std::shared_ptr<const OpenDataset> dataset)
{
    m_dataset = std::move(dataset);
    m_fromFiles.clear();
    m_edited.clear();
    m_moved.clear();
    m_offsets = projectOffsets(m_document.annotation());
    m_reading.start(
        tr("Reading the library"),
        [this, dataset = m_dataset, offsets = m_offsets](const TaskRun& run) {
            using Clock = std::chrono::steady_clock;
            std::vector<widgets::LibraryEntryPtr> batch;
            QStringList labels; // of the entry before: nearly always the same, kept once
            auto told = Clock::now();
            const auto tell = [&] {
                run.post([this, offsets, batch = std::exchange(batch, {})] { take(batch, offsets); });
                told = Clock::now();
            };
            for (std::size_t i = 0; i < dataset->entries.size(); ++i) {
                run.tick(i, dataset->entries.size());
                widgets::LibraryEntry entry = readLibraryEntry(
                    *dataset, *dataset->entries[i],
                    engine::offsetsOfVideo(offsets, dataset->entries[i]->id.toStdString()));
                if (entry.labelNames == labels)
                    entry.labelNames = labels;
                else
                    labels = entry.labelNames;
                batch.push_back(std::make_shared<const widgets::LibraryEntry>(std::move(entry)));
                if (Clock::now() - told > kBatch)
                    tell();
            }
            tell();
            return true;
        },
        [](bool) {});
}

void LibraryReader::take(const std::vector<widgets::LibraryEntryPtr>& fromFiles,
                         const engine::ProjectOffsets& offsets)
{
    std::vector<widgets::LibraryEntryPtr> entries;
    entries.reserve(fromFiles.size());
    for (const widgets::LibraryEntryPtr& entry : fromFiles) {
        m_fromFiles.insert(entry->id, entry);
        entries.push_back(asEdited(entry));
        const std::string video = entry->id.toStdString();
        if (engine::offsetsOfVideo(offsets, video) != engine::offsetsOfVideo(m_offsets, video))
            m_moved.insert(entry->id); // meanwhile
    }
    emit entriesRead(entries);
    if (!m_moved.isEmpty() && !m_pause.isActive())
        m_pause.start();
}

void LibraryReader::noteOffsets()
{
    const engine::ProjectOffsets before = std::exchange(m_offsets, projectOffsets(m_document.annotation()));
    for (auto entry = m_fromFiles.keyBegin(); entry != m_fromFiles.keyEnd(); ++entry) {
        if (engine::offsetsOfVideo(before, entry->toStdString())
            != engine::offsetsOfVideo(m_offsets, entry->toStdString()))
            m_moved.insert(*entry);
    }
    if (!m_moved.isEmpty() && !m_pause.isActive())
        m_pause.start();
}

void LibraryReader::readMoved()
{
    if (m_moved.isEmpty() || !m_dataset)
        return;
    m_tasks.start(
        tr("Reading the library"), this,
        [dataset = m_dataset, offsets = m_offsets,
         moved = std::exchange(m_moved, {})](const engine::RunContext& run) {
            std::vector<widgets::LibraryEntryPtr> read;
            for (const widgets::LibraryEntryPtr& entry : dataset->entries) {
                run.tick(read.size(), static_cast<std::size_t>(moved.size()));
                if (moved.contains(entry->id))
                    read.push_back(std::make_shared<const widgets::LibraryEntry>(readLibraryEntry(
                        *dataset, *entry, engine::offsetsOfVideo(offsets, entry->id.toStdString()))));
            }
            return read;
        },
        [this, dataset = m_dataset, offsets = m_offsets](const std::vector<widgets::LibraryEntryPtr>& read) {
            if (dataset == m_dataset)
                take(read, offsets);
        });
}

void LibraryReader::tellEdited()
{
    std::vector<widgets::LibraryEntryPtr> entries;
    for (const QString& id : std::exchange(m_edited, {})) {
        if (const auto entry = m_fromFiles.constFind(id); entry != m_fromFiles.constEnd())
            entries.push_back(asEdited(*entry));
    }
    if (!entries.empty())
        emit entriesRead(entries);
}

widgets::LibraryEntryPtr LibraryReader::asEdited(const widgets::LibraryEntryPtr& fromFile) const
{
    const std::string video = fromFile->id.toStdString();
    const WordsView words = m_document.ownWords(video);
    const auto labels = m_document.ownLabels(video);
    const QStringList seen = m_seen.of(fromFile->id);
    if (words.text.texts.empty() && !labels && seen.isEmpty())
        return fromFile;
    auto entry = std::make_shared<widgets::LibraryEntry>(*fromFile);
    entry->seen = seen;
    if (!words.text.texts.empty())
        takeWords(*entry, words.text);
    if (labels)
        takeLabels(*entry, *labels);
    return entry;
}

}
