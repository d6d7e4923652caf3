#include "app/review/review.h"
#include "app/window/presets.h"
#include "widgets/base/fold_section.h"
#include "widgets/review/comment_field.h"

#include <QDockWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The Review panel in windows of several sizes, and the height that the panels have beside the timeline.
class ReviewPanelTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_review = window().findChild<app::Review*>();
        review("bo", {5});
        review("chen", {7});
        resizeTo({1920, 1080});
        begin("anna", true);
        QTRY_VERIFY(m_review->isActive());
        QTRY_VERIFY(m_review->segment() != 0);
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }

    void everythingIsInSightAtFullHd_data() { addPasses(); }
    void everythingIsInSightAtFullHd()
    {
        QFETCH(const bool, isBlind);
        m_review->leave();
        begin(isBlind ? "anna" : "dora", isBlind);
        QTRY_VERIFY(m_review->segment() != 0);
        resizeTo({1920, 1080});
        QVERIFY(settle());
        if (!isBlind)
            QTRY_VERIFY(m_review->others().size() >= 4); // with the file and the model
        picture(window(), isBlind ? "review-1080-blind" : "review-1080-open");
        for (const char* name : {"answerText", "sentiment 3", "happy 3", "fear 3", "confidence3", "comment",
                                 "othersSection", "commit", "flag"})
            QVERIFY2(isInSight(name), name);
        QVERIFY(!section("othersSection")->isFolded());
        QCOMPARE(area()->verticalScrollBar()->maximum(), 0);
    }

    void allButTheVotesAreInSightOnASmallScreen()
    {
        resizeTo({1366, 768});
        QVERIFY(settle());
        QTRY_VERIFY(isInSight("sentiment -3")); // the timeline does not lie over it
        picture(window(), "review-768");
        for (const char* name :
             {"answerText", "sentiment 3", "happy 3", "fear 3", "confidence3", "comment", "commit", "flag"})
            QVERIFY2(isInSight(name), name);
        QCOMPARE(area()->verticalScrollBar()->maximum(), 0);
        QVERIFY(window().findChild<QWidget*>(QStringLiteral("timelineDock"))->height() > 768 * 0.45);
    }

    void cShowsTheFieldThatItFocuses()
    {
        resizeTo({1366, 560});
        QTRY_VERIFY(section("commentSection")->isFolded());
        QTRY_VERIFY(isInSight("commit"));
        window().showTab(QStringLiteral("inspector"));
        QTest::keyClick(timeline(), Qt::Key_C);
        QTRY_VERIFY(isInSight("comment"));
        QVERIFY(comment()->hasFocus());
        picture(window(), "review-560");
    }

    /// Whoever clicks a value came from somewhere: Enter commits then, and does nothing where the keyboard
    /// was.
    void enterCommitsAfterAClickOnAValue()
    {
        resizeTo({1366, 768});
        for (const char* from : {"queue", "timeline", "libraryList"}) {
            const std::size_t place = *m_review->current();
            QTRY_VERIFY(m_review->segment() != 0);
            find<QWidget>(from)->setFocus();
            QTest::mouseClick(inPanel("sentiment 1"), Qt::LeftButton);
            QTRY_VERIFY(m_review->answer());
            QVERIFY(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QVERIFY2(m_review->isDone(place), from);
        }
        const std::size_t place = *m_review->current();
        QTRY_VERIFY(m_review->segment() != 0);
        QTest::mouseClick(inPanel("sentiment 2"), Qt::LeftButton);
        QTest::mouseClick(inPanel("commit"), Qt::LeftButton); // and a digit and Enter go on after it
        QVERIFY(m_review->isDone(place));
        const std::size_t next = *m_review->current();
        QTRY_VERIFY(m_review->segment() != 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_review->isDone(next));
        const std::size_t skipped = *m_review->current();
        QTest::mouseClick(inPanel("skip"), Qt::LeftButton);
        QVERIFY(*m_review->current() != skipped);
        QVERIFY(!m_review->isDone(skipped));
    }

    void enterInTheCommentStaysAtTheSegmentAndCtrlEnterCommits()
    {
        resizeTo({1366, 768});
        const std::size_t place = *m_review->current();
        QTest::keyClick(timeline(), Qt::Key_6);
        QTest::keyClick(timeline(), Qt::Key_C);
        QTRY_VERIFY(comment()->hasFocus());
        QTest::keyClicks(comment(), QStringLiteral("brows"));
        QTest::keyClick(comment(), Qt::Key_Return);
        QCOMPARE(*m_review->current(), place);
        QVERIFY(!m_review->isDone(place));
        QCOMPARE(m_review->answer()->comment, std::string("brows"));
        QVERIFY(timeline()->hasFocus()); // keys go on
        QTest::keyClick(timeline(), Qt::Key_C);
        QTRY_VERIFY(comment()->hasFocus());
        QTest::keyClicks(comment(), QStringLiteral("voice"));
        QTest::keyClick(comment(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_review->isDone(place));
        QVERIFY(*m_review->current() != place);
    }

    void thePanelsHaveTheFullHeight()
    {
        m_review->leave();
        for (const QString& preset : app::presetNames()) {
            if (preset == QLatin1String("dataset")) // it lies over the panels
                continue;
            window().setPreset(preset);
            resizeTo({1700, 900});
            QTRY_VERIFY2(isFullHeight(), qPrintable(preset));
            resizeTo({1500, 900});
            QTRY_VERIFY2(isFullHeight(), qPrintable(preset));
            for (const int width : {1366, 1920, 1366}) {
                resizeTo({width, 768});
                QTRY_VERIFY2(isApart(), qPrintable(preset));
            }
        }
    }

    void aTableBesideTheTimelineKeepsItsWidth()
    {
        press("preset-explore");
        resizeTo({1500, 900});
        press("show-table");
        auto* table = find<QDockWidget>("tableDock");
        QTRY_VERIFY(table->width() > 200);
        const int width = table->width();
        resizeTo({1920, 900});
        QVERIFY(isApart());
        QVERIFY2(table->width() > width - 60, qPrintable(QString::number(table->width())));
        resizeTo({1500, 900});
        QVERIFY2(table->width() > 200, qPrintable(QString::number(table->width())));
        press("show-table");
    }

    void eachPresetKeepsThePersonsChoice()
    {
        resizeTo({1700, 900});
        press("preset-explore");
        QTRY_VERIFY(isFullHeight());
        press("full-panel");
        QTRY_VERIFY(!isFullHeight());
        press("preset-align");
        QTRY_VERIFY(isFullHeight());
        press("preset-explore");
        QTRY_VERIFY(!isFullHeight());
        QVERIFY(!action("full-panel")->isChecked());
        press("reset-layout");
        QTRY_VERIFY(!isFullHeight());
        m_real.reset(); // and the next time
        QVERIFY(openDemo());
        resizeTo({1700, 900});
        press("preset-explore");
        QTRY_VERIFY(!isFullHeight());
        press("full-panel");
        QTRY_VERIFY(isFullHeight());
    }

private:
    static void addPasses()
    {
        QTest::addColumn<bool>("isBlind");
        QTest::newRow("open") << false;
        QTest::newRow("blind") << true;
    }
    void begin(const char* annotator, bool isBlind)
    {
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(app::kLabelsTier, annotator, 1);
        pass.settings.reasons = {engine::ReviewReason::NotLabelled, engine::ReviewReason::Control};
        pass.settings.controls = 1.0;
        pass.settings.order = engine::ReviewOrder::Context;
        pass.isBlind = isBlind;
        if (engine::reviewPass(document().annotation(), pass.layer.name))
            m_review->resume(pass.layer.name);
        else
            m_review->start(pass);
    }
    void review(const char* annotator, const std::vector<int>& digits)
    {
        begin(annotator, false);
        QTRY_VERIFY(m_review->isActive());
        for (const int digit : digits) {
            QTRY_VERIFY(m_review->segment() != 0);
            QTest::keyClick(timeline(), static_cast<Qt::Key>(Qt::Key_0 + digit));
            QTest::keyClick(timeline(), Qt::Key_2, Qt::ShiftModifier);
            QTest::keyClick(timeline(), Qt::Key_Return);
        }
        m_review->leave();
    }
    void resizeTo(QSize size)
    {
        window().resize(size);
        QTRY_COMPARE(window().size(), size);
        QTest::qWait(50); // the docks share out the space
    }
    void press(const char* name) { action(name)->trigger(); }
    QWidget* timeline() { return find<QWidget>("timeline"); }
    widgets::CommentField* comment() { return find<widgets::CommentField>("comment"); }
    widgets::FoldSection* section(const char* name) { return find<widgets::FoldSection>(name); }
    QScrollArea* area() { return find<QWidget>("answerPanel")->findChild<QScrollArea*>(); }
    QWidget* inPanel(const char* name)
    {
        return find<QWidget>("answerPanel")->findChild<QWidget*>(QLatin1String(name));
    }
    bool isInSight(const char* name)
    {
        const QWidget* widget = inPanel(name);
        return widget && widget->isVisible()
            && widget->visibleRegion().boundingRect().size() == widget->size();
    }
    /// The panels end where the timeline ends, which lies beside them.
    bool isFullHeight()
    {
        const QRect panels = find<QDockWidget>("panelsDock")->geometry();
        const QRect timeline = find<QDockWidget>("timelineDock")->geometry();
        return panels.bottom() == timeline.bottom() && timeline.right() < panels.left();
    }

    /// The panels do not lie under the timeline.
    bool isApart()
    {
        return !find<QDockWidget>("panelsDock")
                    ->geometry()
                    .intersects(find<QDockWidget>("timelineDock")->geometry());
    }

    app::Review* m_review = nullptr;
};

WINDOW_TEST_MAIN(ReviewPanelTest)

#include "tst_review_panel.moc"
