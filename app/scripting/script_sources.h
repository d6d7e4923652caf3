#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace app {

class Actions;
class Document;
class Editor;
class Player;
class Project;
class TierReader;
class TimelinePanel;
class VideoOpener;

/// The parts of the window that scripts see and move.
struct ScriptSources {
    Document& document;
    Editor& editor;
    Player& player;
    Project& project;
    VideoOpener& videos;
    const TierReader& reader;
    const Actions& actions;
    TimelinePanel& timeline;
    QWidget& window;
    std::function<void(const QStringList& paths)> openFiles; ///< as if a person dropped them; may ask
    std::function<bool()> isSettled; ///< whether everything in sight is drawn in its final form
};

}
