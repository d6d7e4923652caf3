#pragma once

#include "app/document/sight.h"

#include <QObject>

#include <vector>

class QDockWidget;
class QMainWindow;

namespace app {

class Actions;
class Docks;
class Document;
class Stage;

/// Keeps closed whatever might show what a pass of review hides: each dock and dialog that is not said to be
/// safe. What is safe shows no labels, or asks the sight of the document itself. So a new view is blind until
/// somebody has thought of it, as a command is (`kNeedsSight`).
///
/// While a pass goes on in another mode than Review, a banner above the video says what is hidden, and leads
/// back.
class SightGuard : public QObject {
    Q_OBJECT
public:
    SightGuard(const Document& document, const Actions& actions, const Docks& docks, Stage& stage,
               QMainWindow& window);

private:
    void show();
    void showBanner();
    void showPart(const char* action, bool isSeen, bool wasSeen);
    void closeDialogs();
    bool isSafe(const QDockWidget& dock) const;

    const Document& m_document;
    const Actions& m_actions;
    const Docks& m_docks;
    Stage& m_stage;
    QMainWindow& m_window;
    Sight m_before;
};

}
