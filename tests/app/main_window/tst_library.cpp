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

#include "tests/support/real_window.h"

/// The library in the real window on the demo.
class TestLibrary : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY2(m_real->openDemo(), qPrintable(m_real->session().unsettled()));
        m_search = m_real->find<QLineEdit>("librarySearch");
        m_view = m_real->find<QListView>("libraryList");
        QTRY_VERIFY(library().model().entryAt(30).isRead);
    }
    void cleanupTestCase() { m_real.reset(); }

    void aSpokenWordOpensItsVideoThere()
    {
        QTest::keyClick(&m_real->window(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_search->hasFocus());
        const LibraryEntry bert = entry(QStringLiteral("bert_2"));
        const QString word = bert.words.text.split(QLatin1Char(' ')).at(7);
        QTest::keyClicks(m_search, QStringLiteral("id:bert_2 \"%1\"").arg(word));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        picture(m_real->window(), "library-hit");
        double from = -1.0;
        app::Player& player = m_real->session().player();
        const QObject watching;
        connect(&player, &app::Player::playingChanged, &watching, [&](bool playing) {
            if (playing)
                from = player.position();
        });
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          m_view->visualRect(m_view->model()->index(0, 0)).center());
        QTRY_VERIFY(player.isPlaying());
        player.pause();
        QVERIFY(m_real->settle());
        QCOMPARE(m_real->session().videos().current(), QStringLiteral("bert_2"));
        const double start = bert.words.startAt(bert.words.text.indexOf(word));
        QVERIFY2(std::abs(from - start) < 0.05, qPrintable(QString::number(from))); // nothing from before it
    }

    void aClickPlays()
    {
        m_search->setText(QStringLiteral("id:ada_3"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        const QPoint place = m_view->visualRect(m_view->model()->index(0, 0)).center();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(m_real->session().player().isPlaying());
        QCOMPARE(m_real->session().videos().current(), QStringLiteral("ada_3"));
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place); // as many do
        QVERIFY(m_real->session().player().isPlaying());
        m_real->session().player().togglePlaying();
        m_search->clear();
        QTRY_COMPARE(m_view->model()->rowCount(), 31);
        QVERIFY(m_real->settle());
    }

    void arrowsOpenWithoutPlayingAndReturnPlays()
    {
        app::Session& session = m_real->session();
        m_view->setFocus();
        const QString before = session.videos().current();
        QTest::keyClick(m_view, Qt::Key_Down);
        QVERIFY(session.videos().current() != before);
        QVERIFY(m_real->settle());
        QVERIFY(!session.player().isPlaying());
        QTest::keyClick(m_view, Qt::Key_Return);
        QTRY_VERIFY(session.player().isPlaying());
        session.player().pause();
        QTest::keyClick(m_view, Qt::Key_Up);
        QCOMPARE(session.videos().current(), before);
        QVERIFY(m_real->settle());
        QVERIFY(!session.player().isPlaying());
    }

    void editedWordsAreFound()
    {
        app::Session& session = m_real->session();
        m_search->setText(QStringLiteral("zyxophone"));
        QTRY_COMPARE(m_view->model()->rowCount(), 0);
        session.editor().retype(session.document().segmentId(app::kWordsTier, 0),
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
        for (auto* button : m_real->window().findChildren<QToolButton*>()) {
            if (button->property("filterButton").toBool())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        auto* order = m_real->find<QComboBox>("libraryOrder");
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
        picture(m_real->window(), "library-sorted");
    }

private:
    using LibraryModel = widgets::LibraryModel;
    using LibraryEntry = widgets::LibraryEntry;
    widgets::LibraryPanel& library() { return *m_real->find<widgets::LibraryPanel>("library"); }
    LibraryEntry entry(const QString& id)
    {
        const LibraryModel& model = library().model();
        return model.entryAt(model.indexOf(id).row());
    }

    std::unique_ptr<RealWindow> m_real;
    QLineEdit* m_search = nullptr;
    QListView* m_view = nullptr;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QApplication application(argc, argv);
    TestLibrary test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_library.moc"
