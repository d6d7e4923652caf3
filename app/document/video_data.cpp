#include "app/document/video_data.h"

#include "app/document/word_features.h"
#include "engine/packed/packed_input.h"

namespace app {

std::array<std::size_t, 3> VideoData::inputWidths() const
{
    return packed ? engine::packedWidths(*packed->file()) : wordFeatures->widths();
}

bool VideoData::rowsMayBeWords() const
{
    return !packed || !engine::isUtteranceLevel(*packed->file());
}

}
