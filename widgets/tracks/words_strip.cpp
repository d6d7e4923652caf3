#include "widgets/tracks/words_strip.h"

#include <cmath>

namespace widgets {

bool WordStrip::isKnown(std::size_t word) const
{
    return word < words() && !std::isnan(at(word, 0));
}

QColor WordStrip::colour(std::size_t part, const Theme& theme) const
{
    return parts[part] ? theme.modality(*parts[part]) : theme.language;
}

}
