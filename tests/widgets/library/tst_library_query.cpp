#include "widgets/library/library_filter.h"
#include "widgets/library/library_order.h"

#include <QTest>

#include <cmath>

using namespace widgets;

/// What the library's search understands.
class LibraryQueryTest : public QObject {
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row
            = [](const char* text, bool found) { QTest::newRow(text) << QString::fromUtf8(text) << found; };
        row("", true);
        row("TALK", true);
        row("ada film", true);
        row("film ada nothing", false);
        row("\"lovely little\"", true);
        row("\"little lovely\"", false);
        row("/l[io]\\w+ f/", true);
        row("/^film/", false);
        row("/l[io", true); // wrong: the panel does not search
        row("sentiment>1", true);
        row("sentiment>2", false);
        row("Sentiment>=2", true);
        row("sentiment=2", true);
        row("sentiment<=−1", true);
        row("very_happy>=0.3", true);
        row("sentiment>1 very_happy>=0.3", false); // of different segments
        row("sentiment<0 very_happy>=0.3", true);
        row("anger>0", false);
        row("fold:test", true);
        row("fold:tes", false);
        row("speaker:ADA", true);
        row("missing:visual", true);
        row("missing:vis", true);
        row("missing:text", false);
        row("missing:media", true);
        row("longer:10", true);
        row("longer:13", false);
        row("shorter:12.5 longer:12.5", true);
        row("seen:prediction", true);
        row("seen:pred seen:other", true);
        row("seen:suspect", false);
        row("with:bert people:2", false); // a talk of one
        row("seen: fold: sentiment> longer:", true); // not finished yet
        row("time:12", false); // no field: a text that nobody says
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(LibraryQuery(text).match(entry()).has_value(), found);
    }

    /// macOS writes letters and their marks apart in the names of files; keyboards write one letter.
    void lettersWithMarksAreFoundHoweverTheyAreWritten_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("typed");
        const QString apart = QStringLiteral("Mu\u0308ller"), one = QStringLiteral("M\u00fcller");
        QTest::newRow("apart, typed as one") << apart << one;
        QTest::newRow("one, typed apart") << one << apart;
        QTest::newRow("apart, typed apart") << apart << apart;
        QTest::newRow("Korean") << QStringLiteral("\u1112\u1161\u11ab") << QStringLiteral("\ud55c");
        QTest::newRow("field") << apart << QStringLiteral("id:M\u00dcLLER");
    }
    void lettersWithMarksAreFoundHoweverTheyAreWritten()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, typed);
        LibraryEntry entry;
        entry.id = id;
        QVERIFY(LibraryQuery(typed).match(entry));
        entry.id = QStringLiteral("Muller");
        QVERIFY(!LibraryQuery(typed).match(entry));
    }
    void participantsAreFoundHoweverTheirNamesAreWritten()
    {
        const QString apart = QStringLiteral("Mu\u0308ller"), one = QStringLiteral("m\u00fcller");
        for (const auto& [named, typed] : {std::pair{apart, one}, {one, apart}}) {
            LibraryEntry entry;
            entry.participants = {QStringLiteral("Ada"), named};
            QVERIFY(LibraryQuery(QStringLiteral("with:") + typed).match(entry));
            QVERIFY(LibraryQuery(QStringLiteral("with:") + typed.chopped(2)).match(entry)); // as it begins
            QVERIFY(LibraryQuery(QStringLiteral("speaker:") + typed).match(entry));
            QVERIFY(!LibraryQuery(QStringLiteral("with:muller")).match(entry));
            QVERIFY(!LibraryQuery(QStringLiteral("speaker:muller")).match(entry));
        }
    }

    void hitIsTheFirstPlaceOfWhatWasSaid()
    {
        const auto hit = LibraryQuery(QStringLiteral("film little")).match(entry());
        QVERIFY(hit && hit->isSpoken());
        QCOMPARE(entry().words.text.mid(hit->start, hit->length), QStringLiteral("little"));
        QCOMPARE(entry().words.startAt(hit->start), 2.5);
    }

    void nameHidesHitsAmongTheWords()
    {
        LibraryEntry entry = this->entry();
        entry.id = QStringLiteral("film_3");
        QVERIFY(!LibraryQuery(QStringLiteral("film")).match(entry)->isSpoken());
    }

    void whatIsNotReadYetIsNeitherLongNorMissing()
    {
        LibraryEntry entry;
        QVERIFY(!LibraryQuery(QStringLiteral("missing:text")).match(entry));
        QVERIFY(!LibraryQuery(QStringLiteral("shorter:10")).match(entry));
    }

    void mistakesAreExplained_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("pattern") << "/a(b/"
                                 << "missing closing parenthesis";
        QTest::newRow("length") << "longer:ten"
                                << "“ten” is no length";
        QTest::newRow("number") << "sentiment>big"
                                << "“big” is no number";
        QTest::newRow("thing") << "seen:ghost"
                               << "explanation, suggestion";
        QTest::newRow("modality") << "missing:smell"
                                  << "text, sound, vision";
    }
    void mistakesAreExplained()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const LibraryQuery query(text);
        QVERIFY2(query.problem().contains(part), qPrintable(query.problem()));
    }

    void aPatternThatExploresForeverGivesUp()
    {
        LibraryEntry entry;
        entry.words.add(QString(5000, QLatin1Char('a')), 0);
        QVERIFY(!LibraryQuery(QStringLiteral("/^(a|aa|aaa)+$b/")).match(entry));
    }

    void filterIsPartOfTheText()
    {
        const QString text = QStringLiteral("film fold:dev \"a b\" mood>3 longer:2");
        LibraryFilter filter = LibraryFilter::of(text, QStringLiteral("mood"));
        QCOMPARE(filter.fold, QStringLiteral("dev"));
        QVERIFY(!filter.least); // > is none of the form's
        filter.fold.clear();
        filter.greatest = 1.5;
        const QString changed = filter.appliedTo(text, QStringLiteral("mood"));
        QCOMPARE(changed, QStringLiteral("film \"a b\" mood>3 mood<=1.5 longer:2"));
        QVERIFY(LibraryFilter::of(changed, QStringLiteral("mood")) == filter);
    }

    void whatWasSeenAndWhoTakesPartAreFieldsOfTheForm()
    {
        const QString text = QStringLiteral("seen:pred with:ada with:bert people:2 film");
        LibraryFilter filter = LibraryFilter::of(text, {});
        QCOMPARE(filter.seen, QStringLiteral("pred"));
        QCOMPARE(filter.with, QStringLiteral("ada")); // the other stays in the text
        QCOMPARE(filter.people, std::optional(2.0));
        filter.seen = QStringLiteral("other");
        filter.with = QStringLiteral("cleo d");
        filter.people.reset();
        QCOMPARE(filter.appliedTo(text, {}), QStringLiteral("with:bert film seen:other with:\"cleo d\""));
    }

    void unknownValuesComeLastEitherWay()
    {
        const double nan = std::nan("");
        for (const bool descending : {false, true}) {
            std::vector<LibraryRow> rows{{0, {}}, {1, {}}, {2, {}}, {3, {}}};
            sortRows(rows, {nan, 1, 2, 1}, descending);
            const std::vector<int> expected
                = descending ? std::vector{2, 1, 3, 0} : std::vector{1, 3, 2, 0}; // equal ones as they were
            for (std::size_t i = 0; i < rows.size(); ++i)
                QCOMPARE(rows[i].entry, expected[i]);
        }
    }

    void figuresLeaveOutWhatNobodyLabelled()
    {
        const LabelFigures figures = labelFigures(entry(), 0);
        QCOMPARE(figures.given, std::size_t{2});
        QCOMPARE(figures.mean, 0.5);
        QCOMPARE(figures.spread, 1.5);
        QCOMPARE(figures.least, -1.0);
    }

private:
    static LibraryEntry entry()
    {
        LibraryEntry entry;
        entry.id = QStringLiteral("talk_1");
        entry.speaker = QStringLiteral("ada");
        entry.fold = QStringLiteral("test");
        entry.isRead = true;
        entry.duration = 12.5;
        entry.coverage = {0.4F, 1, 0};
        entry.labelNames = {QStringLiteral("sentiment"), QStringLiteral("very happy")};
        entry.labels = {2, 0, -1, 0.3F, std::nanf(""), 0};
        entry.seen = {QStringLiteral("other"), QStringLiteral("prediction")};
        double start = 0.5;
        for (const char* word : {"what", "a", "lovely", "", "little", "film"})
            entry.words.add(QLatin1String(word), start += 0.5);
        entry.words.starts[3] = 2.5F;
        return entry;
    }
};

QTEST_GUILESS_MAIN(LibraryQueryTest)
#include "tst_library_query.moc"
