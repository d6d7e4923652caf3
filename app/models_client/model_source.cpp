#include "app/models_client/model_source.h"

#include "engine/core/json_text.h"
#include "engine/worker/messages.h"

#include <QCryptographicHash>

namespace app {

std::string modelSource(const engine::ModelInfo& model)
{
    const QByteArray card = QByteArray::fromStdString(engine::jsonText(model.card));
    return model.name + " "
        + QCryptographicHash::hash(card, QCryptographicHash::Sha256).toHex().first(8).toStdString();
}

}
