#include "widgets/align/step_editor.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;

class StepEditorTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_editor = new StepEditor;
        column->addWidget(m_editor);
        m_kind = m_editor->findChild<QComboBox*>(QStringLiteral("reference"));
        m_first = m_editor->findChild<QDoubleSpinBox*>(QStringLiteral("referenceFirst"));
        m_second = m_editor->findChild<QDoubleSpinBox*>(QStringLiteral("referenceSecond"));
        m_window->resize(400, 80);
        m_editor->setStep(nullptr, {}, {});
        QVERIFY(support::showActive(*m_window));
    }

    void onlyStepsWithAReferenceHaveOne()
    {
        QVERIFY(!m_editor->isVisible());
        set(engine::SortStep());
        QVERIFY(!m_editor->isVisible());
        set(engine::AlignStep{std::string("words"), {}});
        QVERIFY(m_editor->isVisible());
        QCOMPARE(m_kind->currentText(), QStringLiteral("words"));
        set(engine::RevertStep());
        QVERIFY(!m_editor->isVisible());
    }

    void anAlignmentHasMoreReferencesThanAFilling()
    {
        set(engine::AlignStep{std::string("words"), {}});
        QCOMPARE(choices(),
                 (QStringList{QStringLiteral("words"), QStringLiteral("visual"), QStringLiteral("Fixed rate"),
                              QStringLiteral("Sliding window"), QStringLiteral("Video frames")}));
        set(engine::AlignStep{std::string("words"), {}}, {});
        QVERIFY(!choices().contains(QStringLiteral("Video frames"))); // no video has frames
        set(engine::ImputeStep{"visual", {}});
        QCOMPARE(choices(), (QStringList{QStringLiteral("words"), QStringLiteral("visual")}));
        QCOMPARE(m_kind->currentText(), QStringLiteral("visual"));
    }

    void keysAloneChooseAnotherReference()
    {
        set(engine::AlignStep{std::string("words"), {}});
        QSignalSpy chosen(m_editor, &StepEditor::referenceChosen);
        QTest::keyClick(m_window.get(), Qt::Key_Tab);
        QVERIFY(m_kind->hasFocus());
        const engine::AlignReference expected[]{std::string("visual"), engine::FixedRate(),
                                                engine::SlidingWindow(), engine::VideoFrames{"/m/{id}.mp4"}};
        for (const engine::AlignReference& reference : expected) {
            QTest::keyClick(m_kind, Qt::Key_Down);
            QVERIFY(last(chosen) == reference);
        }
        QCOMPARE(chosen.count(), 4);
    }

    void aRateIsTyped()
    {
        set(engine::AlignStep{engine::FixedRate{25.0}, {}});
        QVERIFY(m_first->isVisible() && !m_second->isVisible());
        QCOMPARE(m_first->text(), QStringLiteral("25.00 Hz"));
        QCOMPARE(m_first->accessibleName(), QStringLiteral("Rows per second"));
        QSignalSpy chosen(m_editor, &StepEditor::referenceChosen);
        type(m_first, QStringLiteral("12.5"));
        QCOMPARE(chosen.count(), 1); // not for each digit
        QVERIFY(last(chosen) == engine::AlignReference(engine::FixedRate{12.5}));
        type(m_first, QStringLiteral("0"));
        QCOMPARE(m_first->value(), 12.5); // never no rows at all
        QCOMPARE(chosen.count(), 1);
    }

    void aWindowHasLengthAndHop()
    {
        set(engine::AlignStep{engine::SlidingWindow{2.0, 0.25}, {}});
        QVERIFY(m_first->isVisible() && m_second->isVisible());
        QCOMPARE(m_first->text(), QStringLiteral("2.000 s"));
        QCOMPARE(m_second->text(), QStringLiteral("0.250 s"));
        QSignalSpy chosen(m_editor, &StepEditor::referenceChosen);
        type(m_second, QStringLiteral("0.125"));
        QVERIFY(last(chosen) == engine::AlignReference(engine::SlidingWindow{2.0, 0.125}));
        QTest::keyClick(m_first, Qt::Key_Up);
        QVERIFY(last(chosen) == engine::AlignReference(engine::SlidingWindow{3.0, 0.125}));
    }

    void settersStaySilentAndADisabledEditorToo()
    {
        QSignalSpy chosen(m_editor, &StepEditor::referenceChosen);
        set(engine::AlignStep{engine::FixedRate{25.0}, {}});
        set(engine::AlignStep{engine::SlidingWindow{2.0, 0.25}, {}});
        set(engine::AlignStep{engine::VideoFrames{"/m/{id}.mp4"}, {}});
        QCOMPARE(m_kind->currentText(), QStringLiteral("Video frames"));
        set(engine::ImputeStep{"words", {}});
        m_editor->setEnabled(false);
        QTest::mouseClick(m_kind, Qt::LeftButton);
        QTest::keyClick(m_kind, Qt::Key_Down);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(chosen.count(), 0);
    }

    void aReferenceThatIsGoneIsStillSeen()
    {
        set(engine::AlignStep{std::string("phones"), {}});
        QCOMPARE(m_kind->currentText(), QStringLiteral("phones"));
        QCOMPARE(choices().size(), 6);
        m_editor->setStep(nullptr, {}, {});
        const engine::RecipeStep step = engine::ImputeStep{"phones", {}};
        m_editor->setStep(&step, {}, {}); // of none
        QCOMPARE(choices(), QStringList{QStringLiteral("phones")});
    }

    void aNameWithoutRoomIsInTheToolTip_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("long") << QStringLiteral("CMU_MOSEI_TimestampedWordVectors_of_a_second_reading");
        QTest::newRow("Hebrew") << QStringLiteral("המילים של הקריאה השנייה של הטקסט כולו בקול רם");
        // It would part letters of several code points.
        // clang-format off
        QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧🇩🇪👍🏽👩‍👩‍👧🇩🇪👍🏽👩‍👩‍👧🇩🇪👍"
                                                 "🏽");
        // clang-format on
    }
    void aNameWithoutRoomIsInTheToolTip()
    {
        QFETCH(const QString, name);
        set(engine::AlignStep{name.toStdString(), {}});
        m_window->resize(m_window->minimumSizeHint().expandedTo({200, 60}));
        QCOMPARE(m_kind->currentText(), name);
        const QPoint inside = m_kind->rect().center();
        QHelpEvent event(QEvent::ToolTip, inside, m_kind->mapToGlobal(inside));
        QApplication::sendEvent(m_kind, &event);
        QCOMPARE(QToolTip::text(), name);
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void windowsFitIntoANarrowPanel()
    {
        set(engine::AlignStep{engine::SlidingWindow{3600.0, 3600.0}, {}});
        QVERIFY2(m_editor->minimumSizeHint().width() <= 340,
                 qPrintable(QString::number(m_editor->minimumSizeHint().width())));
        m_window->resize(m_window->minimumSizeHint());
        for (const QWidget* field : {static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_second)})
            QTRY_VERIFY(field->width() >= field->minimumSizeHint().width());
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        set(engine::AlignStep{engine::SlidingWindow{2.0, 0.25}, {}});
        for (QWidget* widget : {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_first)}) {
            QTRY_VERIFY(widget->height() > 10);
            QVERIFY(support::inkContrast(widget->grab().toImage(), widget->rect().adjusted(5, 5, -25, -5))
                    >= 4.5);
        }
    }

private:
    void set(const engine::RecipeStep& step, const std::string& frames = "/m/{id}.mp4")
    {
        m_editor->setStep(&step, {"words", "visual"}, frames);
    }
    QStringList choices() const
    {
        QStringList texts;
        for (int i = 0; i < m_kind->count(); ++i)
            texts << m_kind->itemText(i);
        return texts;
    }
    static void type(QDoubleSpinBox* field, const QString& number)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, number);
        QTest::keyClick(field, Qt::Key_Return);
    }
    static engine::AlignReference last(const QSignalSpy& spy)
    {
        return spy.last().first().value<engine::AlignReference>();
    }

    std::unique_ptr<QWidget> m_window;
    StepEditor* m_editor = nullptr;
    QComboBox* m_kind = nullptr;
    QDoubleSpinBox* m_first = nullptr;
    QDoubleSpinBox* m_second = nullptr;
};

QTEST_MAIN(StepEditorTest)
#include "tst_step_editor.moc"
