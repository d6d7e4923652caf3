#pragma once

#include "widgets/welcome/recent_project.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;

namespace widgets {

class WelcomeCard;

/// What the window shows as long as nothing is open: three ways to begin, what was opened before, and where
/// to drop files. Keys: 1, 2, 3; Up, Down, Enter and Delete in the list.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setRecent(const std::vector<RecentProject>& projects); ///< the newest first
    /// Says what is being opened, in place of the sentence below the title. Empty: nothing is.
    void setOpening(const QString& name);

signals:
    void demoWished();
    void filesWished();
    void folderWished();
    void fetchWished();
    void extractWished(); ///< a new dataset from recordings
    void projectWished(const QString& entry);
    void forgetWished(const QString& entry);
    void placeWished(const QString& entry); ///< to show the folder in the system's file manager
    void helpWished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeCards();
    QWidget* makeRecent();
    QWidget* makeFoot();
    void showMenu(const QPoint& at);
    QString chosenEntry() const;

    QLabel* m_sentence;
    QListWidget* m_recent;
    QLabel* m_nothingYet;
    QWidget* m_drop = nullptr; ///< shown where there is room
    std::vector<WelcomeCard*> m_cards;
};

}
