#include "engine/core/terminal_text.h"

#include <QTest>

using namespace engine;
using namespace std::string_literals;

class TestTerminalText : public QObject {
    Q_OBJECT

private slots:
    void controlsAreShown_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("shown");
        QTest::newRow("a colour") << "a\x1b[31mb"s
                                  << R"(a\x1b[31mb)"s;
        QTest::newRow("a title") << "\x1b]0;x\a"s
                                 << R"(\x1b]0;x\x07)"s;
        QTest::newRow("NUL") << "a\0b"s
                             << R"(a\x00b)"s;
        QTest::newRow("lines") << "a\r\nb\tc"s
                               << R"(a\x0d\x0ab\x09c)"s;
        QTest::newRow("delete") << "a\x7f"s
                                << R"(a\x7f)"s;
        QTest::newRow("C1 in UTF-8") << "\xc2\x9b"
                                        "31m"s
                                     << R"(\x9b31m)"s;
        QTest::newRow("C1 as a byte") << "\x9b"
                                         "31m"s
                                      << R"(\x9b31m)"s;
        QTest::newRow("written backwards") << "\xe2\x80\xaetxt.exe"s
                                           << R"(\u202etxt.exe)"s;
        QTest::newRow("overlong escape") << "\xc0\x9b[m"s
                                         << R"(\x1b[m)"s;
        QTest::newRow("words") << "déjà 見 😀 \\x1b"s
                               << "déjà 見 😀 \\x1b"s;
        QTest::newRow("Latin-1") << "d\xe9j\xe0"s
                                 << "d\xe9j\xe0"s;
        QTest::newRow("cut off") << "\xe2\x80"s
                                 << R"()"s + "\xe2" + R"(\x80)"s;
    }

    void controlsAreShown()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, shown);
        QCOMPARE(terminalText(text), shown);
        QCOMPARE(terminalText(terminalText(text)), shown);
    }

    void linesOfATextStay()
    {
        QCOMPARE(terminalLines("a\tb\n\x1b"
                               "c\r\n"),
                 "a\tb\n\\x1bc\\x0d\n"s);
    }
};

QTEST_GUILESS_MAIN(TestTerminalText)
#include "tst_terminal_text.moc"
