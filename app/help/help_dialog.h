#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace app {

/// The pages of help, which are part of the program: no network is needed.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    explicit HelpDialog(QWidget* parent = nullptr);

private:
    void showPage(int row);

    QListWidget* m_pages;
    QTextBrowser* m_text;
};

}
