#pragma once

#include "app/document/segment_in_sight.h"
#include "app/prediction/model_list.h"

#include <QObject>
#include <QStringList>

namespace widgets {
class PredictPanel;
}

namespace app {

class LivePrediction;
class ModelChoice;
class ModelsClient;
class OtherModels;

/// The models that a person compares the one that answers with, and what they say of the headline.
class AgainstModels : public QObject {
    Q_OBJECT
public:
    AgainstModels(OtherModels& others, const ModelsClient& client, ModelChoice& choice, ModelList& models,
                  widgets::PredictPanel& panel);

    /// @param place   of the segment; absent: nothing is said. @param output  the headline
    void show(std::optional<std::size_t> place, const std::string& output);
    void list(); ///< the models that there are

signals:
    void changed(); ///< what they say

private:
    void compare();

    OtherModels& m_others;
    const ModelsClient& m_client;
    const ModelList& m_models;
    widgets::PredictPanel& m_panel;
    QStringList m_compared; ///< paths, as a person chose them
};

}
