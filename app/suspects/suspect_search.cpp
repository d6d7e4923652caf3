#include "app/suspects/suspect_search.h"

#include "app/models_client/dataset_question.h"
#include "app/snapshot/project_moment.h"
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

engine::Suspects searched(const QString& programs, const engine::DatasetList& dataset,
                          const engine::ProjectLabel& label, const std::filesystem::path& folder,
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
        asked = engine::withLabel(dataset, label, place / "labels.csd");
        if (const std::string votes = engine::votesTable(label.rows); !votes.empty()) {
            engine::writeTextFile(place / "votes.csv", votes).commit();
            question.insert(question.end(), {"--ratings", (place / "votes.csv").string()});
        }
    }
    const ProgramAnswer answer = answerAboutDataset(programs.toStdString(), question, asked, run);
    if (!answer.line)
        throw engine::Error("io", whyNoLine(answer).toStdString());
    engine::Suspects suspects = engine::suspectsFrom(*answer.line, "polylogue-models");
    if (!label.rows.empty())
        suspects.labelName = label.name; // classes with a column each have no name together
    if (!folder.empty())
        engine::writeTextFile(folder / kKeptSuspects, engine::toLine(suspects)).commit();
    return suspects;
}

}

SuspectSearch::SuspectSearch(Tasks& tasks, QString programs, const ProjectMoments& moments, QObject* parent)
    : QObject(parent)
    , m_reading(tasks)
    , m_searching(tasks)
    , m_programs(std::move(programs))
    , m_moments(moments)
{
    connect(&m_searching, &Task::changed, this, &SuspectSearch::changed);
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
    m_isStopped = m_isRead = false;
    m_searching.abandon();
    m_project = project;
    m_dataset = dataset;
    m_isKept = isKept;
    emit found({});
    m_reading.start(
        tr("Looking for kept suspicious labels"),
        [file = folder().empty() ? folder() : folder() / kKeptSuspects](const TaskRun&) {
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
        [this](const engine::Suspects& kept) {
            m_isRead = true;
            if (!kept.segments.empty())
                emit found(kept);
            emit changed();
        });
}

void SuspectSearch::start(const engine::ProjectLabel& label)
{
    if (isRunning() || m_dataset.sequences.empty())
        return;
    m_isStopped = false;
    m_searching.start(
        tr("Looking for suspicious labels"),
        [programs = m_programs, moment = m_moments.now(), label, place = folder()](const TaskRun& run) {
            return searched(programs, moment.forPrograms(run), label, place, run);
        },
        [this](const Outcome<engine::Suspects>& outcome) {
            if (const auto* suspects = std::get_if<engine::Suspects>(&outcome)) {
                emit found(*suspects);
            } else if (const auto* failure = std::get_if<Failed>(&outcome)) {
                emit failed(failure->sentence);
            } else {
                m_isStopped = true;
                emit changed();
            }
        });
}

}
