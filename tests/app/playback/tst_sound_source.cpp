#include "app/playback/sound_source.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <stdexcept>

using app::SoundSource;

class SoundSourceTest : public QObject {
    Q_OBJECT

    /// Pulls this many stereo frames, as the audio device does.
    static std::vector<float> pulled(SoundSource& source, std::size_t frames)
    {
        std::vector<float> samples(2 * frames, -1.0F);
        const auto bytes = static_cast<qint64>(samples.size() * sizeof(float));
        return source.read(reinterpret_cast<char*>(samples.data()), bytes) == bytes ? samples
                                                                                    : std::vector<float>();
    }

private slots:
    void afterTheLastSampleComesSilence()
    {
        SoundSource source(
            [](std::span<float> to) {
                std::fill_n(to.begin(), 4, 0.5F);
                return std::size_t{2};
            },
            48000, 2, 1.0);
        QCOMPARE(pulled(source, 3), (std::vector<float>{0.5F, 0.5F, 0.5F, 0.5F, 0.0F, 0.0F}));
    }

    void aReaderThatThrowsIsToldOnceAndSilent_data()
    {
        QTest::addColumn<double>("rate");
        QTest::newRow("as recorded") << 1.0;
        QTest::newRow("stretched") << 0.5;
    }

    void aReaderThatThrowsIsToldOnceAndSilent()
    {
        QFETCH(const double, rate);
        SoundSource source([](std::span<float>) -> std::size_t { throw std::runtime_error("torn"); }, 48000,
                           2, rate);
        QSignalSpy failures(&source, &SoundSource::failed);
        const std::vector<float> silence(8, 0.0F);
        QCOMPARE(pulled(source, 4), silence);
        QCOMPARE(pulled(source, 4), silence);
        QCOMPARE(failures.count(), 1);
        QCOMPARE(failures.first().first().toString(), QStringLiteral("torn"));
    }
};

QTEST_GUILESS_MAIN(SoundSourceTest)
#include "tst_sound_source.moc"
