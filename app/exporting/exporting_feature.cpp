#include "app/exporting/exporting_feature.h"

#include "app/actions/actions.h"
#include "app/export/word_export.h"
#include "app/exporting/export_kinds.h"
#include "app/exporting/span_export.h"
#include "app/files/file_questions.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kExportingCommands[]{
    {"export", QT_TRANSLATE_NOOP("app::Actions", "&Export…"), "Ctrl+E", {"file", 302}, kNeedsData, "", false, "", {"Ctrl+Shift+E", "", ""}},
    {"export-words", QT_TRANSLATE_NOOP("app::Actions", "&Export words as csd…"), "", {"export", 201}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Words: csd")},
    {"export-span", QT_TRANSLATE_NOOP("app::Actions", "Export se&lection…"), "Ctrl+Shift+E", {"export", 401}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Selection: a clip with its rows")},
};
// clang-format on

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
                                            dataFolder(session.document())},
                                           QStringLiteral("words-edited"), QStringLiteral("csd"));
        if (!path.isEmpty())
            session.wordExport().write(session.videos().dataset().get(), path);
    });
    new SpanExport(session.document(), session.player(), session.tasks(), bench.actions, bench.timeline, &window);
}

}
