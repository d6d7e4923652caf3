#include "app/dataset_view/explanation_run.h"

#include "app/jobs/jobs.h"
#include "engine/core/error.h"
#include "engine/explain/explanation_lines.h"
#include "engine/worker/math_environment.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <mutex>

namespace app {

namespace {

constexpr int kRunLook = 200; // ms between two looks at what has come
constexpr int kWait = 100; // ms between two looks at whether it is to be stopped
constexpr int kMostEnds = 20; // of the process in one run; then something else is wrong

/// What is left out because the process ended there has no id that anyone knows.
QString unknownSegment(std::size_t place)
{
    return ExplanationRun::tr("segment %1 of the dataset").arg(place + 1);
}

}

struct ExplanationRun::Shared {
    std::mutex mutex;
    engine::ExplainedDataset dataset;
    std::size_t next = 0; ///< the segment to ask about next
    QStringList said;
    ExplanationState state;
    std::stop_source stop;

    void end(bool wasStopped, const QString& problem)
    {
        const std::lock_guard lock(mutex);
        if (state.isOver)
            return;
        state.isOver = true;
        state.wasStopped = wasStopped;
        state.problem = problem;
    }
    void say(const QString& text)
    {
        const std::lock_guard lock(mutex);
        said << text;
    }
};

/// The work of the job.
class ExplanationRun::Asker {
public:
    Asker(std::shared_ptr<Shared> shared, Patience patience, QString program, QStringList arguments)
        : m_shared(std::move(shared))
        , m_patience(patience)
        , m_program(std::move(program))
        , m_arguments(std::move(arguments))
    {
    }

    void ask(const engine::RunContext& run)
    {
        for (int ends = 0;; ++ends) {
            const std::size_t before = m_shared->next;
            const QString why = askOnce(run);
            if (m_isStopped || !m_problem.isEmpty() || m_isDone) {
                m_shared->end(m_isStopped, m_problem);
                return;
            }
            if (ends >= kMostEnds || (m_total == 0 && ends > 1)) {
                m_shared->end(false,
                              tr("The model process ended %1 times (%2) and is not started again.")
                                  .arg(ends + 1)
                                  .arg(why));
                return;
            }
            comeBack(before, why);
        }
    }

private:
    /// Behind what was told; one by one where the process ended without a word, and past the segment where it
    /// did so again.
    void comeBack(std::size_t before, const QString& why)
    {
        if (m_shared->next > before) {
            m_together = kTogether;
        } else if (m_together > 1) {
            m_together = 1;
        } else {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->dataset.leftOut.push_back(
                {unknownSegment(m_shared->next).toStdString(),
                 tr("The model process ended at it (%1).").arg(why).toStdString()});
            ++m_shared->next;
            --m_shared->dataset.expected;
            m_together = kTogether;
        }
        m_shared->say(tr("The model process is gone (%1); it goes on with segment %2.")
                          .arg(why)
                          .arg(m_shared->next + 1));
    }

    /// @return why the process ended
    QString askOnce(const engine::RunContext& run)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto& [name, value] : engine::mathEnvironment()) {
            if (!environment.contains(QString::fromStdString(name)))
                environment.insert(QString::fromStdString(name), QString::fromStdString(value));
        }
        process.setProcessEnvironment(environment);
        process.start(m_program,
                      m_arguments
                          + QStringList{QStringLiteral("--skip"), QString::number(m_shared->next),
                                        QStringLiteral("--together"), QString::number(m_together)});
        QElapsedTimer silence;
        silence.start();
        bool hasTold = false, hangs = false;
        while (process.state() != QProcess::NotRunning) {
            process.waitForReadyRead(kWait);
            if (takeLines(process, run)) {
                silence.restart();
                hasTold = true;
            }
            m_isStopped = run.stop.stop_requested() || m_shared->stop.stop_requested();
            hangs = silence.elapsed() > (hasTold ? m_patience.next : m_patience.first).count();
            if (m_isStopped || hangs || !m_problem.isEmpty()) {
                process.kill();
                process.waitForFinished(1000);
                break;
            }
        }
        takeLines(process, run);
        if (process.error() == QProcess::FailedToStart)
            m_problem = process.errorString();
        if (hangs)
            return tr("it did not answer for %1 s").arg(silence.elapsed() / 1000);
        if (process.exitStatus() == QProcess::CrashExit)
            return tr("it crashed or was killed");
        const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
        if (process.exitCode() == 0)
            m_isDone = m_total > 0 && m_shared->next >= m_total;
        else if (!m_isStopped && m_problem.isEmpty())
            m_problem = sentenceOf(said);
        return tr("it stopped");
    }

    static QString sentenceOf(const QString& said)
    {
        QString last = said.section(QLatin1Char('\n'), -1);
        if (last.startsWith(QLatin1String("polylogue-models: ")))
            last.remove(0, 18);
        return last.isEmpty() ? tr("The model process ended without a word.") : last;
    }

    /// @return whether any came
    bool takeLines(QProcess& process, const engine::RunContext& run)
    {
        bool any = false;
        while (process.canReadLine() && m_problem.isEmpty()) {
            const std::string line = process.readLine().toStdString();
            const std::lock_guard lock(m_shared->mutex);
            engine::ExplainedDataset& dataset = m_shared->dataset;
            const std::size_t before = dataset.segments.size();
            try {
                engine::takeExplanationLine(line, dataset);
            } catch (const engine::Error& error) {
                m_problem = QString::fromUtf8(error.what());
                return any;
            }
            any = true;
            if (dataset.segments.size() > before)
                ++m_shared->next;
            else if (m_total == 0)
                m_total = dataset.expected + (m_shared->next - before);
        }
        if (run.progress && m_total > 0)
            run.progress(static_cast<double>(m_shared->next) / static_cast<double>(m_total));
        else if (run.progress)
            run.progress(0.0); // asks whether it is to be stopped
        return any;
    }

    static constexpr int kTogether = 64;

    std::shared_ptr<Shared> m_shared;
    Patience m_patience;
    QString m_program;
    QStringList m_arguments;
    int m_together = kTogether;
    std::size_t m_total = 0; ///< segments that the program counts
    bool m_isStopped = false;
    bool m_isDone = false;
    QString m_problem;
};

ExplanationRun::ExplanationRun(Jobs& jobs, QString programs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_programs(std::move(programs))
{
    m_look.setInterval(kRunLook);
    connect(&m_look, &QTimer::timeout, this, &ExplanationRun::look);
}

ExplanationRun::~ExplanationRun()
{
    stop();
}

QString ExplanationRun::title()
{
    return tr("Asking the model about the dataset");
}

void ExplanationRun::start(const QString& model, const QString& absent, const engine::DatasetList& list,
                           const engine::ExplainedDataset& known)
{
    stop();
    m_shared = std::make_shared<Shared>();
    m_shared->dataset = known;
    m_shared->next = known.segments.size();
    for (const engine::ExplainedDataset::LeftOut& left : known.leftOut) // those that a run went past
        m_shared->next += left.id.ends_with(']') ? 0 : 1;
    m_told = known.segments.size();
    m_look.start();
    const QString program = QDir(m_programs).filePath(QStringLiteral("polylogue-models"));
    // Goes with the job, however that ends: a job may be stopped before it begins.
    std::shared_ptr<void> over(nullptr, [shared = m_shared](void*) { shared->end(true, {}); });
    const auto work = [shared = m_shared, over = std::move(over), patience = m_patience, program, model,
                       absent, list](const engine::RunContext& run) {
        const engine::Waiting waiting(run);
        try {
            const QTemporaryDir folder;
            const QString file = folder.filePath(QStringLiteral("dataset.json"));
            engine::writeDatasetList(list, file.toStdString());
            Asker(shared, patience, program,
                  {QStringLiteral("explain"), model, QStringLiteral("--dataset"), file,
                   QStringLiteral("--lines"), QStringLiteral("--absent"), absent})
                .ask(run);
        } catch (const std::exception& error) {
            shared->end(false, QString::fromUtf8(error.what()));
        }
        return true;
    };
    m_jobs.start(title(), this, work, [](bool) {});
}

void ExplanationRun::stop()
{
    if (m_shared)
        m_shared->stop.request_stop();
}

void ExplanationRun::abandon()
{
    stop();
    m_look.stop();
    m_shared.reset();
}

void ExplanationRun::look()
{
    engine::ExplainedDataset part;
    ExplanationState state;
    QStringList said;
    {
        const std::lock_guard lock(m_shared->mutex);
        const engine::ExplainedDataset& dataset = m_shared->dataset;
        part.provenance = dataset.provenance;
        part.outputs = dataset.outputs;
        part.leftOut = dataset.leftOut;
        part.expected = dataset.expected;
        part.segments.assign(dataset.segments.begin() + static_cast<std::ptrdiff_t>(m_told),
                             dataset.segments.end());
        m_told = dataset.segments.size();
        state = m_shared->state;
        state.expected = dataset.expected;
        said.swap(m_shared->said);
    }
    if (state.isOver)
        m_look.stop();
    for (const QString& text : said)
        emit message(text);
    if (state.isOver || !part.segments.empty())
        emit advanced(part, state);
}

}
