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
    {"make-segments", QT_TRANSLATE_NOOP("app::Actions", "&Make labelled segments…"), "", {"label", 301}, kNeedsData},
    {"change-many", QT_TRANSLATE_NOOP("app::Actions", "C&hange many segments…"), "Ctrl+H", {"label", 303}, kNeedsData | kNeedsSight},
    {"new-tier", QT_TRANSLATE_NOOP("app::Actions", "&New tier…"), "Ctrl+Shift+N", {"label/tiers", 101}, kNeedsData},
    {"change-tier", QT_TRANSLATE_NOOP("app::Actions", "&Tier and its labels…"), "", {"label/tiers", 102}, kNeedsData | kNeedsSight},
    {"copy-tier", QT_TRANSLATE_NOOP("app::Actions", "&Copy the tier…"), "", {"label/tiers", 103}, kNeedsData | kNeedsSight},
    {"delete-tier", QT_TRANSLATE_NOOP("app::Actions", "&Delete the tier"), "", {"label/tiers", 104}, kNeedsData | kNeedsSight},
    {"use-as-words", QT_TRANSLATE_NOOP("app::Actions", "Use as &words"), "", {"label/tiers", 201}, kNeedsData | kNeedsSight},
    {"use-as-labels", QT_TRANSLATE_NOOP("app::Actions", "Use as &labelled segments"), "", {"label/tiers", 202}, kNeedsData | kNeedsSight},
    {"label-of-texts", QT_TRANSLATE_NOOP("app::Actions", "Make a label of its te&xts"), "", {"label/tiers", 203}, kNeedsData | kNeedsSight},
    {"fuse-ratings", QT_TRANSLATE_NOOP("app::Actions", "&Fuse continuous ratings…"), "", {"label/continuous", 102}, kNeedsData | kNeedsSight},
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
    new SegmentMaker(document, editor, session.videos(), session.tierReader(), session.tasks(), bench.actions,
                     bench.timeline.hand(), window);
}

}
