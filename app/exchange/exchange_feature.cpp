#include "app/exchange/exchange_feature.h"

#include "app/exchange/all_tiers_export.h"
#include "app/exchange/exchange_actions.h"
#include "app/exchange/mark_import.h"
#include "app/opening/open_actions.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kExchangeCommands[]{
    {"import-annotation", QT_TRANSLATE_NOOP("app::Actions", "&Import…"), "Ctrl+I", {"file", 301}, kNeedsData | kNeedsSight},
    {"export-annotation", QT_TRANSLATE_NOOP("app::Actions", "Export annotati&on…"), "Ctrl+Alt+E", {"export", 101}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Annotation: ELAN, Praat, CSV and others")},
    {"export-all-tiers", QT_TRANSLATE_NOOP("app::Actions", "Export annotation of &all videos…"), "", {"export", 102}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "All annotation: a folder of files, or one table")},
};
// clang-format on

}

CommandTable exchangeCommands()
{
    return {"own-recordings", kExchangeCommands};
}

ExchangeActions& addExchange(const Bench& bench, OpenActions& open)
{
    Session& session = bench.session;
    auto* exchange = new ExchangeActions(session.document(), session.editor(), session.videos(), session.tierReader(),
                                         session.prober(), session.tasks(), bench.actions, &bench.window);
    new AllTiersExport(session.document(), session.moments(), session.tasks(), bench.actions, &bench.window);
    new MarkImport(session.document(), session.editor(), &bench.window);
    QObject::connect(&bench.window, &MainWindow::filesDropped, exchange, [exchange, &open](const QStringList& paths) {
        exchange->offer(paths, [&open](const QStringList& rest) { open.takeDropped(rest); });
    });
    return *exchange;
}

}
