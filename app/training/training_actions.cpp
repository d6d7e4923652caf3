#include "app/training/training_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"
#include "app/training/compare_tab.h"
#include "app/training/dataset_parts.h"
#include "app/training/learnt_label.h"
#include "app/training/runs_page.h"
#include "app/training/training_data_page.h"
#include "app/training/training_starter.h"
#include "app/training/training_times.h"
#include "app/training/usual_runs.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace app {

namespace {

constexpr auto kRunsKind = "runs"; // as Settings::folderOf() knows the folder of runs

}

TrainingActions::TrainingActions(const Document& document, const ProjectMoments& moments, Tasks& tasks,
                                 QString programs, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_moments(moments)
    , m_tasks(tasks)
    , m_readingClasses(tasks)
    , m_readingMaterial(tasks)
    , m_readingDynamics(tasks)
    , m_programs(std::move(programs))
    , m_window(window)
{
    connect(actions.at("train"), &QAction::triggered, this, [this] { show(TrainDialog::Tab::NewRun); });
    connect(&document, &Document::projectChanged, this, [this] {
        if (!m_dialog)
            return;
        m_dialog->say({});
        leave(); // its lists are of the project before
    });
    connect(&m_watch, &RunsWatch::changed, this, &TrainingActions::showRuns);
    connect(&m_watch, &RunsWatch::followedChanged, this, &TrainingActions::listRunning);
}

TrainDialog& TrainingActions::show(TrainDialog::Tab tab)
{
    if (!m_dialog) {
        m_dialog = new TrainDialog(m_window);
        connect(m_dialog, &TrainDialog::trainWished, this, &TrainingActions::train);
        connect(m_dialog, &TrainDialog::commandWished, this, &TrainingActions::copyCommand);
        m_times = new TrainingTimes(m_moments, m_tasks, m_programs, *m_dialog);
        connect(m_dialog, &QDialog::finished, this, [this] { m_watch.setWatching(false); });
        connectRuns();
        connectData();
        readClasses();
        emit dialogMade(*m_dialog);
    }
    readMaterial();
    m_watch.setFolder(runsFolder());
    m_usualFolder = usualRunsFolder(m_document.dataset());
    m_dialog->runs().setFolder(m_watch.folder());
    m_dialog->runs().setClosing(m_settings.trainingAtClosing());
    m_times->read(m_watch.folder());
    m_watch.setWatching(true);
    showRuns();
    m_dialog->showTab(tab);
    emit dialogShown(*m_dialog);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    return *m_dialog;
}

void TrainingActions::connectData()
{
    const TrainingDataPage& page = m_dialog->form().data();
    connect(&page, &TrainingDataPage::labelWished, this, [this](const QString& video, double start) {
        m_dialog->hide();
        emit labelWished(video, start);
    });
    connect(&page, &TrainingDataPage::sequencesWished, this, [this] {
        m_dialog->hide();
        emit sequencesWished();
    });
}

/// A person goes on to something else.
void TrainingActions::leave()
{
    m_dialog->hide();
    m_watch.setWatching(false);
}

void TrainingActions::use(const QString& file, const QString& architecture)
{
    leave();
    emit modelWished(file, architecture);
}

QString TrainingActions::runsFolder() const
{
    const QString usual = usualRunsFolder(m_document.dataset());
    return m_watch.folder().isEmpty() || usual != m_usualFolder ? usual : m_watch.folder();
}

void TrainingActions::connectRuns()
{
    RunsPage& page = m_dialog->runs();
    connect(&page, &RunsPage::folderWished, this, [this](const QString& folder) {
        m_watch.setFolder(folder);
        m_dialog->runs().setFolder(folder);
    });
    connect(&page, &RunsPage::stopWished, this, &stopTraining);
    connect(&page, &RunsPage::killWished, this, &killTraining);
    connect(&page, &RunsPage::goOnWished, this, &TrainingActions::goOn);
    connect(&page, &RunsPage::reproduceWished, this, &TrainingActions::reproduce);
    connect(&page, &RunsPage::modelWished, this, &TrainingActions::use);
    connect(&page, &RunsPage::segmentWished, this, &TrainingActions::segmentWished);
    connect(&page, &RunsPage::suspectsWished, this, [this] {
        leave();
        emit suspectsWished();
    });
    connect(&page, &RunsPage::dynamicsWished, this, [this](const QString& folder) {
        m_readingDynamics.start(
            tr("Reading the segments of a run"),
            [path = folder.toStdString()](const TaskRun&) { return readDynamics(path); },
            [this, folder](std::vector<widgets::SegmentDynamics> segments) {
                m_dialog->runs().setDynamics(folder, std::move(segments));
            });
    });
    connect(&page, &RunsPage::closingChosen, this,
            [this](const QString& choice) { m_settings.setTrainingAtClosing(choice); });
}

/// What can be trained, or the sentence of why that is not known.
void TrainingActions::readClasses()
{
    m_readingClasses.start(
        tr("Reading the list of models"),
        [folder = m_programs.toStdString()](const TaskRun& run) { return readModelClasses(folder, run); },
        [this](const Outcome<std::vector<ModelClass>>& outcome) {
            if (!m_dialog)
                return;
            TrainForm& run = m_dialog->form();
            ExperimentForm& comparison = m_dialog->compare().form();
            if (const auto* classes = std::get_if<std::vector<ModelClass>>(&outcome)) {
                run.setClasses(*classes);
                comparison.setClasses(*classes);
            } else if (const QString failure = failureOf(outcome); !failure.isEmpty()) {
                run.setProblem(failure);
                comparison.setProblem(failure);
            }
        });
}

/// What the project offers to be learnt now; it is read anew whenever the dialog is shown.
void TrainingActions::readMaterial()
{
    m_readingMaterial.start(
        tr("Counting what can be learnt"),
        [moment = m_moments.now()](const TaskRun& run) { return trainingMaterial(moment, run); },
        [this](const Outcome<TrainingMaterial>& outcome) {
            if (!m_dialog)
                return;
            DatasetParts& compared = m_dialog->compare().form().parts();
            if (const auto* material = std::get_if<TrainingMaterial>(&outcome)) {
                m_dialog->form().setMaterial(*material);
                compared.setMaterial(*material);
            } else if (const QString failure = failureOf(outcome); !failure.isEmpty()) {
                m_dialog->form().data().setMessage(failure);
                compared.setMessage(failure);
            }
        });
}

void TrainingActions::showRuns()
{
    if (!m_dialog)
        return;
    QStringList names;
    for (const RunFolderState& run : m_watch.runs())
        names << run.name;
    m_dialog->runs().setRuns(m_watch.runs());
    m_dialog->form().setRuns(m_watch.folder(), names);
}

/// Lists those that began here and go on, for the status line.
void TrainingActions::listRunning()
{
    std::vector<DetachedProgram> programs;
    for (const RunFolderState& run : m_watch.running())
        programs.push_back(
            {run.epochs ? tr("Training %1: epoch %2 of %3").arg(run.name).arg(run.epoch).arg(run.epochs)
                        : tr("Training %1").arg(run.name),
             run.epochs ? static_cast<double>(run.epoch) / static_cast<double>(run.epochs) : 0.0,
             [run] { stopTraining(run); }});
    m_tasks.setDetached(std::move(programs));
}

void TrainingActions::train(const TrainingWish& wish)
{
    if (const auto folds = m_dialog->form().data().changedFolds())
        emit foldsChanged(*folds);
    m_tasks.start(
        tr("Starting a training"), m_dialog,
        [programs = m_programs.toStdString(), wish, moment = m_moments.now()](const TaskRun& run) {
            startTraining(programs, wish, datasetToLearn(moment, wish, run));
        },
        [this, folder = wish.folder](const Outcome<std::monostate>& outcome) {
            if (const auto* failure = std::get_if<Failed>(&outcome))
                m_dialog->setProblem(failure->sentence);
            if (!std::holds_alternative<std::monostate>(outcome))
                return;
            m_watch.follow(folder);
            const QString runs = QFileInfo(folder).absolutePath();
            m_watch.setFolder(runs);
            m_settings.setFolderOf(QLatin1String(kRunsKind), runs);
            m_dialog->runs().setFolder(runs);
            m_dialog->runs().select(folder);
            m_dialog->showTab(TrainDialog::Tab::Runs);
            m_watch.setWatching(true);
        });
}

void TrainingActions::copyCommand(const TrainingWish& wish)
{
    m_tasks.start(
        tr("Writing what a training reads"), m_dialog,
        [wish, moment = m_moments.now()](const TaskRun& run) {
            return preparedTraining(wish, datasetToLearn(moment, wish, run));
        },
        [this](const Outcome<QString>& outcome) {
            if (const auto* failure = std::get_if<Failed>(&outcome))
                m_dialog->setProblem(failure->sentence);
            const auto* command = std::get_if<QString>(&outcome);
            if (!command)
                return;
            QGuiApplication::clipboard()->setText(*command);
            m_dialog->say(tr("The command is on the clipboard."));
        });
}

void TrainingActions::goOn(const RunFolderState& run)
{
    m_dialog->runs().setVerdict(run.folder, tr("It goes on…"));
    m_tasks.start(
        tr("Starting a training"), m_dialog,
        [programs = m_programs.toStdString(), folder = run.folder.toStdString()](const TaskRun&) {
            goOnTraining(programs, folder);
        },
        [this, folder = run.folder](const Outcome<std::monostate>& outcome) {
            const auto* failure = std::get_if<Failed>(&outcome);
            m_dialog->runs().setVerdict(folder, failure ? failure->sentence : QString());
            m_watch.follow(folder);
        });
}

void TrainingActions::reproduce(const RunFolderState& run)
{
    m_dialog->runs().setVerdict(run.folder,
                                tr("It is being trained again, to see whether the same comes of it…"));
    m_tasks.start(
        tr("Reproducing a training"), m_dialog,
        [programs = m_programs.toStdString(), folder = run.folder.toStdString()](const TaskRun& context) {
            return reproduceTraining(programs, folder, context);
        },
        [this, folder = run.folder](const Outcome<QString>& outcome) {
            const auto* verdict = std::get_if<QString>(&outcome);
            const auto* failure = std::get_if<Failed>(&outcome);
            m_dialog->runs().setVerdict(folder,
                                        verdict       ? *verdict
                                            : failure ? failure->sentence
                                                      : tr("Reproducing was stopped."));
        });
}

bool TrainingActions::mayClose()
{
    const std::vector<RunFolderState> runs = m_watch.running();
    if (runs.empty())
        return true;
    QString choice = m_settings.trainingAtClosing();
    if (choice == QLatin1String("ask")) {
        QMessageBox box(m_window);
        box.setObjectName(QStringLiteral("trainingAtClosing"));
        box.setIcon(QMessageBox::Question);
        box.setWindowTitle(tr("A training goes on"));
        box.setText(tr("%n training(s) that began here are not at their end.", nullptr,
                       static_cast<int>(runs.size())));
        box.setInformativeText(
            tr("Model → Train and compare… lists a training that goes on. One that is stopped keeps its "
               "best weights, and can go on later."));
        auto* remember = new QCheckBox(tr("&Do so from now on without asking"), &box);
        box.setCheckBox(remember);
        QPushButton* goOn = box.addButton(tr("Let it &go on"), QMessageBox::AcceptRole);
        QPushButton* stops = box.addButton(tr("&Stop it"), QMessageBox::DestructiveRole);
        box.addButton(QMessageBox::Cancel);
        box.setDefaultButton(goOn);
        box.exec();
        if (box.clickedButton() != goOn && box.clickedButton() != stops)
            return false;
        choice = box.clickedButton() == goOn ? QStringLiteral("goOn") : QStringLiteral("stop");
        if (remember->isChecked())
            m_settings.setTrainingAtClosing(choice);
    }
    if (choice == QLatin1String("stop"))
        std::ranges::for_each(runs, &stopTraining);
    return true;
}

}
