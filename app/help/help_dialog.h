#pragma once

#include "app/help/guide.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QToolButton;

namespace app {

class GuideBrowser;

/// The guide in a window: its pages, found by list, link and text. No network is needed.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    explicit HelpDialog(QWidget* parent = nullptr);

    /// Shows the page of this name: `reviewing`. One that does not exist changes nothing.
    void showPage(const QString& page);

private:
    QWidget* makeBar();
    void connectPages();
    void noteShown(const QUrl& place); ///< chooses the page in the list, with links and Back as well
    void findNext();
    bool findFrom(int row); ///< whether this page has the text; shows it there

    QList<GuidePage> m_guide;
    QListWidget* m_pages;
    GuideBrowser* m_text;
    QLineEdit* m_find;
    QToolButton* m_back;
    QToolButton* m_forward;
};

}
