#pragma once

#include "app/privacy/hide_wish.h"
#include "app/privacy/pair_player.h"
#include "app/privacy/privacy_program.h"
#include "app/project/project.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"

#include <QObject>
#include <QPointer>

namespace app {

class Actions;
class DeidentifyDialog;
class EraseDialog;

/// File → Project → De-identify… and Erase a person…: both are done by a program of their own, in tasks.
class Privacy : public QObject {
    Q_OBJECT
public:
    struct Parts {
        const Document& document;
        Project& project;
        const ProjectMoments& moments;
        Tasks& tasks;
        QString programs; ///< the folder with `polylogue-extract`
    };
    Privacy(const Parts& parts, const Actions& actions, QWidget* window);

private:
    QString projectFile() const;
    void openHiding();
    void hide();
    void showPictures(const PrivacyAnswer& answer);
    void showOriginal(const LookPicture& look);
    void noteLook(const QString& name);
    void openErasing();
    void list();
    void erase();
    std::vector<FilmedPerson> people() const;

    Parts m_parts;
    QWidget* m_window;
    Task m_original; ///< the recording's picture beside the copy's
    PairPlayer m_player;
    QPointer<Task> m_hiding;
    QPointer<DeidentifyDialog> m_hide;
    QPointer<EraseDialog> m_erase;
    QString m_folder; ///< of the finished copy
};

}
