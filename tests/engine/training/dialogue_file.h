#pragma once

#include <array>
#include <random>
#include <string>

#include "tests/engine/training/feature_file.h"

namespace engine::test {

/// A file of conversations that is small enough for a test. Two people have a mood each; a turn's text tells
/// the speaker's badly, its sound says whether the turn turns over the listener's from then on.
class DialogueFile {
public:
    explicit DialogueFile(const std::string& path) : m_file(path) { }

    /// @param isSplit  the second half of the last conversation of train is in valid
    static void make(const std::string& path, std::size_t conversations = 24, bool isSplit = false)
    {
        DialogueFile file(path);
        file.writeFold("train", conversations, 1, {});
        file.writeFold("valid", conversations / 2, 2, isSplit ? "train_0" : std::string());
        file.writeFold("test", conversations / 2, 3, {});
        file.m_file.writeTexts("label_names", {"calm", "upset"});
        file.m_file.close();
    }

private:
    /// @param renamed  what the first conversation is called; empty: by its fold
    void writeFold(const std::string& fold, std::size_t conversations, std::uint64_t seed,
                   const std::string& renamed)
    {
        std::mt19937_64 random(seed);
        const auto share = [&random] { return static_cast<float>(random() >> 40) / 16777216.0F; };
        const auto noise = [&] { return share() + share() + share() + share() - 2.0F; };
        constexpr std::array names{"ada", "bert"};
        std::vector<float> text, audio, vision, labels, listener, starts;
        std::vector<std::string> ids, of, who;
        for (std::size_t c = 0; c < conversations; ++c) {
            const std::string name = c == 0 && !renamed.empty() ? renamed : fold + "_" + std::to_string(c);
            std::array<int, 2> mood{static_cast<int>(random() % 2), static_cast<int>(random() % 2)}, count{};
            std::size_t speaks = 0;
            const std::size_t turns = 6 + random() % 5;
            for (std::size_t turn = 0; turn < turns; ++turn) {
                const bool pushes = share() < 0.2F;
                const int before = mood[speaks];
                text.insert(text.end(), {noise() + 1.2F * (static_cast<float>(before) - 0.5F), noise()});
                audio.push_back(pushes ? 1.0F : 0.0F);
                vision.push_back(noise());
                mood[1 - speaks] = pushes ? 1 - mood[1 - speaks] : mood[1 - speaks];
                labels.insert(labels.end(), {before == 0 ? 1.0F : 0.0F, before == 1 ? 1.0F : 0.0F});
                const bool isUpset = mood[1 - speaks] == 1;
                listener.insert(listener.end(), {isUpset ? 0.0F : 1.0F, isUpset ? 1.0F : 0.0F});
                starts.push_back(2.5F * static_cast<float>(turn));
                ids.push_back(name + "@" + names[speaks] + "[" + std::to_string(count[speaks]++) + "]");
                of.push_back(name);
                who.emplace_back(names[speaks]);
                speaks = share() < 0.5F ? 1 - speaks : speaks;
            }
        }
        const std::size_t rows = ids.size();
        m_file.write(fold + "/text", {rows, 2}, text);
        m_file.write(fold + "/audio", {rows, 1}, audio);
        m_file.write(fold + "/vision", {rows, 1}, vision);
        m_file.write(fold + "/labels", {rows, 2}, labels);
        m_file.write(fold + "/labels_listener", {rows, 2}, listener);
        m_file.write(fold + "/start", {rows}, starts);
        m_file.writeTexts(fold + "/id", ids);
        m_file.writeTexts(fold + "/conversation", of);
        m_file.writeTexts(fold + "/participant", who);
    }

    FeatureFile m_file;
};

}
