#include "app/editing/answer_locks.h"
#include "app/review/review.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/message_list.h"
#include "engine/annotation/layers.h"
#include "widgets/table/segment_table.h"
#include "widgets/table/segment_table_model.h"
#include "widgets/timeline/timeline_view.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Answers of a review outside of their pass, in the real window, by mouse and keys.
class AnswerLocksTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        lookAround();
        review(engine::annotatorLayer(app::kLabelsTier, "anna", 1), {6, 2});
        review(engine::annotatorLayer(app::kLabelsTier, "anna", 2), {5});
        review(engine::settledLayer(app::kLabelsTier, "dora"), {7});
        session().editor().setAnnotator(QStringLiteral("ben"));
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }
    void init()
    {
        WindowTest::init();
        m_told.clear();
    }

    void aClickAndADigitChangeNothing_data() { addLayers(); }
    void aClickAndADigitChangeNothing()
    {
        QFETCH(const std::string, layer);
        QVERIFY(track(layer)->isLocked());
        const engine::Annotation before = content();
        click(layer, 0);
        QTest::keyClick(m_view, Qt::Key_1);
        QCOMPARE(content(), before);
        QVERIFY2(m_told.contains(QLatin1String("locked")), qPrintable(m_told));
        QVERIFY2(find<app::MessageList>("messages")->last().contains(QLatin1String("locked")),
                 "it is said where people look");
    }

    void noKeyChangesThem_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("no value") << int(Qt::Key_0) << 0;
        QTest::newRow("delete") << int(Qt::Key_Delete) << 0;
        QTest::newRow("cut") << int(Qt::Key_X) << int(Qt::ControlModifier);
        QTest::newRow("flag") << int(Qt::Key_F) << int(Qt::ShiftModifier);
        QTest::newRow("confidence") << int(Qt::Key_1) << int(Qt::ShiftModifier);
        QTest::newRow("another segment") << int(Qt::Key_N) << 0;
    }
    void noKeyChangesThem()
    {
        QFETCH(const int, key);
        QFETCH(const int, modifiers);
        click("labels/anna", 0);
        const engine::Annotation before = content();
        QTest::keyClick(m_view, static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(content(), before);
        QVERIFY2(m_told.contains(QLatin1String("anna")), qPrintable(m_told));
    }

    void nothingIsPastedBetweenThem()
    {
        click("labels/anna", 0);
        QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
        player().seek(document().spans(app::kLabelsTier).back().start + 0.1);
        const engine::Annotation before = content();
        QTest::keyClick(m_view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(content(), before);
        QVERIFY2(m_told.contains(QLatin1String("locked")), qPrintable(m_told));
    }

    void theTableChangesNothing()
    {
        QTest::keyClick(&window(), Qt::Key_T, Qt::ControlModifier);
        auto* table = find<widgets::SegmentTable>("segmentTable");
        QTRY_VERIFY(table->isVisible());
        auto* tiers = find<QTabBar>("tableTiers");
        for (int i = 0; i < tiers->count(); ++i) {
            if (tiers->tabText(i) == QLatin1String("labels/anna"))
                tiers->setCurrentIndex(i);
        }
        const engine::Annotation before = content();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, widgets::SegmentTableModel::FirstLabel));
        QCoreApplication::processEvents(); // the cell is shown
        QTest::keyClick(table, Qt::Key_F2);
        auto* cell = table->viewport()->findChild<QLineEdit*>();
        QVERIFY(cell);
        cell->selectAll();
        QTest::keyClicks(cell, QStringLiteral("-3"));
        QTest::keyClick(cell, Qt::Key_Return);
        QTRY_VERIFY(m_told.contains(QLatin1String("locked")));
        QCOMPARE(content(), before);
        QTest::keyClick(&window(), Qt::Key_T, Qt::ControlModifier);
    }

    void dialogsChangeNothing()
    {
        const engine::Annotation before = content();
        click("labels/anna", 0);
        for (const char* name : {"change-tier", "delete-tier", "change-many"}) {
            m_told.clear();
            action(name)->trigger(); // would wait for its dialog
            QVERIFY2(m_told.contains(QLatin1String("locked")), name);
        }
        click("words", 0);
        inDialog("change-many", [](QDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("bulkTier"))
                ->setCurrentText(QStringLiteral("labels/anna"));
            dialog->findChild<QComboBox*>(QStringLiteral("bulkWork"))->setCurrentIndex(1);
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("bulkFrom")), QStringLiteral("2"));
            QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("bulkTo")), QStringLiteral("-2"));
        });
        QVERIFY2(m_told.contains(QLatin1String("locked")), qPrintable(m_told));
        QCOMPARE(content(), before);
    }

    void anAnswerFollowsItsSegmentAndKeepsItAlive()
    {
        const engine::SegmentId judged = document().segmentId(app::kLabelsTier, 0);
        const engine::Segment answer = *engine::judgement(document().annotation(), judged, "labels/anna");
        click("labels", 0);
        const engine::Annotation before = content();
        QTest::keyClick(m_view, Qt::Key_Delete);
        QCOMPARE(content(), before);
        QVERIFY2(m_told.contains(QLatin1String("locked")), qPrintable(m_told));
        session().editor().segments().moveEdge(judged, true, answer.end.seconds() - 0.2,
                                               engine::EdgeMode::Follow, 0);
        const engine::Segment* moved = engine::judgement(document().annotation(), judged, "labels/anna");
        QVERIFY(moved->end < answer.end);
        QCOMPARE(moved->values, answer.values);
        history().undo();
        QCOMPARE(content(), before);
    }

    void unlockingAsksWhoAndIsNoted()
    {
        picture(window(), "answers-locked");
        QMenu menu;
        m_view->fillTrackMenu(menu);
        QAction* unlock = entry(menu, "labels/anna", QStringLiteral("Unlock these answers…"));
        QVERIFY(unlock);
        bool wasThere = false;
        QTimer::singleShot(0, this, [&] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QVERIFY2(dialog->labelText().contains(QLatin1String("anna, pass 1")),
                     qPrintable(dialog->labelText()));
            auto* name = dialog->findChild<QLineEdit*>();
            QCOMPARE(name->text(), QStringLiteral("ben"));
            picture(*dialog, "answers-unlock");
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("bo"));
            wasThere = true;
            QTest::keyClick(name, Qt::Key_Return);
        });
        unlock->trigger();
        QVERIFY(wasThere);
        QCOMPARE(session().editor().annotator(), QStringLiteral("bo"));
        const auto noted = app::unlockings(document().annotation());
        QCOMPARE(noted.size(), std::size_t(1));
        QCOMPARE(noted[0].layer, std::string("labels/anna"));
        QCOMPARE(noted[0].by, std::string("bo"));
        QVERIFY(noted[0].at > 0);
        QVERIFY(!track("labels/anna")->isLocked());
        QVERIFY2(track("labels/anna")->subtitle().contains(QLatin1String("unlocked by bo")),
                 "it is seen on the head");
        picture(window(), "answers-unlocked");
        click("labels/anna", 0);
        QTest::keyClick(m_view, Qt::Key_1);
        const engine::Segment* changed = engine::judgement(
            document().annotation(), document().segmentId(app::kLabelsTier, 0), "labels/anna");
        QCOMPARE(std::get<double>(changed->values.at("sentiment").value), -3.0);
        QCOMPARE(changed->values.at("sentiment").by.annotator, std::string("bo"));
        history().undo();
        QCOMPARE(app::unlockings(document().annotation()), noted); // undo takes no unlocking back
        QVERIFY2(track("labels/anna/2")->isLocked(), "only the one that was asked about");
    }

    void theMenuLocksThemAgain()
    {
        click("labels/anna", 0);
        action("unlock-answers")->trigger();
        QVERIFY(track("labels/anna")->isLocked());
        const engine::Annotation before = content();
        QTest::keyClick(m_view, Qt::Key_1);
        QCOMPARE(content(), before);
        click("words", 0);
        action("unlock-answers")->trigger();
        QVERIFY2(m_told.contains(QLatin1String("no answers")), qPrintable(m_told));
    }

    void theirOwnPassChangesThem()
    {
        app::Review& review = *window().findChild<app::Review*>();
        review.resume("labels/anna");
        review.goTo(0);
        QTRY_VERIFY(review.segment() != 0);
        QVERIFY(!track("labels/anna")->isLocked());
        QVERIFY(track("labels/anna/2")->isLocked());
        QTest::keyClick(m_view, Qt::Key_7);
        QCOMPARE(std::get<double>(review.answer()->values.at("sentiment").value), 3.0);
        review.leave();
        QVERIFY(track("labels/anna")->isLocked());
        history().undo();
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
    }

    void aProjectFromBeforeIsLockedAsWell()
    {
        m_real.reset();
        QVERIFY(openDemo()); // finds the project again
        lookAround();
        QTRY_VERIFY(track("labels/anna"));
        QVERIFY(track("labels/anna")->isLocked());
        QCOMPARE(app::unlockings(document().annotation()).size(), std::size_t(1));
        click("labels/anna", 0);
        const engine::Annotation before = content();
        QTest::keyClick(m_view, Qt::Key_1);
        QCOMPARE(content(), before);
        QVERIFY2(m_told.contains(QLatin1String("locked")), qPrintable(m_told));
    }

private:
    void lookAround()
    {
        m_view = find<widgets::TimelineView>("timeline");
        m_view->setFocus();
        connect(&session().editor(), &app::Editor::refused, this,
                [this](const QString& text) { m_told = text; });
        connect(&session().document().notices(), &app::Notices::said, this,
                [this](const QString& text) { m_told = text; });
    }

    /// A pass over the video in sight that gives these digits to its first segments.
    void review(const engine::Layer& layer, const std::vector<int>& digits)
    {
        app::Review& review = *window().findChild<app::Review*>();
        engine::ReviewPass pass;
        pass.layer = layer;
        pass.settings.reasons = {engine::ReviewReason::NotLabelled, engine::ReviewReason::Control};
        pass.settings.controls = 1.0;
        pass.settings.order = engine::ReviewOrder::Context;
        pass.isBlind = false;
        review.start(pass);
        QTRY_VERIFY(review.isActive());
        for (const int digit : digits) {
            QTRY_VERIFY(review.segment() != 0);
            QTest::keyClick(m_view, static_cast<Qt::Key>(Qt::Key_0 + digit));
            QTest::keyClick(m_view, Qt::Key_Return);
        }
        review.leave();
    }
    static void addLayers()
    {
        QTest::addColumn<std::string>("layer");
        for (const char* layer : {"labels/anna", "labels/anna/2", "labels/settled"})
            QTest::newRow(layer) << std::string(layer);
    }
    widgets::Track* track(const std::string& tier)
    {
        return find<app::TimelinePanel>("timelinePanel")->tiers().trackOf(tier);
    }
    /// On the middle of a segment; the playhead is there afterwards.
    void click(const std::string& tier, std::size_t index)
    {
        const engine::Interval span = document().spans(tier).at(index);
        m_view->setFocus();
        const QRect area = m_view->areaOf(track(tier));
        const double middle = (span.start + span.end) / 2;
        QTest::mouseClick(m_view, Qt::LeftButton, {},
                          {area.left() + static_cast<int>(m_view->scale().x(middle)), area.center().y()});
        player().seek(middle);
        QCOMPARE(find<app::TimelinePanel>("timelinePanel")->hand().tier(), tier);
    }
    static QAction* entry(const QMenu& menu, const char* track, const QString& text)
    {
        for (const QAction* one : menu.actions()) {
            if (!one->menu() || one->text() != QLatin1String(track))
                continue;
            for (QAction* inside : one->menu()->actions()) {
                if (QString(inside->text()).remove(QLatin1Char('&')) == text)
                    return inside;
            }
        }
        return nullptr;
    }
    void inDialog(const char* name, const std::function<void(QDialog*)>& fill)
    {
        bool wasThere = false;
        QTimer::singleShot(0, this, [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            fill(dialog);
            wasThere = true;
            dialog->accept();
        });
        action(name)->trigger();
        QVERIFY(wasThere);
    }

    widgets::TimelineView* m_view = nullptr;
    QString m_told; ///< last
};

WINDOW_TEST_MAIN(AnswerLocksTest)

#include "tst_answer_locks.moc"
