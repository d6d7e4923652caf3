#pragma once

namespace widgets {
class LibraryPanel;
}

namespace app {

class Actions;
class Docks;
class MainWindow;
class Menus;
class Session;
class Settings;
class Stage;
class Tabs;
class TimelinePanel;

/// What a feature is given to add itself to the window: the parts that work behind it, and the places where its
/// own parts go. `app/features.cpp` lists the features.
struct Bench {
    Session& session;
    Settings& settings;
    Actions& actions;
    Menus& menus;
    Docks& docks;
    Tabs& tabs;
    Stage& stage; ///< the picture, and banners above
    TimelinePanel& timeline;
    widgets::LibraryPanel& library;
    MainWindow& window;
};

}
