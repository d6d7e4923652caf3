#pragma once

#include <QApplication>

namespace app {

/// The application, which no exception of a slot or an event handler ends: it is told, and the window goes
/// on.
class Application : public QApplication {
    Q_OBJECT
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

signals:
    void failed(const QString& message); ///< a sentence for the message list

private:
    void tell(const char* reason);
};

}
