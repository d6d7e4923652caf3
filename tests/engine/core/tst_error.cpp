#include "engine/core/error.h"

#include <QTest>

using namespace engine;

class TestError : public QObject {
    Q_OBJECT

private slots:
    void aFileErrorNamesItsFileFirst()
    {
        const IoError error("not_hdf5", "a/b.csd", "is cut off");
        QCOMPARE(error.what(), "a/b.csd: is cut off");
        QCOMPARE(error.code(), std::string("not_hdf5"));
    }

    void aNulDoesNotCutTheMessage()
    {
        using namespace std::string_literals;
        const FormatError error("bad_id", "a.csd", "the id \"x\0y\" has a zero byte"s);
        QCOMPARE(error.what(), "a.csd: the id \"x\\x00y\" has a zero byte");
        QCOMPARE(Error("stopped", "\0\0"s).what(), "\\x00\\x00");
    }

    void everyKindIsCaughtAsError()
    {
        QVERIFY_THROWS_EXCEPTION(Error, throw FormatError("data_invalid", "f", "x"));
        QVERIFY_THROWS_EXCEPTION(Error, throw ShapeError("row_mismatch", "x"));
        QVERIFY_THROWS_EXCEPTION(Error, throw Cancelled());
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
