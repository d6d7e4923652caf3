#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/engine/models/piece_model.h"
#include "tests/engine/training/models_program.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

namespace {

/// Two videos to learn from and one for each other fold, a single pass: what is learnt is not looked at here.
QStringList briefly()
{
    return {QStringLiteral("--set"), QStringLiteral("training.epochs=1"), QStringLiteral("--set"),
            QStringLiteral(R"(split={"train":["ada_1","bert_1"],"valid":["eve_1"],"test":["finn_1"]})")};
}

QString captionTime(double seconds)
{
    const auto milliseconds = static_cast<long long>(std::llround(1000.0 * seconds));
    return QStringLiteral("00:00:%1,%2")
        .arg(milliseconds / 1000, 2, 10, QLatin1Char('0'))
        .arg(milliseconds % 1000, 3, 10, QLatin1Char('0'));
}

}

/// The commands of networks that see faces and hear spectrograms, from raw recordings to scores.
class TestNetworkCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_run = m_folder.filePath(QStringLiteral("run"));
    QString m_model = m_run + QStringLiteral("/model.safetensors");
    QString m_fused = m_folder.filePath(QStringLiteral("fused.safetensors"));
    QString m_list = QStringLiteral(DEMO "/dataset.json");

    json predicted(const QStringList& arguments)
    {
        const ProgramResult result = run(QStringList{QStringLiteral("predict")} + arguments);
        return result.exitCode == 0 ? json::parse(result.output.toStdString())
                                    : json(result.errors.toStdString());
    }

private slots:
    void aNetworkLearnsFromRecordings()
    {
        const ProgramResult result
            = run(QStringList{QStringLiteral("train"), QStringLiteral(DEMO "/model/fv2es.json"),
                              QStringLiteral("--out"), m_run, QStringLiteral("--json")}
                  + briefly());
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(lastLine(result.output).at("fold").get<std::string>(), std::string("test"));
    }

    void aRecordingIsPredictedAsTheDatasetIs()
    {
        const json fromDataset
            = predicted({m_model, QStringLiteral("--dataset"), m_list, QStringLiteral("--ids"),
                         QStringLiteral("finn_1"), QStringLiteral("--json")});
        QVERIFY2(fromDataset.is_array() && !fromDataset.empty(), fromDataset.dump().c_str());
        QString captions;
        for (const json& segment : fromDataset)
            captions += QStringLiteral("%1\n%2 --> %3\nwords\n\n")
                            .arg(captions.count(QStringLiteral("-->")) + 1)
                            .arg(captionTime(segment.at("start").get<double>()),
                                 captionTime(segment.at("end").get<double>()));
        const QString transcript = m_folder.filePath(QStringLiteral("t.srt"));
        QFile file(transcript);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(captions.toUtf8());
        file.close();
        const json fromMedia
            = predicted({m_model, QStringLiteral("--media"), QStringLiteral(DEMO "/media/finn_1.mp4"),
                         QStringLiteral("--transcript"), transcript, QStringLiteral("--json")});
        QVERIFY2(fromMedia.is_array(), fromMedia.dump().c_str());
        QCOMPARE(fromMedia.size(), fromDataset.size() + 1); // and the whole file
        double sum = 0.0;
        for (std::size_t i = 0; i < fromDataset.size(); ++i) {
            for (const auto& [label, score] : fromDataset[i].at("scores").items())
                QVERIFY(std::abs(fromMedia[i].at("scores").at(label).get<double>() - score.get<double>())
                        < 1e-5);
            sum += fromMedia[i].at("scores").at("happy").get<double>();
        }
        QVERIFY(std::abs(fromMedia.back().at("scores").at("happy").get<double>()
                         - sum / static_cast<double>(fromDataset.size()))
                < 1e-5);
    }

    void aFusedModelPredictsTheSame()
    {
        const ProgramResult fused = run({QStringLiteral("fuse"), m_model, QStringLiteral("--out"), m_fused});
        QVERIFY2(fused.exitCode == 0, fused.errors.constData());
        const QStringList recording{QStringLiteral("--media"), QStringLiteral(DEMO "/media/finn_1.mp4"),
                                    QStringLiteral("--json")};
        const json branched = predicted(QStringList{m_model} + recording);
        const json single = predicted(QStringList{m_fused} + recording);
        QVERIFY2(single.is_array() && single.size() == branched.size(), single.dump().c_str());
        for (std::size_t i = 0; i < single.size(); ++i) {
            for (const auto& [label, score] : branched[i].at("scores").items())
                QVERIFY(std::abs(single[i].at("scores").at(label).get<double>() - score.get<double>())
                        < 1e-4);
        }
        const ProgramResult twice = run({QStringLiteral("fuse"), m_fused, QStringLiteral("--out"), m_model});
        QCOMPARE(twice.exitCode, 1);
        QVERIFY(twice.errors.contains("fused already"));
    }

    void whatDoesNotGoTogetherIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no recording")
            << QStringList{QStringLiteral("predict"), m_model, QStringLiteral("--media"),
                           QStringLiteral(DEMO "/dataset.json")}
            << QByteArray("dataset.json");
        QTest::newRow("model of features")
            << QStringList{QStringLiteral("predict"), QStringLiteral(DEMO "/model/lmf.safetensors"),
                           QStringLiteral("--media"), QStringLiteral(DEMO "/media/finn_1.mp4")}
            << QByteArray("reads rows of features");
        QTest::newRow("retrieval by another model")
            << QStringList{QStringLiteral("retrieve"), QStringLiteral(DEMO "/model/lmf.safetensors"),
                           QStringLiteral("--dataset"), m_list}
            << QByteArray("a VAT does");
        QTest::newRow("form of MME2E") << QStringList{QStringLiteral("benchmark"), QStringLiteral("lmf"),
                                                      QStringLiteral("--form"), QStringLiteral("single")}
                                       << QByteArray("is for FV2ES");
    }

    void whatDoesNotGoTogetherIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, sentence);
        const ProgramResult result = run(arguments);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains(sentence), result.errors.constData());
    }

    void benchmarkTellsBothForms()
    {
        const ProgramResult result
            = run({QStringLiteral("benchmark"), QStringLiteral("fv2es"), QStringLiteral("--form"),
                   QStringLiteral("multi,single"), QStringLiteral("--batch"), QStringLiteral("2"),
                   QStringLiteral("--set"), QStringLiteral("model.ch=[4,4,4,4]")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QList<QByteArray> lines = result.output.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(json::parse(lines[0].toStdString()).at("form").get<std::string>(), std::string("multi"));
        const json single = json::parse(lines[1].toStdString());
        QCOMPARE(single.at("form").get<std::string>(), std::string("single"));
        QVERIFY(single.at("difference").get<double>() <= 1e-4 && single.at("p50_ms").get<double>() > 0.0);
    }

    void aVatRetrieves()
    {
        const QString folder = m_folder.filePath(QStringLiteral("vat"));
        const ProgramResult trained
            = run({QStringLiteral("train"), QStringLiteral(DEMO "/model/vat.json"), QStringLiteral("--set"),
                   QStringLiteral("training.epochs=2"), QStringLiteral("--set"),
                   QStringLiteral("recipe.segments.hop_s=2"), QStringLiteral("--out"), folder});
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        const ProgramResult result
            = run({QStringLiteral("retrieve"), folder + QStringLiteral("/model.safetensors"),
                   QStringLiteral("--dataset"), m_list, QStringLiteral("--window"), QStringLiteral("1"),
                   QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const json test = lastLine(result.output);
        QCOMPARE(test.at("fold").get<std::string>(), std::string("test"));
        QVERIFY(test.at("n").get<int>() > 50); // of one second each
        QCOMPARE(test.at("chance_at_1").get<double>(), 1.0 / test.at("n").get<double>());
        for (const char* const figure : {"recall_at_1_video_to_audio", "recall_at_5_audio_to_video",
                                         "median_rank_video_to_audio", "matching_accuracy", "matching_auc"})
            QVERIFY2(test.at(figure).is_number(), figure);
    }

    void theDemosVatFindsThreeTimesAsManyAsChance()
    {
        const ProgramResult result
            = run({QStringLiteral("retrieve"), QStringLiteral(DEMO "/model/vat.safetensors"),
                   QStringLiteral("--dataset"), m_list, QStringLiteral("--window"), QStringLiteral("2"),
                   QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        double found = 0.0, chance = 0.0;
        int speakers = 0;
        for (const QByteArray& line : result.output.trimmed().split('\n')) {
            const json fold = json::parse(line.toStdString());
            if (fold.at("fold") == "train")
                continue;
            ++speakers; // that it did not learn from
            chance += fold.at("chance_at_1").get<double>();
            found += (fold.at("recall_at_1_video_to_audio").get<double>()
                      + fold.at("recall_at_1_audio_to_video").get<double>())
                / 2.0;
        }
        QCOMPARE(speakers, 2);
        QVERIFY2(found >= 3.0 * chance, QByteArray::number(found / chance).constData());
    }

    void textsAreWordsOrPieces_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("weights");
        QTest::newRow("words") << QByteArray(R"({"kind":"small","d":16,"layers":1,"heads":2,"ff":16})")
                               << QByteArray();
        QTest::newRow("ALBERT") << QByteArray(
            R"({"kind":"albert","max_len":24,"pieces":"PIECES","albert":{"embedding_size":8,)"
            R"("hidden_size":16,"num_attention_heads":2,"intermediate_size":32,)"
            R"("num_hidden_layers":3,"max_position_embeddings":24}})")
                                << QByteArray(
                                       R"({"file":")" FIXTURES
                                       R"(/models/albert.safetensors","map":{"albert.":"T.albert."}})");
    }

    void textsAreWordsOrPieces()
    {
        QFETCH(QByteArray, text);
        QFETCH(const QByteArray, weights);
        const QString pieces = m_folder.filePath(QStringLiteral("spiece.model"));
        QFile file(pieces);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(pieceModel(50)));
        file.close();
        text.replace("PIECES", pieces.toUtf8());
        const QString folder = m_folder.filePath(QString::fromUtf8(QTest::currentDataTag()));
        QStringList arguments{QStringLiteral("train"),
                              QStringLiteral(DEMO "/model/fv2es.json"),
                              QStringLiteral("--out"),
                              folder,
                              QStringLiteral("--json"),
                              QStringLiteral("--set"),
                              QStringLiteral("model.text=") + QString::fromUtf8(text),
                              QStringLiteral("--set"),
                              QStringLiteral(R"(modalities=["text","acoustic","visual"])")};
        if (!weights.isEmpty())
            arguments
                += {QStringLiteral("--set"), QStringLiteral("begin_with=") + QString::fromUtf8(weights)};
        const ProgramResult trained = run(arguments + briefly());
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        QFile::remove(pieces); // the model holds them
        const QString model = folder + QStringLiteral("/model.safetensors");
        const QStringList ids{QStringLiteral("--dataset"), m_list, QStringLiteral("--ids"),
                              QStringLiteral("finn_1"), QStringLiteral("--json")};
        const json whole = predicted(QStringList{model} + ids);
        QVERIFY2(whole.is_array() && whole.size() == 5, whole.dump().c_str());
        const json deaf = predicted(QStringList{model} + ids
                                    + QStringList{QStringLiteral("--modalities"), QStringLiteral("text")});
        QVERIFY2(deaf.is_array() && deaf[0].at("scores") != deaf[1].at("scores"),
                 deaf.dump().c_str()); // it reads
        const ProgramResult scored
            = run({QStringLiteral("evaluate"), model, QStringLiteral("--dataset"), m_list,
                   QStringLiteral("--fold"), QStringLiteral("test"), QStringLiteral("--json")});
        QVERIFY2(lastLine(scored.output) == lastLine(trained.output), scored.output.constData());
    }

    void sequencesAreLearntWithoutAligningThem()
    {
        const QString folder = m_folder.filePath(QStringLiteral("own"));
        QStringList arguments{QStringLiteral("train"), QStringLiteral(DEMO "/model/train.json"),
                              QStringLiteral("--out"), folder};
        for (const char* const setting :
             {"model=lf_dnn", R"(recipe={"rows":"own"})", "training.epochs=2", "alone=false"})
            arguments += {QStringLiteral("--set"), QString::fromUtf8(setting)};
        const ProgramResult trained = run(arguments);
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        QVERIFY2(trained.errors.contains("unaligned"), trained.errors.constData());
        const QStringList ids{QStringLiteral("--ids"), QStringLiteral("finn_1"), QStringLiteral("--json")};
        const json scores = predicted(
            QStringList{folder + QStringLiteral("/model.safetensors"), QStringLiteral("--dataset"), m_list}
            + ids);
        QVERIFY2(scores.is_array() && scores.size() == 5, scores.dump().c_str());
        arguments[3] = m_folder.filePath(QStringLiteral("refused"));
        arguments[5] = QStringLiteral("model=mfn");
        const ProgramResult refused = run(arguments);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("LFDNN"), refused.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestNetworkCommands)
#include "tst_network_commands.moc"
