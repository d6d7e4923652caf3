#include "app/training/experiment_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/jobs/jobs.h"
#include "app/training/experiment_page.h"
#include "app/training/training_starter.h"
#include "app/training/usual_runs.h"

#include <QAction>
#include <QFileInfo>

#include <algorithm>

namespace app {

namespace {

/// What a job that begins trainings came to.
struct Begun {
    std::vector<QString> runs;
    QString problem;
};

/// What the project aligns sound and face to words by; absent where they differ, or nothing is applied.
std::optional<ExperimentSide> appliedSide(const Document& document)
{
    const auto& [text, sound, face] = document.wordRules();
    if (!(sound == face) || sound == engine::WordRule())
        return std::nullopt;
    ExperimentSide side;
    side.collapse = sound.collapse.toString();
    side.impute = engine::name(sound.fill);
    return side;
}

}

ExperimentActions::ExperimentActions(const Document& document, Jobs& jobs, QString programs,
                                     const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_jobs(jobs)
    , m_programs(std::move(programs))
    , m_window(window)
{
    connect(actions.at("compare-trainings"), &QAction::triggered, this, &ExperimentActions::open);
    connect(&m_watch, &ExperimentsWatch::changed, this, &ExperimentActions::follow);
}

void ExperimentActions::open()
{
    if (!m_dialog) {
        m_dialog = new ExperimentDialog(m_window);
        connect(m_dialog, &ExperimentDialog::experimentWished, this, &ExperimentActions::begin);
        connect(m_dialog, &QDialog::finished, this, [this] { m_watch.setWatching(!m_active.isEmpty()); });
        connect(&m_dialog->page(), &ExperimentPage::stopWished, this,
                [this](const ExperimentState& experiment) {
                    m_active.removeAll(experiment.folder);
                    std::ranges::for_each(experiment.running(), &stopTraining);
                });
        connect(&m_dialog->page(), &ExperimentPage::goOnWished, this, &ExperimentActions::goOn);
        readClasses();
    }
    m_dialog->form().setDataset(m_document.dataset());
    m_dialog->form().setApplied(appliedSide(m_document));
    if (m_active.isEmpty() || m_watch.folder().isEmpty())
        m_watch.setFolder(usualRunsFolder(m_document.dataset()));
    m_watch.setWatching(true);
    follow();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ExperimentActions::readClasses()
{
    const auto work = [programs = m_programs.toStdString()](const engine::RunContext& run) {
        return modelClassesOrWhyNot(programs, run);
    };
    m_jobs.start(tr("Reading the list of models"), m_dialog, work, [this](const ReadClasses& read) {
        if (read.problem.isEmpty())
            m_dialog->form().setClasses(read.classes);
        else
            m_dialog->form().setProblem(read.problem);
    });
}

void ExperimentActions::begin(const Experiment& experiment)
{
    const auto work = [programs = m_programs.toStdString(), experiment,
                       dataset = m_document.dataset()](const engine::RunContext&) {
        try {
            writeExperiment(experiment, dataset);
            return Begun{startPair(programs, experiment.folder.toStdString()), {}};
        } catch (const std::exception& error) {
            return Begun{{}, QString::fromUtf8(error.what())};
        }
    };
    m_jobs.start(tr("Starting two trainings"), m_dialog, work,
                 [this, folder = experiment.folder](const Begun& begun) {
                     if (!begun.problem.isEmpty())
                         return m_dialog->setProblem(begun.problem);
                     std::ranges::for_each(begun.runs, [this](const QString& run) { emit runBegan(run); });
                     m_active << folder;
                     m_watch.setFolder(QFileInfo(folder).absolutePath());
                     m_watch.look();
                     m_dialog->page().select(folder);
                     m_dialog->showPage();
                 });
}

void ExperimentActions::goOn(const QString& folder)
{
    if (!m_active.contains(folder))
        m_active << folder;
    m_failed.removeAll(folder);
    m_dialog->page().setProblem(folder, {});
    const auto& all = m_watch.experiments();
    const auto found = std::ranges::find(all, folder, &ExperimentState::folder);
    if (found != all.end() && found->state() == ExperimentState::State::Trained)
        compare(folder);
    else
        startNext(folder);
}

void ExperimentActions::startNext(const QString& folder)
{
    if (m_busy.contains(folder))
        return;
    m_busy << folder;
    const auto work
        = [programs = m_programs.toStdString(), path = folder.toStdString()](const engine::RunContext&) {
              try {
                  return Begun{startPair(programs, path), {}};
              } catch (const std::exception& error) {
                  return Begun{{}, QString::fromUtf8(error.what())};
              }
          };
    m_jobs.startBeside(
        tr("Starting two trainings"), this, work,
        [this, folder](const Begun& begun) {
            m_busy.removeAll(folder);
            std::ranges::for_each(begun.runs, [this](const QString& run) { emit runBegan(run); });
            if (!begun.problem.isEmpty())
                m_active.removeAll(folder);
            if (m_dialog)
                m_dialog->page().setProblem(folder, begun.problem);
            m_watch.look();
        },
        [this, folder] { m_busy.removeAll(folder); });
}

void ExperimentActions::compare(const QString& folder)
{
    if (m_busy.contains(folder) || m_failed.contains(folder))
        return;
    m_busy << folder;
    const auto work
        = [programs = m_programs.toStdString(), path = folder.toStdString()](const engine::RunContext& run) {
              try {
                  compareSides(programs, path, run);
                  return QString();
              } catch (const engine::Cancelled&) {
                  throw;
              } catch (const std::exception& error) {
                  return QString::fromUtf8(error.what());
              }
          };
    m_jobs.startBeside(
        tr("Comparing two trainings"), this, work,
        [this, folder](const QString& problem) {
            m_busy.removeAll(folder);
            if (!problem.isEmpty())
                m_failed << folder;
            else
                m_active.removeAll(folder);
            if (m_dialog)
                m_dialog->page().setProblem(folder, problem);
            m_watch.look();
        },
        [this, folder] {
            m_busy.removeAll(folder);
            m_failed << folder;
        });
}

/// Shows what the folders say, and begins what comes next.
void ExperimentActions::follow()
{
    QStringList names;
    for (const ExperimentState& experiment : m_watch.experiments()) {
        names << experiment.name;
        if (experiment.state() == ExperimentState::State::Trained)
            compare(experiment.folder);
        else if (experiment.state() == ExperimentState::State::Waiting
                 && m_active.contains(experiment.folder))
            startNext(experiment.folder);
    }
    if (!m_dialog)
        return;
    m_dialog->page().setExperiments(m_watch.experiments());
    m_dialog->form().setFolder(m_watch.folder(), names);
}

}
