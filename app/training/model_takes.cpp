#include "app/training/model_takes.h"

#include "app/training/split_part.h"
#include "app/training/training_data_page.h"

#include <QCoreApplication>

namespace app {

namespace {

struct ModelTakes {
    Q_DECLARE_TR_FUNCTIONS(app::ModelTakes)
};

}

QString takesText(ModelClass::Takes takes)
{
    switch (takes) {
    case ModelClass::Takes::Recordings:
        return ModelTakes::tr("It looks at the recordings and hears them itself.");
    case ModelClass::Takes::Conversations:
        return ModelTakes::tr(
            "It sees whole conversations, turn by turn: who speaks, and what was said before.");
    case ModelClass::Takes::Unaligned:
        return ModelTakes::tr("It takes aligned sequences and such with rows of their own.");
    case ModelClass::Takes::Aligned:
        break;
    }
    return ModelTakes::tr("It works word by word: sequences are to be aligned to words.");
}

QString whyNotLearnt(const ModelClass& model, const TrainingDataPage& data, bool areRowsWords, bool isEnough)
{
    const QString name = QString::fromStdString(model.name);
    if (model.takes == ModelClass::Takes::Conversations) {
        if (data.lacksConversations())
            return ModelTakes::tr("%1 learns from conversations, and this project has none; choose another "
                                  "model.")
                .arg(name);
        if (data.learnsListeners())
            return ModelTakes::tr("%1 learns from the labels of who speaks: segments of turns about both, in "
                                  "View → Conversation. Models of segments learn who listens.")
                .arg(name);
        if (isEnough && data.isOfProject() && data.split().trainedConversations() < 2)
            return ModelTakes::tr("%1 needs two conversations to learn from: label another, or move one to "
                                  "train.")
                .arg(name);
    }
    if (!areRowsWords && model.takes == ModelClass::Takes::Aligned)
        return ModelTakes::tr("%1 works word by word; choose rows of words, or another model.").arg(name);
    return {};
}

}
