#include "app/dataset_view/room_state.h"

#include "app/dataset_view/dataset_room.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t kLeftOutShown = 20;

QString countedSegments(const RoomState& state)
{
    return app::DatasetRoom::tr("%1 of %n segment(s)", nullptr, static_cast<int>(state.expected))
        .arg(state.known);
}

}

widgets::DatasetState headState(const RoomState& state)
{
    using Kind = widgets::DatasetState::Kind;
    widgets::DatasetState head;
    if (state.isRunning) {
        head.kind = Kind::Running;
        head.text = state.known > 0 ? countedSegments(state) : app::DatasetRoom::tr("reading the dataset…");
        head.progress = state.expected == 0
            ? 0.0
            : static_cast<double>(state.known) / static_cast<double>(state.expected);
    } else if (!state.problem.isEmpty()) {
        head.kind = Kind::Failed;
        head.text = state.problem;
        head.mayRun = !state.isRefused;
    } else if (!state.hasOutputs && !state.lack.isEmpty()) {
        head.kind = Kind::Nothing;
        head.mayRun = false;
    } else if (!state.staleWhy.isEmpty()) {
        head.kind = Kind::Stale;
        head.text = state.staleWhy;
    } else if (!state.hasOutputs) {
        head.kind = Kind::Nothing;
    } else if (state.known < state.expected) {
        head.kind = Kind::Stopped;
        head.text = app::DatasetRoom::tr("stopped: %1").arg(countedSegments(state));
    } else {
        head.kind = Kind::Whole;
        head.text
            = app::DatasetRoom::tr("%n segment(s), 8 forwards each", nullptr, static_cast<int>(state.known));
        const auto add = [&head](const QString& text) { head.text += QStringLiteral(" · ") + text; };
        if (!state.leftOut.empty())
            add(app::DatasetRoom::tr("%n left out", nullptr, static_cast<int>(state.leftOut.size())));
        if (state.muted > 0)
            add(app::DatasetRoom::tr("without %n muted concept(s)", nullptr, static_cast<int>(state.muted)));
        if (!state.isKept)
            add(app::DatasetRoom::tr("not kept: the project is only looked at"));
    }
    return head;
}

QString headDetails(const RoomState& state)
{
    if (state.leftOut.empty())
        return {};
    QStringList lines{headState(state).text};
    for (std::size_t i = 0; i < std::min(state.leftOut.size(), kLeftOutShown); ++i)
        lines << QString::fromStdString(state.leftOut[i].id) + QStringLiteral(": ")
                + QString::fromStdString(state.leftOut[i].why);
    return lines.join(QLatin1Char('\n'));
}

RoomMessage roomMessage(const RoomState& state)
{
    if (state.known > 0)
        return {};
    if (state.isRunning)
        return {app::DatasetRoom::tr("The dataset is read; points appear as the model answers."), {}};
    if (!state.problem.isEmpty())
        return {(state.isUnread ? app::DatasetRoom::tr("What was kept cannot be read: %1")
                                : app::DatasetRoom::tr("The model could not be asked: %1"))
                    .arg(state.problem),
                state.isRefused ? state.remedy : app::DatasetRoom::tr("Try again")};
    if (!state.lack.isEmpty())
        return {state.lack, state.remedy};
    return {
        app::DatasetRoom::tr("%1 was not asked about this dataset yet. It is asked eight times about each "
                             "segment – with and "
                             "without words, sound and face – and the answers are kept beside the project.")
            .arg(state.modelName),
        app::DatasetRoom::tr("Ask the model about all segments")};
}

}
