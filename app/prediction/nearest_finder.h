#pragma once

#include "app/prediction/nearest_panel.h"

#include <QObject>

namespace app {

class Document;
class Player;
class ProjectMoments;
class VideoOpener;

/// Looks for what sounds and looks like the moment in sight, shows it in a panel, and plays what is chosen
/// there.
class NearestFinder : public QObject {
    Q_OBJECT
public:
    NearestFinder(NearestPanel& panel, const Document& document, VideoOpener& videos, Player& player,
                  const ProjectMoments& moments, QObject* parent);

    /// @param model  the file of a model that compares; empty: there is none. @return false: a message says
    /// why nothing is sought
    bool search(const QString& model);

private:
    void play(const widgets::NearestLists::Segment& segment);

    NearestPanel& m_panel;
    const Document& m_document;
    VideoOpener& m_videos;
    Player& m_player;
    const ProjectMoments& m_moments;
    std::optional<widgets::NearestLists::Segment> m_playing; ///< or about to
};

}
