#include "widgets/dataset/dataset_content.h"

#include <algorithm>

namespace widgets {

std::size_t DatasetContent::labelled() const
{
    return static_cast<std::size_t>(std::ranges::count_if(points, &DatasetPoint::isLabelled));
}

}
