#pragma once

#include "app/document/sight.h"

#include <QObject>

#include <vector>

class QAction;
class QActionGroup;
class QDockWidget;
class QMainWindow;

namespace app {

class Actions;
class Document;
class Stage;

/// Keeps closed whatever might show what a pass of review hides: each dock, command and dialog that is not in
/// the lists of this file's harmless ones. What is in these lists shows no labels, or asks the sight of the
/// document itself. So a new view is blind until somebody has thought of it.
///
/// While a pass goes on in another mode than Review, a banner above the video says what is hidden, and leads
/// back.
class SightGuard : public QObject {
    Q_OBJECT
public:
    SightGuard(const Document& document, const Actions& actions, Stage& stage, QMainWindow& window);

private:
    void show();
    void showBanner();
    void showPart(const char* action, bool isSeen, bool wasSeen);
    void closeDialogs();
    bool isSafe(const QDockWidget& dock) const;
    bool hidesSomething() const;

    const Document& m_document;
    const Actions& m_actions;
    Stage& m_stage;
    QMainWindow& m_window;
    QActionGroup* m_closed; ///< the commands that are not known to be harmless
    Sight m_before;
};

}
