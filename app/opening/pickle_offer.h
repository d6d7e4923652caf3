#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QString>

class QWidget;

namespace app {

class Tasks;

/// Offers to take the arrays out of a pickle, which is never opened: a person is asked first, and a script in
/// a process of its own does it.
class PickleOffer : public QObject {
    Q_OBJECT
public:
    PickleOffer(Tasks& tasks, QWidget* window);

    void ask(const QString& pickle);
    bool isRunning() const { return m_task.isRunning(); }

signals:
    void made(const QString& arrays); ///< the `.npz`, to be opened

private:
    void convert(const QString& pickle);

    QWidget* m_window;
    Task m_task;
};

}
