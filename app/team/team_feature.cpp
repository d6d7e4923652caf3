#include "app/team/team_feature.h"

#include "app/review/review.h"
#include "app/review/review_feature.h"
#include "app/review/review_sources.h"
#include "app/session/session.h"
#include "app/team/gold_item_actions.h"
#include "app/team/rater_actions.h"
#include "app/team/report_actions.h"
#include "app/team/segment_actions.h"
#include "app/team/sharing_actions.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kTeamCommands[]{
    {"raters", QT_TRANSLATE_NOOP("app::Actions", "&Raters and consensus…"), "", {"review/agreement", 101}, kNeedsData},
    {"segment-agreement", QT_TRANSLATE_NOOP("app::Actions", "&Segments…"), "", {"review/agreement", 102}, kNeedsData},
    {"share-work", QT_TRANSLATE_NOOP("app::Actions", "Share out the &work…"), "", {"review", 203}, kNeedsData | kNeedsSight},
    {"make-gold", QT_TRANSLATE_NOOP("app::Actions", "&Make this a gold item…"), "", {"review/gold", 101}, kNeedsData},
    {"take-gold-away", QT_TRANSLATE_NOOP("app::Actions", "&Take the gold item away"), "", {"review/gold", 102}, kNeedsData},
    {"export-labels", QT_TRANSLATE_NOOP("app::Actions", "Export labels as csd…"), "", {"export", 301}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Labels: csd")},
    {"review-report", QT_TRANSLATE_NOOP("app::Actions", "Report of the re&view…"), "", {"export", 901}, kNeedsData | kNeedsSight, "", false, QT_TRANSLATE_NOOP("app::Actions", "Report of the review: html, csv")},
};
// clang-format on

}

CommandTable teamCommands()
{
    return {"reviewing", kTeamCommands};
}

SharingActions& addTeam(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    Document& document = session.document();
    QWidget* window = &bench.window;
    new GoldItemActions(document, session.editor(), reviewing.review, bench.timeline, bench.actions, window);
    new RaterActions({document, session.editor(), session.videos(), reviewing.review, session.tasks()},
                     bench.actions, window);
    new SegmentActions(document, session.videos(), session.tasks(), bench.actions, window);
    auto* sharing = new SharingActions({document, session.editor(), session.videos(), session.project(),
                                        reviewing.review, reviewing.sources},
                                       bench.actions, window);
    new ReportActions(document, session.project(), session.videos(), session.tasks(), bench.actions, window);
    return *sharing;
}

}
