#include "engine/sequences/csd_writer.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <pty.h>
#include <unistd.h>

#include "tests/support/cli.h"
#include "tests/support/sequences.h"

using namespace engine;

namespace {

const std::string kHostile = "a\x1b[2J\x1b]0;owned\a\xc2\x9b"
                             "31m\xe2\x80\xae";

}

/// Names, ids and words of files cannot reach into the terminal that they are printed to.
class TestTerminalOutput : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void write(const char* name, const std::string& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.data(), static_cast<qint64>(text.size()));
    }

private slots:
    void initTestCase()
    {
        const auto metadata = [](const char* name) {
            return Metadata{{"root name", name + kHostile},
                            {"computational sequence description", kHostile},
                            {"dimension names", {kHostile}},
                            {"dataset bib citation", kHostile},
                            {"featureset bib citation", kHostile}};
        };
        ComputationalSequence numbers = test::sequence(
            "numbers", {{"v" + kHostile, {{ElementType::Float64, {{0, 1}}}, test::floats(1, {1})}}});
        numbers.setMetadata(metadata("numbers"));
        writeCsd(numbers, path("numbers.csd").toStdString());
        ComputationalSequence words = test::sequence(
            "words", {{"v" + kHostile, {{ElementType::Float64, {{0, 1}}}, test::texts({kHostile})}}});
        words.setMetadata(metadata("words"));
        writeCsd(words, path("words.csd").toStdString());
        write("ratings.csv", "unit,ann" + kHostile + ",ben\nu" + kHostile + ",1,2\nv,2,2\nw,3,1\n");
        write("list.json",
              "{\"name\": \"x\", \"sequences\": [{\"name\": \"w\\u001b[31m\", \"file\": "
              "\"w\\u001b[31m.csd\"}]}");
        QDir(m_folder.path()).mkdir(QStringLiteral("broken"));
        write("broken/a\x1b[31m.csd", "no csd");
        write("recipe.json",
              "{\"load\": [{\"file\": \"numbers.csd\"}], \"stp\\u001b[31m\": 1,"
              " \"steps\": [{\"op\": \"remove_id\", \"id\": \"\\u001b[31m\"}]}");
    }

    /// A terminal is told each percent once, however many entries there are.
    void progressIsToldForEachPercent()
    {
        constexpr int kEntries = 3000;
        ComputationalSequence many;
        many.setMetadata({{"root name", "many"}});
        for (int i = 0; i < kEntries; ++i)
            many.put(std::to_string(i), {{ElementType::Float64, {{0, 1}}}, test::floats(1, {1})});
        writeCsd(many, path("many.csd").toStdString());
        int master = -1;
        int terminal = -1;
        QVERIFY(openpty(&master, &terminal, nullptr, nullptr, nullptr) == 0);
        QProcess process;
        process.setChildProcessModifier([terminal] { dup2(terminal, STDERR_FILENO); });
        process.start(QStringLiteral(PROGRAMS "/polylogue-cli"), {QStringLiteral("stats"), path("many.csd")});
        QVERIFY(process.waitForStarted());
        close(terminal);
        std::string shown;
        std::array<char, 4096> piece{};
        for (ssize_t got = 0; (got = read(master, piece.data(), piece.size())) > 0;)
            shown.append(piece.data(), static_cast<std::size_t>(got));
        close(master);
        QVERIFY(process.waitForFinished(support::kPatience));
        QCOMPARE(process.exitCode(), 0);
        const auto told = std::ranges::count(shown, '%');
        QVERIFY2(told > 1 && told <= 101, std::to_string(told).c_str());
        QVERIFY(shown.find("100 %") != std::string::npos);
    }

    void nothingRawIsPrinted_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [&](const char* arguments) {
            QStringList list = QString::fromLatin1(arguments).split(u' ');
            for (QString& argument : list) {
                if (argument.startsWith(u'@'))
                    argument = m_folder.filePath(argument.mid(1));
            }
            QTest::newRow(arguments) << list;
        };
        row("info --ids @numbers.csd");
        row("info @absent\x1b[31m.csd");
        row("words @words.csd");
        row("stats @numbers.csd");
        row("stats @words.csd");
        row("cite @numbers.csd");
        row("cite --sdk @numbers.csd");
        row("agreement --statistic all @ratings.csv");
        row("make-dataset @broken --out @dataset.json");
        row("fetch @list.json --out @out --from http://127.0.0.1:1");
        row("validate @absent\x1b[31m.csd");
        row("run @recipe.json --out @made");
        row("\x1b[31m");
    }

    void nothingRawIsPrinted()
    {
        QFETCH(const QStringList, arguments);
        const auto result = test::runCli(arguments);
        const QByteArray all = result.output + result.errors;
        QVERIFY2(all.contains("\\x1b"), all.constData());
        for (const char* raw : {"\x1b", "\a", "\xc2\x9b", "\xe2\x80\xae"})
            QVERIFY2(!all.contains(raw), all.toHex().constData());
    }
};

QTEST_GUILESS_MAIN(TestTerminalOutput)
#include "tst_terminal_output.moc"
