#include "app/tiers/tiers_feature.h"

#include "app/session/session.h"
#include "app/tiers/fusion_actions.h"
#include "app/tiers/segment_maker.h"
#include "app/tiers/tier_actions.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kTiersCommands[]{
    {"make-segments", QT_TRANSLATE_NOOP("app::Actions", "&Make labelled segments…"), "", {"label", 301}, kData},
    {"change-many", QT_TRANSLATE_NOOP("app::Actions", "C&hange many segments…"), "Ctrl+H", {"label", 303}, kData | kWholeSight},
    {"new-tier", QT_TRANSLATE_NOOP("app::Actions", "&New tier…"), "Ctrl+Shift+N", {"label/tiers", 101}, kData},
    {"change-tier", QT_TRANSLATE_NOOP("app::Actions", "&Tier and its labels…"), "", {"label/tiers", 102}, kData | kWholeSight},
    {"copy-tier", QT_TRANSLATE_NOOP("app::Actions", "&Copy the tier…"), "", {"label/tiers", 103}, kData | kWholeSight},
    {"delete-tier", QT_TRANSLATE_NOOP("app::Actions", "&Delete the tier"), "", {"label/tiers", 104}, kData | kWholeSight},
    {"use-as-words", QT_TRANSLATE_NOOP("app::Actions", "Use as &words"), "", {"label/tiers", 201}, kData | kWholeSight},
    {"use-as-labels", QT_TRANSLATE_NOOP("app::Actions", "Use as &labelled segments"), "", {"label/tiers", 202}, kData | kWholeSight},
    {"fuse-ratings", QT_TRANSLATE_NOOP("app::Actions", "&Fuse continuous ratings…"), "", {"label/continuous", 102}, kData | kWholeSight},
};
// clang-format on

}

CommandTable tiersCommands()
{
    return {"labelling", kTiersCommands};
}

void addTiers(const Bench& bench)
{
    Session& session = bench.session;
    Document& document = session.document();
    Editor& editor = session.editor();
    QWidget* window = &bench.window;
    new TierActions(document, editor, session.tierReader(), bench.actions, bench.timeline.hand(), window);
    new FusionActions(document, editor, session.tasks(), bench.actions, window);
    new SegmentMaker(document, editor, session.tierReader(), session.tasks(), bench.actions, window);
}

}
