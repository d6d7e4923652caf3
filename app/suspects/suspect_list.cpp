#include "app/suspects/suspect_list.h"

#include "engine/core/segment_id.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace app {

namespace {

constexpr double kLine = 0.5; // of the score: below it nothing is offered
/// So many are offered anyway, but no more than one segment in five; and one in fifty.
constexpr std::size_t kFewest = 10, kMostOneIn = 5, kOneIn = 50;

}

SuspectGroup groupOf(engine::SuspectKind kind)
{
    using Kind = engine::SuspectKind;
    switch (kind) {
    case Kind::LateSound:
    case Kind::WordEdge:
        return SuspectGroup::Time;
    case Kind::OtherFace:
        return SuspectGroup::Modality;
    case Kind::Annotator:
        return SuspectGroup::Rater;
    case Kind::None:
    case Kind::Flip:
    case Kind::OffByTwo:
    case Kind::Uniform:
    case Kind::Shift:
    case Kind::Swap:
        break;
    }
    return SuspectGroup::Label;
}

int SuspectList::looked() const
{
    return std::accumulate(verdicts.begin(), verdicts.end(), 0);
}

int SuspectList::wrong() const
{
    return verdicts[static_cast<std::size_t>(Verdict::Accepted)]
        + verdicts[static_cast<std::size_t>(Verdict::Corrected)];
}

SuspectList suspectList(const engine::Suspects& suspects,
                        const std::map<std::string, SuspectVerdict>& verdicts, const ChangedLabels& changed,
                        SuspectGroup group, SuspectOrder order)
{
    SuspectList list;
    for (const auto& [id, said] : verdicts)
        ++list.verdicts[static_cast<std::size_t>(said.verdict)];
    // of those that are offered: where faces or sounds are clearly wrong, they would hide doubtful labels
    int labels = 0;
    const std::size_t count = suspects.segments.size();
    const auto fewest
        = static_cast<int>(std::max({std::size_t{1}, std::min(kFewest, count / kMostOneIn), count / kOneIn}));
    for (std::size_t place = 0; place < count; ++place) {
        const engine::Suspect& suspect = suspects.segments[place];
        const SuspectGroup own = groupOf(suspect.kind);
        const bool isOfLabel = own == SuspectGroup::Label && suspect.kind != engine::SuspectKind::None;
        if (suspect.score < kLine && list.offered + list.changed >= fewest
            && (!isOfLabel || labels >= fewest))
            continue;
        labels += isOfLabel ? 1 : 0;
        const auto said = verdicts.find(suspect.id);
        if (said != verdicts.end()
            && (said->second.verdict == Verdict::Never || changed.contains(suspect.id)
                || std::abs(said->second.label - suspect.label) < 1e-6)) {
            ++list.offered;
            ++list.lookedAt;
            continue;
        }
        if (changed.contains(suspect.id) && (own == SuspectGroup::Label || own == SuspectGroup::Rater)) {
            ++list.changed;
            continue;
        }
        ++list.offered;
        ++list.left[static_cast<std::size_t>(SuspectGroup::All)];
        ++list.left[static_cast<std::size_t>(own)];
        if (order != SuspectOrder::Looked && (group == SuspectGroup::All || group == own))
            list.shown.push_back(place);
    }
    for (std::size_t place = 0; order == SuspectOrder::Looked && place < count; ++place) {
        const engine::Suspect& suspect = suspects.segments[place];
        if (verdicts.contains(suspect.id) && (group == SuspectGroup::All || group == groupOf(suspect.kind)))
            list.shown.push_back(place); // also where the label is another by now
    }
    if (order == SuspectOrder::Videos)
        std::ranges::stable_sort(list.shown, {}, [&](std::size_t place) {
            const engine::Suspect& suspect = suspects.segments[place];
            return std::tuple(engine::entryOfSegment(suspect.id), suspect.span.start);
        });
    return list;
}

}
