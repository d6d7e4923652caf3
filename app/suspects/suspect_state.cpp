#include "app/suspects/suspect_state.h"

#include "app/suspects/suspect_content.h"
#include "app/suspects/suspect_words.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

namespace app {

namespace {

struct SuspectState {
    Q_DECLARE_TR_FUNCTIONS(app::SuspectState)
};

}

SuspectQueueState suspectState(const SuspectStanding& standing)
{
    SuspectQueueState state;
    state.progress = standing.progress;
    state.canSearch = standing.whyNot.isEmpty();
    state.canReview = !standing.list.shown.empty();
    state.canTrainAgain = standing.list.wrong() > 0;
    state.offered = standing.list.offered;
    state.looked = standing.list.lookedAt;
    state.found = verdictsText(standing.list);
    state.searchText = standing.progress  ? SuspectState::tr("Stop")
        : standing.isStopped              ? SuspectState::tr("Go on")
        : standing.found.segments.empty() ? SuspectState::tr("Find suspicious labels")
                                          : SuspectState::tr("Look again");
    QStringList members;
    for (const engine::Suspects::Member& member : standing.found.members)
        members << QStringLiteral("%1 %2").arg(QString::fromStdString(member.name),
                                               widgets::shownNumber(member.correlation, 2, 'f'));
    if (!members.isEmpty())
        state.tip = SuspectState::tr("r of labels and models out of fold: %1")
                        .arg(members.join(QStringLiteral(", ")));
    state.worth = worthOf(standing.found);
    state.isWeak = !state.worth.isEmpty() && (standing.found.isWeak() || standing.found.areFew());
    if (!standing.whyNot.isEmpty())
        state.note = standing.whyNot;
    else if (standing.progress)
        state.note = SuspectState::tr(
            "Models are trained, each without the videos that it is asked about. You can work on "
            "meanwhile; a search that is stopped goes on there later.");
    else if (!standing.problem.isEmpty())
        state.note = standing.problem;
    else if (standing.found.segments.empty())
        state.note = SuspectState::tr(
            "Several models are trained, each without the videos that it is asked about. Labels with "
            "which they do not agree, and segments whose sound or face does not fit, are listed, "
            "with why. It takes seconds for some hundred segments, "
            "minutes for thousands, in the background.");
    else if (standing.list.changed > 0)
        state.note
            = SuspectState::tr("%n label(s) changed since the search. Look again to have them judged anew.",
                               nullptr, standing.list.changed);
    else if (standing.list.shown.empty() && standing.group == SuspectGroup::All)
        state.note = standing.order == SuspectOrder::Looked
            ? SuspectState::tr("Nothing was looked at yet.")
            : SuspectState::tr("All that is suspicious was looked at.");
    return state;
}

}
