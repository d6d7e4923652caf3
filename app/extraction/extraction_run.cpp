#include "app/extraction/extraction_run.h"

#include "app/tasks/tasks.h"
#include "engine/worker/child_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <algorithm>

namespace app {

namespace {

constexpr int kExtractionPause = 150; // ms between two times that it is told how far it is
constexpr std::chrono::seconds kGrace{8}; // that a stopped program has to put its parts away

void addEvent(ExtractionState& state, const QByteArray& line)
{
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    if (event.isEmpty())
        return;
    state.overall = event[QLatin1String("overall")].toDouble();
    if (const QJsonValue left = event[QLatin1String("left")]; left.isDouble())
        state.left = left.toDouble();
    if (event[QLatin1String("state")].toString() == QLatin1String("searching"))
        return; // of no recording yet
    if (event[QLatin1String("state")].toString() == QLatin1String("ready")) {
        ++state.joined;
        return;
    }
    if (event[QLatin1String("state")].toString() == QLatin1String("remark")) {
        auto& told = event[QLatin1String("code")] == QLatin1String("voicing") ? state.doubts : state.remarks;
        told[event[QLatin1String("id")].toString()] = event[QLatin1String("text")].toString();
        return;
    }
    state.recordings[event[QLatin1String("id")].toString()][event[QLatin1String("step")].toString()]
        = {event[QLatin1String("state")].toString(), event[QLatin1String("fraction")].toDouble(),
           event[QLatin1String("text")].toString()};
}

/// Runs the program until it ends, or is to be stopped by the task.
/// @param tell  is called some times a second, and at the end
/// @throws Cancelled; Error (`io`) with why it failed as a whole.
void runProgram(std::vector<std::string> command, const std::function<void(const ExtractionState&)>& tell,
                const TaskRun& run)
{
    ExtractionState state;
    QElapsedTimer told;
    told.start();
    engine::ChildRun child{std::move(command)};
    child.grace = kGrace;
    child.onLine = [&](std::string_view line) {
        addEvent(state, QByteArray(line.data(), static_cast<qsizetype>(line.size())));
        run.progress(state.overall);
        if (told.hasExpired(kExtractionPause)) {
            tell(state);
            told.start();
        }
        return true;
    };
    engine::ChildResult result;
    try {
        result = engine::runChild(child, run);
    } catch (const engine::Cancelled&) {
        tell(state);
        throw;
    }
    tell(state);
    if (result.signal == 0 && result.exitCode <= 1 && state.overall > 0.0)
        return;
    const QString said = QString::fromStdString(result.errors).trimmed();
    const QString problem = said.isEmpty()
        ? ExtractionRun::tr("The program that makes sequences ended without a word.")
        : said.section(QLatin1Char('\n'), -1);
    throw engine::Error("io", problem.toStdString());
}

std::vector<std::string> commandOf(const QString& programs, const QStringList& arguments)
{
    std::vector<std::string> command{
        QDir(programs).filePath(QStringLiteral("polylogue-extract")).toStdString()};
    for (const QString& argument : arguments)
        command.push_back(argument.toStdString());
    command.emplace_back("--events");
    return command;
}

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

ExtractionRun::ExtractionRun(Tasks& tasks, QString programs, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_programs(std::move(programs))
{
}

void ExtractionRun::start(const QStringList& arguments, const std::function<void()>& before)
{
    m_state = {};
    const auto take = [extraction = QPointer<ExtractionRun>(this)](const ExtractionState& state) {
        if (extraction)
            extraction->take(state);
    };
    m_task = m_tasks.start(
        tr("Making sequences"), this,
        [command = commandOf(m_programs, arguments), before, take](const TaskRun& run) {
            if (before)
                before();
            const auto tell = [&](const ExtractionState& state) { run.post([take, state] { take(state); }); };
            runProgram(command, tell, run);
        },
        [this](const Outcome<std::monostate>& outcome) {
            m_state.isOver = true;
            m_state.wasStopped = std::holds_alternative<Stopped>(outcome);
            if (const auto* failure = std::get_if<Failed>(&outcome))
                m_state.problem = failure->sentence;
            emit changed(m_state);
        });
}

void ExtractionRun::stop()
{
    if (m_task)
        m_task->stop();
}

bool ExtractionRun::isRunning() const
{
    return m_task && m_task->isRunning();
}

void ExtractionRun::take(const ExtractionState& state)
{
    m_state = state;
    emit changed(m_state);
}

}
