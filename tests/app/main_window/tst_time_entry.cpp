#include "app/timeline/time_entry.h"

#include <QTest>

using app::parseTimeEntry;
using app::TimeEntry;

class TimeEntryTest : public QObject {
    Q_OBJECT

private slots:
    void timesAndFramesAreUnderstood()
    {
        QCOMPARE(parseTimeEntry(QStringLiteral("75.5")), (TimeEntry{75.5}));
        QCOMPARE(parseTimeEntry(QStringLiteral(" 1:15.5 ")), (TimeEntry{75.5}));
        QCOMPARE(parseTimeEntry(QStringLiteral("1:01:00")), (TimeEntry{3660.0}));
        QCOMPARE(parseTimeEntry(QStringLiteral("f120")), (TimeEntry{0.0, std::size_t{120}}));
    }

    void segmentsAreNamedByVideoAndRow()
    {
        using app::SegmentName;
        QCOMPARE(parseTimeEntry(QStringLiteral("ada_1[3]"))->segment,
                 (SegmentName{QStringLiteral("ada_1"), 3}));
        QCOMPARE(parseTimeEntry(QStringLiteral(" f[0] [12] "))->segment,
                 (SegmentName{QStringLiteral("f[0]"), 12})); // ids may hold anything
    }

    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "soon", "1:2:3:4", "1:75", "-3", "f", "f-1", "1:", "[3]", "ada_1[]",
                                 "ada_1[-1]", "ada_1[x]"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void anythingElseIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!parseTimeEntry(text));
    }
};

QTEST_APPLESS_MAIN(TimeEntryTest)
#include "tst_time_entry.moc"
