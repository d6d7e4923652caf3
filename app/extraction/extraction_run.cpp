#include "app/extraction/extraction_run.h"

#include "app/jobs/jobs.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <mutex>

namespace app {

namespace {

constexpr int kLook = 150; // ms between two looks at what has come
constexpr int kPatience = 100; // ms between two looks at whether it is to be stopped
constexpr int kGrace = 8000; // ms that a stopped program has to put its parts away

}

struct ExtractionRun::Shared {
    std::mutex mutex;
    ExtractionState state;
    std::stop_source stop;

    void take(const QByteArray& line)
    {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event.isEmpty())
            return;
        const std::lock_guard lock(mutex);
        state.overall = event[QLatin1String("overall")].toDouble();
        if (const QJsonValue left = event[QLatin1String("left")]; left.isDouble())
            state.left = left.toDouble();
        if (event[QLatin1String("state")].toString() == QLatin1String("ready")) {
            state.isReady = true;
            return;
        }
        if (event[QLatin1String("state")].toString() == QLatin1String("remark")) {
            auto& told
                = event[QLatin1String("code")] == QLatin1String("voicing") ? state.doubts : state.remarks;
            told[event[QLatin1String("id")].toString()] = event[QLatin1String("text")].toString();
            return;
        }
        state.recordings[event[QLatin1String("id")].toString()][event[QLatin1String("step")].toString()]
            = {event[QLatin1String("state")].toString(), event[QLatin1String("fraction")].toDouble(),
               event[QLatin1String("text")].toString()};
    }
    double overall()
    {
        const std::lock_guard lock(mutex);
        return state.overall;
    }
    void end(bool wasStopped, const QString& problem)
    {
        const std::lock_guard lock(mutex);
        if (state.isOver)
            return;
        state.isOver = true;
        state.wasStopped = wasStopped;
        state.problem = problem;
    }
};

namespace {

bool isIn(const ExtractionState::Steps& steps, const char* state)
{
    return std::ranges::any_of(
        steps, [state](const auto& step) { return step.second.state == QLatin1String(state); });
}

}

int ExtractionState::failed() const
{
    return static_cast<int>(std::ranges::count_if(
        recordings, [](const auto& recording) { return isIn(recording.second, "failed"); }));
}

int ExtractionState::wordless() const
{
    return static_cast<int>(std::ranges::count_if(recordings, [](const auto& recording) {
        const auto words = recording.second.find(QStringLiteral("words"));
        return words != recording.second.end() && words->second.state == QLatin1String("skipped")
            && !isIn(recording.second, "failed");
    }));
}

ExtractionRun::ExtractionRun(Jobs& jobs, QString programs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_programs(std::move(programs))
{
    m_look.setInterval(kLook);
    connect(&m_look, &QTimer::timeout, this, &ExtractionRun::look);
}

ExtractionRun::~ExtractionRun() = default;

void ExtractionRun::start(const QStringList& arguments, const std::function<void()>& before)
{
    m_shared = std::make_shared<Shared>();
    m_look.start();
    // Goes with the job, however that ends: a job may be stopped before it begins.
    std::shared_ptr<void> over(nullptr, [shared = m_shared](void*) { shared->end(true, {}); });
    const QString program = QDir(m_programs).filePath(QStringLiteral("polylogue-extract"));
    const auto work = [shared = m_shared, over = std::move(over), program, arguments,
                       before](const engine::RunContext& run) {
        try {
            if (before)
                before();
        } catch (const std::exception& error) {
            shared->end(false, QString::fromUtf8(error.what()));
            return false;
        }
        const engine::Waiting waiting(run);
        QProcess process;
        process.setProgram(program);
        process.setArguments(QStringList(arguments) << QStringLiteral("--events"));
        process.start();
        bool isStopped = false;
        while (process.state() != QProcess::NotRunning) {
            process.waitForReadyRead(kPatience);
            while (process.canReadLine())
                shared->take(process.readLine());
            if (run.progress)
                run.progress(shared->overall());
            if (!isStopped && (run.stop.stop_requested() || shared->stop.stop_requested())) {
                isStopped = true;
                process.terminate();
                if (!process.waitForFinished(kGrace))
                    process.kill();
            }
        }
        while (process.canReadLine())
            shared->take(process.readLine());
        const bool hasRun
            = process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit;
        const bool isWhole = hasRun && process.exitCode() <= 1 && shared->overall() > 0.0;
        const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
        shared->end(isStopped,
                    isStopped || isWhole ? QString()
                        : said.isEmpty()
                        ? ExtractionRun::tr("The program that makes sequences ended without a word.")
                        : said.section(QLatin1Char('\n'), -1));
        return true;
    };
    m_jobs.startBeside(
        tr("Making sequences"), this, work, [](bool) {}, [] {});
}

void ExtractionRun::stop()
{
    if (m_shared)
        m_shared->stop.request_stop();
}

void ExtractionRun::look()
{
    ExtractionState state;
    {
        const std::lock_guard lock(m_shared->mutex);
        state = m_shared->state;
    }
    if (state.isOver)
        m_look.stop();
    emit changed(state);
}

}
