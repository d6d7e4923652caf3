#include "app/agreement/rater_names.h"

#include <QCoreApplication>

namespace app {

std::string raterOf(const engine::Layer& layer)
{
    QString rater = layer.isSettled ? QCoreApplication::translate("app::Review", "settled")
                                    : QString::fromStdString(layer.annotator);
    if (layer.pass > 1)
        rater = QCoreApplication::translate("app::Review", "%1, pass %2").arg(rater).arg(layer.pass);
    switch (layer.presentation) {
    case engine::Presentation::TextOnly:
        rater = QCoreApplication::translate("app::Review", "%1, text only").arg(rater);
        break;
    case engine::Presentation::SoundOnly:
        rater = QCoreApplication::translate("app::Review", "%1, sound only").arg(rater);
        break;
    case engine::Presentation::SilentVideo:
        rater = QCoreApplication::translate("app::Review", "%1, silent video").arg(rater);
        break;
    case engine::Presentation::All:
        break;
    }
    if (layer.purpose == engine::LayerPurpose::Repeat)
        rater = QCoreApplication::translate("app::Review", "%1, again").arg(rater);
    else if (layer.purpose == engine::LayerPurpose::Training)
        rater = QCoreApplication::translate("app::Review", "%1, training").arg(rater);
    return rater.toStdString();
}

}
