#include "widgets/space/space_axes.h"

#include <cmath>

namespace widgets {

std::array<QString, 3> axisNames(const SpaceContent& content)
{
    std::array<QString, 3> names;
    for (std::size_t axis = 0; axis < (content.projection.isFlat ? 2U : 3U); ++axis) {
        switch (content.projection.method) {
        case engine::ProjectionMethod::Pca: // the same in every language
            names.at(axis) = QStringLiteral("PC%1 %2 %")
                                 .arg(axis + 1)
                                 .arg(std::lround(content.explained.at(axis) * 100));
            break;
        case engine::ProjectionMethod::Umap:
            names.at(axis) = QStringLiteral("UMAP %1").arg(axis + 1);
            break;
        case engine::ProjectionMethod::TSne:
            names.at(axis) = QStringLiteral("t-SNE %1").arg(axis + 1);
            break;
        }
    }
    return names;
}

}
