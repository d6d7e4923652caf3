#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/conflict.h"

/// What becomes of a conflict of a merge when a person has chosen.
namespace engine::settling {

/// Whether a field of segments (`merging::fieldsOf`) is one of their times.
bool isTime(const std::string& field);

/// What a conflict about a field of a tier's segments is about.
ConflictKind kindOf(const Annotation& annotation, TierId tier, const std::string& field);

/// Who gave a field of a segment, and when: a label says that itself, and so do the labels of a layer for
/// what else was said with them. Empty: it is not known.
Provenance saidBy(const Annotation& annotation, const Segment& segment, const std::string& field);

/// Whether what both say of a field can stand: labels of two annotators, as answers in their layers;
/// comments, below each other.
bool canBeBoth(const Conflict& conflict, const Segment& mine, const Segment& theirs);

/// A label of a segment that becomes an answer of whoever gave it.
struct Answer {
    SegmentId segment = 0;
    std::string label;
    LabelValue value;
};

/// Puts an answer into the layer of its annotator, who must be known, unless that has one for this label, or
/// the segment is gone.
void give(Annotation& annotation, const Answer& answer);

/// Puts a segment where others of its tier may be in its way: those are removed, with all that depends on
/// them.
/// @return why that is not possible, with nothing changed; empty when it is done
std::string replace(Annotation& annotation, const Segment& segment);

}
