#include "app/exporting/exporting_feature.h"

#include "app/actions/actions.h"
#include "app/export/widget_picture.h"
#include "app/export/word_export.h"
#include "app/exporting/export_kinds.h"
#include "app/exporting/span_export.h"
#include "app/files/file_questions.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "app/window/tabs.h"

#include <QDockWidget>
#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kExportingCommands[]{
    {"export", QT_TRANSLATE_NOOP("app::Actions", "&Export…"), "Ctrl+E", {"file", 302}, kNeedsData, "", false, "", {"Ctrl+Shift+E", "", ""}},
    {"export-words", QT_TRANSLATE_NOOP("app::Actions", "&Export words as csd…"), "", {"export", 201}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Words: csd")},
    {"export-span", QT_TRANSLATE_NOOP("app::Actions", "Export se&lection…"), "Ctrl+Shift+E", {"export", 401}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Selection: a clip with its rows")},
    {"panel-picture", QT_TRANSLATE_NOOP("app::Actions", "Picture of a pa&nel…"), "", {"export", 602}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Panel: Why, statistics, plots")},
};
// clang-format on

/// The panels that are in sight: the tab in front, docks with something to read, the plots of *Dataset*.
std::vector<PictureOffer> panelsInSight(const Bench& bench)
{
    std::vector<PictureOffer> offers;
    const auto offer = [&offers](QWidget* panel, const QString& name) {
        if (panel && panel->isVisible())
            offers.push_back({name, [panel, name] { return widgetPicture(*panel, name); }});
    };
    offer(bench.tabs.currentWidget(), bench.tabs.tabText(bench.tabs.currentIndex()).remove(QLatin1Char('&')));
    if (auto* plots = bench.window.findChild<QWidget*>(QStringLiteral("datasetView")))
        offer(plots, plots->accessibleName().isEmpty() ? WordExport::tr("Plots of the dataset") : plots->accessibleName());
    for (const char* name : {"statisticsDock", "tableDock"}) {
        if (const QDockWidget* dock = bench.docks.at(name))
            offer(dock->widget(), dock->windowTitle());
    }
    return offers;
}

}

CommandTable exportingCommands()
{
    return {"own-recordings", kExportingCommands};
}

void addExporting(const Bench& bench)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    QObject::connect(bench.actions.at("export"), &QAction::triggered, &window, [bench] {
        (new ExportKinds(bench.actions, bench.settings, &bench.window))->open();
    });
    QObject::connect(bench.actions.at("export-words"), &QAction::triggered, &window, [&session, &window] {
        const QString path = askForNewFile(&window,
                                           {"sequences", WordExport::tr("Export words"),
                                            WordExport::tr("Computational sequences (*.csd)"),
                                            dataFolder(session.document()), &session.document()},
                                           QStringLiteral("words-edited"), QStringLiteral("csd"));
        if (!path.isEmpty())
            session.wordExport().write(session.videos().dataset().get(), path);
    });
    QObject::connect(bench.actions.at("panel-picture"), &QAction::triggered, &window, [bench] {
        const auto tell = [&document = bench.session.document()](const QString& text) { document.notices().say(text); };
        const std::vector<PictureOffer> offers = panelsInSight(bench);
        if (offers.empty())
            tell(WordExport::tr("No panel is in sight that could be a picture."));
        else
            askForPicture(&bench.window, WordExport::tr("Picture of a panel"), offers, bench.session.tasks(), tell);
    });
    new SpanExport(session.document(), session.player(), session.tasks(), bench.actions, bench.timeline, &window);
}

}
