#include "widgets/library/library_panel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace widgets;

class LibraryPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_panel = std::make_unique<LibraryPanel>();
        LibraryEntry one;
        one.id = QStringLiteral("ada_1");
        one.speaker = QStringLiteral("ada");
        one.words = QStringLiteral("a wonderful film ");
        LibraryEntry two = one;
        two.id = QStringLiteral("bert_1");
        two.speaker = QStringLiteral("bert");
        two.words = QStringLiteral("an awful evening ");
        m_panel->model().setEntries({one, two});
        m_panel->resize(300, 400);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_view = m_panel->findChild<QListView*>(QStringLiteral("libraryList"));
    }

    void modelKeepsItsContract()
    {
        LibraryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LibraryEntry entry;
        entry.id = QStringLiteral("a");
        model.setEntries({entry});
        entry.duration = 3.0;
        model.updateEntry(entry);
        QCOMPARE(model.entries().front().duration, 3.0);
        model.setEntries({});
        QCOMPARE(model.rowCount(), 0);
    }

    void searchFindsWhatIsSaid()
    {
        auto* search = m_panel->findChild<QLineEdit*>(QStringLiteral("librarySearch"));
        QTest::keyClicks(search, QStringLiteral("AWFUL"));
        QCOMPARE(m_view->model()->rowCount(), 1);
        QCOMPARE(m_view->model()->index(0, 0).data().toString(), QStringLiteral("bert_1"));
    }

    void searchThatHidesTheOpenVideoOpensNoOther()
    {
        m_panel->setCurrent(QStringLiteral("ada_1"));
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::entryChosen);
        auto* search = m_panel->findChild<QLineEdit*>(QStringLiteral("librarySearch"));
        QTest::keyClicks(search, QStringLiteral("awful"));
        search->clear();
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(m_view->currentIndex().data().toString(), QStringLiteral("ada_1"));
    }

    void clickChoosesAnEntryAndSetterDoesNot()
    {
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::entryChosen);
        m_panel->setCurrent(QStringLiteral("ada_1"));
        QCOMPARE(chosen.count(), 0);
        const QRect second = m_view->visualRect(m_view->model()->index(1, 0));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, second.center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("bert_1"));
    }

    void neighboursEndAtTheEnds()
    {
        m_panel->setCurrent(QStringLiteral("ada_1"));
        QCOMPARE(m_panel->neighbour(1), QStringLiteral("bert_1"));
        QCOMPARE(m_panel->neighbour(-1), QString());
    }

    void picturesAreAskedForOnlyInSight()
    {
        LibraryEntry entry;
        entry.hasMedia = true;
        std::vector<LibraryEntry> many;
        for (int i = 0; i < 25000; ++i) {
            entry.id = QStringLiteral("video_%1").arg(i, 5, 10, QLatin1Char('0'));
            many.push_back(entry);
        }
        QSignalSpy wishes(m_panel.get(), &LibraryPanel::thumbnailWanted);
        m_panel->model().setEntries(std::move(many));
        QTRY_VERIFY(!wishes.isEmpty());
        QTest::qWait(50);
        QSet<QString> ids;
        for (const auto& wish : wishes)
            ids.insert(wish.first().toString());
        QVERIFY(ids.size() <= 12); // as many as fit into 400 pixels
    }

private:
    std::unique_ptr<LibraryPanel> m_panel;
    QListView* m_view = nullptr;
};

QTEST_MAIN(LibraryPanelTest)
#include "tst_library_panel.moc"
