#include "widgets/dataset/table_stack.h"

#include "widgets/dataset/concept_card.h"
#include "widgets/dataset/segment_list_card.h"
#include "widgets/dataset/slice_card.h"

namespace widgets {

TableStack::TableStack(QWidget* parent)
    : CardStack(QStringLiteral("tables"), parent)
    , m_slices(new SliceCard(this))
    , m_concepts(new ConceptCard(this))
    , m_segments(new SegmentListCard(this))
{
    setCards({{tr("Slices"), tr("How the model does on parts of the segments"), m_slices},
              {tr("Concepts"), tr("What the model has made of segments where it fuses their modalities"),
               m_concepts},
              {tr("Segments"), tr("What the model says of each segment, beside its label"), m_segments}});
}

}
