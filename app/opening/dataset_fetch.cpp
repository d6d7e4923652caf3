#include "app/opening/dataset_fetch.h"

#include <QElapsedTimer>

namespace app {

namespace {

constexpr int kFetchPauseMs = 150; // between two times that it is told how far a file is, within its percents

/// The part of all bytes that is there, as far as their number is known, 0…1.
double partOf(const std::vector<FetchState::File>& files)
{
    double part = 0.0;
    for (const FetchState::File& file : files) {
        if (file.total && *file.total > 0)
            part += static_cast<double>(file.done) / static_cast<double>(*file.total);
    }
    return files.empty() ? 0.0 : part / static_cast<double>(files.size());
}

std::uintmax_t percentOf(const FetchState::File& file)
{
    return file.total && *file.total > 0 ? 100 * file.done / *file.total : 0;
}

/// Writes the list beside the files.
/// @param files  as they are in the beginning
/// @param take   gets them as they are since, on the GUI thread
/// @return its path, when all are there
QString fetchAll(const DatasetFetch::Wish& wish, std::vector<FetchState::File> files,
                 const std::function<void(const std::vector<FetchState::File>&)>& take, const TaskRun& run)
{
    const std::filesystem::path path = wish.folder / "dataset.json";
    const engine::DatasetList earlier
        = std::filesystem::exists(path) ? engine::readDatasetList(path) : engine::DatasetList();
    const std::vector<engine::Download> downloads
        = engine::downloadsOf(wish.items, wish.base, wish.list.id.value_or(""), wish.folder);
    QElapsedTimer told;
    told.start();
    const auto tell = [&] {
        run.post([take, files] { take(files); });
        told.start();
    };
    engine::DownloadEvents events; // from several threads, one at a time
    events.progress = [&](std::size_t index, std::uintmax_t done, std::optional<std::uintmax_t> total) {
        FetchState::File& file = files[index];
        const std::uintmax_t before = percentOf(file);
        if (done > file.done)
            file.notice.clear(); // it goes on
        file.done = done;
        file.total = total ? total : file.total;
        run.progress(partOf(files));
        if (told.hasExpired(kFetchPauseMs) || percentOf(file) != before) // it may be the last for long
            tell();
    };
    events.notice = [&](std::size_t index, const std::string& text) {
        files[index].notice = QString::fromStdString(text);
        tell();
    };
    const std::vector<engine::DownloadResult> results
        = engine::downloadAll(downloads, wish.options, events, run.stop);
    bool isComplete = true;
    std::map<std::filesystem::path, engine::FileSum> sums;
    for (std::size_t i = 0; i < results.size(); ++i) {
        files[i].result = results[i];
        sums[downloads[i].target] = {results[i].bytes, results[i].sha256};
        isComplete = isComplete && results[i].status != engine::DownloadResult::Status::Failed;
    }
    tell();
    if (!isComplete)
        return {};
    engine::writeDatasetList(engine::fetchedList(wish.list, earlier, wish.folder, sums, run), path);
    return QString::fromStdString(path.string());
}

}

DatasetFetch::DatasetFetch(Tasks& tasks, QObject* parent) : QObject(parent), m_task(tasks) { }

void DatasetFetch::start(Wish wish)
{
    m_state = {};
    for (const engine::FetchItem& item : wish.items)
        m_state.files.push_back({0, item.facts.size, {}, {}});
    const QString title = tr("Fetching %1").arg(QString::fromStdString(wish.list.name));
    const auto take = [this](const std::vector<FetchState::File>& files) {
        m_state.files = files;
        emit changed(m_state);
    };
    m_task.start(
        title,
        [wish = std::move(wish), files = m_state.files, take](const TaskRun& run) {
            const engine::Waiting waiting(run);
            return fetchAll(wish, files, take, run);
        },
        [this](const Outcome<QString>& outcome) {
            m_state.isOver = true;
            m_state.wasStopped = std::holds_alternative<Stopped>(outcome);
            if (const auto* list = std::get_if<QString>(&outcome))
                m_state.list = *list;
            else if (const auto* failure = std::get_if<Failed>(&outcome))
                m_state.problem = failure->sentence; // told where the fetch is shown
            emit changed(m_state);
        });
    emit changed(m_state);
}

}
