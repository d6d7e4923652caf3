#include "app/labelling/labelling_feature.h"

#include "app/actions/actions.h"
#include "app/labelling/annotator_name.h"
#include "app/labelling/labelling_actions.h"
#include "app/labelling/rating_recorder.h"
#include "app/labelling/wheel_words.h"
#include "app/review/review_actions.h"
#include "app/review/review_feature.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/review/rating_bar.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <string>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kLabellingCommands[]{
    {"label-1", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&3"), "1", {"label/value", 101}, kNeedsData},
    {"label-2", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&2"), "2", {"label/value", 102}, kNeedsData},
    {"label-3", QT_TRANSLATE_NOOP("app::Actions", "Sentiment −&1"), "3", {"label/value", 103}, kNeedsData},
    {"label-4", QT_TRANSLATE_NOOP("app::Actions", "Sentiment &0"), "4", {"label/value", 104}, kNeedsData},
    {"label-5", QT_TRANSLATE_NOOP("app::Actions", "Sent&iment +1"), "5", {"label/value", 105}, kNeedsData},
    {"label-6", QT_TRANSLATE_NOOP("app::Actions", "Senti&ment +2"), "6", {"label/value", 106}, kNeedsData},
    {"label-7", QT_TRANSLATE_NOOP("app::Actions", "Sentimen&t +3"), "7", {"label/value", 107}, kNeedsData},
    {"label-none", QT_TRANSLATE_NOOP("app::Actions", "&No sentiment"), "0", {"label/value", 108}, kNeedsData},
    {"value-up", QT_TRANSLATE_NOOP("app::Actions", "One step mo&re"), "=; Alt+Up", {"label/value", 201}, kNeedsData},
    {"value-down", QT_TRANSLATE_NOOP("app::Actions", "One step &less"), "-; Alt+Down", {"label/value", 202}, kNeedsData},
    {"label-mode", QT_TRANSLATE_NOOP("app::Actions", "&Other labels by letters"), "E", {"label/value", 301}, kNeedsData},
    {"confidence-low", QT_TRANSLATE_NOOP("app::Actions", "Confidence &low"), "Shift+1", {"label/remarks", 101}, kNeedsData},
    {"confidence-middle", QT_TRANSLATE_NOOP("app::Actions", "Confidence &medium"), "Shift+2", {"label/remarks", 102}, kNeedsData},
    {"confidence-high", QT_TRANSLATE_NOOP("app::Actions", "Confidence &high"), "Shift+3", {"label/remarks", 103}, kNeedsData},
    {"comment", QT_TRANSLATE_NOOP("app::Actions", "&Comment"), "C", {"label/remarks", 201}, kNeedsData},
    {"flag", QT_TRANSLATE_NOOP("app::Actions", "&Flag"), "Shift+F", {"label/remarks", 202}, kNeedsData},
    {"label-while-playing", QT_TRANSLATE_NOOP("app::Actions", "Label &while playing"), "Ctrl+L", {"label", 201}, kNeedsData, "", true},
    {"record-rating", QT_TRANSLATE_NOOP("app::Actions", "&Record a rating, or stop"), "Ctrl+Shift+R", {"label", 202}, kNeedsData},
    {"reaction-delay", QT_TRANSLATE_NOOP("app::Actions", "&Reaction delay…"), "", {"label/continuous", 101}, kNeedsData | kNeedsSight},
    {"annotator", QT_TRANSLATE_NOOP("app::Actions", "&Annotator…"), "", {"label", 401}, kNeedsNothing},
};
// clang-format on

LabellingActions* addRating(const Bench& bench)
{
    Session& session = bench.session;
    auto* bar = new widgets::RatingBar(&bench.window);
    QDockWidget* dock = bench.docks.add({"ratingDock", QCoreApplication::translate("app::MainWindow", "Rating"), "labelling",
                                         Qt::RightDockWidgetArea, Docks::Kind::Lasting, true},
                                        bar);
    bench.window.splitDockWidget(bench.docks.at("panelsDock"), dock, Qt::Horizontal);
    dock->hide();
    return new LabellingActions(session.document(), session.editor(), session.player(), bench.actions, *bar, *dock,
                                &bench.window);
}

void connectRating(const Bench& bench, LabellingActions& labelling)
{
    TimelinePanel& timeline = bench.timeline;
    labelling.setTier(timeline.hand().tier());
    QObject::connect(&timeline.hand(), &TierInHand::tierChanged, &labelling,
                     [&timeline, &labelling] { labelling.setTier(timeline.hand().tier()); });
    QObject::connect(&labelling, &LabellingActions::recorded, &timeline, [&timeline, &labelling] {
        const RatingRecorder& recorder = labelling.recorder();
        timeline.tiers().showRecording(recorder.tier(), recorder.startTime(), recorder.values());
    });
    QObject::connect(&labelling, &LabellingActions::finished, &timeline, [&timeline] { timeline.view().setFocus(); });
}

}

CommandTable labellingCommands()
{
    return {"labelling", kLabellingCommands};
}

void addLabelling(const Bench& bench, const Reviewing& reviewing, widgets::InspectorPanel& inspector)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* name = new AnnotatorName(session.editor(), bench.settings, &window);
    const auto on = [&](const std::string& command, const auto& work) {
        QObject::connect(bench.actions.at(command), &QAction::triggered, name, work);
    };
    on("annotator", [name] { name->ask(); });
    // The keys 1…7 are the steps of the first label's scale, from its least.
    for (int step = 0; step < 7; ++step)
        on("label-" + std::to_string(step + 1), [&give = reviewing.actions, step] { give.give(step); });
    on("label-none", [&give = reviewing.actions] { give.give(std::nullopt); });
    connectRating(bench, *addRating(bench));
    auto* wheels = new WheelWords(session.tasks(), &window);
    const auto read = [wheels, &settings = bench.settings] { wheels->read(settings.wheelFolder()); };
    QObject::connect(wheels, &WheelWords::changed, &inspector, [wheels, &inspector, &tab = reviewing.tab] {
        inspector.setWordLooks(wheels->looks());
        tab.setWordLooks(wheels->looks());
    });
    QObject::connect(&window, &MainWindow::wheelsChosen, wheels, read);
    QObject::connect(&window, &MainWindow::dataOpened, wheels, read);
}

}
