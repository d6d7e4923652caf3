#include "app/fetch/dataset_fetch.h"

#include "app/jobs/jobs.h"
#include "engine/core/error.h"

#include <mutex>

namespace app {

namespace {

constexpr int kLookMs = 150;

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

}

struct DatasetFetch::Shared {
    std::mutex mutex;
    FetchState state;
    std::stop_source stop;
};

namespace {

/// Writes the list beside the files. @return its path, when all are there
template <typename Shared>
QString fetchAll(const DatasetFetch::Wish& wish, Shared& shared, const engine::RunContext& run)
{
    const std::filesystem::path path = wish.folder / "dataset.json";
    const engine::DatasetList earlier
        = std::filesystem::exists(path) ? engine::readDatasetList(path) : engine::DatasetList();
    const std::vector<engine::Download> downloads
        = engine::downloadsOf(wish.items, wish.base, wish.list.id.value_or(""), wish.folder);
    engine::DownloadEvents events;
    events.progress = [&](std::size_t index, std::uintmax_t done, std::optional<std::uintmax_t> total) {
        double part = 0.0;
        {
            const std::scoped_lock lock(shared.mutex);
            FetchState::File& file = shared.state.files[index];
            if (done > file.done)
                file.notice.clear(); // it goes on
            file.done = done;
            file.total = total ? total : file.total;
            part = partOf(shared.state.files);
        }
        run.progress(part);
        if (run.stop.stop_requested()) // by the list of jobs
            shared.stop.request_stop();
    };
    events.notice = [&](std::size_t index, const std::string& text) {
        const std::scoped_lock lock(shared.mutex);
        shared.state.files[index].notice = QString::fromStdString(text);
    };
    const std::vector<engine::DownloadResult> results
        = engine::downloadAll(downloads, wish.options, events, shared.stop.get_token());
    bool isComplete = true;
    std::map<std::filesystem::path, engine::FileSum> sums;
    {
        const std::scoped_lock lock(shared.mutex);
        for (std::size_t i = 0; i < results.size(); ++i) {
            shared.state.files[i].result = results[i];
            sums[downloads[i].target] = {results[i].bytes, results[i].sha256};
            isComplete = isComplete && results[i].status != engine::DownloadResult::Status::Failed;
        }
    }
    if (!isComplete)
        return {};
    engine::writeDatasetList(engine::fetchedList(wish.list, earlier, wish.folder, sums, run), path);
    return QString::fromStdString(path.string());
}

}

DatasetFetch::DatasetFetch(Jobs& jobs, QObject* parent) : QObject(parent), m_jobs(jobs)
{
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &DatasetFetch::look);
}

DatasetFetch::~DatasetFetch()
{
    stop();
}

void DatasetFetch::start(Wish wish)
{
    m_shared = std::make_shared<Shared>();
    m_shared->state.wasStopped = true; // until it ends by itself: a job may be stopped before it begins
    // Goes with the job, however that ends.
    std::shared_ptr<void> over(nullptr, [shared = m_shared](void*) {
        const std::scoped_lock lock(shared->mutex);
        shared->state.isOver = true;
    });
    for (const engine::FetchItem& item : wish.items)
        m_shared->state.files.push_back({0, item.facts.size, {}, {}});
    m_jobs.start(
        tr("Fetching %1").arg(QString::fromStdString(wish.list.name)), this,
        [wish = std::move(wish), shared = m_shared, over = std::move(over)](const engine::RunContext& run) {
            QString list;
            QString problem;
            try {
                const engine::Waiting waiting(run);
                list = fetchAll(wish, *shared, run);
            } catch (const engine::Cancelled&) {
                return false;
            } catch (const std::exception& error) { // also of a folder that cannot be made
                problem = QString::fromUtf8(error.what()); // told where the fetch is shown
            }
            const std::scoped_lock lock(shared->mutex);
            shared->state.list = list;
            shared->state.problem = problem;
            shared->state.wasStopped = false;
            return true;
        },
        [](bool) {});
    m_look.start();
}

void DatasetFetch::stop()
{
    if (m_shared)
        m_shared->stop.request_stop();
}

void DatasetFetch::look()
{
    FetchState state;
    {
        const std::scoped_lock lock(m_shared->mutex);
        state = m_shared->state;
    }
    if (state.isOver)
        m_look.stop();
    emit changed(state);
}

}
