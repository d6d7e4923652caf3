#include "app/actions/actions.h"
#include "app/features.h"
#include "app/help/shortcuts_dialog.h"
#include "app/settings/settings.h"

#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <map>

#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

using app::Keymap;

namespace {

QKeySequence key(const char* text)
{
    return QKeySequence(QLatin1String(text), QKeySequence::PortableText);
}

}

class TestShortcuts : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        app::Settings().setKeymap({});
        app::Settings().setOwnKeys({});
        m_window = std::make_unique<QMainWindow>();
        m_actions = std::make_unique<app::Actions>(m_window.get(), app::allCommands());
    }
    void cleanup()
    {
        m_actions.reset();
        m_window.reset();
    }

    void noPresetGivesAKeyToTwo_data()
    {
        QTest::addColumn<QString>("preset");
        for (const QString& name : app::keymapNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    void noPresetGivesAKeyToTwo()
    {
        QFETCH(const QString, preset);
        const Keymap map = app::withOwn(m_actions->defaultKeys(), m_actions->foreignKeys(preset));
        QCOMPARE(map.size(), m_actions->all().size()); // every action of a preset is one of ours
        std::map<QString, QString> holders;
        for (const auto& [action, keys] : map) {
            for (const QKeySequence& each : keys) {
                QVERIFY2(!each.isEmpty(), qPrintable(action));
                const auto [held, isNew] = holders.emplace(each.toString(), action);
                QVERIFY2(
                    isNew,
                    qPrintable(QStringLiteral("%1: %2 and %3").arg(each.toString(), held->second, action)));
            }
        }
        QVERIFY(!map.at(QStringLiteral("play")).isEmpty());
        QVERIFY(!map.at(QStringLiteral("palette")).isEmpty());
    }

    void everyActionHasAName()
    {
        for (const QAction* action : m_actions->all()) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            QVERIFY(!action->toolTip().isEmpty());
        }
    }

    void presetsChangeTheActions()
    {
        m_actions->setKeys(
            app::withOwn(m_actions->defaultKeys(), m_actions->foreignKeys(QStringLiteral("praat"))));
        QCOMPARE(m_actions->at("zoom-in")->shortcuts(), (QList<QKeySequence>{key("Ctrl+I")}));
        QVERIFY(m_actions->at("zoom-in")->toolTip().contains(QStringLiteral("Ctrl+I")));
        m_actions->setKeys(m_actions->defaultKeys());
        QCOMPARE(m_actions->at("zoom-in")->shortcut(), key("Ctrl++"));
    }

    void ownKeysComeBackAndTakeOthersAway()
    {
        const Keymap own{{QStringLiteral("mute"), {key("F")}}, {QStringLiteral("loop"), {}}};
        QCOMPARE(app::fromLines(app::toLines(own)), own);
        const Keymap map = app::withOwn(m_actions->defaultKeys(), own);
        QCOMPARE(map.at(QStringLiteral("mute")), (QList<QKeySequence>{key("F")}));
        QVERIFY(map.at(QStringLiteral("follow")).isEmpty()); // had it
        QVERIFY(map.at(QStringLiteral("loop")).isEmpty());
        QVERIFY(app::fromLines({QStringLiteral("=x"), QStringLiteral("nothing")}).empty());
    }

    void aKeyIsGivenInTheDialogAndItsHolderTold()
    {
        app::Settings settings;
        app::ShortcutsDialog dialog(*m_actions, settings, m_window.get());
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, support::kPatience));
        auto* search = dialog.findChild<QLineEdit*>(QStringLiteral("searchKeys"));
        auto* list = dialog.findChild<QTreeWidget*>(QStringLiteral("keyList"));
        QTest::keyClicks(search, QStringLiteral("mute"));
        QTreeWidgetItem* mute = nullptr;
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            if (!list->topLevelItem(i)->isHidden())
                mute = list->topLevelItem(i);
        }
        QVERIFY(mute);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(mute).center());
        auto* field = dialog.findChild<QKeySequenceEdit*>(QStringLiteral("newKey"));
        field->setFocus();
        QTest::keyClick(field->findChild<QLineEdit*>() ? static_cast<QWidget*>(field) : field, Qt::Key_F);
        auto* conflict = dialog.findChild<QLabel*>(QStringLiteral("keyConflict"));
        QTRY_VERIFY2(conflict->text().contains(QStringLiteral("Follow")), qPrintable(conflict->text()));
        picture(dialog, "shortcuts");
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("assignKey")), Qt::LeftButton);
        QCOMPARE(m_actions->at("mute")->shortcut(), key("F"));
        QVERIFY(m_actions->at("follow")->shortcuts().isEmpty());
        QCOMPARE(app::chosenKeymap(*m_actions, app::Settings()).at(QStringLiteral("mute")),
                 (QList<QKeySequence>{key("F")}));
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("restoreKeys")), Qt::LeftButton);
        QCOMPARE(m_actions->at("mute")->shortcut(), key("Ctrl+M"));
    }

private:
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<app::Actions> m_actions;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QApplication application(argc, argv);
    TestShortcuts test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shortcuts.moc"
