#include "engine/core/error.h"
#include "engine/models/predict/predictor.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fstream>
#include <random>

using namespace engine;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLengthBytes = 8; // of a safetensors file: little endian, then the header, then numbers

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count)
{
    return random() % count;
}

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct File {
    std::string header, numbers;

    std::string bytes() const
    {
        std::string length(kLengthBytes, '\0');
        for (std::size_t i = 0; i < kLengthBytes; ++i)
            length[i] = static_cast<char>(header.size() >> (8 * i) & 0xFF);
        return length + header + numbers;
    }
};

File parts(const std::string& bytes)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return {bytes.substr(kLengthBytes, length), bytes.substr(kLengthBytes + length)};
}

/// Every value of a document, as pointers to it.
void collect(nlohmann::json& value, std::vector<nlohmann::json*>& values)
{
    values.push_back(&value);
    if (value.is_structured()) {
        for (nlohmann::json& child : value)
            collect(child, values);
    }
}

/// Another value in the place of one of the card, or one that is gone.
void damage(nlohmann::json& document, Random& random)
{
    using nlohmann::json;
    const std::array<json, 14> others{
        -1,   0,    1,       7,          1'000'000, 4'000'000'000'000'000, 1e300,
        -0.5, true, nullptr, "anything", "",        json::array(),         json::object()};
    std::vector<json*> values;
    collect(document, values);
    *values[below(random, values.size())] = others[below(random, others.size())];
}

std::string withDamagedCard(const File& file, Random& random)
{
    using nlohmann::json;
    json header = json::parse(file.header);
    for (auto& [key, text] : header.at("__metadata__").items()) {
        json inner = json::parse(text.get<std::string>(), nullptr, false);
        if (inner.is_object()) { // the card
            damage(inner, random);
            text = inner.dump();
        }
    }
    return File{header.dump(), file.numbers}.bytes();
}

std::string withDamagedHeader(const File& file, Random& random)
{
    using nlohmann::json;
    json header = json::parse(file.header);
    damage(header, random);
    return File{header.dump(), file.numbers}.bytes();
}

std::string withOtherBytes(std::string bytes, Random& random)
{
    const std::size_t header = parts(bytes).header.size() + kLengthBytes;
    for (int i = 0; i < 3; ++i)
        bytes[below(random, header)] = static_cast<char>(random());
    return bytes;
}

std::string cut(const std::string& bytes, Random& random)
{
    return bytes.substr(0, below(random, bytes.size()));
}

/// Asks for three words of the widths that the card names.
void answer(const Predictor& predictor)
{
    SegmentInput input;
    for (const Modality modality : allModalities) {
        const std::size_t width
            = predictor.card().normalisation[static_cast<std::size_t>(modality)].mean.size();
        input.of(modality) = FeatureMatrix(3, width);
    }
    predictor.predict({1, input, {true, true, true}, true});
}

}

/// Models that are damaged in any way: a sentence, or a model; nothing else.
class TestDamagedModels : public QObject {
    Q_OBJECT

private slots:
    void damagedModelsAreReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* const folder : {DEMO "/model", DEMO "/models"}) {
            for (const auto& item : fs::directory_iterator(folder)) {
                if (item.path().extension() == ".safetensors")
                    QTest::newRow(item.path().stem().c_str()) << QString::fromStdString(item.path().string());
            }
        }
    }

    void damagedModelsAreReadOrRefused()
    {
        QFETCH(const QString, path);
        const std::string whole = bytesOf(path.toStdString());
        const File file = parts(whole);
        Random random(1);
        const QTemporaryDir folder;
        const std::string mutant = folder.filePath(QStringLiteral("m.safetensors")).toStdString();
        int refused = 0;
        for (int i = 0; i < 160; ++i) {
            const std::string bytes = i % 4 == 0 ? withDamagedHeader(file, random)
                : i % 8 == 1                     ? withOtherBytes(whole, random)
                : i % 8 == 5                     ? cut(whole, random)
                                                 : withDamagedCard(file, random);
            std::ofstream(mutant, std::ios::binary) << bytes;
            try {
                answer(Predictor(fs::path(mutant)));
            } catch (const Error& error) {
                ++refused;
                QVERIFY(std::string(error.what()).size() > 10);
            } catch (const std::exception& error) {
                const QString kept = QDir::temp().filePath(QStringLiteral("damaged.safetensors"));
                std::ofstream(kept.toStdString(), std::ios::binary) << bytes;
                QFAIL(qPrintable(QStringLiteral("number %1, kept as %2: %3")
                                     .arg(i)
                                     .arg(kept)
                                     .arg(QString::fromUtf8(error.what()))));
            }
        }
        QVERIFY(refused > 40);
    }
};

QTEST_GUILESS_MAIN(TestDamagedModels)
#include "tst_damaged_models.moc"
