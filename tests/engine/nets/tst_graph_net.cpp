#include "engine/nets/graph_net.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

#include "tests/support/failure.h"
#include "tests/support/tflite_writer.h"

using namespace engine;
using test::optionsOf;
using test::TfliteWriter;

namespace {

GraphNet netOf(const std::string& bytes)
{
    return GraphNet({bytes, "user.task", "net.tflite", "net"});
}

/// What one operator makes. @param others  tensors of its own, which `fill` adds
std::vector<float> madeBy(int code, const std::vector<std::int32_t>& shape, const std::vector<float>& given,
                          const std::function<std::vector<std::int32_t>(TfliteWriter&)>& fill,
                          test::FlatNode options = {}, GraphShape* made = nullptr)
{
    TfliteWriter file;
    const std::int32_t first = file.tensor(shape);
    std::vector<std::int32_t> all{first};
    for (const std::int32_t other : fill(file))
        all.push_back(other);
    const std::int32_t last = file.tensor({1});
    file.run(code, all, last, std::move(options));
    const GraphNet net = netOf(file.written({first}, {last}));
    if (made)
        *made = net.made().front();
    return net.of(given).front();
}

const auto kAlone = [](TfliteWriter&) { return std::vector<std::int32_t>(); };

std::vector<float> counted(std::size_t count)
{
    std::vector<float> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 1.0F);
    return numbers;
}

bool areAbout(const std::vector<float>& numbers, const std::vector<float>& expected)
{
    return std::ranges::equal(numbers, expected, [](float a, float b) { return std::abs(a - b) < 1e-5F; });
}

/// A pointwise convolution of 1 × 2 × 2 × 1 pictures, whose parts a test may spoil.
struct SmallFile {
    TfliteWriter file;
    std::int32_t given = file.tensor({1, 2, 2, 1});
    std::int32_t weights = file.floats({1, 1, 1, 1}, {2.0F});
    std::int32_t bias = file.floats({1}, {1.0F});
    std::int32_t made = file.tensor({1, 2, 2, 1});

    std::string bytes(int code = 3)
    {
        file.run(code, {given, weights, bias}, made, optionsOf({{1, 1}, {2, 1}}));
        return file.written({given}, {made});
    }
};

std::string failureOfFile(const std::string& bytes)
{
    return test::failureOf([&] { netOf(bytes); });
}

}

/// Nets of TensorFlow Lite files: what each operator makes, by hand, and files that are none.
class TestGraphNet : public QObject {
    Q_OBJECT

private slots:
    /// At a stride of 2 nothing stands before an even side, and one zero behind.
    void convolutionsArePaddedAsTensorFlowDoes()
    {
        const auto kernel = [](std::int32_t side) {
            return [side](TfliteWriter& file) {
                return std::vector{
                    file.floats({1, side, side, 1},
                                std::vector<float>(static_cast<std::size_t>(side * side), 1.0F)),
                    file.floats({1}, {0.5F})};
            };
        };
        const std::vector<float> ones(16, 1.0F);
        const auto by = [&](std::int32_t side, std::int32_t stride, std::int8_t padding) {
            return madeBy(3, {1, 4, 4, 1}, ones, kernel(side),
                          optionsOf({{1, stride}, {2, stride}}, {{0, padding}}));
        };
        QCOMPARE(by(3, 2, 0), (std::vector<float>{9.5F, 6.5F, 6.5F, 4.5F}));
        QCOMPARE(by(2, 2, 0), (std::vector<float>(4, 4.5F)));
        QCOMPARE(by(3, 1, 1), (std::vector<float>(4, 9.5F))); // not padded
        QCOMPARE(by(3, 1, 0)[0], 4.5F);
        QCOMPARE(by(3, 1, 0)[5], 9.5F);
    }

    /// The kernel's axes are made, down, across, given; the picture's down, across, channels.
    void convolutionsKeepTheOrderOfTheirAxes()
    {
        const std::vector<float> made = madeBy(
            3, {1, 2, 2, 2}, {1, 2, 3, 4, 5, 6, 7, 8},
            [](TfliteWriter& file) {
                return std::vector{
                    file.floats({2, 2, 2, 2}, {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 100, 0, 0, -1}),
                    file.floats({2}, {0.0F, 1.0F})};
            },
            optionsOf({{1, 1}, {2, 1}}, {{0, 1}, {3, 1}}));
        QCOMPARE(made, (std::vector<float>{1.0F, 4 * 10 + 5 * 100 - 8 + 1.0F}));
    }

    void whatIsBelowZeroBecomesZeroWhereTheFileSaysSo()
    {
        for (const std::int8_t activation : {std::int8_t{0}, std::int8_t{1}}) {
            const std::vector<float> made = madeBy(
                3, {1, 1, 2, 1}, {1.0F, -3.0F},
                [](TfliteWriter& file) {
                    return std::vector{file.floats({1, 1, 1, 1}, {2.0F}), file.floats({1}, {1.0F})};
                },
                optionsOf({{1, 1}, {2, 1}}, {{3, activation}}));
            QCOMPARE(made, (std::vector<float>{3.0F, activation == 1 ? 0.0F : -5.0F}));
        }
    }

    /// Of ten channels eight are taken at once.
    void depthwiseKernelsStayWithTheirChannels()
    {
        constexpr std::int32_t channels = 10;
        std::vector<float> given;
        for (int place = 0; place < 16; ++place)
            for (int channel = 0; channel < channels; ++channel)
                given.push_back(static_cast<float>(channel + 1));
        std::vector<float> bias(channels, 0.0F);
        bias[9] = 5.0F;
        for (const std::int32_t stride : {1, 2}) {
            const std::vector<float> made = madeBy(
                4, {1, 4, 4, channels}, given,
                [&](TfliteWriter& file) {
                    return std::vector{file.floats({1, 3, 3, channels}, std::vector<float>(90, 1.0F)),
                                       file.floats({channels}, bias)};
                },
                optionsOf({{1, stride}, {2, stride}, {3, 1}}));
            const std::vector<float> sums = stride == 1
                ? std::vector<float>{4, 6, 6, 4, 6, 9, 9, 6, 6, 9, 9, 6, 4, 6, 6, 4}
                : std::vector<float>{9, 6, 6, 4};
            QCOMPARE(made.size(), sums.size() * channels);
            for (std::size_t place = 0; place < sums.size(); ++place) {
                QCOMPARE(made[place * channels], sums[place]);
                QCOMPARE(made[place * channels + 8], 9.0F * sums[place]);
                QCOMPARE(made[place * channels + 9], 10.0F * sums[place] + 5.0F);
            }
        }
    }

    void theLargestOfEachWindowStays()
    {
        QCOMPARE(madeBy(17, {1, 2, 4, 1}, {1, -4, 3, 2, 5, 0, -9, 2}, kAlone,
                        optionsOf({{1, 2}, {2, 2}, {3, 2}, {4, 2}})),
                 (std::vector<float>{5.0F, 3.0F}));
        QCOMPARE(madeBy(17, {1, 1, 3, 1}, {-1, -4, -3}, kAlone, optionsOf({{1, 2}, {2, 2}, {3, 2}, {4, 2}})),
                 (std::vector<float>{-1.0F, -3.0F})); // zeros beyond the edge do not count
    }

    void eachNumberIsChangedByItself()
    {
        const auto by = [](int code, std::vector<float> given) {
            const auto count = static_cast<std::int32_t>(given.size());
            return madeBy(code, {1, count}, given, kAlone);
        };
        QVERIFY(areAbout(by(14, {0.0F, 2.0F}), {0.5F, 0.880797F}));
        QCOMPARE(by(19, {-1.0F, 2.0F}), (std::vector<float>{0.0F, 2.0F}));
        QCOMPARE(by(59, {-1.0F, 2.0F}), (std::vector<float>{1.0F, -2.0F}));
        QCOMPARE(by(75, {9.0F}), (std::vector<float>{3.0F}));
        QCOMPARE(by(76, {4.0F}), (std::vector<float>{0.5F}));
        QCOMPARE(madeBy(54, {1, 1, 2, 2}, {-1, -1, 3, -4},
                        [](TfliteWriter& file) {
                            return std::vector{file.floats({1, 1, 2}, {0.5F, 0.25F})};
                        }),
                 (std::vector<float>{-0.5F, -0.25F, 3.0F, -1.0F}));
    }

    /// Along axes of which one has a single number, or which it lacks, that number is repeated.
    void twoTensorsAreJoinedNumberByNumber()
    {
        const auto by = [](int code, std::vector<std::int32_t> shape, std::vector<float> other) {
            return madeBy(code, {1, 2, 2}, {1, 2, 3, 4},
                          [&](TfliteWriter& file) { return std::vector{file.floats(shape, other)}; });
        };
        QCOMPARE(by(0, {1, 2, 2}, {10, 20, 30, 40}), (std::vector<float>{11, 22, 33, 44}));
        QCOMPARE(by(0, {2}, {10, 20}), (std::vector<float>{11, 22, 13, 24}));
        QCOMPARE(by(18, {1, 2, 1}, {10, 20}), (std::vector<float>{10, 20, 60, 80}));
        QCOMPARE(by(41, {}, {1}), (std::vector<float>{0, 1, 2, 3}));
        QCOMPARE(by(42, {1, 1, 1}, {2}), (std::vector<float>{0.5F, 1, 1.5F, 2}));
        QCOMPARE(by(99, {2}, {3, 3}), (std::vector<float>{4, 1, 0, 1}));
    }

    void meansAndSumsGoAlongTheirAxes()
    {
        const auto by = [](int code, std::vector<std::int32_t> axes, bool isKept, GraphShape& shape) {
            return madeBy(
                code, {1, 2, 3}, counted(6),
                [&](TfliteWriter& file) { return std::vector{file.whole(axes)}; },
                optionsOf({}, {{0, static_cast<std::int8_t>(isKept)}}), &shape);
        };
        GraphShape shape;
        QCOMPARE(by(40, {1}, true, shape), (std::vector<float>{2.5F, 3.5F, 4.5F}));
        QCOMPARE(shape, (GraphShape{1, 1, 3}));
        QCOMPARE(by(74, {-1}, false, shape), (std::vector<float>{6, 15}));
        QCOMPARE(shape, (GraphShape{1, 2}));
        QCOMPARE(by(40, {1, 2}, false, shape), (std::vector<float>{3.5F}));
        QCOMPARE(shape, (GraphShape{1}));
    }

    void numbersAreMovedCutAndJoined()
    {
        GraphShape shape;
        QCOMPARE(madeBy(
                     39, {1, 2, 3}, counted(6),
                     [](TfliteWriter& file) {
                         return std::vector{file.whole({0, 2, 1})};
                     },
                     {}, &shape),
                 (std::vector<float>{1, 4, 2, 5, 3, 6}));
        QCOMPARE(shape, (GraphShape{1, 3, 2}));
        QCOMPARE(madeBy(
                     22, {1, 2, 3}, counted(6),
                     [](TfliteWriter& file) {
                         return std::vector{file.whole({3, -1})};
                     },
                     {}, &shape),
                 counted(6));
        QCOMPARE(shape, (GraphShape{3, 2}));
        QCOMPARE(madeBy(34, {1, 2}, {1, 2},
                        [](TfliteWriter& file) {
                            return std::vector{file.whole({1, 0, 0, 2})};
                        }),
                 (std::vector<float>{0, 0, 0, 0, 1, 2, 0, 0}));
        QCOMPARE(madeBy(
                     2, {2, 1}, {1, 2},
                     [](TfliteWriter& file) {
                         return std::vector{file.floats({2, 2}, {3, 4, 5, 6})};
                     },
                     optionsOf({{0, -1}})),
                 (std::vector<float>{1, 3, 4, 2, 5, 6}));
    }

    void slicesHaveMasks()
    {
        const auto by = [](std::vector<std::int32_t> begin, std::vector<std::int32_t> end,
                           std::vector<std::int32_t> step, std::int32_t begins, std::int32_t ends,
                           std::int32_t shrinks, GraphShape& shape) {
            return madeBy(
                45, {2, 3}, counted(6),
                [&](TfliteWriter& file) {
                    return std::vector{file.whole(begin), file.whole(end), file.whole(step)};
                },
                optionsOf({{0, begins}, {1, ends}, {4, shrinks}}), &shape);
        };
        GraphShape shape;
        QCOMPARE(by({0, 1}, {0, 0}, {1, 1}, 1, 3, 0, shape), (std::vector<float>{2, 3, 5, 6}));
        QCOMPARE(shape, (GraphShape{2, 2}));
        QCOMPARE(by({1, 0}, {0, -1}, {1, 1}, 0, 0, 1, shape), (std::vector<float>{4, 5}));
        QCOMPARE(shape, (GraphShape{2}));
        QCOMPARE(by({0, 0}, {2, 3}, {1, 2}, 0, 0, 0, shape), (std::vector<float>{1, 3, 4, 6}));
    }

    void numbersOfSixteenBitsAreWidened()
    {
        TfliteWriter file;
        const std::int32_t given = file.tensor({1, 1, 1, 1});
        const std::int32_t half = file.halves({1, 1, 1, 1}, {0x3E00}); // 1.5
        const std::int32_t weights = file.tensor({1, 1, 1, 1});
        const std::int32_t bias = file.floats({1}, {0.25F});
        const std::int32_t made = file.tensor({1, 1, 1, 1});
        file.run(6, {half}, weights);
        file.run(3, {given, weights, bias}, made, optionsOf({{1, 1}, {2, 1}}));
        QCOMPARE(netOf(file.written({given}, {made})).of(std::vector{2.0F}).front(), std::vector{3.25F});
    }

    void whatIsNoSuchFileIsRefused()
    {
        QCOMPARE(failureOfFile(SmallFile().bytes()), std::string());
        QCOMPARE(
            failureOfFile(""),
            std::string("net: user.task: net.tflite is no TensorFlow Lite file: the mark TFL3 is missing"));
        QVERIFY(failureOfFile("PK\x03\x04 something else").find("the mark TFL3") != std::string::npos);
        SmallFile unknown;
        QVERIFY2(failureOfFile(unknown.bytes(32))
                         .find("an operator that is not known: 0, of TensorFlow Lite's kind 32")
                     != std::string::npos,
                 failureOfFile(unknown.bytes(32)).c_str());
        SmallFile endless;
        endless.weights = endless.file.floats({1, 1, 1, 1}, {std::numeric_limits<float>::infinity()});
        QVERIFY(failureOfFile(endless.bytes()).find("not finite") != std::string::npos);
        SmallFile odd;
        odd.bias = odd.file.floats({3}, {1, 2, 3});
        QVERIFY(failureOfFile(odd.bytes()).find("expected a constant of 1") != std::string::npos);
        SmallFile shorter;
        shorter.weights = shorter.file.floats({1, 1, 1, 7}, {1.0F});
        QVERIFY(failureOfFile(shorter.bytes()).find("has 4 bytes for tensor 4, expected 28")
                != std::string::npos);
    }

    void graphsThatCannotBeComputedAreRefused()
    {
        SmallFile ring; // what it is given is what it makes
        ring.file.run(0, {ring.made, ring.given}, ring.made);
        QVERIFY2(
            failureOfFile(ring.file.written({ring.given}, {ring.made})).find("which none before it makes")
                != std::string::npos,
            failureOfFile(ring.file.written({ring.given}, {ring.made})).c_str());
        SmallFile twice;
        (void)twice.bytes();
        QVERIFY(failureOfFile(twice.bytes()).find("twice") != std::string::npos);
        SmallFile none;
        (void)none.bytes();
        QVERIFY(failureOfFile(none.file.written({none.given}, {none.weights})).find("which no operator makes")
                != std::string::npos);
        QVERIFY(failureOfFile(none.file.written({}, {none.made})).find("is not given one tensor")
                != std::string::npos);
        QVERIFY(failureOfFile(none.file.written({99}, {none.made})).find("names tensor 99")
                != std::string::npos);
    }

    /// Sizes that a file claims cost neither memory nor time.
    void hugeShapesAreRefused()
    {
        TfliteWriter wide;
        std::int32_t given = wide.tensor({1, 60000, 60000, 3});
        std::int32_t made = wide.tensor({1});
        wide.run(14, {given}, made);
        QVERIFY(failureOfFile(wide.written({given}, {made})).find("expected at most 1048576")
                != std::string::npos);
        TfliteWriter padded;
        given = padded.tensor({1, 2});
        made = padded.tensor({1});
        padded.run(34, {given, padded.whole({0, 0, 0, 2000000000})}, made);
        QVERIFY(failureOfFile(padded.written({given}, {made})).find("makes 1 × 2000000002 numbers")
                != std::string::npos);
        TfliteWriter long_; // each step is allowed, all together are not
        given = long_.tensor({1, 1000, 1000});
        std::int32_t last = given;
        for (int i = 0; i < 100; ++i) {
            const std::int32_t next = long_.tensor({1});
            long_.run(39, {last, long_.whole({0, 2, 1})}, next);
            last = next;
        }
        QVERIFY(failureOfFile(long_.written({given}, {last})).find("more work than a small net has")
                != std::string::npos);
    }

    /// Whatever is cut off or changed, a file is read or refused with a sentence.
    void damagedFilesAreRefusedWithASentence()
    {
        SmallFile small;
        small.file.run(34, {small.made, small.file.whole({0, 0, 0, 0, 0, 0, 0, 1})}, small.file.tensor({1}));
        const std::string whole = small.bytes();
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const std::string failure = failureOfFile(whole.substr(0, length));
            QVERIFY2(failure.empty() || failure.starts_with("net: user.task: net.tflite "), failure.c_str());
        }
        int refused = 0;
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
                std::string spoiled = whole;
                spoiled[at] = static_cast<char>(value);
                const std::string failure = failureOfFile(spoiled);
                QVERIFY2(failure.empty() || failure.starts_with("net: user.task: net.tflite "),
                         failure.c_str());
                refused += failure.empty() ? 0 : 1;
            }
        }
        QVERIFY(refused > 100);
    }
};

QTEST_GUILESS_MAIN(TestGraphNet)
#include "tst_graph_net.moc"
