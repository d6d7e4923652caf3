#include "app/editing/editor.h"
#include "widgets/library/library_panel.h"
#include "widgets/player/video_surface.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QToolButton>

#include <cmath>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The library in the real window on the demo.
class TestLibrary : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_search = find<QLineEdit>("librarySearch");
        m_view = find<QListView>("libraryList");
        QTRY_VERIFY(library().model().entryAt(30).isRead);
    }
    void cleanupTestCase() { m_real.reset(); }

    void aSpokenWordOpensItsVideoThere()
    {
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_search->hasFocus());
        const LibraryEntry bert = entry(QStringLiteral("bert_2"));
        const QString word = bert.words.text.split(QLatin1Char(' ')).at(7);
        QTest::keyClicks(m_search, QStringLiteral("id:bert_2 \"%1\"").arg(word));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        picture(window(), "library-hit");
        double from = -1.0;
        app::Player& player = this->session().player();
        const QObject watching;
        connect(&player, &app::Player::playingChanged, &watching, [&](bool playing) {
            if (playing)
                from = player.position();
        });
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          m_view->visualRect(m_view->model()->index(0, 0)).center());
        QTRY_VERIFY(player.isPlaying());
        player.pause();
        QVERIFY(settle());
        QCOMPARE(session().videos().current(), QStringLiteral("bert_2"));
        const double start = bert.words.startAt(bert.words.text.indexOf(word));
        QVERIFY2(std::abs(from - start) < 0.05, qPrintable(QString::number(from))); // nothing from before it
    }

    void aClickPlays()
    {
        m_search->setText(QStringLiteral("id:ada_3"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        const QPoint place = m_view->visualRect(m_view->model()->index(0, 0)).center();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(session().player().isPlaying());
        QCOMPARE(session().videos().current(), QStringLiteral("ada_3"));
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place); // as many do
        QVERIFY(session().player().isPlaying());
        session().player().togglePlaying();
        m_search->clear();
        QTRY_COMPARE(m_view->model()->rowCount(), 31);
        QVERIFY(settle());
    }

    void arrowsOpenWithoutPlayingAndReturnPlays()
    {
        app::Session& session = this->session();
        m_view->setFocus();
        const QString before = session.videos().current();
        QTest::keyClick(m_view, Qt::Key_Down);
        QVERIFY(session.videos().current() != before);
        QVERIFY(settle());
        QVERIFY(!session.player().isPlaying());
        QTest::keyClick(m_view, Qt::Key_Return);
        QTRY_VERIFY(session.player().isPlaying());
        session.player().pause();
        QTest::keyClick(m_view, Qt::Key_Up);
        QCOMPARE(session.videos().current(), before);
        QVERIFY(settle());
        QVERIFY(!session.player().isPlaying());
    }

    void editedWordsAreFound()
    {
        app::Session& session = this->session();
        m_search->setText(QStringLiteral("zyxophone"));
        QTRY_COMPARE(m_view->model()->rowCount(), 0);
        session.editor().segments().retype(session.document().segmentId(app::kWordsTier, 0),
                                           QStringLiteral("zyxophone"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QCOMPARE(library().model().entryAt(0).id, session.videos().current());
        session.editor().history().undo();
        QTRY_COMPARE(m_view->model()->rowCount(), 0);
        m_search->clear();
        QTRY_COMPARE(m_view->model()->rowCount(), 31);
    }

    void theOrderIsRemembered()
    {
        for (auto* button : window().findChildren<QToolButton*>()) {
            if (button->property("filterButton").toBool())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        auto* order = find<QComboBox>("libraryOrder");
        QTRY_VERIFY(order->isVisible());
        picture(*order->window(), "library-filter");
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Down);
        QTest::keyClick(order, Qt::Key_Down);
        QCOMPARE(order->currentText(), QStringLiteral("Duration"));
        QCOMPARE(app::Settings().libraryOrder(), QStringLiteral("duration"));
        order->window()->close();
        const LibraryModel& model = library().model();
        QTRY_VERIFY(model.entryAt(0).duration <= model.entryAt(1).duration
                    && model.entryAt(29).duration <= model.entryAt(30).duration
                    && model.entryAt(0).duration < model.entryAt(30).duration);
        picture(window(), "library-sorted");
    }

private:
    using LibraryModel = widgets::LibraryModel;
    using LibraryEntry = widgets::LibraryEntry;
    widgets::LibraryPanel& library() { return *find<widgets::LibraryPanel>("library"); }
    LibraryEntry entry(const QString& id)
    {
        const LibraryModel& model = library().model();
        return model.entryAt(model.indexOf(id).row());
    }

    QLineEdit* m_search = nullptr;
    QListView* m_view = nullptr;
};

WINDOW_TEST_MAIN(TestLibrary)
#include "tst_library.moc"
