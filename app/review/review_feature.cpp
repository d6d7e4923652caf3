#include "app/review/review_feature.h"

#include "app/actions/actions.h"
#include "app/review/answer_lock_actions.h"
#include "app/review/review.h"
#include "app/review/review_actions.h"
#include "app/review/review_sources.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "app/window/presets.h"
#include "app/window/tabs.h"
#include "widgets/review/queue_panel.h"

#include <QCoreApplication>
#include <QDockWidget>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kReviewCommands[]{
    {"begin-pass", QT_TRANSLATE_NOOP("app::Actions", "&Begin or go on with a pass…"), "", {"review", 101}, kNeedsData},
    {"commit", QT_TRANSLATE_NOOP("app::Actions", "C&ommit and go to the next"), "Return; Enter", {"review", 102}, kNeedsData},
    {"queue-next", QT_TRANSLATE_NOOP("app::Actions", "&Next that is not done"), "Ctrl+Return", {"review", 103}, kNeedsData},
    {"queue-again", QT_TRANSLATE_NOOP("app::Actions", "&Play the segment again"), "Ctrl+Shift+Space", {"review", 104}, kNeedsData},
    {"peek", QT_TRANSLATE_NOOP("app::Actions", "&Show what others said"), "T", {"review", 105}, kNeedsData},
    {"leave-pass", QT_TRANSLATE_NOOP("app::Actions", "&Leave the pass"), "", {"review", 106}, kNeedsData},
    {"unlock-answers", QT_TRANSLATE_NOOP("app::Actions", "&Unlock these answers, or lock…"), "", {"review", 302}, kNeedsData | kNeedsSight},
};
// clang-format on

/// The queue is in the place of the library in the modes that say so.
void addQueue(ReviewTab& tab, const Bench& bench)
{
    QDockWidget* dock
        = bench.docks.add({"reviewDock", QCoreApplication::translate("app::MainWindow", "Review queue"),
                           "reviewing", Qt::LeftDockWidgetArea, Docks::Kind::Lasting, true},
                          &tab.queue());
    dock->hide();
    QObject::connect(&bench.window, &MainWindow::modeShown, dock,
                     [dock](const QString& mode) { dock->setVisible(presetCalled(mode).showsQueue); });
}

}

CommandTable reviewCommands()
{
    return {"reviewing", kReviewCommands};
}

Reviewing addReview(const Bench& bench)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* sources = new ReviewSources(session.document(), session.videos(), session.modelsClient(),
                                      session.modelChoice(), session.prediction(), session.tasks(),
                                      session.programs(), &window);
    auto* review = new Review(session.document(), session.editor(), session.player(), session.videos(),
                              *sources, &window);
    auto* tab
        = new ReviewTab(session.document(), session.editor(), session.prediction(), session.tasks(), *review);
    bench.tabs.add({"review", QCoreApplication::translate("app::Tabs", "Review")}, tab);
    auto* actions
        = new ReviewActions(session.document(), session.editor(), session.thumbnailer(), session.videos(),
                            *review, bench.actions, bench.timeline, *tab, &window);
    QObject::connect(actions, &ReviewActions::tabWished, &window,
                     [&window] { window.showTab(QStringLiteral("review")); });
    for (const auto signal : {&ReviewActions::passBegan, &ReviewActions::passWished})
        QObject::connect(actions, signal, &window, [&window] { window.run("preset-review"); });
    QObject::connect(&tab->queue(), &widgets::QueuePanel::beginRequested, &window,
                     [&window] { window.run("begin-pass"); });
    new AnswerLockActions(session.document(), session.editor(), bench.actions, bench.timeline, &window);
    addQueue(*tab, bench);
    QObject::connect(&window, &MainWindow::reviewWished, review,
                     [review, &session](const QString& annotator) {
                         QObject::connect(
                             &session.videos(), &VideoOpener::entriesListed, review,
                             [review, annotator] { review->startFirst(annotator.toStdString()); },
                             Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
                     });
    return {*review, *sources, *tab, *actions};
}

}
