#pragma once

#include "app/tasks/task.h"

#include <QObject>

namespace app {

class DatasetRoom;
class Review;
class Session;
class SpaceTab;

/// What Space exchanges with other rooms: a model's answers from the mode Dataset, what the training of the
/// model in use says, and the chosen segments for both modes.
class SpaceLinks : public QObject {
    Q_OBJECT
public:
    SpaceLinks(Session& session, SpaceTab& space, DatasetRoom& dataset, Review& review, QObject* parent);

signals:
    void datasetWished(); ///< the mode is to be shown
    void reviewWished();

private:
    static QString chosenInSpace();
    void offerLayer(); ///< of the model in use
    void readTraining();
    void beginReview();

    Session& m_session;
    SpaceTab& m_space;
    Review& m_review;
    Task m_readingTraining;
};

}
