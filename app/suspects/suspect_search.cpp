#include "app/suspects/suspect_search.h"

#include "app/jobs/jobs.h"
#include "app/jobs/result_or_problem.h"
#include "app/models_client/dataset_question.h"
#include "engine/core/error.h"
#include "engine/core/text_file.h"

#include <QTemporaryDir>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace app {

namespace {

constexpr auto kKeptSuspects = "suspects.json";

QString searchTitle()
{
    return SuspectSearch::tr("Looking for suspicious labels");
}

ResultOrProblem<engine::Suspects> searched(const QString& programs, const engine::DatasetList& dataset,
                                           const ProjectLabel& label, const std::filesystem::path& folder,
                                           const engine::RunContext& run)
{
    const QTemporaryDir temporary;
    const std::filesystem::path place = folder.empty() ? temporary.path().toStdString() : folder.string();
    engine::makeFolder(place);
    std::vector<std::string> question{
        "suspects",  "--out", (place / "suspects.csv").string(), "--work", (place / "work").string(),
        "--progress"};
    engine::DatasetList asked = dataset;
    if (!label.rows.empty()) {
        asked = withLabel(dataset, label, place / "labels.csd");
        if (const std::string votes = votesTable(label.rows); !votes.empty()) {
            engine::writeTextFile(place / "votes.csv", votes).commit();
            question.insert(question.end(), {"--ratings", (place / "votes.csv").string()});
        }
    }
    const ProgramAnswer answer = answerAboutDataset(programs.toStdString(), question, asked, run);
    if (!answer.line)
        return {std::nullopt, whyNoLine(answer)};
    ResultOrProblem<engine::Suspects> end{engine::suspectsFrom(*answer.line, "polylogue-models"), {}};
    if (!label.rows.empty())
        end.result->labelName = label.name; // classes with a column each have no name together
    if (!folder.empty())
        engine::writeTextFile(folder / kKeptSuspects, engine::toLine(*end.result)).commit();
    return end;
}

}

SuspectSearch::SuspectSearch(Jobs& jobs, QString programs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_programs(std::move(programs))
{
    connect(&jobs, &Jobs::changed, this, [this] {
        if (m_isRunning)
            emit changed();
    });
}

SuspectSearch::~SuspectSearch()
{
    stop();
}

std::filesystem::path SuspectSearch::folder() const
{
    return m_project.empty() || !m_isKept
        ? std::filesystem::path()
        : m_project.parent_path() / (m_project.stem().string() + ".suspects");
}

void SuspectSearch::setSubject(const std::filesystem::path& project, const engine::DatasetList& dataset,
                               bool isKept)
{
    if (project == m_project && dataset == m_dataset && isKept == m_isKept)
        return;
    stop();
    m_isRunning = m_isStopped = m_isRead = false;
    m_project = project;
    m_dataset = dataset;
    m_isKept = isKept;
    ++m_subject;
    emit found({});
    m_jobs.start(
        tr("Looking for kept suspicious labels"), this,
        [file = folder().empty() ? folder() : folder() / kKeptSuspects](const engine::RunContext&) {
            std::ifstream stream(file);
            if (file.empty() || !stream)
                return engine::Suspects();
            const std::string line{std::istreambuf_iterator<char>(stream), {}};
            try {
                return engine::suspectsFrom(line, file.string());
            } catch (const engine::FormatError&) {
                return engine::Suspects(); // they can be looked for again
            }
        },
        [this, subject = m_subject](const engine::Suspects& kept) {
            if (subject != m_subject)
                return;
            m_isRead = true;
            if (!kept.segments.empty())
                emit found(kept);
            emit changed();
        });
}

void SuspectSearch::start(const ProjectLabel& label)
{
    if (m_isRunning || m_dataset.sequences.empty())
        return;
    m_isRunning = true;
    m_isStopped = false;
    const auto isOver = [this, subject = m_subject] {
        if (subject != m_subject)
            return false;
        m_isRunning = false;
        emit changed();
        return true;
    };
    m_jobs.startBeside(
        searchTitle(), this,
        [programs = m_programs, dataset = m_dataset, label, place = folder()](const engine::RunContext& run) {
            return resultOrProblem([&] { return searched(programs, dataset, label, place, run); });
        },
        [this, isOver](const ResultOrProblem<engine::Suspects>& end) {
            if (!isOver())
                return;
            if (end.result)
                emit found(*end.result);
            else
                emit failed(end.problem);
        },
        [this, isOver, subject = m_subject] {
            m_isStopped = subject == m_subject;
            isOver();
        });
    emit changed();
}

void SuspectSearch::stop()
{
    m_jobs.cancel(searchTitle());
}

double SuspectSearch::progress() const
{
    return m_jobs.progressOf(searchTitle()).value_or(0.0);
}

}
