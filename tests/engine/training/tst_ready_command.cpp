#include "engine/sequences/dataset_list.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/engine/training/models_program.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

namespace {

constexpr const char* kTalk = DEMO "/media/grid_talk_a.mp4"; // of a real person

}

/// `ready`, the model of parts, asked about a recording by its name.
class TestReadyCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString transcript(const char* sentence) const
    {
        QFile file(m_folder.filePath(QStringLiteral("talk.srt")));
        file.open(QIODevice::WriteOnly);
        file.write("1\n00:00:00,000 --> 00:00:04,000\n" + QByteArray(sentence) + "\n");
        return file.fileName();
    }
    /// The scores of the first segment.
    json first(const QStringList& options) const
    {
        const ProgramResult result
            = run(QStringList{QStringLiteral("predict"), QStringLiteral("ready"), QStringLiteral("--media"),
                              QLatin1String(kTalk), QStringLiteral("--json")}
                  + options);
        return result.exitCode == 0 ? json::parse(result.output.toStdString()).at(0).at("scores") : json();
    }

private slots:
    void wordsFaceAndVoiceAnswer()
    {
        const json good
            = first({QStringLiteral("--transcript"), transcript("What a wonderful day, I love it!")});
        const json bad
            = first({QStringLiteral("--transcript"), transcript("What a terrible day, I hate it.")});
        QVERIFY(good.is_object() && bad.is_object());
        QVERIFY(good.at("sentiment").get<double>() > bad.at("sentiment").get<double>() + 1.0);
        QVERIFY(good.at("happy").get<double>() > bad.at("happy").get<double>());
        QVERIFY(good.at("arousal") == bad.at("arousal"));
    }

    /// While the recording plays it is answered as when it lies there, by the words that were said by then.
    void itAnswersLive()
    {
        const QString said = transcript("What a wonderful day, I love it!");
        const ProgramResult result
            = run({QStringLiteral("live"), QStringLiteral("ready"), QStringLiteral("--media"),
                   QLatin1String(kTalk), QStringLiteral("--seconds"), QStringLiteral("4"),
                   QStringLiteral("--transcript"), said, QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const json answer = json::parse(result.output.split('\n').front().toStdString());
        QVERIFY(answer.at("parts").at("valence_of_words").get<double>() > 1.0);
        QVERIFY(answer.at("parts").contains("valence_of_face") && answer.at("parts").contains("arousal"));
        const json lying = first({QStringLiteral("--transcript"), said});
        QVERIFY(lying.is_object());
        QVERIFY(std::abs(lying.at("sentiment").get<double>()
                         - answer.at("scores").at("sentiment").get<double>())
                < 1e-4);
    }

    void whatIsOffSaysNeutral()
    {
        const QString said = transcript("What a wonderful day, I love it!");
        const auto asked = [&](const char* modality) {
            return first({QStringLiteral("--transcript"), said, QStringLiteral("--modalities"),
                          QLatin1String(modality)});
        };
        const double words = asked("text").at("sentiment").get<double>();
        const double face = asked("visual").at("sentiment").get<double>();
        const double all = first({QStringLiteral("--transcript"), said}).at("sentiment").get<double>();
        QVERIFY2(std::abs(words + face - all) < 1e-5,
                 qPrintable(QStringLiteral("%1 + %2, %3").arg(words).arg(face).arg(all)));
        QCOMPARE(asked("acoustic").at("sentiment").get<double>(), 0.0);
        QCOMPARE(asked("text").at("arousal").get<double>(), 0.0);
    }

    void withoutWordsFaceAndVoiceAnswer()
    {
        const json scores = first({});
        QVERIFY(scores.is_object());
        QVERIFY(scores.at("sentiment").get<double>() != 0.0);
        QVERIFY(scores.at("arousal").get<double>() != 0.0);
    }

    void theDatasetIsAskedToo()
    {
        const QString table = m_folder.filePath(QStringLiteral("out.csv"));
        const ProgramResult result
            = run({QStringLiteral("predict"), QStringLiteral("ready"), QStringLiteral("--dataset"),
                   QStringLiteral(DEMO "/dataset.json"), QStringLiteral("--ids"), QStringLiteral("ada_1"),
                   QStringLiteral("--out"), table});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(bytes(table).startsWith("id,fold,sentiment,arousal,happy"));
        QVERIFY(bytes(table).contains("ada_1[0]"));
    }

    /// The demo's labels are of drawings, of which the parts know little: held-out videos tell whether the
    /// fit helps.
    void ownLabelsScaleTheAnswers()
    {
        DatasetList list = readDatasetList(DEMO "/dataset.json");
        std::erase_if(list.media.edit(), [](const DatasetList::Media& media) { // a few are asked sooner
            return media.id != "ada_1" && media.id != "bert_1" && media.id != "cleo_1";
        });
        list.folds = {};
        std::erase_if(list.sequences, [](const DatasetList::Sequence& sequence) { // neither words nor features
            return sequence.name != "labels";
        });
        const QString dataset = m_folder.filePath(QStringLiteral("dataset.json"));
        writeDatasetList(list, dataset.toStdString());
        const QString fitted = m_folder.filePath(QStringLiteral("fitted.safetensors"));
        const ProgramResult result
            = run({QStringLiteral("fit-labels"), QStringLiteral("ready"), QStringLiteral("--dataset"),
                   dataset, QStringLiteral("--out"), fitted, QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const json fit = lastLine(result.output).at("outputs").at(0);
        QCOMPARE(fit.at("name").get<std::string>(), std::string("sentiment"));
        QVERIFY(fit.at("labels").get<int>() >= 10);
        QVERIFY(fit.at("kept").get<bool>()
                == (fit.at("error_held_out").get<double>() < fit.at("error_before").get<double>()));
        const auto sentiment = [&](const QString& model) {
            const ProgramResult said = run({QStringLiteral("predict"), model, QStringLiteral("--media"),
                                            QLatin1String(kTalk), QStringLiteral("--json")});
            return json::parse(said.output.toStdString()).at(0).at("scores").at("sentiment").get<double>();
        };
        const double expected = fit.at("scale").get<double>() * sentiment(QStringLiteral("ready"))
            + fit.at("offset").get<double>();
        QVERIFY(std::abs(sentiment(fitted) - expected) < 1e-4);
    }

    void withoutLabelsThatIsSaid()
    {
        DatasetList list = readDatasetList(DEMO "/dataset.json");
        list.sequences.clear();
        const QString dataset = m_folder.filePath(QStringLiteral("unlabelled.json"));
        writeDatasetList(list, dataset.toStdString());
        const ProgramResult result
            = run({QStringLiteral("fit-labels"), QStringLiteral("ready"), QStringLiteral("--dataset"),
                   dataset, QStringLiteral("--out"), m_folder.filePath(QStringLiteral("none.safetensors"))});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("no labelled segment"), result.errors.constData());
    }

    void aTrainedModelIsNotFitted()
    {
        const ProgramResult result
            = run({QStringLiteral("fit-labels"), QStringLiteral(DEMO "/model/lmf.safetensors"),
                   QStringLiteral("--dataset"), QStringLiteral(DEMO "/dataset.json"), QStringLiteral("--out"),
                   m_folder.filePath(QStringLiteral("none.safetensors"))});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("only a model of parts"), result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestReadyCommand)
#include "tst_ready_command.moc"
