#include "app/scripting/script_lines.h"

#include <QProcess>
#include <QTest>

#include "tests/support/waiting.h"

using app::ScriptLines;

/// What a recorded script says.
class ScriptLinesTest : public QObject {
    Q_OBJECT

private slots:
    void aLineForEachThingThatWasDone()
    {
        ScriptLines lines(QStringLiteral("ada_1"));
        lines.seek(1.5);
        lines.run(QStringLiteral("split"), std::nullopt, false);
        lines.run(QStringLiteral("snap"), false, false);
        lines.select(QStringLiteral("words"), {0, 4});
        lines.selectSpan(engine::Interval{1.0, 2.25});
        lines.label(QStringLiteral("labels"), 3, QStringLiteral("sentiment"), -1.5);
        lines.label(QStringLiteral("stance"), 0, QStringLiteral("kind"), std::string("for"));
        lines.undo();
        lines.open(QStringLiteral("ada_2"));
        QCOMPARE(lines.lines(),
                 QStringList({QStringLiteral("w.playhead = 1.500"), QStringLiteral("w.run(\"split\")"),
                              QStringLiteral("w.run(\"snap\", checked=False)"),
                              QStringLiteral("w.select(\"words\", [0, 4])"),
                              QStringLiteral("w.selection = (1.000, 2.250)"),
                              QStringLiteral("w.label(3, \"sentiment\", -1.5)"),
                              QStringLiteral("w.label(0, \"kind\", \"for\", tier=\"stance\")"),
                              QStringLiteral("w.undo()"), QStringLiteral("w.open(\"ada_2\")")}));
    }

    void onlyTheLastOfPlayheadsAndSelectionsThatFollowEachOther()
    {
        ScriptLines lines(QStringLiteral("ada_1"));
        lines.seek(1.0);
        lines.seek(2.0);
        lines.selectSpan(engine::Interval{1.0, 2.0});
        lines.selectSpan(std::nullopt);
        lines.select(QStringLiteral("words"), {1});
        lines.select(QStringLiteral("words"), {2});
        lines.seek(3.0);
        QCOMPARE(
            lines.lines(),
            QStringList({QStringLiteral("w.playhead = 2.000"), QStringLiteral("w.selection = None"),
                         QStringLiteral("w.select(\"words\", [2])"), QStringLiteral("w.playhead = 3.000")}));
    }

    void aDialogIsWaitedFor()
    {
        ScriptLines lines(QStringLiteral("ada_1"));
        lines.run(QStringLiteral("find"), std::nullopt, true);
        QVERIFY(lines.lines().front().startsWith(QLatin1String("w.run(\"find\", answered=True)  # ")));
    }

    void namesCannotBecomeProgram()
    {
        ScriptLines lines(QStringLiteral("a\"])\nimport os#"));
        lines.open(QString::fromUtf8("\\\" ü 你 \u2028 %1 %2\n"));
        lines.label(QStringLiteral("labels"), 0, QStringLiteral("\"); exit(3) #"), std::string("\"\"\""));
        QProcess python;
        python.start(
            QStringLiteral("python3"),
            {QStringLiteral("-c"),
             QString::fromUtf8(
                 "import ast, sys\n"
                 "tree = ast.parse(sys.stdin.buffer.read().decode(\"utf8\"))\n"
                 "names = [ast.unparse(node) for node in tree.body if isinstance(node, (ast.Import, "
                 "ast.ImportFrom))]\n"
                 "assert names == [\"import sys\", \"import polylogue\"], names\n"
                 "texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and "
                 "isinstance(node.value, str)]\n"
                 "assert 'a\"])\\nimport os#' in texts and '\\\\\" ü 你 \\u2028 %1 %2\\n' in texts, texts\n"
                 "assert '\"); exit(3) #' in texts and '\"\"\"' in texts, texts\n")});
        QVERIFY(python.waitForStarted());
        python.write(lines.program(QStringLiteral("an\"na")).toUtf8());
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(support::kPatience));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    }

    void whoGaveValuesIsNamedWhereSomeWereGiven()
    {
        ScriptLines lines(QStringLiteral("ada_1"));
        QVERIFY(!lines.program(QStringLiteral("anna")).contains(QLatin1String("w.annotator")));
        lines.label(QStringLiteral("labels"), 0, QStringLiteral("sentiment"), 1.0);
        QVERIFY(lines.program(QStringLiteral("anna")).contains(QLatin1String("w.annotator = \"anna\"")));
    }
};

QTEST_GUILESS_MAIN(ScriptLinesTest)
#include "tst_script_lines.moc"
