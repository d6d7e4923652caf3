#include <QFileDialog>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// *Help → Record a script*: what a person does becomes a script, which does the same in a fresh window.
class ScriptRecorderTest : public WindowTest {
    Q_OBJECT

protected:
    bool isOneStory() const override { return true; }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void whatIsDoneIsWrittenDown()
    {
        action("record-script")->trigger();
        QVERIFY(action("record-script")->isChecked());
        action("preset-align")->trigger();
        action("preset-explore")->trigger();
        session().videos().open(QStringLiteral("ada_3")); // as the library does
        QTRY_VERIFY(document().isInSight(QStringLiteral("ada_3")));
        QVERIFY(settle());
        player().seek(4.0);
        QTest::qWait(0);
        player().seek(2.5);
        QTest::qWait(0);
        session().editor().setLabel(app::kLabelsTier, 1, QStringLiteral("sentiment"), 3.0);
        editLikeAPerson();
        action("snap")->trigger();
        save(m_folder.filePath(QStringLiteral("steps")));
        QTRY_VERIFY(QFile::exists(script()));
        QFile file(script());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString program = QString::fromUtf8(file.readAll());
        QStringList steps;
        for (const QString& line : program.split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("    w.")))
                steps << line.trimmed();
        }
        QVERIFY2(steps.contains(QStringLiteral("w.run(\"preset-align\", checked=True)")),
                 qPrintable(program));
        QVERIFY2(steps.contains(QStringLiteral("w.open(\"ada_3\")")), qPrintable(program));
        QVERIFY2(steps.contains(QStringLiteral("w.playhead = 2.500")), qPrintable(program));
        QVERIFY2(!steps.contains(QStringLiteral("w.playhead = 4.000")), qPrintable(program));
        QVERIFY2(steps.contains(QStringLiteral("w.label(1, \"sentiment\", 3)")), qPrintable(program));
        const QStringList edits
            = steps.filter(QStringLiteral("edit_segments")) + steps.filter(QStringLiteral("do()"));
        QCOMPARE(edits.size(), 6);
        QVERIFY2(
            QRegularExpression(
                QStringLiteral(
                    R"(^w\.edit_segments\("words", move=\[\(2, [0-9.]+, [0-9.]+\)(, \(3, [0-9.]+, [0-9.]+\))?\]\)$)"))
                .match(edits[0])
                .hasMatch(),
            qPrintable(edits[0]));
        QCOMPARE(edits[1], QStringLiteral("w.edit_segments(\"words\", retype=[(2, \"films\")])"));
        QCOMPARE(edits[2], QStringLiteral("w.edit_segments(\"words\", remove=[4])"));
        QVERIFY2(edits[3].startsWith(QLatin1String("w.edit_segments(\"words\", add=[(")),
                 qPrintable(edits[3]));
        QCOMPARE(edits[4], QStringLiteral("w.undo()"));
        QCOMPARE(edits[5], QStringLiteral("w.redo()"));
        QVERIFY2(steps.contains(QStringLiteral("w.run(\"snap\", checked=False)")), qPrintable(program));
        QVERIFY(program.startsWith(QLatin1String("#!/usr/bin/env python3\n")));
        m_words = wordsNow();
    }

    void nothingIsWrittenDownAfterwards()
    {
        QVERIFY(!action("record-script")->isChecked());
        action("snap")->trigger();
        undoAll();
    }

    void theScriptDoesTheSameInAFreshWindow()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        QProcess fresh;
        fresh.start(QStringLiteral(PROGRAMS "/polylogue"),
                    {QStringLiteral("--demo"), QStringLiteral("--listen"), QStringLiteral("--language"),
                     QStringLiteral("en")});
        QVERIFY(fresh.waitForStarted());
        QTRY_VERIFY(fresh.canReadLine());
        QCOMPARE(python({QStringLiteral("-c"),
                         QStringLiteral("import polylogue\n"
                                        "w = polylogue.Window.connect()\n"
                                        "assert w.wait_for(lambda: w.video, 150)\n"
                                        "assert w.settle(150)\n")}),
                 QByteArray());
        QCOMPARE(python({script()}), QByteArray());
        const QByteArray said
            = python({QStringLiteral("-c"),
                      QStringLiteral(
                          "import polylogue\n"
                          "w = polylogue.Window.connect()\n"
                          "snap = [one for one in w.commands() if one.name == 'snap'][0]\n"
                          "print(w.video, w.playhead, w.preset, snap.checked)\n"
                          "for one in w.segments('words'):\n"
                          "    print(one.text, int(1000 * one.start + 0.5), int(1000 * one.end + 0.5))\n")});
        const QByteArray expected = QByteArray("ada_3 2.5 explore False\n") + m_words;
        QVERIFY2(said == expected, (said + "--- expected ---\n" + expected).constData());
        QCOMPARE(python({script()}), QByteArray()); // what is so already is no mistake
        fresh.terminate();
        QVERIFY(fresh.waitForFinished(support::kPatience));
        QCOMPARE(fresh.exitStatus(), QProcess::NormalExit);
    }

private:
    /// A drag of an edge, a text, a word less, a word more, the history back and forth.
    void editLikeAPerson()
    {
        app::Editor& editor = session().editor();
        const auto id = [this](std::size_t place) { return document().segmentId(app::kWordsTier, place); };
        const auto span = [this](std::size_t place) { return document().spans(app::kWordsTier)[place]; };
        const double to = span(2).start + 0.6 * (span(2).end - span(2).start);
        for (const double share : {0.9, 0.7, 0.6})
            editor.segments().moveEdge(id(2), true, span(2).start + share * (to - span(2).start),
                                       engine::EdgeMode::Follow, 77);
        editor.segments().moveEdge(id(2), true, to, engine::EdgeMode::Follow, 77);
        QVERIFY(editor.segments().retype(id(2), QStringLiteral("films")));
        const engine::Interval gone = span(4);
        QVERIFY(editor.segments().remove(app::kWordsTier, 4));
        QVERIFY(editor.segments().insert(app::kWordsTier, gone).has_value());
        editor.history().undo();
        editor.history().redo();
    }

    /// `film 1200 1800`, in milliseconds.
    QByteArray wordsNow()
    {
        QByteArray words;
        const engine::Tier* tier = document().tier(app::kWordsTier);
        for (const auto& entry : document().annotation().byTime(tier->id).all()) {
            const engine::Segment& word = *document().annotation().segment(entry.id);
            words += QByteArray::fromStdString(word.text) + ' '
                + QByteArray::number(qRound64(1000 * word.start.seconds())) + ' '
                + QByteArray::number(qRound64(1000 * word.end.seconds())) + '\n';
        }
        return words;
    }

    QByteArray m_words; ///< when the recording ended

    QString script() const { return m_folder.filePath(QStringLiteral("steps.py")); }

    void save(const QString& path)
    {
        NextDialog file([path](QDialog* dialog) {
            auto* asks = qobject_cast<QFileDialog*>(dialog);
            QVERIFY(asks);
            asks->selectFile(path);
        });
        action("record-script")->trigger();
        QVERIFY(file.wasThere());
    }

    /// What a run prints; where it fails, its complaint.
    QByteArray python(const QStringList& arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PYTHONPATH"), QStringLiteral(PROGRAMS "/../python"));
        environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("/usr/bin/python3"), arguments);
        process.waitForFinished(support::kPatience);
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(ScriptRecorderTest)
#include "tst_script_recorder.moc"
