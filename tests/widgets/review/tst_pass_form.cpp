#include "widgets/review/agreement_list.h"
#include "widgets/review/pass_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"
#include "tests/support/window_texts.h"

using namespace widgets;
using engine::ReviewReason;

class PassFormTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_area = std::make_unique<QScrollArea>(); // where it stands in the window
        m_form = new PassForm;
        m_area->setWidget(m_form);
        m_area->setWidgetResizable(true);
        m_area->setFrameShape(QFrame::NoFrame);
        m_area->resize(420, 1000);
        QVERIFY(support::showActive(*m_area));
    }

    void aFirstPassIsBlindAndGoesAsTheVideosGo()
    {
        const PassForm::Choice choice = m_form->choice();
        QCOMPARE(choice.annotator, QString());
        QCOMPARE(choice.pass, 1);
        QVERIFY(choice.isBlind && !choice.isSettling && !choice.settings.repeatsOnly);
        QCOMPARE(choice.leadIn, 1.0);
        QCOMPARE(choice.settings.order, engine::ReviewOrder::Context);
        QCOMPARE(choice.settings.reasons.size(), 10U);
        QCOMPARE(choice.settings.most, 0U);
    }

    void turnsBeforeAreOfferedOfConversationsAlone()
    {
        auto* turns = m_form->findChild<QSpinBox*>(QStringLiteral("passTurns"));
        QVERIFY(!turns->isVisible());
        m_form->setOffersTurns(true);
        QVERIFY(turns->isVisible());
        QCOMPARE(m_form->choice().turnsBefore, 0);
        turns->setValue(9);
        QCOMPARE(m_form->choice().turnsBefore, 5); // as many at most
        m_form->setOffersTurns(false);
        QCOMPARE(m_form->choice().turnsBefore, 0);
    }

    void aSecondPassIsShuffledAndRepeats()
    {
        QTest::keyClick(box("passKind"), Qt::Key_Down);
        const PassForm::Choice choice = m_form->choice();
        QCOMPARE(choice.pass, 2);
        QVERIFY(choice.isBlind && choice.settings.repeatsOnly);
        QCOMPARE(choice.settings.order, engine::ReviewOrder::Shuffled);
        QTest::keyClick(box("passKind"), Qt::Key_Up);
        QCOMPARE(m_form->choice().pass, 1);
    }

    void settlingLooksAtDisputesAndShowsEverything()
    {
        QTest::keyClick(box("passPresentation"), Qt::Key_Down);
        QCOMPARE(m_form->choice().presentation, engine::Presentation::TextOnly);
        QTest::keyClick(box("passKind"), Qt::Key_Down);
        QTest::keyClick(box("passKind"), Qt::Key_Down);
        const PassForm::Choice choice = m_form->choice();
        QVERIFY(choice.isSettling && !choice.isBlind);
        QCOMPARE(choice.presentation, engine::Presentation::All);
        QVERIFY(choice.settings.reasons
                == (std::set{ReviewReason::Flagged, ReviewReason::SignConflict, ReviewReason::Spread}));
        QVERIFY(!box("passPresentation")->isEnabled());
        QVERIFY(!m_form->findChild<QSpinBox*>(QStringLiteral("passNumber"))->isEnabled());
        for (const char* name : {"passPresentation", "passNumber", "passGold", "passRepeats", "passApart"})
            QVERIFY2(!m_form->findChild<QWidget*>(QLatin1String(name))->isVisible(), name);
        QTest::keyClick(box("passKind"), Qt::Key_Home);
        QVERIFY(box("passPresentation")->isVisible());
    }

    void whatIsToBeDoneStandsAboveTheForm()
    {
        m_form->setPasses({{QStringLiteral("a"), QStringLiteral("anna"), QStringLiteral("3 of 3 done"), true},
                           {QStringLiteral("b"), QStringLiteral("bert"), QStringLiteral("2 of 3 done")}});
        support::settle();
        const auto height = [this](const char* name) {
            auto* widget = m_form->findChild<QWidget*>(QLatin1String(name));
            return widget->mapTo(m_form, QPoint()).y();
        };
        QVERIFY(height("resume b") < height("passKind"));
        QVERIFY(height("resume a") > height("begin"));
    }

    void goldAndRepeatsAreMixedInWhereNothingIsSeenOfThem()
    {
        QCOMPARE(m_form->choice().mix, engine::PassMix());
        enter("passGold", QStringLiteral("8"));
        enter("passRepeats", QStringLiteral("15"));
        enter("passApart", QStringLiteral("20"));
        QCOMPARE(m_form->choice().mix, (engine::PassMix{0.08, 0.15, 20}));
        click(m_form->findChild<QCheckBox*>(QString())); // not blind
        QVERIFY(!m_form->findChild<QSpinBox*>(QStringLiteral("passGold"))->isEnabled());
        QCOMPARE(m_form->choice().mix, engine::PassMix());
    }

    void whatIsComparedHasNoOrderOfItsOwn()
    {
        QTest::keyClick(box("passKind"), Qt::Key_End);
        QCOMPARE(m_form->choice().comparison, PassForm::Comparison::BestAndWorst);
        QVERIFY(!box("passOrder")->isVisible() && !box("passPresentation")->isVisible());
        QTest::keyClick(box("passKind"), Qt::Key_Up);
        QCOMPARE(m_form->choice().comparison, PassForm::Comparison::OfTwo);
        QTest::keyClick(box("passKind"), Qt::Key_Home);
        QCOMPARE(m_form->choice().comparison, PassForm::Comparison::None);
        QVERIFY(box("passOrder")->isVisible());
    }

    void trainingIsOnGoldItemsAlone()
    {
        QTest::keyClick(box("passKind"), Qt::Key_Home);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(box("passKind"), Qt::Key_Down);
        const PassForm::Choice choice = m_form->choice();
        QVERIFY(choice.isTraining && choice.isBlind && !choice.isSettling);
        QCOMPARE(choice.settings.order, engine::ReviewOrder::Shuffled);
        QVERIFY(!m_form->findChild<QSpinBox*>(QStringLiteral("passGold"))->isEnabled());
        QVERIFY(!m_form->findChild<QCheckBox*>(QStringLiteral("reason flagged"))->isEnabled());
        QTest::keyClick(box("passKind"), Qt::Key_Home);
        QVERIFY(!m_form->choice().isTraining);
        QVERIFY(m_form->findChild<QCheckBox*>(QStringLiteral("reason flagged"))->isEnabled());
    }

    void whatIsChosenByMouseAndKeysIsTheChoice()
    {
        auto* annotator = m_form->findChild<QLineEdit*>(QStringLiteral("passAnnotator"));
        QTest::keyClicks(annotator, QStringLiteral("  anna "));
        QTest::keyClick(box("passOrder"), Qt::Key_Home);
        QTest::keyClick(box("passLeadIn"), Qt::Key_End);
        enter("passSeed", QStringLiteral("77"));
        enter("passMost", QStringLiteral("25"));
        click(m_form->findChild<QCheckBox*>(QStringLiteral("reason flagged")));
        click(m_form->findChild<QCheckBox*>(QString())); // the first: blind
        const PassForm::Choice choice = m_form->choice();
        QCOMPARE(choice.annotator, QStringLiteral("anna"));
        QCOMPARE(choice.settings.order, engine::ReviewOrder::Reason);
        QCOMPARE(choice.leadIn, 10.0);
        QCOMPARE(choice.settings.seed, 77U);
        QCOMPARE(choice.settings.most, 25U);
        QVERIFY(!choice.settings.reasons.contains(ReviewReason::Flagged));
        QCOMPARE(choice.settings.reasons.size(), 9U);
        QVERIFY(!choice.isBlind);
    }

    void theKeyboardReachesEveryFieldInItsOrder()
    {
        QStringList reached;
        box("passKind")->setFocus();
        for (int i = 0; i < 22; ++i) {
            reached << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        const QStringList fields{QStringLiteral("passKind"),   QStringLiteral("passAnnotator"),
                                 QStringLiteral("passNumber"), QStringLiteral("passPresentation"),
                                 QStringLiteral("passOrder"),  QStringLiteral("passSeed"),
                                 QStringLiteral("passLeadIn"), QStringLiteral("passMost")};
        QCOMPARE(reached.mid(0, 8), fields);
        QVERIFY(reached.contains(QStringLiteral("reason control")));
        QCOMPARE(reached.last(), QStringLiteral("begin"));
        QSignalSpy begun(m_form, &PassForm::beginRequested);
        QTest::keyClick(m_form->findChild<QPushButton*>(QStringLiteral("begin")), Qt::Key_Space);
        QCOMPARE(begun.count(), 1);
    }

    void everyFieldHasAName()
    {
        for (const char* name :
             {"passKind", "passAnnotator", "passNumber", "passPresentation", "passOrder", "passSeed",
              "passLeadIn", "passMost", "passGold", "passRepeats", "passApart"}) {
            auto* field = m_form->findChild<QWidget*>(QLatin1String(name));
            const auto labels = m_form->findChildren<QLabel*>();
            QVERIFY2(
                std::ranges::any_of(labels, [field](const QLabel* label) { return label->buddy() == field; }),
                name);
        }
    }

    void settersStaySilent()
    {
        QSignalSpy begun(m_form, &PassForm::beginRequested);
        QSignalSpy resumed(m_form, &PassForm::resumeRequested);
        m_form->setAnnotator(QStringLiteral("אנה 👩"));
        m_form->setPasses({{QStringLiteral("a"), QStringLiteral("anna"), QStringLiteral("1 of 2 done")}});
        QCOMPARE(m_form->choice().annotator, QStringLiteral("אנה 👩"));
        QCOMPARE(begun.count() + resumed.count(), 0);
    }

    void aNameThatIsBeingTypedStays()
    {
        m_form->setAnnotator(QStringLiteral("anna"));
        auto* field = m_form->findChild<QLineEdit*>(QStringLiteral("passAnnotator"));
        field->setText(QStringLiteral("be"));
        m_form->setAnnotator(QStringLiteral("anna")); // something else in the form is shown anew
        QCOMPARE(field->text(), QStringLiteral("be"));
        m_form->setAnnotator(QStringLiteral("ben"));
        QCOMPARE(field->text(), QStringLiteral("ben"));
    }

    void aPassGoesOnWithItsLayer()
    {
        m_form->setPasses(
            {{QStringLiteral("labels/anna"), QStringLiteral("anna"), QStringLiteral("9 of 22 done")},
             {QStringLiteral("labels/bert"), QStringLiteral("bert"), QStringLiteral("2 of 3 done")}});
        auto* resume = m_form->findChild<QPushButton*>(QStringLiteral("resume labels/bert"));
        QCOMPARE(resume->accessibleName(), QStringLiteral("Go on with bert"));
        QSignalSpy resumed(m_form, &PassForm::resumeRequested);
        support::settle();
        click(resume);
        QCOMPARE(resumed.count(), 1);
        QCOMPARE(resumed.first().first().toString(), QStringLiteral("labels/bert"));
        m_form->setPasses({});
        QTRY_VERIFY(!m_form->findChild<QPushButton*>(QStringLiteral("resume labels/bert")));
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("passes");
        QTest::newRow("no passes, narrow") << 340 << QString() << 0;
        QTest::newRow("one, narrow") << 340 << QStringLiteral("anna · pass 2 · blind") << 1;
        QTest::newRow("many, wide") << 1200 << QStringLiteral("anna · pass 2 · blind") << 60;
        QTest::newRow("a long name, narrow")
            << 340 << QStringLiteral("Anna-Katharina von der Mühlen · pass 2 · sound only · blind") << 1;
        QTest::newRow("Hebrew, narrow")
            << 340 << QStringLiteral("אנה קתרינה · מעבר שני · ללא תמונה · עיוור") << 1;
        QTest::newRow("emoji, narrow")
            << 340
            << QStringLiteral("👩‍👩‍👧 🇩🇪 👩‍👩‍👧 🇩🇪 · pass 2 · blind")
            << 1;
    }
    void nothingIsCutOff()
    {
        QFETCH(const int, width);
        QFETCH(const QString, title);
        QFETCH(const int, passes);
        std::vector<PassForm::Pass> list;
        for (int i = 0; i < passes; ++i)
            list.push_back({QString::number(i), title, QStringLiteral("1234 of 5678 done")});
        m_form->setPasses(list);
        m_area->resize(width, 1000);
        QTRY_COMPARE(m_area->width(), width);
        support::settle();
        QVERIFY2(m_form->minimumSizeHint().width() <= m_area->viewport()->width(),
                 qPrintable(QString::number(m_form->minimumSizeHint().width())));
        QCOMPARE(cutOff(*m_area), QStringList());
        const auto titles = m_form->findChildren<QLabel*>(QStringLiteral("passTitle"));
        QCOMPARE(titles.size(), passes);
        for (const QLabel* shown : titles)
            QVERIFY(shown->toolTip() == title && shown->width() > 40);
        for (const QLabel* label : m_form->findChildren<QLabel*>())
            QVERIFY2(!label->wordWrap() || label->isHidden()
                         || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->text()));
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        m_form->setPasses({{QStringLiteral("a"), QStringLiteral("anna"), QStringLiteral("9 of 22 done")}});
        support::settle();
        for (const char* name : {"passKind", "begin", "resume a", "reason control"}) {
            auto* widget = m_form->findChild<QWidget*>(QLatin1String(name));
            QVERIFY2(support::inkContrast(widget->grab().toImage(), widget->rect()) >= 4.5, name);
        }
    }

private:
    QComboBox* box(const char* name) const { return m_form->findChild<QComboBox*>(QLatin1String(name)); }
    void enter(const char* name, const QString& number) const
    {
        auto* field = m_form->findChild<QSpinBox*>(QLatin1String(name));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, number);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void click(QAbstractButton* button) const
    {
        m_area->ensureWidgetVisible(button);
        const QPoint place(std::min(10, button->width() / 2),
                           button->height() / 2); // on a box, not beside it
        QTest::mouseClick(button, Qt::LeftButton, {}, place);
    }

    std::unique_ptr<QScrollArea> m_area;
    PassForm* m_form = nullptr;
};

QTEST_MAIN(PassFormTest)
#include "tst_pass_form.moc"
