#include "app/wheel_guard.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "tests/support/waiting.h"

/// Fields under the mouse keep their value when the wheel turns; those with the keyboard take it.
class WheelGuardTest : public QObject {
    Q_OBJECT

    static void turnDown(QWidget& field)
    {
        const QPointF middle = field.rect().center();
        QWheelEvent wheel(middle, field.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&field, &wheel);
    }

private slots:
    void theWheelChangesOnlyWhatHasTheKeyboard()
    {
        app::WheelGuard guard;
        qApp->installEventFilter(&guard);
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* choice = new QComboBox(&window);
        choice->addItems({QStringLiteral("happy"), QStringLiteral("sad")});
        auto* number = new QSpinBox(&window);
        number->setValue(5);
        auto* other = new QComboBox(&window);
        for (QWidget* field :
             {static_cast<QWidget*>(choice), static_cast<QWidget*>(number), static_cast<QWidget*>(other)})
            column->addWidget(field);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window, support::kPatience));
        for (const QWidget* field : {static_cast<QWidget*>(choice), static_cast<QWidget*>(number)})
            QVERIFY(field->focusPolicy() == Qt::StrongFocus); // else the wheel itself gives the keyboard
        other->setFocus();
        turnDown(*choice);
        turnDown(*number);
        QCOMPARE(choice->currentIndex(), 0);
        QCOMPARE(number->value(), 5);
        choice->setFocus();
        turnDown(*choice);
        QCOMPARE(choice->currentIndex(), 1);
        number->setFocus();
        turnDown(*number);
        QCOMPARE(number->value(), 4);
    }
};

QTEST_MAIN(WheelGuardTest)
#include "tst_wheel_guard.moc"
