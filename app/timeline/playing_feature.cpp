#include "app/timeline/playing_feature.h"

#include "app/session/session.h"
#include "app/timeline/play_actions.h"
#include "app/timeline/segment_jump.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kPlayingCommands[]{
    {"play", QT_TRANSLATE_NOOP("app::Actions", "&Play or pause"), "Space", {"play", 101}, kNeedsData, "play", false, "", {"Ctrl+Space", "", "Space; K"}},
    {"play-span", QT_TRANSLATE_NOOP("app::Actions", "Play &segment or selection"), "Shift+Space", {"play", 102}, kNeedsData, "", false, "", {"Shift+Space", "", ""}},
    {"play-around", QT_TRANSLATE_NOOP("app::Actions", "Play &around the playhead"), "Ctrl+Space", {"play", 103}, kNeedsData, "", false, "", {"Ctrl+Shift+Space", "", ""}},
    {"loop", QT_TRANSLATE_NOOP("app::Actions", "&Loop"), "L", {"play", 201}, kNeedsData, "loop", true, "", {"", "", "Ctrl+L"}},
    {"loop-selection", QT_TRANSLATE_NOOP("app::Actions", "Loop s&egment or selection"), "Shift+L", {"play", 202}, kNeedsData},
    {"faster", QT_TRANSLATE_NOOP("app::Actions", "&Faster"), "R", {"play/speed", 101}, kNeedsData, "", false, "", {"", "", "L"}},
    {"slower", QT_TRANSLATE_NOOP("app::Actions", "&Slower"), "Shift+R", {"play/speed", 102}, kNeedsData, "", false, "", {"", "", "J"}},
    {"speed-normal", QT_TRANSLATE_NOOP("app::Actions", "&Normal speed"), "Ctrl+0", {"play/speed", 103}, kNeedsData},
    {"go-to-time", QT_TRANSLATE_NOOP("app::Actions", "&Go to time, frame or segment…"), "G; Ctrl+G", {"play", 301}, kNeedsData},
    {"step-back", QT_TRANSLATE_NOOP("app::Actions", "One frame &back"), "Left", {"play/jump", 101}, kNeedsData, "step-back", false, "", {"Ctrl+Left", "", ""}},
    {"step-forward", QT_TRANSLATE_NOOP("app::Actions", "One frame &forward"), "Right", {"play/jump", 102}, kNeedsData, "step-forward", false, "", {"Ctrl+Right", "", ""}},
    {"second-back", QT_TRANSLATE_NOOP("app::Actions", "One &second back"), "Shift+Left", {"play/jump", 201}, kNeedsData},
    {"second-forward", QT_TRANSLATE_NOOP("app::Actions", "One second f&orward"), "Shift+Right", {"play/jump", 202}, kNeedsData},
    {"previous-word-edge", QT_TRANSLATE_NOOP("app::Actions", "Previous &word edge"), "Ctrl+Left", {"play/jump", 301}, kNeedsData, "", false, "", {"Ctrl+Shift+Left", "", ""}},
    {"next-word-edge", QT_TRANSLATE_NOOP("app::Actions", "Next wo&rd edge"), "Ctrl+Right", {"play/jump", 302}, kNeedsData, "", false, "", {"Ctrl+Shift+Right", "", ""}},
    {"previous-segment", QT_TRANSLATE_NOOP("app::Actions", "&Previous segment"), "Alt+Left", {"play/jump", 401}, kNeedsData, "", false, "", {"", "", "Alt+Left"}},
    {"next-segment", QT_TRANSLATE_NOOP("app::Actions", "&Next segment"), "Alt+Right", {"play/jump", 402}, kNeedsData, "", false, "", {"", "", "Alt+Right"}},
    {"screen-back", QT_TRANSLATE_NOOP("app::Actions", "One s&creen back"), "PgUp", {"play/jump", 501}, kNeedsData},
    {"screen-forward", QT_TRANSLATE_NOOP("app::Actions", "One scr&een forward"), "PgDown", {"play/jump", 502}, kNeedsData},
    {"go-to-start", QT_TRANSLATE_NOOP("app::Actions", "&To the start"), "Home", {"play/jump", 601}, kNeedsData, "go-to-start", false, "", {"Ctrl+B", "", ""}},
    {"go-to-end", QT_TRANSLATE_NOOP("app::Actions", "To the en&d"), "End", {"play/jump", 602}, kNeedsData, "go-to-end", false, "", {"Ctrl+E", "", ""}},
    {"previous-entry", QT_TRANSLATE_NOOP("app::Actions", "P&revious video"), "Ctrl+Up", {"play", 303}, kNeedsData, "previous-entry", false, "", {"Ctrl+PgUp", "", ""}},
    {"next-entry", QT_TRANSLATE_NOOP("app::Actions", "&Next video"), "Ctrl+Down", {"play", 304}, kNeedsData, "next-entry", false, "", {"Ctrl+PgDown", "", ""}},
    {"zoom-in", QT_TRANSLATE_NOOP("app::Actions", "Zoom &in"), "Ctrl++; Ctrl+=", {"view", 101}, kNeedsData, "zoom-in", false, "", {"", "Ctrl+I", ""}},
    {"zoom-out", QT_TRANSLATE_NOOP("app::Actions", "Zoom &out"), "Ctrl+-", {"view", 102}, kNeedsData, "zoom-out", false, "", {"", "Ctrl+O", ""}},
    {"zoom-segment", QT_TRANSLATE_NOOP("app::Actions", "&Zoom to segment or selection"), "Z", {"view", 103}, kNeedsData, "", false, "", {"", "Ctrl+N", ""}},
    {"zoom-all", QT_TRANSLATE_NOOP("app::Actions", "Zoom to the &whole file"), "Shift+Z", {"view", 104}, kNeedsData, "zoom-all", false, "", {"", "Ctrl+A", ""}},
    {"follow", QT_TRANSLATE_NOOP("app::Actions", "&Follow"), "F", {"view", 201}, kNeedsData, "follow", true},
};
// clang-format on

}

CommandTable playingCommands()
{
    return {"exploring", kPlayingCommands};
}

void addPlaying(const Bench& bench)
{
    Session& session = bench.session;
    auto* jump = new SegmentJump(session.document(), session.player(), session.videos(), &bench.window);
    new PlayActions(session.player(), session.videos(), *jump, session.document(), bench.actions, bench.timeline,
                    bench.library, bench.window);
}

}
