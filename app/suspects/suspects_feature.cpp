#include "app/suspects/suspects_feature.h"

#include "app/actions/actions.h"
#include "app/review/review.h"
#include "app/review/review_feature.h"
#include "app/review/review_sources.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/suspects/suspect_actions.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "widgets/suspects/suspect_card.h"
#include "widgets/suspects/suspect_queue.h"

#include <QCoreApplication>
#include <QDockWidget>

#include <utility>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kSuspectsCommands[]{
    {"find-suspects", QT_TRANSLATE_NOOP("app::Actions", "&Find suspicious labels…"), "", {"review", 201}, kNeedsData},
};
// clang-format on

constexpr int kSuspectsWidth = 320; // pixels

/// The queue is in the place of the review's, as long as a person wants it.
void connectDock(QDockWidget& dock, SuspectActions& suspects, const Bench& bench, ReviewTab& tab)
{
    MainWindow& window = bench.window;
    const auto review = [&window] { window.run("preset-review"); };
    QObject::connect(&suspects, &SuspectActions::openWished, &window, [&dock, &docks = bench.docks, &window] {
        window.run("preset-review");
        docks.at("reviewDock")->hide();
        dock.show();
        window.resizeDocks({&dock}, {kSuspectsWidth}, Qt::Horizontal);
    });
    QObject::connect(&suspects, &SuspectActions::closeWished, &window, review);
    QObject::connect(&suspects, &SuspectActions::reviewWished, &window, review);
    const Project& project = bench.session.project();
    QObject::connect(&bench.session.document(), &Document::projectChanged, &dock,
                     [&dock, &docks = bench.docks, mode = bench.actions.at("preset-review"), &project,
                      shown = project.path()]() mutable {
                         const bool isAnother = std::exchange(shown, project.path()) != shown;
                         if (!isAnother || dock.isHidden())
                             return;
                         dock.hide(); // what was found is of the project before
                         docks.at("reviewDock")->setVisible(mode->isChecked());
                     });
    QObject::connect(&window, &MainWindow::modeShown, &dock, &QDockWidget::hide);
    QObject::connect(&window, &MainWindow::layoutRestored, &dock, [&dock, &docks = bench.docks] {
        if (dock.isHidden())
            return;
        dock.hide(); // it is opened for a purpose, in the place of the queue
        docks.at("reviewDock")->show();
    });
    QObject::connect(&dock, &QDockWidget::visibilityChanged, &suspects,
                     [&suspects, &docks = bench.docks, &tab](bool isShown) {
                         docks.setFullLeft(isShown); // a queue is long
                         tab.showGuest(isShown ? &suspects.card() : nullptr);
                         suspects.setOpen(isShown);
                     });
}

}

CommandTable suspectsCommands()
{
    return {"reviewing", kSuspectsCommands};
}

void addSuspects(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* queue = new widgets::SuspectQueue(&window);
    QDockWidget* dock = bench.docks.add({"suspectsDock",
                                         QCoreApplication::translate("app::MainWindow", "Suspicious labels"),
                                         "reviewing", Qt::LeftDockWidgetArea, Docks::Kind::Lasting, true},
                                        queue);
    dock->hide();
    auto* suspects
        = new SuspectActions({session.document(), session.editor(), session.videos(), session.project(),
                              session.moments(), reviewing.review, reviewing.sources, session.tasks(),
                              session.programs(), *queue, bench.timeline.view()},
                             bench.actions, &window);
    QObject::connect(queue, &widgets::SuspectQueue::trainAgainWished, &window,
                     [&window] { window.run("train-again"); });
    const SegmentSelection& selected = bench.timeline.hand().selected();
    QObject::connect(&selected, &SegmentSelection::changed, suspects,
                     [suspects, &selected, &document = session.document()] {
                         const std::vector<std::size_t> places = selected.indices(kLabelsTier);
                         suspects->setClicked(places.size() == 1
                                                  ? std::optional(document.spans(kLabelsTier)[places.front()])
                                                  : std::nullopt);
                     });
    connectDock(*dock, *suspects, bench, reviewing.tab);
}

}
