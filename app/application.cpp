#include "app/application.h"

#include "app/complaint.h"

#include <exception>

namespace app {

bool Application::notify(QObject* receiver, QEvent* event)
{
    const char* kind = receiver->metaObject()->className(); // it may delete itself
    const int type = event->type();
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception& error) { // whoever foresaw it has caught it before
        // Where it came from is only known here: a reason such as std::bad_alloc says nothing of it.
        complain(QStringLiteral("event %1 for %2").arg(type).arg(QLatin1String(kind)));
        tell(error.what());
        return false;
    }
}

void Application::tell(const char* reason)
{
    const QString message = tr("Something unforeseen went wrong (%1). What is saved is safe; what you asked "
                               "for may not have been "
                               "done.")
                                .arg(QString::fromUtf8(reason));
    complain(message);
    try {
        emit failed(message);
    } catch (const std::exception& error) { // stderr has it
        complain(QString::fromUtf8(error.what()));
    }
}

}
