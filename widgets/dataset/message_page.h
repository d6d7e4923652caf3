#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

/// Stands where something is to be shown later: what is missing, and the button that makes it.
class MessagePage : public QWidget {
    Q_OBJECT
public:
    /// @param name  begins the names of its parts: `datasetMessage`, `datasetMessageButton`
    explicit MessagePage(const QString& name, QWidget* parent = nullptr);

    void setMessage(const QString& message, const QString& action = {}); ///< no action: no button

signals:
    void actionWished();

private:
    QLabel* m_message;
    QPushButton* m_action;
};

}
