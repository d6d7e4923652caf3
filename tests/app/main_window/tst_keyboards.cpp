#include "app/actions/actions.h"
#include "app/help/key_field.h"
#include "widgets/timeline/timeline_view.h"

#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace {

/// A display of its own: keys of the real keyboard go to whoever has the focus there, and the test changes
/// what they type.
class OwnDisplay {
public:
    OwnDisplay()
    {
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                        QStringLiteral("0"), QStringLiteral("1920x1080x24"), QStringLiteral("-nolisten"),
                        QStringLiteral("tcp")});
        while (!m_server.canReadLine() && m_server.waitForReadyRead(support::kPatience)) {
        }
        qputenv("DISPLAY", ":" + m_server.readLine().trimmed());
        qputenv("QT_QPA_PLATFORM", "xcb");
    }
    ~OwnDisplay()
    {
        m_server.terminate();
        m_server.waitForFinished(support::kPatience);
    }

private:
    QProcess m_server;
};

constexpr int kDigitRow = 10; // X11's code of the key `1`

/// Where each sign of the sheet of keys is on a keyboard: codes of X11, as xdotool takes them.
/// 108 is AltGr.
using Signs = QHash<Qt::Key, const char*>;

const Signs& signsOf(const QString& layout)
{
    using namespace Qt;
    static const Signs american{
        {Key_Plus, "shift+21"},  {Key_Equal, "21"},        {Key_Minus, "20"},
        {Key_BracketLeft, "34"}, {Key_BracketRight, "35"}, {Key_Comma, "59"},
        {Key_Period, "60"},      {Key_Less, "shift+59"},   {Key_Greater, "shift+60"},
        {Key_Semicolon, "47"},   {Key_Colon, "shift+47"},  {Key_Question, "shift+61"}};
    static const Signs german{{Key_Plus, "35"},
                              {Key_Equal, "shift+19"},
                              {Key_Minus, "61"},
                              {Key_BracketLeft, "108+17"},
                              {Key_BracketRight, "108+18"},
                              {Key_Comma, "59"},
                              {Key_Period, "60"},
                              {Key_Less, "94"},
                              {Key_Greater, "shift+94"},
                              {Key_Semicolon, "shift+59"},
                              {Key_Colon, "shift+60"},
                              {Key_Question, "shift+20"}};
    static const Signs swiss{{Key_Plus, "shift+10"},
                             {Key_Equal, "shift+19"},
                             {Key_Minus, "61"},
                             {Key_BracketLeft, "108+34"},
                             {Key_BracketRight, "108+35"},
                             {Key_Comma, "59"},
                             {Key_Period, "60"},
                             {Key_Less, "94"},
                             {Key_Greater, "shift+94"},
                             {Key_Semicolon, "shift+59"},
                             {Key_Colon, "shift+60"},
                             {Key_Question, "shift+20"}};
    static const Signs french{{Key_Plus, "shift+21"},
                              {Key_Equal, "21"},
                              {Key_Minus, "15"},
                              {Key_BracketLeft, "108+14"},
                              {Key_BracketRight, "108+20"},
                              {Key_Comma, "58"},
                              {Key_Period, "shift+59"},
                              {Key_Less, "94"},
                              {Key_Greater, "shift+94"},
                              {Key_Semicolon, "59"},
                              {Key_Colon, "60"},
                              {Key_Question, "shift+58"}};
    return layout == QLatin1String("de") ? german
        : layout == QLatin1String("ch")  ? swiss
        : layout == QLatin1String("fr")  ? french
                                         : american;
}

/// The key as xdotool takes it.
QString pressed(const QKeyCombination& keys, const QString& layout)
{
    static const QHash<Qt::Key, const char*> names{
        {Qt::Key_Space, "space"},  {Qt::Key_Return, "Return"}, {Qt::Key_Enter, "KP_Enter"},
        {Qt::Key_Left, "Left"},    {Qt::Key_Right, "Right"},   {Qt::Key_Up, "Up"},
        {Qt::Key_Down, "Down"},    {Qt::Key_Home, "Home"},     {Qt::Key_End, "End"},
        {Qt::Key_PageUp, "Prior"}, {Qt::Key_PageDown, "Next"}, {Qt::Key_Delete, "Delete"}};
    QString name;
    for (const auto& [modifier, text] : std::initializer_list<std::pair<Qt::KeyboardModifier, const char*>>{
             {Qt::ControlModifier, "ctrl+"}, {Qt::AltModifier, "alt+"}, {Qt::ShiftModifier, "shift+"}}) {
        if (keys.keyboardModifiers() & modifier)
            name += QLatin1String(text);
    }
    const Qt::Key key = keys.key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        return name + QString::number(kDigitRow + (key - Qt::Key_0 + 9) % 10);
    if (key >= Qt::Key_A && key <= Qt::Key_Z)
        return name + QChar(static_cast<char16_t>(u'a' + (key - Qt::Key_A)));
    if (key >= Qt::Key_F1 && key <= Qt::Key_F12)
        return name + QStringLiteral("F%1").arg(key - Qt::Key_F1 + 1);
    const char* known = names.value(key, signsOf(layout).value(key));
    return known ? name + QLatin1String(known) : QString();
}

bool run(const char* program, const QStringList& arguments)
{
    return QProcess::execute(QLatin1String(program), arguments) == 0;
}

}

/// Every key of the sheet of keys, pressed on keyboards of several countries by the display itself.
class KeyboardsTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("Ambiguous shortcut")));
        QVERIFY(openDemo());
        for (QAction* each : window().findChild<app::Actions*>()->all()) {
            each->disconnect(SIGNAL(triggered(bool))); // it is told, and not done
            each->disconnect(SIGNAL(toggled(bool)));
            each->setEnabled(true);
            connect(each, &QAction::triggered, this, [this, each] { m_called << each->objectName(); });
        }
        find<widgets::TimelineView>("timeline")->setFocus();
    }
    void cleanupTestCase()
    {
        QVERIFY(run("setxkbmap", {QStringLiteral("us")}));
        m_real.reset();
    }

    void everyKeyCallsItsAction_data()
    {
        QTest::addColumn<QString>("layout");
        for (const char* layout : {"us", "gb", "de", "fr", "ch"})
            QTest::newRow(layout) << QString::fromLatin1(layout);
    }
    void everyKeyCallsItsAction()
    {
        QFETCH(const QString, layout);
        QVERIFY(run("setxkbmap", {layout}));
        QStringList wrong;
        for (const QAction* each : window().findChild<app::Actions*>()->all()) {
            if (!each->isVisible()) // of conversations, which the demo has none of
                continue;
            for (const QKeySequence& sequence : each->shortcuts()) {
                QString keys = pressed(sequence[0], layout);
                QVERIFY2(!keys.isEmpty(), qPrintable(sequence.toString()));
                if (layout == QLatin1String("fr") && sequence == QKeySequence(Qt::Key_Minus))
                    keys = QStringLiteral("82"); // of the keypad: above the letters it is the key of the 6
                const QStringList called = press(keys);
                if (called != QStringList{each->objectName()})
                    wrong << QStringLiteral("%1 (%2): %3 instead of %4")
                                 .arg(sequence.toString(), keys, called.join(QLatin1Char('+')),
                                      each->objectName());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void digitsOfTheKeypadGiveValuesEverywhere_data() { everyKeyCallsItsAction_data(); }
    void digitsOfTheKeypadGiveValuesEverywhere()
    {
        QFETCH(const QString, layout);
        QVERIFY(run("setxkbmap", {layout}));
        press(QStringLiteral("Num_Lock"));
        int digit = 1;
        for (const int code : {87, 88, 89, 83, 84, 85, 79})
            QCOMPARE(press(QString::number(code)), QStringList{QStringLiteral("label-%1").arg(digit++)});
        press(QStringLiteral("Num_Lock"));
    }

    void digitsStayWithTheTextThatIsTyped()
    {
        QVERIFY(run("setxkbmap", {QStringLiteral("fr")}));
        auto* search = find<QLineEdit>("librarySearch");
        search->setFocus();
        QCOMPARE(press(QStringLiteral("10")), QStringList());
        QCOMPARE(press(QStringLiteral("shift+11")), QStringList());
        QCOMPARE(search->text(), QStringLiteral("&2"));
        search->clear();
        find<widgets::TimelineView>("timeline")->setFocus();
    }

    void theFieldForNewKeysNotesTheDigit()
    {
        QVERIFY(run("setxkbmap", {QStringLiteral("us")}));
        app::KeyField field;
        field.show();
        field.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&field, support::kPatience));
        field.setFocus();
        QStringList noted; // the last is the mark of press()
        connect(&field, &QKeySequenceEdit::keySequenceChanged, this,
                [&](const QKeySequence& key) { noted << key.toString(); });
        press(QStringLiteral("shift+12"));
        QVERIFY2(noted.contains(QStringLiteral("Shift+3")), qPrintable(noted.join(QLatin1Char(' '))));
        field.close();
        QVERIFY(activate());
    }

private:
    /// @return the actions that were called
    QStringList press(const QString& keys)
    {
        m_called.clear();
        if (!run("xdotool", {QStringLiteral("key"), keys}))
            return {QStringLiteral("xdotool failed")};
        // The key after it marks that all events have come: nothing uses it, and the window sees it.
        KeySeen seen;
        qApp->installEventFilter(&seen);
        if (!run("xdotool", {QStringLiteral("key"), QStringLiteral("Pause")}))
            return {QStringLiteral("xdotool failed")};
        const bool hasCome = QTest::qWaitFor([&] { return seen.isSeen; }, support::kPatience);
        return hasCome ? m_called : QStringList{QStringLiteral("no key came")};
    }

    class KeySeen : public QObject {
    public:
        bool isSeen = false;

    protected:
        bool eventFilter(QObject* watched, QEvent* event) override
        {
            isSeen = isSeen
                || (event->type() == QEvent::KeyRelease
                    && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Pause);
            return QObject::eventFilter(watched, event);
        }
    };

    QStringList m_called;
};

int main(int argc, char** argv)
{
    const OwnDisplay display;
    return runWindowTest<KeyboardsTest>(argc, argv);
}

#include "tst_keyboards.moc"
