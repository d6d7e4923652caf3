#include "app/application.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <stdexcept>

#include "tests/support/waiting.h"

using app::Application;

/// What slots and event handlers throw.
class ApplicationTest : public QObject {
    Q_OBJECT

private slots:
    void aSlotThatThrowsIsToldAndTheNextOneRuns()
    {
        QSignalSpy failures(qobject_cast<Application*>(qApp), &Application::failed);
        bool ran = false;
        QTimer::singleShot(0, this, [] { throw std::runtime_error("no room"); });
        QTimer::singleShot(0, this, [&] { ran = true; });
        QTRY_VERIFY(ran);
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY2(failures.first().first().toString().contains(QStringLiteral("no room")),
                 qPrintable(failures.first().first().toString()));
    }

    void anEventHandlerThatThrowsIsTold()
    {
        class Broken : public QObject {
            bool event(QEvent*) override { throw std::runtime_error("broken"); }
        };
        QSignalSpy failures(qobject_cast<Application*>(qApp), &Application::failed);
        Broken broken;
        QEvent event(QEvent::User);
        QVERIFY(!QCoreApplication::sendEvent(&broken, &event));
        QCOMPARE(failures.count(), 1);
    }

    void tellingMayFailToo()
    {
        const auto* application = qobject_cast<Application*>(qApp);
        QObject listener;
        connect(application, &Application::failed, &listener, [] { throw std::runtime_error("not told"); });
        bool ran = false;
        QTimer::singleShot(0, this, [] { throw std::runtime_error("no room"); });
        QTimer::singleShot(0, this, [&] { ran = true; });
        QTRY_VERIFY(ran);
    }
};

int main(int argc, char** argv)
{
    Application application(argc, argv);
    ApplicationTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_application.moc"
