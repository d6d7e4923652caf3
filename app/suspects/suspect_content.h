#pragma once

#include "app/suspects/suspect_values.h"
#include "engine/suspects/suspects.h"
#include "widgets/queue/work_row.h"
#include "widgets/suspects/suspect_card.h"
#include "widgets/tracks/evidence_track.h"

#include <QString>

namespace app {

/// Video and number of a suspect's segment, from its id `video[k]`.
QString videoOf(const engine::Suspect& suspect);
int numberOf(const engine::Suspect& suspect); ///< from 1
/// What is played: the segment, or what lies around the boundary of the word that is meant.
engine::Interval playedSpan(const engine::Suspect& suspect);

/// By how much to believe what was found, in a sentence; empty: nothing was found.
QString worthOf(const engine::Suspects& suspects);

/// Why it is suspicious, in a sentence.
QString reasonOf(const engine::Suspects& suspects, const engine::Suspect& suspect,
                 const SuspectValues& values);

/// Whether there is something to accept: a boundary, or another label than the one that is there.
bool isAcceptable(const engine::Suspect& suspect, const SuspectValues& values);

/// How it is listed.
widgets::WorkRow rowOf(const engine::Suspects& suspects, const engine::Suspect& suspect,
                       const SuspectValues& values);

/// usualStep() of the labels that were looked through.
double stepOfLabels(const engine::Suspects& suspects);

/// What its card shows, without its words and what is left to do.
using SuspectCardContent
    = widgets::SuspectCard::Content; // lupdate takes a longer name for a class of its own
SuspectCardContent cardOf(const engine::Suspects& suspects, const engine::Suspect& suspect,
                          const SuspectValues& values);

/// What the tracks show of it.
struct SuspectEvidenceRows {
    using Evidence = widgets::EvidenceTrack::Evidence;
    std::optional<Evidence> models, neighbours, alone, suggestion; ///< absent: there is none
};
SuspectEvidenceRows evidenceOf(const engine::Suspects& suspects, const engine::Suspect& suspect,
                               const SuspectValues& values);

}
