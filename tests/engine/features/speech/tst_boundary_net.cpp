#include "engine/core/error.h"
#include "engine/features/speech/boundary_net.h"
#include "engine/model_files/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace engine;

namespace {

/// Two seconds of faint noise with a loud one from 0.8 to 1.2 s.
std::vector<float> burst()
{
    std::vector<float> sound(32000);
    std::uint32_t bits = 1;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        bits = bits * 1664525U + 1013904223U;
        const float noise = static_cast<float>(bits >> 16) / 65536.0F - 0.5F;
        sound[i] = noise * (i >= 12800 && i < 19200 ? 0.3F : 0.001F);
    }
    return sound;
}

BoundaryQuestion questionAt(double seconds)
{
    BoundaryQuestion question;
    question.centre = static_cast<int>(std::lround(seconds * BoundarySound::kFramesPerSecond));
    question.classes = {0, boundaryClass("SIL"), boundaryClass("S"), boundaryClass("AH")};
    return question;
}

}

class BoundaryNetTest : public QObject {
    Q_OBJECT

private slots:
    void edgesOfABurstAreFound()
    {
        const BoundarySound sound(burst());
        QCOMPARE(sound.frames(), 801);
        QVERIFY(std::abs(sound.onset(0.77, 1.0) - 0.8) < 0.011);
        QVERIFY(std::abs(sound.offset(1.23, 1.0) - 1.2) < 0.011);
        QVERIFY(std::abs(sound.fastestChange(0.81) - 0.8) < 0.011);
        QVERIFY(sound.noiseFloor() < -1.5F); // 30 dB and more below the burst
    }

    void netHearsTheBurst()
    {
        const BoundarySound sound(burst());
        const BoundaryNet net = BoundaryNet::read(boundaryNetFile(Installation::ofThisProgram()));
        const BoundaryNet::Answer answer = net.answer(sound, questionAt(0.79));
        QVERIFY2(std::abs(answer.time - 0.8) < 0.02, qPrintable(QString::number(answer.time)));
        QVERIFY(answer.error > 0.0 && answer.error < 0.05);
    }

    void shortAndOddSoundsHaveAnAnswer()
    {
        const BoundaryNet net = BoundaryNet::read(boundaryNetFile(Installation::ofThisProgram()));
        for (const std::vector<float>& sound : {std::vector<float>(1), std::vector<float>(50, 1.0F)}) {
            const BoundarySound measured(sound);
            const double time = net.answer(measured, questionAt(0.0)).time;
            QVERIFY(std::isfinite(time));
            QVERIFY(std::isfinite(measured.onset(5.0, 6.0)) && std::isfinite(measured.offset(-1.0, -2.0)));
        }
    }

    void phonesHaveKinds()
    {
        QCOMPARE(boundaryClass("SIL"), 1);
        QCOMPARE(boundaryClass("S"), boundaryClass("SH"));
        QVERIFY(boundaryClass("AA") != boundaryClass("P"));
        QCOMPARE(boundaryClass("no such"), 0);
        QCOMPARE(boundaryClass(""), 0);
    }

    void damagedNetsAreRefused()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("net.safetensors")).toStdString();
        Safetensors file = readSafetensors(boundaryNetFile(Installation::ofThisProgram()));
        file.tensors["0.gate"].shape = {1, static_cast<std::int64_t>(file.tensors["0.gate"].values.size())};
        writeSafetensors(path, file);
        try {
            BoundaryNet::read(path);
            QFAIL("accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("boundary_net"));
            QVERIFY(std::string(error.what()).find("0.gate") != std::string::npos);
        }
        writeSafetensors(path, {});
        QVERIFY_THROWS_EXCEPTION(FormatError, BoundaryNet::read(path));
    }
};

QTEST_GUILESS_MAIN(BoundaryNetTest)
#include "tst_boundary_net.moc"
