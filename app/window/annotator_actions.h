#pragma once

#include "app/settings/settings.h"

#include <QObject>

#include <functional>

namespace widgets {
class RatingBar;

}

namespace app {

class Actions;
class Docks;
class Editor;
class Review;
class ReviewActions;
class ReviewSources;
class Session;
class SidePanels;
class Stage;
class TimelinePanel;

/// The actions of an annotator (labels by keys, ratings while the video plays, reviews), and the changes to
/// the window during them.
class AnnotatorActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Actions& actions;
        Docks& docks;
        Stage& stage;
        SidePanels& panels;
        TimelinePanel& timeline;
        Review& review;
        ReviewSources& reviewSources;
        widgets::RatingBar& ratingBar;
    };
    AnnotatorActions(Session& session, const Parts& parts, Settings& settings, QWidget* window);

private:
    void on(const char* action, const std::function<void()>& work);
    void connectLabelling(Session& session);
    void connectReview(Session& session);
    QString nameFor(const QString& question, const QString& proposal);
    void askForName();

    Editor& m_editor;
    Parts m_parts;
    Settings& m_settings;
    QWidget* m_window;
    ReviewActions* m_reviewActions = nullptr;
};

}
