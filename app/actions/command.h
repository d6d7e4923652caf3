#pragma once

#include <span>

namespace app {

/// What must be so before a person can run a command. Several are joined by `|`.
enum Need : unsigned {
    kNeedsNothing = 0,
    kNeedsData = 1, ///< something is open
    kNeedsProject = 2, ///< what is open has a project file
    kNeedsEditing = 4, ///< the project file can be written by this program
    kNeedsSight = 8, ///< no pass of review hides labels, predictions or words
};

/// Where a command stands in the menus.
struct MenuPlace {
    const char* menu = ""; ///< `file`, `file/project`; empty: in none, keys and the palette run the command
    int order = 0; ///< among the entries of the menu; a line parts the hundreds
};

/// The keys of a command for hands that are used to other programs. Empty: as with us.
struct ForeignKeys {
    const char* elan = "";
    const char* praat = "";
    const char* nle = ""; ///< Kdenlive and other video editors
};

/// A command of the window, as its feature writes it down. Menus, palette, list of keys, start page and blind
/// passes follow.
struct Command {
    const char* id; ///< `open-files`
    const char* text; ///< QT_TRANSLATE_NOOP("app::Actions", …), with the letter of the menu
    /// Several are separated by `; `. A sign is named as it is typed (`<`, not `Shift+,`), since keyboards
    /// have it in different places; `Shift` stands only before letters, digits and keys without a sign.
    const char* keys;
    MenuPlace place;
    unsigned needs; ///< of `Need`
    const char* icon = "";
    bool isCheckable = false;
    const char* kind
        = ""; ///< of an export, for the list of kinds: QT_TRANSLATE_NOOP("app::Actions", "Words: csd")
    ForeignKeys foreign = {};
};

/// The commands of a feature, and the page of the guide about them.
struct CommandTable {
    const char* guidePage; ///< `labelling`
    std::span<const Command> commands;
};

}
