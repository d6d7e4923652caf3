#pragma once

#include "app/tasks/task.h"

#include <QHash>
#include <QImage>
#include <QObject>

namespace widgets {
class WelcomePage;

}

namespace app {

class Tasks;
class Settings;

/// Fills the page of the first start with what was opened before, and keeps a picture of each. Files are
/// asked for in the background only.
class Welcome : public QObject {
    Q_OBJECT
public:
    Welcome(Settings& settings, Tasks& tasks, widgets::WelcomePage& page);

    void refresh(); ///< lists what was opened before
    void setOpened(const QString& entry); ///< from now on notePicture() is about this entry
    /// What the project of an entry is called, as far as that is known.
    QString nameOf(const QString& entry) const;
    void notePicture(const QImage& picture); ///< keeps the first picture after setOpened()

private:
    void forget(const QString& entry);
    void showPlace(const QString& entry);

    Settings& m_settings;
    Tasks& m_tasks;
    Task m_looking;
    widgets::WelcomePage& m_page;
    QHash<QString, QString> m_names; ///< by entry
    QString m_opened; ///< without a picture until now; empty: nothing was opened, or it has its picture
};

}
