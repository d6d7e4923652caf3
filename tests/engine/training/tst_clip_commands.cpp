#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/types.h>

#include "tests/engine/training/models_program.h"
#include "tests/support/waiting.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

namespace {

/// Models of pictures and sound as they are, small enough for a test: two videos to learn from, one for each
/// other fold.
QStringList raw(const char* className, const QString& out, const QStringList& more = {})
{
    const std::string model = R"(model={"class":")" + std::string(className)
        + R"(","input":"raw","d":16,"heads":2,"video_layers":1,"audio_layers":1,"fusion_layers":1,"columns":160)"
        + (std::string(className) == "VAT" ? R"(,"proj":8,"queue":20})" : "}");
    QStringList arguments{QStringLiteral("train"), QStringLiteral(DEMO "/model/vat.json"),
                          QStringLiteral("--out"), out, QStringLiteral("--json")};
    for (
        const std::string& field :
        {model, std::string("recipe={}"), std::string(R"(media={"frames":"centre"})"),
         std::string(R"(labels=[{"name":"sentiment","column":0,"range":[-3,3]}])"),
         std::string(R"(split={"train":["ada_1","bert_1"],"valid":["eve_1"],"test":["finn_1"]})"),
         std::string(
             R"(training={"epochs":3,"batch":4,"lr":0.001,"optimiser":"adamw","schedule":{"kind":"cosine","warm_up":0.05,"least":0.1}})")})
        arguments += {QStringLiteral("--set"), QString::fromStdString(field)};
    return arguments + more;
}

QStringList stages(const char* list)
{
    return {QStringLiteral("--set"), QStringLiteral("stages=") + QString::fromUtf8(list)};
}

constexpr const char* kAll = R"(["pretrain","finetune","linear"])";

/// Ends the program in the second epoch of a stage.
void interruptedIn(const QByteArray& stage, const QStringList& arguments, int signal)
{
    QProcess process;
    process.setProcessEnvironment(quietThreads());
    process.start(QStringLiteral(PROGRAMS "/polylogue-models"), arguments);
    QByteArray errors;
    process.setReadChannel(QProcess::StandardError);
    while (!errors.contains(stage + "  epoch 2/") && process.waitForReadyRead(support::kPatience))
        errors += process.readAllStandardError();
    ::kill(static_cast<pid_t>(process.processId()), signal);
    process.waitForFinished(support::kPatience);
}

}

/// Networks that look at patches of frames and of spectrograms, from recordings.
class TestClipCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString place(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private slots:
    void rawStagesStoppedAnywhereEndWithTheSameBytes()
    {
        const auto whole = run(raw("VAT", place("whole"), stages(kAll)));
        QVERIFY2(whole.exitCode == 0, whole.errors.constData());
        for (const char* const stage : {"pretrain", "finetune", "linear"})
            QVERIFY2(whole.errors.contains(QByteArray(stage) + "  epoch 3/3"), whole.errors.constData());
        const QStringList resume{QStringLiteral("--resume")};
        interruptedIn("pretrain", raw("VAT", place("stopped"), stages(kAll)), SIGTERM);
        interruptedIn("finetune", raw("VAT", place("stopped"), stages(kAll) + resume), SIGKILL);
        QVERIFY(!QFile::exists(place("stopped/model.safetensors")));
        const auto resumed = run(raw("VAT", place("stopped"), stages(kAll) + resume));
        QVERIFY2(resumed.exitCode == 0, resumed.errors.constData());
        QVERIFY(bytes(place("stopped/model.safetensors")) == bytes(place("whole/model.safetensors")));
    }

    void noiseGivesRowsOfItsOwn()
    {
        const auto told
            = run({QStringLiteral("evaluate"), place("whole/model.safetensors"), QStringLiteral("--dataset"),
                   QStringLiteral(DEMO "/dataset.json"), QStringLiteral("--fold"), QStringLiteral("test"),
                   QStringLiteral("--noise"), QStringLiteral("5,20"), QStringLiteral("--json")});
        QVERIFY2(told.exitCode == 0, told.errors.constData());
        std::map<std::string, double> errors;
        for (const QByteArray& line : told.output.trimmed().split('\n')) {
            const json row = json::parse(line.toStdString());
            errors[row.at("fold").get<std::string>()] = row.at("mae").get<double>();
        }
        QCOMPARE(errors.size(), std::size_t(3));
        QVERIFY(errors.contains("test") && errors.contains("test, noise 5 dB"));
        QVERIFY(errors.at("test") != errors.at("test, noise 5 dB"));
        QVERIFY(errors.at("test, noise 20 dB") != errors.at("test, noise 5 dB"));
    }

    void aRecordingIsPredicted()
    {
        const auto predicted
            = run({QStringLiteral("predict"), place("whole/model.safetensors"), QStringLiteral("--media"),
                   QStringLiteral(DEMO "/media/finn_1.mp4"), QStringLiteral("--json")});
        QVERIFY2(predicted.exitCode == 0, predicted.errors.constData());
        QVERIFY(json::parse(predicted.output.toStdString()).size() > 2);
    }

    void changesWhileLearningMayBeSwitchedOff()
    {
        const QStringList pretrain = stages(R"(["pretrain"])");
        const auto changed = run(raw("VAT", place("changed"), pretrain));
        QVERIFY2(changed.exitCode == 0, changed.errors.constData());
        const auto plain = run(
            raw("VAT", place("plain"),
                pretrain + QStringList{QStringLiteral("--set"), QStringLiteral("media.augment=false")}));
        QVERIFY2(plain.exitCode == 0, plain.errors.constData());
        QVERIFY(bytes(place("plain/model.safetensors")) != bytes(place("changed/model.safetensors")));
        const auto unknown = run(
            raw("VAT", place("unknown"),
                pretrain
                    + QStringList{QStringLiteral("--set"), QStringLiteral("media.augment={\"blur\":true}")}));
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY2(unknown.errors.contains("media.augment.blur"), unknown.errors.constData());
    }

    void aSupervisedTransformerTellsBothSides()
    {
        QStringList arguments = raw("AVTransformer", place("av"));
        arguments += stages(R"(["joint"])");
        const auto trained = run(arguments);
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        for (const char* const side : {"acoustic+visual, visual side", "acoustic+visual, acoustic side"})
            QVERIFY2(trained.output.contains(side), trained.output.constData());
    }

    void thresholdsAreTunedOnTheValidationFoldAndKept()
    {
        QStringList arguments{QStringLiteral("train"), QStringLiteral(DEMO "/model/train.json"),
                              QStringLiteral("--out"), place("tuned"), QStringLiteral("--json")};
        for (
            const char* const field :
            {"model=lf_dnn", R"(training={"lr":0.001,"batch":16})", "task=binary", "alone=false",
             "training.epochs=3", "thresholds=tuned",
             R"(labels=[{"name":"happy","column":1,"range":[0,1],"neutral":0},{"name":"sad","column":2,"range":[0,1],"neutral":0}])"})
            arguments += {QStringLiteral("--set"), QString::fromUtf8(field)};
        const auto trained = run(arguments);
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        const QStringList evaluate{QStringLiteral("evaluate"),  place("tuned/model.safetensors"),
                                   QStringLiteral("--dataset"), QStringLiteral(DEMO "/dataset.json"),
                                   QStringLiteral("--json"),    QStringLiteral("--fold")};
        const auto valid = run(evaluate + QStringList{QStringLiteral("valid")});
        QVERIFY2(valid.exitCode == 0, valid.errors.constData());
        QCOMPARE(valid.output.trimmed().count('\n'), 0); // only that fold
        const auto model = bytes(place("tuned/model.safetensors"));
        QVERIFY(model.contains("thresholds"));
        const auto test = run(evaluate + QStringList{QStringLiteral("test")});
        QVERIFY(lastLine(test.output) == lastLine(trained.output)); // the same thresholds
    }
};

QTEST_GUILESS_MAIN(TestClipCommands)
#include "tst_clip_commands.moc"
