#include "app/prediction/prediction_feature.h"

#include "app/actions/actions.h"
#include "app/files/file_questions.h"
#include "app/picture/stage.h"
#include "app/prediction/kept_overlay.h"
#include "app/prediction/label_fitting.h"
#include "app/prediction/learnt_labels.h"
#include "app/prediction/nearest_finder.h"
#include "app/prediction/nearest_panel.h"
#include "app/prediction/predict_tab.h"
#include "app/prediction/tried_edits.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "app/window/tabs.h"
#include "widgets/predict/modality_list.h"
#include "widgets/predict/predict_panel.h"

#include <QCoreApplication>
#include <QDockWidget>

#include <array>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kPredictionCommands[]{
    {"predict", QT_TRANSLATE_NOOP("app::Actions", "&Predict this segment"), "P", {"model", 101}, kNeedsData},
    {"nearest", QT_TRANSLATE_NOOP("app::Actions", "What sounds and looks &alike…"), "", {"model", 102}, kNeedsData | kNeedsSight},
    {"toggle-text", QT_TRANSLATE_NOOP("app::Actions", "Model uses &text"), "Shift+M", {"model/inputs", 101}, kNeedsData, "", true},
    {"toggle-sound", QT_TRANSLATE_NOOP("app::Actions", "Model uses &sound"), "", {"model/inputs", 102}, kNeedsData, "", true},
    {"toggle-vision", QT_TRANSLATE_NOOP("app::Actions", "Model uses &vision"), "", {"model/inputs", 103}, kNeedsData, "", true},
    {"open-model", QT_TRANSLATE_NOOP("app::Actions", "&Open model…"), "", {"model", 301}, kNeedsNothing},
    {"model-card", QT_TRANSLATE_NOOP("app::Actions", "&Card of the model…"), "", {"model", 302}, kNeedsData},
};
// clang-format on

/// What is tried becomes an edit, or a label.
void connectTrials(PredictTab& tab, Session& session)
{
    Document& document = session.document();
    Editor& editor = session.editor();
    const auto put = [&document, &editor](const QString& step, const std::vector<Tried>& all) {
        editor.edit(step, [&](const engine::Annotation& annotation) {
            return putTried(annotation, document.video().id.toStdString(), all);
        });
    };
    QObject::connect(&tab, &PredictTab::triedWished, &editor, put);
    QObject::connect(&tab, &PredictTab::applyWished, &editor,
                     [&document, &editor, put](const QString& step, const Tried& tried, std::size_t firstWord,
                                               const std::vector<Tried>& rest) {
                         editor.asOneStep(step, [&] {
                             const int before = editor.history().index();
                             applyTried(tried, firstWord, document, editor);
                             if (editor.history().index() != before) // else it was refused, and stays a trial
                                 put(step, rest);
                         });
                     });
    QObject::connect(
        &tab, &PredictTab::acceptWished, &editor,
        [&editor](std::size_t segment, const QString& label, double value, const QString& model) {
            editor.acceptPrediction(segment, label, value, model);
        });
}

/// What the tab shows on the timeline.
void connectTracks(PredictTab& tab, TimelinePanel& timeline)
{
    PredictionTracks& predictions = timeline.predictions();
    QObject::connect(&predictions, &PredictionTracks::underWordsChanged, &tab, &PredictTab::setUnderWords);
    QObject::connect(&tab, &PredictTab::underWordsWished, &predictions, &PredictionTracks::showUnderWords);
    AttributionLanes& attributions = timeline.attributions();
    QObject::connect(&tab, &PredictTab::attributionWished, &attributions, &AttributionLanes::wish);
    QObject::connect(&timeline, &TimelinePanel::layoutShown, &tab,
                     [&tab, &attributions] { tab.setAttributionOnTimeline(attributions.isWished()); });
}

void connectCommands(PredictTab& tab, const Bench& bench)
{
    MainWindow& window = bench.window;
    const auto on = [&](const char* command, const auto& work) {
        QObject::connect(bench.actions.at(command), &QAction::triggered, &tab, work);
    };
    on("predict", [&window] { window.showTab(QStringLiteral("predict")); });
    on("model-card", [&tab] { tab.showCard(); });
    on("open-model", [bench] {
        const QString path = askForFile(&bench.window,
                                        {"model", PredictTab::tr("Open model"),
                                         PredictTab::tr("Fusion models (*.safetensors)"),
                                         dataFolder(bench.session.document())});
        if (path.isEmpty())
            return;
        bench.settings.addRecentModel(path);
        bench.session.modelChoice().choose(path);
    });
    QObject::connect(&tab, &PredictTab::openModelWished, bench.actions.at("open-model"), &QAction::trigger);
    QObject::connect(&tab, &PredictTab::stepWished, &window,
                     [&window](const QString& command) { window.run(command.toLatin1().constData()); });
}

/// The entries of the menu have the ticks that the switches of the panel have.
void connectModalities(widgets::PredictPanel& panel, const Actions& actions)
{
    constexpr std::array<const char*, 3> commands{"toggle-text", "toggle-sound", "toggle-vision"};
    for (const engine::Modality modality : engine::allModalities) {
        const auto place = static_cast<std::size_t>(modality);
        QAction* action = actions.at(commands[place]);
        const auto tick = [&panel, action, place] { action->setChecked(panel.modalities().enabled()[place]); };
        QObject::connect(action, &QAction::triggered, &panel, [&panel, modality, tick] {
            panel.modalities().toggle(modality);
            tick(); // a modality that the model did not learn from stays as it is
        });
        QObject::connect(&panel.modalities(), &widgets::ModalityList::chosen, action, tick);
        tick();
    }
}

void addNearest(PredictTab& tab, const Bench& bench)
{
    Session& session = bench.session;
    auto* panel = new NearestPanel(session.tasks(), session.programs(), &bench.window);
    QDockWidget* dock = bench.docks.add(
        {"nearestDock", QCoreApplication::translate("app::MainWindow", "What sounds and looks alike"),
         "models", Qt::BottomDockWidgetArea, Docks::Kind::OnDemand},
        panel);
    auto* finder = new NearestFinder(*panel, session.document(), session.videos(), session.player(),
                                     session.moments(), &bench.window);
    QObject::connect(panel, &NearestPanel::closeWished, dock, [dock, &timeline = bench.timeline] {
        dock->hide();
        timeline.view().setFocus();
    });
    QObject::connect(bench.actions.at("nearest"), &QAction::triggered, dock,
                     [dock, finder, &tab, &docks = bench.docks] {
                         if (finder->search(tab.comparingModel()))
                             docks.showBesideTimeline(dock, 68);
                     });
}

}

CommandTable predictionCommands()
{
    return {"models", kPredictionCommands};
}

PredictTab& addPrediction(const Bench& bench)
{
    Session& session = bench.session;
    auto* panel = new widgets::PredictPanel;
    auto* learnt = new LearntLabels(session.document(), session.modelsClient(), session.moments(),
                                    session.tasks(), panel);
    auto* tab
        = new PredictTab(session.document(), session.videos(), session.prediction(), session.otherModels(),
                         session.modelsClient(), session.modelChoice(), *learnt, session.tasks(), *panel);
    bench.timeline.predictions().followLearnt(*learnt);
    bench.tabs.add({"predict", QCoreApplication::translate("app::Tabs", "Predict"), true}, panel);
    new KeptOverlay(session.prediction(), session.player(), bench.stage.video(), &bench.window);
    connectTrials(*tab, session);
    auto* fitting = new LabelFitting(session.document(), session.project(), session.moments(), session.modelChoice(),
                                     session.tasks(), session.programs(), panel);
    QObject::connect(&panel->modalities(), &widgets::ModalityList::fitWished, fitting, &LabelFitting::start);
    connectTracks(*tab, bench.timeline);
    connectCommands(*tab, bench);
    connectModalities(*panel, bench.actions);
    addNearest(*tab, bench);
    return *tab;
}

}
