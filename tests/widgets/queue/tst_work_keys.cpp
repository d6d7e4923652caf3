#include "widgets/queue/work_keys.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "tests/support/waiting.h"

using namespace widgets;

/// One set of keys for all lists that are worked off.
class WorkKeysTest : public QObject {
    Q_OBJECT

    QWidget m_window;
    QTreeWidget* m_table = nullptr;
    QListWidget* m_list = nullptr;
    QLineEdit* m_field = nullptr;
    QComboBox* m_choice = nullptr;
    QPushButton* m_button = nullptr;
    QStringList m_done;
    bool m_hasNext = true;
    WorkKeys* m_keys = nullptr;

    void press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        widget->setFocus();
        QTest::keyClick(widget, key, modifiers);
    }

private slots:
    void initTestCase()
    {
        auto* layout = new QVBoxLayout(&m_window);
        for (QWidget* widget :
             std::initializer_list<QWidget*>{m_table = new QTreeWidget, m_list = new QListWidget,
             m_field = new QLineEdit, m_choice = new QComboBox, m_button = new QPushButton})
            layout->addWidget(widget);
        m_keys = new WorkKeys({&m_window},
                              {.accept = [this] { m_done << QStringLiteral("accept"); },
                               .reject = [this] { m_done << QStringLiteral("reject"); },
                               .correct = [this](int digit) { m_done << QString::number(digit); },
                               .next =
                                   [this] {
                                       m_done << QStringLiteral("next");
                                       return m_hasNext;
                                   },
                               .others = {{Qt::Key_K, [this] { m_done << QStringLiteral("keep"); }}}},
                              this);
        m_window.show();
        m_window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window, support::kPatience));
    }
    void init() { m_done.clear(); }

    void theVerbsAreKeys()
    {
        for (const Qt::Key key : {Qt::Key_A, Qt::Key_X, Qt::Key_3, Qt::Key_Return, Qt::Key_Enter, Qt::Key_K})
            press(m_table, key);
        QCOMPARE(m_done.join(u' '), QStringLiteral("accept reject 3 next next keep"));
    }

    void zeroAndKeysWithModifiersAreNone()
    {
        press(m_table, Qt::Key_0);
        press(m_table, Qt::Key_A, Qt::ControlModifier);
        press(m_table, Qt::Key_1, Qt::ShiftModifier);
        press(m_table, Qt::Key_B);
        QVERIFY2(m_done.isEmpty(), qPrintable(m_done.join(u' ')));
    }

    void whereTextIsTypedTheKeysAreLetters()
    {
        for (QWidget* widget : std::initializer_list<QWidget*>{m_field, m_choice}) {
            press(widget, Qt::Key_A);
            press(widget, Qt::Key_X);
            press(widget, Qt::Key_1);
        }
        QVERIFY2(m_done.isEmpty(), qPrintable(m_done.join(u' ')));
        QCOMPARE(m_field->text(), QStringLiteral("ax1"));
    }

    void enterGoesOnFromAnyOtherButton()
    {
        press(m_button, Qt::Key_Return);
        QCOMPARE(m_done.join(u' '), QStringLiteral("next"));
    }

    void enterPressesTheButtonOfADialog()
    {
        m_button->setAutoDefault(true);
        press(m_button, Qt::Key_Return);
        QVERIFY2(m_done.isEmpty(), qPrintable(m_done.join(u' ')));
        press(m_button, Qt::Key_A);
        m_table->setFocus();
        m_button->setAutoDefault(false);
        QCOMPARE(m_done.join(u' '), QStringLiteral("accept"));
    }

    void enterOpensARowWhereThereIsNoNext()
    {
        m_list->addItem(QStringLiteral("row"));
        m_list->setCurrentRow(0);
        int opened = 0;
        connect(m_list, &QListWidget::itemActivated, this, [&opened] { ++opened; });
        press(m_list, Qt::Key_Return);
        QCOMPARE(opened, 0);
        m_hasNext = false;
        press(m_list, Qt::Key_Return);
        m_hasNext = true;
        QCOMPARE(opened, 1);
        QCOMPARE(m_done.join(u' '), QStringLiteral("next next"));
    }

    void digitsMayBelongToSomethingElse()
    {
        m_keys->setDigits(false);
        press(m_table, Qt::Key_2);
        m_keys->setDigits(true);
        QVERIFY(m_done.isEmpty());
    }

    void withoutAnEntryNoKeyCounts()
    {
        m_keys->setActive(false);
        press(m_table, Qt::Key_A);
        m_keys->setActive(true);
        QVERIFY(m_done.isEmpty());
    }
};

QTEST_MAIN(WorkKeysTest)
#include "tst_work_keys.moc"
