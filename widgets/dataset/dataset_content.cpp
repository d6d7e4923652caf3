#include "widgets/dataset/dataset_content.h"

#include <algorithm>

namespace widgets {

std::size_t DatasetContent::labelled() const
{
    return static_cast<std::size_t>(std::ranges::count_if(points, &DatasetPoint::isLabelled));
}

SelectionStep selectionStep(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::AltModifier)
        return SelectionStep::Remove;
    return modifiers & Qt::ShiftModifier ? SelectionStep::Add : SelectionStep::Replace;
}

}
