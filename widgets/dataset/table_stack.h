#pragma once

#include "widgets/dataset/card_stack.h"

namespace widgets {

class ConceptCard;
class SegmentListCard;
class SliceCard;

/// The tables over a dataset, one at a time: slices, concepts, segments.
class TableStack : public CardStack {
    Q_OBJECT
public:
    explicit TableStack(QWidget* parent = nullptr);

    SliceCard& slices() { return *m_slices; }
    ConceptCard& concepts() { return *m_concepts; }
    SegmentListCard& segments() { return *m_segments; }

private:
    SliceCard* m_slices;
    ConceptCard* m_concepts;
    SegmentListCard* m_segments;
};

}
