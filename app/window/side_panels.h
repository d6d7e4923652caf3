#pragma once

#include "app/prediction/segment_in_sight.h"

#include <QTabWidget>

namespace app {

class AlignTab;
class InspectorTab;
class Player;
class PredictTab;
class Review;
class ReviewTab;
class Session;
class SpaceModel;
class SpaceTab;
class TranscriptTab;

/// The tabs at the right. It tells them which segment is in sight, and whether its labels and words may be
/// seen.
class SidePanels : public QTabWidget {
    Q_OBJECT
public:
    SidePanels(Session& session, Review& review, QWidget* parent = nullptr);

    void setSegment(std::optional<std::size_t> segment);
    AlignTab& align() { return *m_align; }
    PredictTab& predict() { return *m_predict; }
    ReviewTab& review() { return *m_review; }
    SpaceTab& space() { return *m_space; }
    TranscriptTab& transcript() { return *m_transcript; }
    /// `inspector`, `align`, `predict`, `review`, `transcript` or `space`. @return false for a tab that does
    /// not exist.
    bool showTab(const QString& name);
    bool isComplete() const; ///< whether everything in sight is drawn in its final form

private:
    void connectDocument();
    void showSegment();
    void showSight();

    Document& m_document;
    Player& m_player;
    LivePrediction& m_prediction;
    SegmentInSight m_segment;
    InspectorTab* m_inspector;
    AlignTab* m_align;
    PredictTab* m_predict;
    ReviewTab* m_review;
    TranscriptTab* m_transcript;
    SpaceTab* m_space;
    SpaceModel* m_spaceModel;
};

}
