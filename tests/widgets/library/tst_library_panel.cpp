#include "widgets/library/library_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/waiting.h"

using namespace widgets;

namespace {

LibraryEntry entryOf(const char* id, const char* speaker, const char* words, std::vector<float> labels)
{
    LibraryEntry entry;
    entry.id = QLatin1String(id);
    entry.speaker = QLatin1String(speaker);
    entry.isRead = true;
    entry.duration = static_cast<double>(labels.size()) * 10;
    entry.labelNames = {QStringLiteral("sentiment")};
    entry.labels = std::move(labels);
    entry.coverage = {0.5F, 1, 0};
    double start = 0.0;
    for (const QString& word : QString::fromLatin1(words).split(QLatin1Char(' ')))
        entry.words.add(word, start += 0.5);
    return entry;
}

std::vector<LibraryEntryPtr> shared(std::vector<LibraryEntry> entries)
{
    std::vector<LibraryEntryPtr> result;
    for (LibraryEntry& entry : entries)
        result.push_back(std::make_shared<const LibraryEntry>(std::move(entry)));
    return result;
}

/// 3000 videos of which only names are known.
class NamedVideos final : public ListedVideos {
public:
    std::size_t size() const override { return 3000; }
    LibraryEntry entry(std::size_t place) const override
    {
        ++m_made;
        LibraryEntry entry;
        entry.id = QString::number(place);
        return entry;
    }
    int placeOf(const QString& id) const override
    {
        bool isNumber = false;
        const int place = id.toInt(&isNumber);
        return isNumber && place < 3000 ? place : -1;
    }
    QStringList folds() const override { return {QStringLiteral("test")}; }
    int made() const { return m_made; }

private:
    mutable int m_made = 0;
};

}

class LibraryPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_panel = std::make_unique<LibraryPanel>();
        LibraryEntry ada = entryOf("ada_1", "ada", "a wonderful film", {2, 3});
        ada.fold = QStringLiteral("train");
        LibraryEntry bert = entryOf("bert_1", "bert", "an awful evening and an awful film", {-2});
        bert.fold = QStringLiteral("test");
        m_panel->model().setEntries(shared({ada, bert, entryOf("cleo_1", "cleo", "so it was", {-1, 1, 0})}));
        m_panel->resize(300, 400);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get(), support::kPatience));
        m_view = m_panel->findChild<QListView*>(QStringLiteral("libraryList"));
        m_search = m_panel->findChild<QLineEdit*>(QStringLiteral("librarySearch"));
    }

    void modelKeepsItsContract()
    {
        LibraryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LibraryEntry entry;
        entry.id = QStringLiteral("a");
        model.setEntries(shared({entry}));
        entry.duration = 3.0;
        model.updateEntries(shared({entry}));
        QCOMPARE(model.entryAt(0).duration, 3.0);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.indexOf(entry.id).isValid());
        model.updateEntries(shared({entry})); // while it is not shown
        model.setEntries({});
    }

    void entriesAreMadeWhenTheyAreLookedAt()
    {
        const auto videos = std::make_shared<const NamedVideos>();
        LibraryEntryList list(videos);
        const LibraryEntryList before = list;
        QCOMPARE(list.size(), std::size_t(3000));
        QCOMPARE(videos->made(), 0);
        QVERIFY(list.read().empty());
        LibraryEntry read = entryOf("2500", "ada", "a film", {1});
        QCOMPARE(list.replace(shared({read}).front()), 2500);
        QCOMPARE(list.replace(shared({entryOf("none", "", "", {})}).front()), -1);
        QCOMPARE(list.read().size(), std::size_t(1));
        QVERIFY(before.read().empty());
        QCOMPARE(list[2500]->speaker, QStringLiteral("ada"));
        QCOMPARE(videos->made(), 0);
        QCOMPARE(before[2500]->speaker, QString());
        QCOMPARE(list[2499]->id, QStringLiteral("2499"));
        QCOMPARE(videos->made(), 2);
        int count = 0;
        for (const LibraryEntryPtr& entry : list)
            count += entry->id == QString::number(count) ? 1 : 0;
        QCOMPARE(count, 3000);
        QCOMPARE(list.folds(), before.folds());
    }

    void namesAreShownAndFoundBeforeFilesAreRead()
    {
        const auto videos = std::make_shared<const NamedVideos>();
        m_panel->model().setEntries(LibraryEntryList(videos));
        QVERIFY(videos->made() < 100); // what is in sight
        QCOMPARE(m_panel->model().rowCount(), 3000);
        QTest::keyClicks(m_search, QStringLiteral("299"));
        QTRY_COMPARE(shown().size(), 13); // 299, 1299, 2299, 2990 to 2999
    }

    void searchFindsWhatIsSaid()
    {
        QTest::keyClicks(m_search, QStringLiteral("AWFUL"));
        QTRY_COMPARE(shown(), QStringList{QStringLiteral("bert_1")});
        QCOMPARE(m_panel->findChild<QLabel*>(QStringLiteral("libraryCount"))->text(),
                 QStringLiteral("1 of 3 videos"));
    }

    void openingAHitNamesItsTime()
    {
        QTest::keyClicks(m_search, QStringLiteral("film"));
        QTRY_COMPARE(m_view->model()->rowCount(), 2);
        QSignalSpy places(m_panel.get(), &LibraryPanel::placeChosen);
        click(1);
        QCOMPARE(places.count(), 1);
        QCOMPARE(places.first().at(0).toString(), QStringLiteral("bert_1"));
        QCOMPARE(places.first().at(1).toDouble(), 3.5); // its seventh word
    }

    void theOpenVideoCanBeChosenForAnotherHit()
    {
        m_panel->setCurrent(QStringLiteral("bert_1"));
        QTest::keyClicks(m_search, QStringLiteral("evening"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::entryChosen);
        QSignalSpy places(m_panel.get(), &LibraryPanel::placeChosen);
        click(0);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(places.count(), 1);
        QCOMPARE(places.first().at(1).toDouble(), 1.5);
    }

    void returnOpensWhatWasFoundFirst()
    {
        QTest::keyClicks(m_search, QStringLiteral("/^so/"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::entryChosen);
        QTest::keyClick(m_search, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("cleo_1"));
    }

    void wrongPatternsAreExplainedAndWhatWasFoundStays()
    {
        auto* problem = m_panel->findChild<QLabel*>(QStringLiteral("libraryProblem"));
        QTest::keyClicks(m_search, QStringLiteral("awful"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QTest::keyClicks(m_search, QStringLiteral(" /(a"));
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("character")), qPrintable(problem->text()));
        QCOMPARE(m_view->model()->rowCount(), 1);
        QTest::keyClicks(m_search, QStringLiteral(")/"));
        QVERIFY(!problem->isVisible());
    }

    void unknownLabelsAreNamed()
    {
        QTest::keyClicks(m_search, QStringLiteral("happy>1"));
        auto* problem = m_panel->findChild<QLabel*>(QStringLiteral("libraryProblem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("sentiment")), qPrintable(problem->text()));
    }

    void searchThatHidesTheOpenVideoOpensNoOther()
    {
        m_panel->setCurrent(QStringLiteral("ada_1"));
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::entryChosen);
        QTest::keyClicks(m_search, QStringLiteral("awful"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        m_search->clear();
        QTRY_COMPARE(m_view->model()->rowCount(), 3);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(m_view->currentIndex().data().toString(), QStringLiteral("ada_1"));
    }

    void theFormWritesTermsIntoTheField()
    {
        openFilter();
        auto* fold = m_panel->findChild<QComboBox*>(QStringLiteral("filterFold"));
        QCOMPARE(fold->count(), 3); // any, test, train
        QTest::keyClick(fold, Qt::Key_Down);
        QCOMPARE(m_search->text(), QStringLiteral("fold:test"));
        auto* least = m_panel->findChild<QDoubleSpinBox*>(QStringLiteral("filterLeast"));
        least->setFocus();
        least->selectAll();
        QTest::keyClicks(least, QStringLiteral("-2"));
        QCOMPARE(m_search->text(), QStringLiteral("fold:test sentiment>=-2"));
        QTRY_COMPARE(shown(), QStringList{QStringLiteral("bert_1")});
        QTest::mouseClick(m_panel->findChild<QPushButton*>(QStringLiteral("filterClear")), Qt::LeftButton);
        QCOMPARE(m_search->text(), QString());
        QCOMPARE(fold->currentIndex(), 0);
        QTRY_COMPARE(m_view->model()->rowCount(), 3);
    }

    void theFormKeepsWhatIsNoneOfItsChoices()
    {
        QTest::keyClicks(m_search, QStringLiteral("missing:visual fold:dev"));
        openFilter();
        auto* longer = m_panel->findChild<QDoubleSpinBox*>(QStringLiteral("filterLonger"));
        longer->setFocus();
        longer->selectAll();
        QTest::keyClicks(longer, QStringLiteral("7"));
        QCOMPARE(m_search->text(), QStringLiteral("fold:dev missing:visual longer:7"));
    }

    void whatWasSeenAndWhoTakesPartIsAskedInTheForm()
    {
        openFilter();
        auto* seen = m_panel->findChild<QComboBox*>(QStringLiteral("filterSeen"));
        QTest::keyClick(seen, Qt::Key_Down);
        QCOMPARE(m_search->text(), QStringLiteral("seen:prediction"));
        auto* with = m_panel->findChild<QLineEdit*>(QStringLiteral("filterWith"));
        QTest::keyClicks(with, QStringLiteral("ad"));
        auto* people = m_panel->findChild<QDoubleSpinBox*>(QStringLiteral("filterPeople"));
        people->setFocus();
        people->selectAll();
        QTest::keyClicks(people, QStringLiteral("2"));
        QCOMPARE(m_search->text(), QStringLiteral("seen:prediction with:ad people:2"));
        QTest::mouseClick(m_panel->findChild<QPushButton*>(QStringLiteral("filterClear")), Qt::LeftButton);
        QCOMPARE(m_search->text(), QString());
        QCOMPARE(with->text(), QString());
        QCOMPARE(people->value(), 0.0);
    }

    void theFormShowsWhatIsWritten()
    {
        QTest::keyClicks(m_search, QStringLiteral("film longer:15 missing:vision"));
        openFilter();
        QCOMPARE(m_panel->findChild<QDoubleSpinBox*>(QStringLiteral("filterLonger"))->value(), 15.0);
        QCOMPARE(m_panel->findChild<QComboBox*>(QStringLiteral("filterMissing"))->currentData().toString(),
                 QStringLiteral("vision"));
        QCOMPARE(m_search->text(), QStringLiteral("film longer:15 missing:vision")); // showing edits nothing
        QVERIFY(filterButton()->isChecked());
    }

    void sortsByMeanEitherWay()
    {
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::orderChosen);
        openFilter();
        auto* order = m_panel->findChild<QComboBox*>(QStringLiteral("libraryOrder"));
        order->setFocus();
        while (order->currentText() != LibraryOrder::title(LibraryOrder::Key::MeanLabel))
            QTest::keyClick(order, Qt::Key_Down);
        QTRY_COMPARE(
            shown(),
            (QStringList{QStringLiteral("bert_1"), QStringLiteral("cleo_1"), QStringLiteral("ada_1")}));
        QTest::keyClick(m_panel->findChild<QWidget*>(QStringLiteral("libraryDescending")), Qt::Key_Down);
        QTRY_COMPARE(
            shown(),
            (QStringList{QStringLiteral("ada_1"), QStringLiteral("cleo_1"), QStringLiteral("bert_1")}));
        const auto last = chosen.last().first().value<LibraryOrder>();
        QCOMPARE(last.name(), QStringLiteral("-mean"));
        QVERIFY(LibraryOrder::fromName(last.name()) == last);
    }

    void figuresAreToldToScreenReaders()
    {
        const QString text = m_view->model()->index(0, 0).data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(text.contains(QStringLiteral("text 50 %, sound 100 %, vision 0 %")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("mean +2.50, spread 0.50")), qPrintable(text));
    }

    void clickChoosesAnEntryAndSetterDoesNot()
    {
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::entryChosen);
        m_panel->setCurrent(QStringLiteral("ada_1"));
        QCOMPARE(chosen.count(), 0);
        click(1);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("bert_1"));
    }

    /// A dataset that grew is listed anew: the video in sight stays marked, and its neighbours are its own.
    void theOpenVideoStaysMarkedWhenEntriesAreSetAgain()
    {
        m_panel->setCurrent(QStringLiteral("bert_1"));
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::entryChosen);
        m_panel->model().setEntries(
            shared({entryOf("ada_1", "ada", "a", {1}), entryOf("aron_1", "aron", "b", {1}),
                    entryOf("bert_1", "bert", "c", {1})}));
        QCOMPARE(m_view->currentIndex().row(), 2);
        QCOMPARE(chosen.count(), 0);
    }

    void clickPlaysWhatItChoseAndKeysChooseOnly()
    {
        QSignalSpy chosen(m_panel.get(), &LibraryPanel::entryChosen);
        QSignalSpy plays(m_panel.get(), &LibraryPanel::playRequested);
        m_panel->setCurrent(QStringLiteral("ada_1"));
        click(1);
        QCOMPARE(plays.count(), 1);
        QCOMPARE(plays.last().first().toString(), QStringLiteral("bert_1"));
        click(1); // again
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(plays.count(), 2);
        QTest::keyClick(m_view, Qt::Key_Down);
        QCOMPARE(chosen.last().first().toString(), QStringLiteral("cleo_1"));
        QTest::keyClick(m_view, Qt::Key_Up);
        QCOMPARE(chosen.count(), 3);
        QCOMPARE(plays.count(), 2);
        QTest::keyClick(m_view, Qt::Key_Return);
        QCOMPARE(plays.count(), 3);
        QCOMPARE(plays.last().first().toString(), QStringLiteral("bert_1"));
    }

    void neighboursEndAtTheEnds()
    {
        m_panel->setCurrent(QStringLiteral("ada_1"));
        QCOMPARE(m_panel->neighbour(1), QStringLiteral("bert_1"));
        QCOMPARE(m_panel->neighbour(-1), QString());
    }

    void picturesAreAskedForOnlyInSight()
    {
        QSignalSpy wishes(m_panel.get(), &LibraryPanel::thumbnailsWanted);
        setMany(25000);
        QTRY_VERIFY(!wishes.isEmpty());
        QVERIFY(wishes.last().first().toStringList().size() <= 12); // as many as fit into 400 pixels
        QCOMPARE(wishes.last().first().toStringList().first(), QStringLiteral("video_00000"));
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        QTRY_COMPARE(wishes.last().first().toStringList().last(), QStringLiteral("video_24999"));
        QVERIFY(wishes.last().first().toStringList().size() <= 12);
    }

    void theNewestOfManyWishesWins()
    {
        setMany(25000);
        QTest::keyClicks(m_search, QStringLiteral("video_24999"));
        QTRY_COMPARE(shown(), QStringList{QStringLiteral("video_24999")});
        m_search->setText(QStringLiteral("/v.*0{4}/"));
        m_search->setText(QStringLiteral("video_0001"));
        QTRY_COMPARE(m_view->model()->rowCount(), 10);
    }

private:
    QStringList shown() const
    {
        QStringList ids;
        for (int row = 0; row < m_view->model()->rowCount(); ++row)
            ids << m_view->model()->index(row, 0).data().toString();
        return ids;
    }
    QToolButton* filterButton() const { return m_panel->findChild<QToolButton*>(); }
    void openFilter() { QTest::mouseClick(filterButton(), Qt::LeftButton); }
    void click(int row)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          m_view->visualRect(m_view->model()->index(row, 0)).center());
    }
    void setMany(int count)
    {
        LibraryEntry entry;
        entry.hasMedia = true;
        std::vector<LibraryEntry> many;
        for (int i = 0; i < count; ++i) {
            entry.id = QStringLiteral("video_%1").arg(i, 5, 10, QLatin1Char('0'));
            many.push_back(entry);
        }
        m_panel->model().setEntries(shared(std::move(many)));
    }

    std::unique_ptr<LibraryPanel> m_panel;
    QListView* m_view = nullptr;
    QLineEdit* m_search = nullptr;
};

QTEST_MAIN(LibraryPanelTest)
#include "tst_library_panel.moc"
