#include "engine/core/installation.h"
#include "engine/features/face/expression_net.h"
#include "engine/features/face/expression_rows.h"
#include "engine/features/face/face_look.h"
#include "engine/model_files/safetensors.h"
#include "engine/parts/installed_part.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

#include "tests/support/failure.h"

using namespace engine;

namespace {

constexpr std::size_t kSide = ExpressionNet::kSide;

std::filesystem::path shippedNet()
{
    return openPart(Installation::ofThisProgram(), kExpressionPart).file("expression.safetensors");
}

/// Stripes, as `scripts/expression` was given them for the recorded answers.
std::vector<float> stripes()
{
    std::vector<float> picture;
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 48; ++x)
            picture.push_back(static_cast<float>(std::clamp(
                static_cast<int>(128 + 90 * std::sin(x * 0.3) * std::cos(y * 0.2) + (x - y)), 0, 255)));
    }
    return picture;
}

/// A disc with two dark eyes and a mouth.
std::vector<float> mask()
{
    std::vector<float> picture;
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 48; ++x) {
            const bool isEye = y >= 14 && y < 18 && ((x >= 14 && x < 19) || (x >= 29 && x < 34));
            const bool isMouth = y >= 32 && y < 36 && x >= 14 && x < 34;
            const bool isFace = (x - 24) * (x - 24) + (y - 20) * (y - 20) < 300;
            picture.push_back(isEye ? 40.0F : isMouth ? 90.0F : isFace ? 170.0F : 60.0F);
        }
    }
    return picture;
}

void compareSeen(const SeenExpression& seen, const std::array<float, 7>& chances, float valence)
{
    for (std::size_t i = 0; i < chances.size(); ++i)
        QVERIFY2(std::abs(seen.chances[i] - chances[i]) < 1e-4F,
                 qPrintable(QStringLiteral("%1: %2").arg(i).arg(static_cast<double>(seen.chances[i]))));
    QVERIFY2(std::abs(seen.valence - valence) < 1e-4F,
             qPrintable(QString::number(static_cast<double>(seen.valence))));
}

}

/// The net that says which expression raters see, and the crop that it gets.
class ExpressionNetTest : public QObject {
    Q_OBJECT

private slots:
    void itAnswersAsTheProgramThatTrainedIt()
    {
        const ExpressionNet net = ExpressionNet::read(shippedNet());
        compareSeen(net.of(stripes()),
                    {0.232656F, 0.261611F, 0.023503F, 0.474171F, 0.000664F, 0.000201F, 0.007194F},
                    -0.015727F);
        compareSeen(net.of(mask()),
                    {0.916579F, 0.076457F, 0.005477F, 0.000414F, 0.000672F, 0.000007F, 0.000394F}, 0.170719F);
    }

    void mirroredPicturesSayTheSame()
    {
        const ExpressionNet net = ExpressionNet::read(shippedNet());
        std::vector<float> mirrored = stripes();
        for (std::size_t y = 0; y < kSide; ++y)
            std::reverse(mirrored.begin() + static_cast<std::ptrdiff_t>(y * kSide),
                         mirrored.begin() + static_cast<std::ptrdiff_t>((y + 1) * kSide));
        const SeenExpression one = net.of(stripes());
        compareSeen(net.of(mirrored), one.chances, one.valence);
        QVERIFY(std::abs(std::accumulate(one.chances.begin(), one.chances.end(), 0.0F) - 1.0F) < 1e-5F);
    }

    void brightnessAndContrastMeanLittle()
    {
        const ExpressionNet net = ExpressionNet::read(shippedNet());
        std::vector<float> darker = mask();
        for (float& value : darker)
            value = 0.7F * value + 10.0F;
        const SeenExpression one = net.of(mask());
        const SeenExpression other = net.of(darker);
        for (std::size_t i = 0; i < one.chances.size(); ++i)
            QVERIFY(std::abs(one.chances[i] - other.chances[i]) < 0.1F);
    }

    void whatIsDamagedIsNamed()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("net.safetensors")).toStdString();
        const Safetensors whole = readSafetensors(shippedNet());
        const auto failure = [&](const Safetensors& contents) {
            writeSafetensors(path, contents);
            return test::failureOf([&] { ExpressionNet::read(path); });
        };
        QCOMPARE(failure(whole), std::string());
        Safetensors lacking = whole;
        lacking.tensors.erase("stage2.second.weight");
        QVERIFY(failure(lacking).find("stage2.second.weight") != std::string::npos);
        Safetensors other = whole;
        other.tensors["classes.weight"].shape[0] = 7;
        other.tensors["classes.weight"].values.resize(
            7 * static_cast<std::size_t>(other.tensors["classes.weight"].shape[1]));
        QVERIFY(failure(other).starts_with("expression_net"));
        Safetensors nameless = whole;
        nameless.metadata.erase("majority_sharpness");
        QVERIFY(failure(nameless).find("majority_sharpness") != std::string::npos);
    }

    void cropReachesBeyondThePicture()
    {
        const FaceBox box{0.0F, 0.0F, 93.0F, 93.0F};
        const FaceBox part = expressionPart(box);
        QVERIFY(std::abs(part.width() - 100.0F) < 0.01F);
        QVERIFY(std::abs(part.y0 - (46.5F - 5.0F - 50.0F)) < 0.01F);
        GrayPicture picture{93, 93, std::vector<std::uint8_t>(93 * 93, 200)};
        std::fill_n(picture.pixels.begin(), 93 * 40, std::uint8_t{50});
        const std::vector<float> crop = expressionCrop(picture, box);
        QCOMPARE(crop.size(), kSide * kSide);
        QCOMPARE(crop.front(), 50.0F); // above the picture: its first row
        QCOMPARE(crop.back(), 200.0F);
    }

    void aPersonWhoSpeaksIsSeenTenTimesASecond()
    {
        const ExpressionNet net = ExpressionNet::read(shippedNet());
        const FeatureRows rows
            = expressionRows(MediaFile(std::filesystem::path(DEMO "/media/grid_talk_a.mp4")), net);
        QCOMPARE(rows.columns.size(), std::size_t(9));
        QVERIFY(rows.values.rows > 250 && rows.values.rows < 400); // 30 s
        double found = 0.0;
        for (std::size_t i = 0; i < rows.values.rows; ++i) {
            found += static_cast<double>(rows.values.at(i, 0));
            QVERIFY(i == 0 || rows.intervals[i].start == rows.intervals[i - 1].end);
        }
        QVERIFY2(found > 0.95 * static_cast<double>(rows.values.rows), qPrintable(QString::number(found)));
    }
};

QTEST_GUILESS_MAIN(ExpressionNetTest)
#include "tst_expression_net.moc"
