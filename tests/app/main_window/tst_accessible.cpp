#include "app/actions/actions.h"
#include "widgets/timeline/timeline_view.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTest>

#include <cmath>
#include <set>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace {

/// Everything below, in sight or not; `visit` says whether to go on below it.
void walk(QAccessibleInterface* node, const std::function<bool(QAccessibleInterface*)>& visit, int depth = 0)
{
    if (!node || !node->isValid() || depth > 40 || !visit(node))
        return;
    for (int i = 0; i < node->childCount(); ++i)
        walk(node->child(i), visit, depth + 1);
}

bool isInteractive(QAccessible::Role role)
{
    static const std::set<QAccessible::Role> roles{
        QAccessible::Button,     QAccessible::ButtonDropDown, QAccessible::ButtonMenu,
        QAccessible::CheckBox,   QAccessible::RadioButton,    QAccessible::EditableText,
        QAccessible::ComboBox,   QAccessible::SpinBox,        QAccessible::Slider,
        QAccessible::PageTab,    QAccessible::MenuItem,       QAccessible::List,
        QAccessible::Table,      QAccessible::Tree,           QAccessible::ListItem,
        QAccessible::ProgressBar};
    return roles.contains(role);
}

QString describe(QAccessibleInterface* node)
{
    const QObject* object = node->object();
    return QStringLiteral("role %1, %2 “%3”")
        .arg(int(node->role()))
        .arg(object ? QLatin1String(object->metaObject()->className()) : QLatin1String("item"),
             object ? object->objectName() : QString());
}

void collect(const QMenu* menu, std::set<const QAction*>& actions)
{
    for (const QAction* action : menu->actions()) {
        actions.insert(action);
        if (action->menu())
            collect(action->menu(), actions);
    }
}

}

/// What those meet who do not see the window, or have no mouse.
class AccessibleTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
    }
    void cleanupTestCase() { m_real.reset(); }

    void whatCanBeUsedHasAName_data()
    {
        QTest::addColumn<QString>("tab");
        for (const char* tab : {"inspector", "align", "predict", "space"})
            QTest::newRow(tab) << QString::fromLatin1(tab);
    }

    void whatCanBeUsedHasAName()
    {
        QFETCH(const QString, tab);
        QVERIFY(window().showTab(tab));
        QVERIFY(settle());
        QStringList nameless;
        int seen = 0;
        walk(QAccessible::queryAccessibleInterface(&window()), [&](QAccessibleInterface* node) {
            if (node->state().invisible)
                return false;
            if (isInteractive(node->role())) {
                ++seen;
                if (node->text(QAccessible::Name).trimmed().isEmpty()
                    && node->text(QAccessible::Value).trimmed().isEmpty())
                    nameless << describe(node);
            }
            return true;
        });
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
        QVERIFY2(seen > 60, qPrintable(QString::number(seen)));
    }

    void theTimelineIsATreeOfTracksWordsAndSegments()
    {
        QAccessibleInterface* timeline = QAccessible::queryAccessibleInterface(m_view);
        QVERIFY(timeline);
        QAccessibleInterface* words = nullptr;
        QAccessibleInterface* labels = nullptr;
        for (int i = 0; i < timeline->childCount(); ++i) {
            QAccessibleInterface* track = timeline->child(i);
            QCOMPARE(timeline->indexOfChild(track), i);
            if (track->object() && track->object()->objectName() == QLatin1String("wordsTrack"))
                words = track;
            if (track->object() && track->object()->objectName() == QLatin1String("labelsTrack"))
                labels = track;
        }
        QVERIFY(words && labels);
        const engine::TimedText& text = session().document().words();
        QCOMPARE(words->childCount(), int(text.texts.size()));
        QAccessibleInterface* fifth = words->child(5);
        QVERIFY(fifth->text(QAccessible::Name).contains(QString::fromStdString(text.texts[5])));
        QCOMPARE(fifth->parent(), words);
        QCOMPARE(words->child(5), fifth); // the same one as long as it is kept
        QCOMPARE(words->indexOfChild(fifth), 5);
        QVERIFY(m_view->rect().contains(
            QRect(m_view->mapFromGlobal(fifth->rect().topLeft()), fifth->rect().size()).center()));

        QVERIFY(labels->child(1)->text(QAccessible::Name).startsWith(QStringLiteral("Segment 2 of 5")));
        QVERIFY(labels->child(1)->text(QAccessible::Name).contains(QStringLiteral("sentiment")));
        labels->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        const engine::Interval segment = session().document().labels().rows.intervals[1];
        QTRY_VERIFY(std::abs(session().player().position() - (segment.start + segment.end) / 2) < 0.1);
        QTRY_VERIFY(labels->child(1)->state().active);
        QVERIFY(!labels->child(2)->state().active);
    }

    void thePlayheadIsItsValue()
    {
        QAccessibleValueInterface* value = QAccessible::queryAccessibleInterface(m_view)->valueInterface();
        QVERIFY(value);
        value->setCurrentValue(3.0);
        QTRY_VERIFY(std::abs(value->currentValue().toDouble() - 3.0) < 0.1);
        QCOMPARE(value->maximumValue().toDouble(), m_view->duration());
    }

    void itemsThatGoAreNotTouchedAgain()
    {
        QAccessibleInterface* timeline = QAccessible::queryAccessibleInterface(m_view);
        QAccessibleInterface* words = nullptr;
        for (int i = 0; i < timeline->childCount(); ++i) {
            if (timeline->child(i)->object()
                && timeline->child(i)->object()->objectName() == QLatin1String("wordsTrack"))
                words = timeline->child(i);
        }
        const int count = words->childCount();
        QAccessibleInterface* last = words->child(count - 1);
        session().editor().segments().remove(app::kWordsTier, std::size_t(count) - 1);
        QCOMPARE(words->childCount(), count - 1);
        QVERIFY(!last->isValid());
        QVERIFY(last->text(QAccessible::Name).isEmpty());
        QVERIFY(!words->child(count - 1));
        history().undo();
        QVERIFY(last->isValid());
    }

    void everyActionHasANameAndAKeyOrAMenuEntry()
    {
        std::set<const QAction*> inMenus;
        for (const QAction* entry : window().menuBar()->actions())
            collect(entry->menu(), inMenus);
        for (const QAction* kind : window().findChild<app::Actions*>()->ofMenu("export"))
            inMenus.insert(kind); // Export… lists them
        inMenus.insert(action("crash-notes")); // a notice offers it
        inMenus.insert(action("compare-trainings")); // a tab of what “train” shows
        int checked = 0;
        for (const QAction* action : window().findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (action->isSeparator() || action->objectName().isEmpty())
                continue;
            ++checked;
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(!action->shortcuts().isEmpty() || inMenus.contains(action),
                     qPrintable(action->objectName()));
        }
        QVERIFY2(checked > 60, qPrintable(QString::number(checked)));
    }

    void tabWalksEveryPanel()
    {
        window().showTab(QStringLiteral("align"));
        find<QLineEdit>("librarySearch")->setFocus();
        std::set<QString> visited;
        for (int i = 0; i < 150; ++i) {
            for (const QWidget* at = QApplication::focusWidget(); at; at = at->parentWidget())
                visited.insert(at->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(QApplication::focusWidget());
        }
        for (const char* panel : {"librarySearch", "libraryList", "timeline", "sidePanels", "alignPanel"})
            QVERIFY2(
                visited.contains(QLatin1String(panel)),
                qPrintable(QStringLiteral("%1 is not among %2")
                               .arg(QLatin1String(panel),
                                    QStringList(visited.begin(), visited.end()).join(QLatin1Char(' ')))));
    }

private:
    widgets::TimelineView* m_view = nullptr;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QApplication application(argc, argv);
    QAccessible::setActive(true);
    AccessibleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accessible.moc"
