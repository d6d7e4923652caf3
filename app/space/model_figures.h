#pragma once

#include "app/space/model_shown.h"

#include <QObject>

namespace widgets {
class SpaceViews;
}

namespace app {

/// Fills those views of Space that show what a model makes of the segment in sight: the fusion tensor and the
/// fusion graph.
class ModelFigures : public QObject {
    Q_OBJECT
public:
    explicit ModelFigures(widgets::SpaceViews& views);
    void show(const ModelShown& shown);

signals:
    void modelWished(const QString& architecture); ///< of this class, to predict

private:
    void showTensor(const ModelShown& shown);
    void showGraph(const ModelShown& shown);

    widgets::SpaceViews& m_views;
};

}
