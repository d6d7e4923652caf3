#include "widgets/review/value_editor.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;
using Value = ValueEditor::Value;

namespace {

const engine::LabelScheme kSteps{"sentiment", engine::NumberScale{-3.0, 3.0, 1.0}};
const engine::LabelScheme kNumber{"arousal", engine::NumberScale{0.0, 1.0, 0.05}};
const engine::LabelScheme kTerms{"act", engine::Vocabulary{{{"praise", "#00ff00", "p"}, {"blame", "", ""}}}};
const engine::LabelScheme kText{"note", engine::FreeText()};
const engine::LabelScheme kWords{
    "feeling", engine::FreeText{engine::WordList{{{"Happy", "#00ff00", ""}, {"sad", "", ""}}}}};
const engine::LabelScheme kListed{
    "feeling", engine::FreeText{engine::WordList{{{"Happy", "", ""}, {"sad", "", ""}}, true}}};

}

class ValueEditorTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { support::useTheme(darkTheme()); }

    void aStepIsGivenByAClickAndTakenByTheNext()
    {
        show(kSteps);
        QTest::mouseClick(button("sentiment -2"), Qt::LeftButton);
        QCOMPARE(last(), std::optional<Value>(-2.0));
        QCOMPARE(m_chosen->last().first().toString(), QStringLiteral("sentiment"));
        QVERIFY(!button("sentiment -2")->isChecked()); // until the answer comes
        m_editor->setValue(-2.0);
        QVERIFY(button("sentiment -2")->isChecked());
        QTest::mouseClick(button("sentiment -2"), Qt::LeftButton);
        QCOMPARE(last(), std::optional<Value>());
        QCOMPARE(m_chosen->count(), 2);
    }

    void aValueBetweenStepsMarksNone()
    {
        show(kSteps);
        m_editor->setValue(1.5);
        for (const QToolButton* step : m_editor->findChildren<QToolButton*>())
            QVERIFY(!step->isChecked());
    }

    void aValueBetweenStepsIsAMarkAtItsPlace_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("behind");
        QTest::newRow("a half") << 1.5 << QStringLiteral("+1.5") << QStringLiteral("sentiment 1")
                                << QStringLiteral("sentiment 2");
        QTest::newRow("a third") << 1.0 / 3.0 << QStringLiteral("+0.33") << QStringLiteral("sentiment 0")
                                 << QStringLiteral("sentiment 1");
        QTest::newRow("negative") << -2.5 << QStringLiteral("−2.5") << QStringLiteral("sentiment -3")
                                  << QStringLiteral("sentiment -2");
    }
    void aValueBetweenStepsIsAMarkAtItsPlace()
    {
        QFETCH(const double, value);
        QFETCH(const QString, text);
        QFETCH(const QString, before);
        QFETCH(const QString, behind);
        show(kSteps);
        m_editor->setValue(value);
        auto* mark = m_editor->findChild<QLabel*>(QStringLiteral("sentiment between"));
        QVERIFY(mark->isVisible());
        QCOMPARE(mark->text(), text);
        const auto middle = [](const QWidget* widget) { return widget->geometry().center().x(); };
        QVERIFY(middle(mark) > middle(button(qPrintable(before))));
        QVERIFY(middle(mark) < middle(button(qPrintable(behind))));
        m_editor->setValue(2.0);
        QVERIFY(!mark->isVisible());
    }

    void aNumberIsTypedStepsUpAndIsTakenAwayBelowTheLeast()
    {
        show(kNumber);
        auto* number = m_editor->findChild<QDoubleSpinBox*>();
        QCOMPARE(number->text(), QStringLiteral("–"));
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("0.35"));
        QCOMPARE(m_chosen->count(), 0); // not while it is typed
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(last(), std::optional<Value>(0.35));
        QTest::keyClick(number, Qt::Key_Up);
        QCOMPARE(std::get<double>(*last()), 0.4);
        m_editor->setValue(0.0);
        QTest::keyClick(number, Qt::Key_Down);
        QCOMPARE(last(), std::optional<Value>());
        QCOMPARE(number->text(), QStringLiteral("–"));
    }

    void aTermIsGivenByKeyboardAlone()
    {
        show(kTerms);
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(button("act blame")->hasFocus() || button("act praise")->hasFocus());
        button("act praise")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button("act praise"), Qt::Key_Space);
        QCOMPARE(last(), std::optional<Value>(std::string("praise")));
        QVERIFY(!button("act praise")->isChecked()); // until the answer comes
        m_editor->setValue(std::string("praise"));
        QVERIFY(button("act praise")->isChecked() && !button("act blame")->isChecked());
        QTest::keyClick(button("act praise"), Qt::Key_Space);
        QCOMPARE(last(), std::optional<Value>());
        QCOMPARE(button("act praise")->toolTip(), QStringLiteral("praise (key p)"));
        QCOMPARE(button("act blame")->toolTip(), QStringLiteral("blame"));
        QCOMPARE(button("act blame")->accessibleName(), QStringLiteral("act blame"));
    }

    void aTextIsAnnouncedOnceWhenItIsFinished()
    {
        show(kText);
        auto* field = m_editor->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral(" irony "));
        QCOMPARE(m_chosen->count(), 0);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(last(), std::optional<Value>(std::string("irony")));
        m_editor->setValue(std::string("irony"));
        QTest::keyClick(field, Qt::Key_Return); // nothing new
        QCOMPARE(m_chosen->count(), 1);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Backspace);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(last(), std::optional<Value>());
    }

    void whatIsBeingTypedIsNotOverwritten()
    {
        show(kText);
        auto* field = m_editor->findChild<QLineEdit*>();
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("iro"));
        m_editor->setValue(std::string("said before"));
        QCOMPARE(field->text(), QStringLiteral("iro"));
        field->clearFocus();
        m_editor->setValue(std::string("said before"));
        QCOMPARE(field->text(), QStringLiteral("said before"));
    }

    void settersStaySilentAndDisabledOnesToo_data() { addKinds(); }
    void settersStaySilentAndDisabledOnesToo()
    {
        QFETCH(const int, kind);
        show(kindOf(kind));
        for (const std::optional<Value>& value :
             {std::optional<Value>(1.0), std::optional<Value>(std::string("praise")), std::optional<Value>()})
            m_editor->setValue(value);
        QCOMPARE(m_chosen->count(), 0);
        m_editor->setEnabled(false);
        for (QWidget* child : m_editor->findChildren<QWidget*>()) {
            QTest::mouseClick(child, Qt::LeftButton);
            QTest::keyClick(child, Qt::Key_1);
            QTest::keyClick(child, Qt::Key_Return);
        }
        QCOMPARE(m_chosen->count(), 0);
    }

    void namesOfAllKindsAreShownAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("an ampersand") << QStringLiteral("R&D");
        QTest::newRow("Hebrew") << QStringLiteral("שבח");
        QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧");
    }
    void namesOfAllKindsAreShownAsTheyAre()
    {
        QFETCH(const QString, name);
        show({"act", engine::Vocabulary{{{name.toStdString(), "", "r"}}}});
        auto* term = m_editor->findChild<QToolButton*>();
        QCOMPARE(term->text().replace(QLatin1String("&&"), QLatin1String("&")),
                 name + QStringLiteral("  1")); // with its key
        QCOMPARE(term->text().count(QLatin1Char('&')), 2 * name.count(QLatin1Char('&'))); // no mnemonic
        QCOMPARE(term->accessibleName(), QStringLiteral("act ") + name);
        QTest::mouseClick(term, Qt::LeftButton);
        QCOMPARE(last(), std::optional<Value>(name.toStdString()));
        QVERIFY(support::inkContrast(term->grab().toImage(), term->rect().adjusted(4, 4, -4, -4)) >= 3.0);
    }

    void manyTermsFitIntoANarrowPanel()
    {
        engine::Vocabulary terms;
        for (int i = 0; i < 30; ++i)
            terms.terms.push_back({"extremely surprised " + std::to_string(i), "", ""});
        show({"emotion", terms});
        QVERIFY2(m_editor->minimumSizeHint().width() <= 300,
                 qPrintable(QString::number(m_editor->minimumSizeHint().width())));
        m_editor->resize(300, m_editor->minimumSizeHint().height());
        const auto buttons = m_editor->findChildren<QToolButton*>();
        QCOMPARE(buttons.size(), 30);
        for (const QToolButton* term : buttons) {
            QTRY_VERIFY(m_editor->rect().contains(term->geometry()));
            QVERIFY(term->toolTip().startsWith(QStringLiteral("extremely surprised")));
        }
    }

    void wordsAreTypedAndTakenAway()
    {
        show(kWords);
        auto* field = m_editor->findChild<QLineEdit*>(QStringLiteral("feelingWords"));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("  happy "));
        QCOMPARE(m_chosen->count(), 0);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(last(), std::optional<Value>(std::string("Happy"))); // as the list has it
        m_editor->setValue(std::string("Happy"));
        QVERIFY(button("feeling Happy") && field->text().isEmpty());
        QTest::keyClicks(field, QStringLiteral("a little  tired,"));
        QCOMPARE(last(), std::optional<Value>(std::string("Happy; a little tired")));
        m_editor->setValue(*last());
        QTest::keyClicks(field, QStringLiteral("HAPPY;"));
        QCOMPARE(m_chosen->count(), 2); // the word is there already
        field->clear();
        QTest::keyClick(field, Qt::Key_Backspace);
        QCOMPARE(last(), std::optional<Value>(std::string("Happy")));
        m_editor->setValue(*last());
        QTest::mouseClick(button("feeling Happy"), Qt::LeftButton);
        QCOMPARE(last(), std::optional<Value>()); // no answer, not the empty set
    }

    void noWordAtAllIsAnAnswer()
    {
        show(kWords);
        QVERIFY(!button("feelingNone")->isChecked());
        QTest::mouseClick(button("feelingNone"), Qt::LeftButton);
        QCOMPARE(last(), std::optional<Value>(std::string("[]")));
        m_editor->setValue(*last());
        QVERIFY(button("feelingNone")->isChecked());
        QTest::mouseClick(button("feelingNone"), Qt::LeftButton);
        QCOMPARE(last(), std::optional<Value>());
    }

    void aClosedListTakesNoOtherWord()
    {
        show(kListed);
        auto* field = m_editor->findChild<QLineEdit*>(QStringLiteral("feelingWords"));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("glad;"));
        QCOMPARE(m_chosen->count(), 0);
        QCOMPARE(field->text(), QStringLiteral("glad"));
        field->clear();
        QTest::keyClicks(field, QStringLiteral("sad;"));
        QCOMPARE(last(), std::optional<Value>(std::string("sad")));
    }

    void nineWordsAreTooMany()
    {
        show(kWords);
        m_editor->setValue(std::string("a; b; c; d; e; f; g; h"));
        auto* field = m_editor->findChild<QLineEdit*>(QStringLiteral("feelingWords"));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("i;"));
        QCOMPARE(m_chosen->count(), 0);
        QCOMPARE(m_editor->findChildren<QToolButton*>().size(), 9); // eight, and None
    }

    void textIsLegible_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isDark");
        for (int kind = 0; kind < 4; ++kind) {
            QTest::addRow("%d, dark", kind) << kind << true;
            QTest::addRow("%d, light", kind) << kind << false;
        }
    }
    void textIsLegible()
    {
        QFETCH(const int, kind);
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        show(kindOf(kind));
        QVERIFY(support::inkContrast(m_editor->grab().toImage(), m_editor->rect()) >= 4.5);
        support::useTheme(darkTheme());
    }

private:
    static void addKinds()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("steps") << 0;
        QTest::newRow("number") << 1;
        QTest::newRow("terms") << 2;
        QTest::newRow("text") << 3;
    }
    static engine::LabelScheme kindOf(int kind)
    {
        return std::array{kSteps, kNumber, kTerms, kText}.at(kind);
    }

    void show(const engine::LabelScheme& label)
    {
        m_editor = std::make_unique<ValueEditor>(label, true);
        m_chosen = std::make_unique<QSignalSpy>(m_editor.get(), &ValueEditor::chosen);
        m_editor->resize(400, m_editor->sizeHint().height());
        QVERIFY(support::showActive(*m_editor));
    }
    QToolButton* button(const char* name) const
    {
        return m_editor->findChild<QToolButton*>(QLatin1String(name));
    }
    std::optional<Value> last() const { return m_chosen->last().at(1).value<std::optional<Value>>(); }

    std::unique_ptr<ValueEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_chosen;
};

QTEST_MAIN(ValueEditorTest)
#include "tst_value_editor.moc"
