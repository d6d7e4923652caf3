#include "app/training/training_feature.h"

#include "app/prediction/conversation_classes.h"
#include "app/session/session.h"
#include "app/training/experiment_actions.h"
#include "app/training/training_actions.h"
#include "app/window/main_window.h"
#include "engine/project_items/fold_item.h"

#include <QAction>
#include <QRegularExpression>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kTrainingCommands[]{
    {"train", QT_TRANSLATE_NOOP("app::Actions", "T&rain and compare…"), "", {"model", 201}, kNeedsData | kNeedsSight},
    {"train-again", QT_TRANSLATE_NOOP("app::Actions", "Train a&gain with the labels as they are now"), "", {"model", 203}, kNeedsData | kNeedsSight},
    {"compare-trainings", QT_TRANSLATE_NOOP("app::Actions", "Compare two trainings…"), "", {}, kNeedsData | kNeedsSight},
};
// clang-format on

}

CommandTable trainingCommands()
{
    return {"training", kTrainingCommands};
}

void addTraining(const Bench& bench, const std::function<void(const QString& file)>& askConversations)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* training = new TrainingActions(session.document(), session.moments(), session.tasks(),
                                         session.programs(), bench.actions, &window);
    QObject::connect(training, &TrainingActions::segmentWished, &session.videos(),
                     [&videos = session.videos()](const widgets::SegmentDynamics& segment) {
                         const QString video
                             = QString(segment.id).remove(QRegularExpression(QStringLiteral("\\[\\d+\\]$")));
                         if (segment.span)
                             videos.playAt(video, *segment.span);
                     });
    QObject::connect(training, &TrainingActions::modelWished, &window,
                     [bench, askConversations](const QString& file, const QString& architecture) {
                         const bool isDialogue = isOfConversations(architecture);
                         bench.settings.addRecentModel(file);
                         if (isDialogue)
                             askConversations(file);
                         else
                             bench.session.modelChoice().choose(file);
                         bench.window.showTab(isDialogue ? QStringLiteral("conversation")
                                                         : QStringLiteral("predict"));
                     });
    QObject::connect(training, &TrainingActions::labelWished, &window,
                     [&session, &window](const QString& video, double start) {
                         if (video.isEmpty())
                             window.run("make-segments");
                         else
                             session.videos().openAt(video, start);
                     });
    QObject::connect(training, &TrainingActions::foldsChanged, &session.document(),
                     [&document = session.document()](const engine::FoldLists& folds) {
                         if (document.isKept())
                             document.note(engine::foldsItem(folds));
                     });
    QObject::connect(training, &TrainingActions::sequencesWished, &window,
                     [&window] { window.run("sequences"); });
    window.addCloseGuard([training] { return training->mayClose(); });
    QObject::connect(training, &TrainingActions::suspectsWished, &window,
                     [&window] { window.run("find-suspects"); });
    auto* experiments = new ExperimentActions(session.document(), session.moments(), session.tasks(),
                                              session.programs(), bench.actions, *training);
    QObject::connect(
        bench.actions.at("train-again"), &QAction::triggered, experiments,
        [experiments, &choice = session.modelChoice()] { experiments->trainAgain(choice.path()); });
}

}
