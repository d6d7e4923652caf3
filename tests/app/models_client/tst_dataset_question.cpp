#include "app/models_client/dataset_question.h"
#include "engine/core/error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

/// A program in the place of `polylogue-models`, that ends in the middle, or says what is wrong.
class DatasetQuestionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_programs;
    std::vector<std::string> m_notes;

    std::filesystem::path programs() const { return m_programs.path().toStdString(); }
    /// @param script  of a shell; `$tries` is how often it was begun before
    void install(const QByteArray& script)
    {
        QFile::remove(m_programs.filePath(QStringLiteral("tries")));
        QFile program(m_programs.filePath(QStringLiteral("polylogue-models")));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\ncd \"$(dirname \"$0\")\"\ntries=$(cat tries 2>/dev/null || echo 0)\n"
                      "echo $((tries + 1)) > tries\n"
                      + script);
        program.close();
        program.setPermissions(program.permissions() | QFileDevice::ExeOwner);
        m_notes.clear();
    }
    QByteArray tries() const
    {
        QFile file(m_programs.filePath(QStringLiteral("tries")));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    ProgramAnswer asked()
    {
        engine::RunContext run;
        run.note = [this](const std::string& text) { m_notes.push_back(text); };
        return answerAboutDataset(programs(), {"suspects"}, {}, run);
    }

private slots:
    void aKilledProgramIsBegunAgainAndSaid()
    {
        install("[ $tries -gt 0 ] || kill -9 $$\necho '{\"done\":true}'\n");
        const ProgramAnswer answer = asked();
        QVERIFY(answer.line && answer.line->starts_with("{\"done\":true}"));
        QCOMPARE(tries(), QByteArray("2"));
        QCOMPARE(m_notes.size(), std::size_t(1));
        QVERIFY(m_notes.front().find("begun again") != std::string::npos);
    }

    void itIsBegunAgainOnceAndNoMore()
    {
        install("kill -9 $$\n");
        const ProgramAnswer answer = asked();
        QVERIFY(!answer.line && answer.said.empty());
        QCOMPARE(tries(), QByteArray("2"));
        QVERIFY(whyNoLine(answer).contains(QStringLiteral("Nothing of yours is lost")));
    }

    void whatItSaysIsBelievedAtOnce()
    {
        install("echo 'polylogue-models: five videos are needed' >&2\nexit 1\n");
        const ProgramAnswer answer = asked();
        QVERIFY(!answer.line);
        QCOMPARE(answer.said, std::string("five videos are needed"));
        QCOMPARE(tries(), QByteArray("1"));
        QVERIFY(m_notes.empty());
    }

    void anAnswerOfAnotherVersionIsSaid()
    {
        install("echo 'answer 7'\n");
        try {
            askAboutDataset(programs(), "model.safetensors", {"predict"}, {}, {});
            QFAIL("it was read");
        } catch (const engine::IoError& error) {
            QVERIFY2(std::string(error.what()).find("cannot be read") != std::string::npos, error.what());
        }
    }
};

QTEST_GUILESS_MAIN(DatasetQuestionTest)
#include "tst_dataset_question.moc"
