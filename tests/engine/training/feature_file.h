#pragma once

#include "engine/sequences/hdf5/h5_file.h"

#include <random>
#include <string>

namespace engine::test {

/// A file of features that is small enough for a test: `count` segments of 5 steps in train, half as many in
/// valid and test. Text has 3 columns, audio 2, vision 2; the label is what the first columns of text and
/// audio say together.
class FeatureFile {
public:
    explicit FeatureFile(const std::string& path) : m_file(path) { }

    void write(const std::string& name, std::vector<std::size_t> shape, std::vector<float> values)
    {
        m_file.write("/" + name, {ElementType::Float32, std::move(shape), std::move(values)});
    }
    void writeTexts(const std::string& name, const std::vector<std::string>& texts)
    {
        writeTexts(name, texts, {texts.size()});
    }
    void writeTexts(const std::string& name, const std::vector<std::string>& texts,
                    std::vector<std::size_t> shape)
    {
        m_file.write("/" + name, {ElementType::Text, std::move(shape), texts});
    }
    void writeLengths(const std::string& name, const std::vector<std::int64_t>& lengths)
    {
        m_file.write("/" + name, {ElementType::Int64, {lengths.size()}, lengths});
    }
    void close() { m_file.close(); }

    void writeFold(const std::string& fold, std::size_t count, std::uint64_t seed)
    {
        constexpr std::size_t steps = 5;
        std::mt19937_64 random(seed);
        const auto noise = [&random] { return static_cast<float>(random() >> 40) / 8388608.0f - 1.0f; };
        std::vector<float> text(count * steps * 3), audio(count * steps * 2), vision(count * steps * 2),
            labels(count);
        std::vector<std::int64_t> lengths(count);
        std::vector<std::string> ids(count);
        for (std::size_t i = 0; i < count; ++i) {
            const float said = noise(), sounded = noise();
            for (std::size_t step = 0; step < steps; ++step) {
                text[(i * steps + step) * 3] = said;
                text[(i * steps + step) * 3 + 1] = noise();
                audio[(i * steps + step) * 2] = sounded;
                vision[(i * steps + step) * 2] = noise();
            }
            labels[i] = 1.5f * (said + sounded);
            lengths[i] = static_cast<std::int64_t>(2 + random() % (steps - 1));
            ids[i] = fold + "_" + std::to_string(i / 4) + "[" + std::to_string(i % 4) + "]";
        }
        write(fold + "/text", {count, steps, 3}, text);
        write(fold + "/audio", {count, steps, 2}, audio);
        write(fold + "/vision", {count, steps, 2}, vision);
        write(fold + "/labels", {count}, labels);
        writeLengths(fold + "/lengths", lengths);
        writeTexts(fold + "/ids", ids);
    }

    /// All three folds.
    static void make(const std::string& path, std::size_t count = 48)
    {
        FeatureFile file(path);
        file.writeFold("train", count, 1);
        file.writeFold("valid", count / 2, 2);
        file.writeFold("test", count / 2, 3);
        file.close();
    }

private:
    hdf5::Writer m_file;
};

}
