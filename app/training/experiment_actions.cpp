#include "app/training/experiment_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"
#include "app/training/compare_tab.h"
#include "app/training/experiment_page.h"
#include "app/training/learnt_label.h"
#include "app/training/runs_page.h"
#include "app/training/training_actions.h"
#include "app/training/training_starter.h"
#include "app/training/usual_runs.h"

#include <QAction>
#include <QFileInfo>

#include <algorithm>

namespace app {

namespace {

using Begun = std::vector<QString>; // folders of trainings

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

ExperimentActions::ExperimentActions(const Document& document, const ProjectMoments& moments, Tasks& tasks,
                                     QString programs, const Actions& actions, TrainingActions& training)
    : QObject(&training)
    , m_document(document)
    , m_moments(moments)
    , m_tasks(tasks)
    , m_programs(std::move(programs))
    , m_training(training)
{
    connect(actions.at("compare-trainings"), &QAction::triggered, this,
            [this] { m_training.show(TrainDialog::Tab::Compare); });
    connect(&training, &TrainingActions::dialogMade, this, &ExperimentActions::connectDialog);
    connect(&training, &TrainingActions::dialogShown, this, &ExperimentActions::prepare);
    connect(&m_watch, &ExperimentsWatch::changed, this, &ExperimentActions::follow);
    connect(&document, &Document::datasetChanged, this, [this] {
        if (!m_watch.folder().isEmpty() && m_usual != usualRunsFolder(m_document.dataset()))
            goToFolder();
    });
}

void ExperimentActions::connectDialog(TrainDialog& dialog)
{
    m_dialog = &dialog;
    ExperimentPage& page = dialog.compare().page();
    connect(&dialog, &TrainDialog::experimentWished, this, &ExperimentActions::begin);
    connect(&dialog, &QDialog::finished, this, [this] { m_watch.setWatching(!m_active.isEmpty()); });
    connect(&page, &ExperimentPage::stopWished, this, [this](const ExperimentState& experiment) {
        m_active.removeAll(experiment.folder);
        std::ranges::for_each(experiment.running(), &stopTraining);
    });
    connect(&page, &ExperimentPage::goOnWished, this, &ExperimentActions::goOn);
    connect(&page, &ExperimentPage::modelWished, &m_training, &TrainingActions::use);
    connect(&dialog.runs(), &RunsPage::againWished, this,
            [this](const RunFolderState& run) { learnAgain(run.folder.toStdString()); });
}

void ExperimentActions::prepare(TrainDialog& dialog)
{
    dialog.compare().form().setDataset(m_document.dataset());
    dialog.compare().form().setApplied(appliedSide(m_document));
    const bool isOther = m_usual != usualRunsFolder(m_document.dataset());
    if (m_active.isEmpty() || isOther)
        goToFolder();
    m_watch.setWatching(true);
    follow();
}

/// Where comparisons of what is open lie. What is under way elsewhere goes on by itself when its dataset is
/// open again.
void ExperimentActions::goToFolder()
{
    m_usual = usualRunsFolder(m_document.dataset());
    m_watch.setFolder(m_usual);
}

void ExperimentActions::begin(const Experiment& experiment)
{
    m_tasks.start(
        tr("Starting two trainings"), m_dialog,
        [programs = m_programs.toStdString(), experiment, moment = m_moments.now()](const TaskRun& run) {
            writeExperiment(experiment, datasetToLearn(moment, experiment.label, run));
            return startPair(programs, experiment.folder.toStdString());
        },
        [this, folder = experiment.folder](const Outcome<Begun>& outcome) { take(folder, outcome); });
}

/// An experiment has begun, or could not.
void ExperimentActions::take(const QString& folder, const Outcome<Begun>& outcome)
{
    if (const auto* failure = std::get_if<Failed>(&outcome))
        m_dialog->setProblem(failure->sentence);
    const auto* begun = std::get_if<Begun>(&outcome);
    if (!begun)
        return;
    std::ranges::for_each(*begun, [this](const QString& run) { m_training.follow(run); });
    m_active << folder;
    m_watch.setFolder(QFileInfo(folder).absolutePath());
    m_watch.look();
    m_dialog->compare().page().select(folder);
    m_dialog->compare().showPage();
}

void ExperimentActions::trainAgain(const QString& model)
{
    m_tasks.start(
        tr("Looking for the last training"), this,
        [own = std::filesystem::path(model.toStdString()).parent_path(),
         runs = std::filesystem::path(m_training.runsFolder().toStdString())](const TaskRun&) {
            if (readRunFolder(own).isOfDataset && std::filesystem::exists(own / kExperimentDataset))
                return own; // not the demo's model, which came without what it learnt
            for (const RunFolderState& run : readRuns(runs)) {
                if (run.state == RunFolderState::State::Done && run.isOfDataset)
                    return std::filesystem::path(run.folder.toStdString());
            }
            return std::filesystem::path();
        },
        [this](const std::filesystem::path& run) {
            if (run.empty()) { // then there is one to be begun
                m_document.notices().say(
                    tr("There is no training here that could be done again. Train once; then this compares "
                       "it with the labels as they are."));
                m_training.show(TrainDialog::Tab::NewRun);
                return;
            }
            m_training.show(TrainDialog::Tab::Compare);
            learnAgain(run);
        });
}

void ExperimentActions::learnAgain(const std::filesystem::path& run)
{
    using Again = std::pair<QString, Begun>;
    m_dialog->say({});
    m_tasks.start(
        tr("Starting two trainings"), m_dialog,
        [programs = m_programs.toStdString(), run, moment = m_moments.now()](const TaskRun& context) {
            const std::filesystem::path folder = writeExperimentAgain(run, moment, context);
            return Again(QString::fromStdString(folder.string()), startPair(programs, folder));
        },
        [this](const Outcome<Again>& outcome) {
            if (const auto* again = std::get_if<Again>(&outcome)) {
                m_dialog->showTab(TrainDialog::Tab::Compare);
                take(again->first, again->second);
            } else if (const QString failure = failureOf(outcome); !failure.isEmpty()) {
                m_dialog->say(failure);
            }
        });
}

/// What came of a comparison that nobody looks at.
void ExperimentActions::tell(const QString& folder)
{
    const auto& all = m_watch.experiments();
    const auto found = std::ranges::find(all, folder, &ExperimentState::folder);
    if (m_untold.removeAll(folder) == 0 || found == all.end() || !found->result
        || (m_dialog && m_dialog->isVisible()))
        return;
    m_document.notices().say(
        QStringLiteral("%1: %2").arg(found->name, verdictOf(found->result->outputs.front().figures)));
}

void ExperimentActions::goOn(const QString& folder)
{
    if (!m_active.contains(folder))
        m_active << folder;
    m_failed.removeAll(folder);
    m_dialog->compare().page().setProblem(folder, {});
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
    m_tasks.start(
        tr("Starting two trainings"), this,
        [programs = m_programs.toStdString(), path = folder.toStdString()](const TaskRun&) {
            return startPair(programs, path);
        },
        [this, folder](const Outcome<Begun>& outcome) {
            m_busy.removeAll(folder);
            if (std::holds_alternative<Stopped>(outcome))
                return;
            const auto* failure = std::get_if<Failed>(&outcome);
            if (failure)
                m_active.removeAll(folder);
            else
                std::ranges::for_each(std::get<Begun>(outcome),
                                      [this](const QString& run) { m_training.follow(run); });
            if (m_dialog)
                m_dialog->compare().page().setProblem(folder, failure ? failure->sentence : QString());
            m_watch.look();
        });
}

void ExperimentActions::compare(const QString& folder)
{
    if (m_busy.contains(folder) || m_failed.contains(folder))
        return;
    m_busy << folder;
    m_tasks.start(
        tr("Comparing two trainings"), this,
        [programs = m_programs.toStdString(), path = folder.toStdString()](const TaskRun& run) {
            compareSides(programs, path, run);
        },
        [this, folder](const Outcome<std::monostate>& outcome) {
            m_busy.removeAll(folder);
            if (std::holds_alternative<std::monostate>(outcome)) {
                m_active.removeAll(folder);
                m_untold << folder;
            } else {
                m_failed << folder;
            }
            if (std::holds_alternative<Stopped>(outcome))
                return;
            const auto* failure = std::get_if<Failed>(&outcome);
            if (m_dialog)
                m_dialog->compare().page().setProblem(folder, failure ? failure->sentence : QString());
            m_watch.look();
        });
}

/// Shows what the folders say, and begins what comes next.
void ExperimentActions::follow()
{
    QStringList names;
    for (const ExperimentState& experiment : m_watch.experiments()) {
        names << experiment.name;
        tell(experiment.folder);
        if (experiment.state() == ExperimentState::State::Trained)
            compare(experiment.folder);
        else if (experiment.state() == ExperimentState::State::Waiting
                 && m_active.contains(experiment.folder))
            startNext(experiment.folder);
    }
    if (!m_dialog)
        return;
    m_dialog->compare().page().setExperiments(m_watch.experiments());
    m_dialog->compare().form().setFolder(m_watch.folder(), names);
}

}
