#include "app/dataset_view/explanation_run.h"

#include "engine/core/error.h"
#include "engine/explain/explanation_lines.h"
#include "engine/worker/child_process.h"
#include "engine/worker/math_environment.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace app {

namespace {

constexpr int kHandOverPause = 200; // ms at least between two times at which what has come is handed on
constexpr int kNotStarted = 127; // exit code of a program that is not there
constexpr int kMostEnds = 20; // of the process in one run; then something else is wrong

/// What is left out because the process ended there has no id that anyone knows.
QString unknownSegment(std::size_t place)
{
    return ExplanationRun::tr("segment %1 of the dataset").arg(place + 1);
}

}

/// The work of the task.
class ExplanationRun::Asker {
public:
    /// @param owner  is touched only by what is posted
    /// @param part   what is known, without its segments
    /// @param known  how many segments are
    Asker(const TaskRun& run, ExplanationRun& owner, engine::ExplainedDataset part, std::size_t known,
          Patience patience, std::vector<std::string> command)
        : m_run(run)
        , m_owner(owner)
        , m_part(std::move(part))
        , m_passed(static_cast<std::size_t>(std::ranges::count_if(
              m_part.leftOut, [](const auto& left) { return !left.id.ends_with(']'); })))
        , m_next(known + m_passed)
        , m_patience(patience)
        , m_command(std::move(command))
    {
    }

    /// @throws std::runtime_error with a sentence where it could not go on.
    void ask()
    {
        m_sinceLast.start();
        for (int ends = 0; !isOver(); ++ends) {
            const std::size_t before = m_next;
            const QString why = askOnce();
            if (isOver())
                break;
            if (ends >= kMostEnds || (m_total == 0 && ends > 1))
                m_problem = tr("The model process ended %1 times (%2) and is not started again.")
                                .arg(ends + 1)
                                .arg(why);
            else
                comeBack(before, why);
        }
        handOver(true);
        if (!m_problem.isEmpty())
            throw engine::Error(m_isRefusal ? kRefused : "io", m_problem.toStdString());
    }

private:
    bool isStopped() const { return m_run.stop.stop_requested(); }
    bool isOver() const { return isStopped() || m_isDone || !m_problem.isEmpty(); }

    void handOver(bool isLast)
    {
        m_run.post([&owner = m_owner, part = m_part, isLast]() mutable {
            owner.m_part = std::move(part);
            if (!isLast) // the last is handed on with how it ended
                owner.handOn({});
        });
        m_part.segments.clear();
        m_sinceLast.restart();
    }

    /// Behind what was told; one by one where the process ended without a word, and past the segment where it
    /// did so again.
    void comeBack(std::size_t before, const QString& why)
    {
        if (m_next > before) {
            m_together = kTogether;
        } else if (m_together > 1) {
            m_together = 1;
        } else {
            m_part.leftOut.push_back({unknownSegment(m_next).toStdString(),
                                      tr("The model process ended at it (%1).").arg(why).toStdString()});
            ++m_next;
            ++m_passed;
            --m_part.expected;
            m_together = kTogether;
        }
        m_run.post(
            [&owner = m_owner,
             text
             = tr("The model process is gone (%1); it goes on with segment %2.").arg(why).arg(m_next + 1)] {
                emit owner.message(text);
            });
    }

    /// @return why the process ended
    QString askOnce()
    {
        engine::ChildRun child{m_command};
        for (const std::string& word : {std::string("--skip"), std::to_string(m_next),
                                        std::string("--together"), std::to_string(m_together)})
            child.command.push_back(word);
        child.environment = engine::mathEnvironment();
        child.firstSilence = m_patience.first;
        child.nextSilence = m_patience.next;
        child.onLine = [this](std::string_view line) { return takeLine(line); };
        m_hasTold = false;
        engine::ChildResult result;
        try {
            result = engine::runChild(child, m_run);
        } catch (const engine::Cancelled&) {
            return tr("it stopped"); // what was told is handed over
        }
        if (result.wasTooSlow)
            return tr("it did not answer for %1 s")
                .arg(duration_cast<std::chrono::seconds>(m_hasTold ? m_patience.next : m_patience.first)
                         .count());
        if (result.exitCode == kNotStarted)
            m_problem = tr("%1 cannot be started").arg(QString::fromStdString(m_command.front()));
        if (result.signal != 0)
            return tr("it crashed or was killed");
        if (result.exitCode == 0)
            m_isDone = m_total > 0 && m_next >= m_total;
        else if (m_problem.isEmpty()) {
            m_problem = sentenceOf(QString::fromStdString(result.errors).trimmed());
            m_isRefusal = !result.errors.empty();
        }
        return tr("it stopped");
    }

    /// The last line of what the program says, without its name and without the list that was made for it.
    QString sentenceOf(const QString& said) const
    {
        QString last = said.section(QLatin1Char('\n'), -1);
        if (last.startsWith(QLatin1String("polylogue-models: ")))
            last.remove(0, 18);
        if (const auto list = std::ranges::find(m_command, "--dataset"); list != m_command.end())
            last.remove(QString::fromStdString(*std::next(list)) + QStringLiteral(": "));
        return last.isEmpty() ? tr("The model process ended without a word.") : last;
    }

    /// @return false: what is said cannot be read
    bool takeLine(std::string_view line)
    {
        const std::size_t before = m_part.segments.size();
        try {
            engine::takeExplanationLine(std::string(line), m_part);
        } catch (const engine::Error& error) {
            m_problem = QString::fromUtf8(error.what());
            return false;
        }
        m_hasTold = true;
        if (m_part.segments.size() > before)
            ++m_next;
        else if (m_total == 0)
            m_total = m_part.expected + m_passed;
        if (m_total > 0)
            m_run.progress(static_cast<double>(m_next) / static_cast<double>(m_total));
        if (!m_part.segments.empty() && m_sinceLast.elapsed() >= kHandOverPause)
            handOver(false);
        return true;
    }

    static constexpr int kTogether = 64;

    const TaskRun& m_run;
    ExplanationRun& m_owner;
    engine::ExplainedDataset m_part; ///< its segments were not handed over yet
    QElapsedTimer m_sinceLast; ///< handed over
    std::size_t m_passed; ///< segments that are left out because the process ended there
    std::size_t m_next; ///< the segment to ask about next
    Patience m_patience;
    std::vector<std::string> m_command;
    bool m_hasTold = false; ///< the process that runs has said a line
    int m_together = kTogether;
    std::size_t m_total = 0; ///< segments that the program counts
    bool m_isDone = false;
    QString m_problem;
    bool m_isRefusal = false;
};

ExplanationRun::ExplanationRun(Tasks& tasks, QString programs, QObject* parent)
    : QObject(parent)
    , m_programs(std::move(programs))
    , m_asking(tasks)
{
}

void ExplanationRun::start(const QString& model, const QString& absent, const engine::DatasetList& list,
                           const engine::ExplainedDataset& known)
{
    m_part = {known.provenance, known.outputs, {}, known.leftOut, known.expected};
    const std::string program = QDir(m_programs).filePath(QStringLiteral("polylogue-models")).toStdString();
    m_asking.start(
        tr("Asking the model about the dataset"),
        [this, part = m_part, told = known.segments.size(), patience = m_patience, program, model, absent,
         list](const TaskRun& run) {
            const QTemporaryDir folder;
            const std::string file = folder.filePath(QStringLiteral("dataset.json")).toStdString();
            engine::writeDatasetList(list, file);
            Asker(run, *this, part, told, patience,
                  {program, "explain", model.toStdString(), "--dataset", file, "--lines", "--absent",
                   absent.toStdString()})
                .ask();
        },
        [this](const Outcome<std::monostate>& end) {
            const auto* failure = std::get_if<Failed>(&end);
            handOn(
                {true, std::holds_alternative<Stopped>(end), failureOf(end), failure && failure->isRefusal});
        });
}

void ExplanationRun::handOn(ExplanationState state)
{
    const engine::ExplainedDataset part = m_part;
    m_part.segments.clear();
    state.expected = part.expected;
    emit advanced(part, state);
}

}
