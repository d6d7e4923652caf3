#include "app/main_window/time_entry.h"

#include <QTest>

using app::parseTimeEntry;
using app::TimeEntry;

class TimeEntryTest : public QObject {
    Q_OBJECT

private slots:
    void timesAndFramesAreUnderstood()
    {
        QCOMPARE(parseTimeEntry(QStringLiteral("75.5")), (TimeEntry{75.5, std::nullopt}));
        QCOMPARE(parseTimeEntry(QStringLiteral(" 1:15.5 ")), (TimeEntry{75.5, std::nullopt}));
        QCOMPARE(parseTimeEntry(QStringLiteral("1:01:00")), (TimeEntry{3660.0, std::nullopt}));
        QCOMPARE(parseTimeEntry(QStringLiteral("f120")), (TimeEntry{0.0, std::size_t{120}}));
    }

    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "soon", "1:2:3:4", "1:75", "-3", "f", "f-1", "1:"})
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
