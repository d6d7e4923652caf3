#include "engine/core/utf8.h"

#include <QTest>

using namespace engine;

class TestUtf8 : public QObject {
    Q_OBJECT

private slots:
    void everyCodePointSurvives()
    {
        for (char32_t point = 1; point < 0x110000; point += 37) {
            if (point >= 0xd800 && point < 0xe000)
                continue;
            std::string text;
            appendUtf8(text, point);
            QVERIFY(isUtf8(text));
            QCOMPARE(codePoints(text), std::u32string(1, point));
        }
    }

    void whatIsNoUtf8IsSeen_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("Latin-1") << std::string("caf\xe9 au");
        QTest::newRow("overlong slash") << std::string("\xc0\xaf");
        QTest::newRow("surrogate") << std::string("\xed\xa0\x80");
        QTest::newRow("beyond the last") << std::string("\xf5\x80\x80\x80");
        QTest::newRow("cut off") << std::string("a\xe2\x82");
        QTest::newRow("stray tail") << std::string("\x80");
    }

    void whatIsNoUtf8IsSeen()
    {
        QFETCH(const std::string, bytes);
        QVERIFY(!isUtf8(bytes));
        QVERIFY(codePoints(bytes).find(U'\xfffd') != std::u32string::npos);
    }

    void theReplacementCharacterItselfIsText() { QVERIFY(isUtf8("\xef\xbf\xbd")); }
};

QTEST_GUILESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
