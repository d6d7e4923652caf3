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
#include <QTabWidget>
#include <QTimer>

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

/// Where the queue lies: first in the place of the review's; as long as there is something to do in it, it
/// stays in other modes as a tab beside the queue or the library that belongs there.
class QueuePlace : public QObject {
public:
    QueuePlace(QDockWidget& dock, SuspectActions& suspects, const Bench& bench, ReviewTab& tab)
        : QObject(&dock)
        , m_dock(dock)
        , m_suspects(suspects)
        , m_window(bench.window)
        , m_docks(bench.docks)
        , m_reviewMode(*bench.actions.at("preset-review"))
    {
        bench.window.setTabPosition(Qt::LeftDockWidgetArea, QTabWidget::North);
        connect(&suspects, &SuspectActions::openWished, this, &QueuePlace::open);
        for (const auto left : {&SuspectActions::closeWished, &SuspectActions::reviewWished})
            connect(&suspects, left, this, &QueuePlace::close);
        connect(&suspects, &SuspectActions::reviewWished, this, [this] { m_window.run("preset-review"); });
        connect(&m_window, &MainWindow::modeShown, this, &QueuePlace::follow);
        connect(&m_window, &MainWindow::layoutRestored, this,
                &QueuePlace::close); // it is opened for a purpose
        connect(&suspects.search(), &SuspectSearch::found, this,
                [this](const engine::Suspects& found) { m_hasFound = !found.segments.empty(); });
        const Project& project = bench.session.project();
        connect(&bench.session.document(), &Document::projectChanged, this,
                [this, &project, shown = project.path()]() mutable {
                    if (std::exchange(shown, project.path()) != shown)
                        close(); // what was found is of the project before
                });
        connect(&dock, &QDockWidget::visibilityChanged, this, [this, &tab](bool isShown) {
            m_isInSight = isShown;
            setFull(isShown);
            tab.showGuest(isShown ? &m_suspects.card() : nullptr);
            m_suspects.setOpen(isShown);
        });
    }

private:
    QDockWidget& neighbour() const
    {
        return *m_docks.at(m_reviewMode.isChecked() ? "reviewDock" : "libraryDock");
    }
    /// A queue is long; beside the library the timeline keeps its room.
    void setFull(bool isShown) { m_docks.setFullLeft(isShown && m_reviewMode.isChecked()); }

    void open()
    {
        m_window.run("preset-review");
        m_docks.at("reviewDock")->hide();
        m_dock.show();
        m_dock.raise();
        m_window.resizeDocks({&m_dock}, {kSuspectsWidth}, Qt::Horizontal);
    }
    void close()
    {
        if (m_dock.isHidden())
            return;
        m_dock.hide();
        neighbour().show();
    }
    void follow()
    {
        if (m_dock.isHidden())
            return;
        if (!m_hasFound && !m_suspects.search().isRunning()) {
            m_dock.hide();
            return;
        }
        const bool wasInSight = m_isInSight;
        m_window.tabifyDockWidget(&neighbour(), &m_dock);
        // in front once the tabs have their places
        QWidget* front = wasInSight && !m_reviewMode.isChecked() ? &m_dock : &neighbour();
        QTimer::singleShot(0, front, &QWidget::raise);
        setFull(wasInSight);
    }

    QDockWidget& m_dock;
    SuspectActions& m_suspects;
    MainWindow& m_window;
    Docks& m_docks;
    const QAction& m_reviewMode;
    bool m_isInSight = false; ///< else another tab may be in front
    bool m_hasFound = false; ///< there are rows to look through
};

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
    new QueuePlace(*dock, *suspects, bench, reviewing.tab);
}

}
