// train_boundaries FOLDER OUT: trains the net that finds the boundaries of words on the synthetic speech of
// FOLDER (speech.tsv: file, then `word start end` per word) and writes it to OUT. Run by
// scripts/train-boundaries.
#include "engine/features/speech/boundary_refiner.h"
#include "engine/features/speech/line_aligner.h"
#include "engine/media/audio_reader.h"
#include "engine/model_files/safetensors.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <sstream>
#include <thread>

#include "scripts/boundaries/boundary_trainer.h"

namespace {

using namespace engine;

constexpr unsigned kThreads = 2;
constexpr unsigned kNets = 2; ///< of the ensemble
constexpr std::size_t kHeldOut = 20; ///< every 20th sentence measures and does not train

struct SpokenWord {
    std::string text;
    Interval time;
};

struct Sentence {
    std::string file;
    std::vector<SpokenWord> words;
    std::vector<HeardWord> heard; ///< empty: the recogniser lost its way
    std::unique_ptr<BoundarySound> sound;
    std::vector<WordBoundary> boundaries;
};

std::vector<Sentence> readSentences(const std::filesystem::path& folder)
{
    std::vector<Sentence> sentences;
    std::ifstream file(folder / "speech.tsv");
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        Sentence& sentence = sentences.emplace_back();
        fields >> sentence.file;
        SpokenWord word;
        while (fields >> word.text >> word.time.start >> word.time.end)
            sentence.words.push_back(word);
    }
    return sentences;
}

std::vector<float> readSound(const std::filesystem::path& path)
{
    AudioReader reader(path, static_cast<int>(kSpeechRate), 1);
    std::vector<float> sound(static_cast<std::size_t>(kSpeechRate) * 60);
    sound.resize(reader.read(sound));
    return sound;
}

/// Finds the words with the recogniser, as they will be found when the net is used.
void hearSentence(SpeechDecoder& decoder, const std::filesystem::path& folder, Sentence& sentence)
{
    SpokenLine line;
    for (const SpokenWord& word : sentence.words)
        line.words.push_back(word.text);
    if (auto heard = hear(decoder, line, recogniserSound(readSound(folder / sentence.file))))
        sentence.heard = std::move(*heard);
}

/// What was heard, so that another net need not wait for the recogniser: a line per sentence, per word its
/// times and phones.
void writeHeard(const std::filesystem::path& path, const std::vector<Sentence>& sentences)
{
    std::ofstream file(path);
    file.precision(17); // read back, they are the same
    for (const Sentence& sentence : sentences) {
        for (const HeardWord& word : sentence.heard) {
            file << word.byWords.start << ' ' << word.byWords.end << ' ' << word.phones.size();
            for (const AlignedPhone& phone : word.phones)
                file << ' ' << phone.phone << ' ' << phone.time.start << ' ' << phone.time.end;
            file << '\t';
        }
        file << '\n';
    }
}

/// @return false when there is no such file of as many sentences
bool readHeard(const std::filesystem::path& path, std::vector<Sentence>& sentences)
{
    std::ifstream file(path);
    for (Sentence& sentence : sentences) {
        std::string line;
        if (!std::getline(file, line))
            return false;
        std::istringstream fields(line);
        HeardWord word;
        for (std::size_t count = 0; fields >> word.byWords.start >> word.byWords.end >> count;) {
            word.phones.resize(count);
            for (AlignedPhone& phone : word.phones)
                fields >> phone.phone >> phone.time.start >> phone.time.end;
            word.byPhones = {word.phones.front().time.start, word.phones.back().time.end};
            sentence.heard.push_back(word);
        }
    }
    return true;
}

/// The work on each sentence, divided among threads; each has its own `worker()`.
template <typename MakeWorker>
void forEach(std::vector<Sentence>& sentences, const MakeWorker& makeWorker)
{
    std::vector<std::jthread> threads;
    for (unsigned thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&, thread] {
            auto work = makeWorker();
            for (std::size_t i = thread; i < sentences.size(); i += kThreads)
                work(sentences[i]);
        });
    }
}

void prepare(const std::filesystem::path& folder, std::vector<Sentence>& sentences)
{
    const std::filesystem::path cache = folder / "heard.tsv";
    if (!readHeard(cache, sentences)) {
        forEach(sentences, [&] {
            auto decoder
                = std::make_shared<SpeechDecoder>(defaultSpeechModel(), SpeechDecoder::Use::Alignment);
            return [&folder, decoder](Sentence& sentence) { hearSentence(*decoder, folder, sentence); };
        });
        writeHeard(cache, sentences);
    }
    forEach(sentences, [&] {
        return [&folder](Sentence& sentence) {
            sentence.sound = std::make_unique<BoundarySound>(readSound(folder / sentence.file));
            sentence.boundaries = wordBoundaries(sentence.heard, *sentence.sound);
        };
    });
}

/// flite's boundaries between words and espeak-ng's edges of silence: what each of them has right.
std::vector<BoundaryExample> examplesOf(const Sentence& sentence)
{
    const bool isFlite = sentence.file.starts_with("flite");
    std::vector<BoundaryExample> examples;
    for (const WordBoundary& boundary : sentence.boundaries) {
        const bool isBetween = boundary.before && boundary.behind;
        if (isBetween != isFlite)
            continue;
        const double end = boundary.before ? sentence.words[*boundary.before].time.end : 0.0;
        const double start = boundary.behind ? sentence.words[*boundary.behind].time.start : 0.0;
        const double time = isBetween ? (end + start) / 2 : boundary.before ? end : start;
        BoundaryExample example{sentence.sound.get(), boundary.question};
        example.answer
            = static_cast<float>((time - boundary.question.centre / BoundarySound::kFramesPerSecond) * 1000);
        example.weight = isBetween && start - end > 0.02 ? 0.3F : 1.0F; // a pause that was not heard
        if (std::abs(example.answer) < 128.0F)
            examples.push_back(example);
    }
    return examples;
}

double meanError(const BoundaryNet& net, const std::vector<BoundaryExample>& examples)
{
    double sum = 0.0;
    for (const BoundaryExample& example : examples) {
        const double time = net.answer(*example.sound, example.question).time;
        const double centre = example.question.centre / BoundarySound::kFramesPerSecond;
        sum += std::abs((time - centre) * 1000 - static_cast<double>(example.answer));
    }
    return sum / static_cast<double>(std::max<std::size_t>(1, examples.size()));
}

void run(const std::filesystem::path& folder, const std::filesystem::path& out)
{
    std::vector<Sentence> sentences = readSentences(folder);
    prepare(folder, sentences);
    std::vector<BoundaryExample> examples;
    std::vector<BoundaryExample> heldOut;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        std::vector<BoundaryExample>& target = i % kHeldOut == 0 ? heldOut : examples;
        const std::vector<BoundaryExample> more = examplesOf(sentences[i]);
        target.insert(target.end(), more.begin(), more.end());
    }
    std::fprintf(stderr, "%zu sentences, %zu boundaries, %zu held out\n", sentences.size(), examples.size(),
                 heldOut.size());

    std::vector<BoundaryNet::Weights> ensemble(kNets);
    std::vector<std::jthread> threads;
    for (unsigned net = 0; net < kNets; ++net) {
        threads.emplace_back([&, net] {
            BoundaryTraining training;
            training.seed = net;
            ensemble[net] = trainBoundaries(examples, training);
        });
    }
    threads.clear();
    Safetensors file;
    for (unsigned net = 0; net < kNets; ++net) {
        for (const BoundaryNet::Weights::Part& part : BoundaryNet::Weights::parts())
            file.tensors[std::to_string(net) + "." + part.name]
                = {{part.rows, part.columns}, ensemble[net].*part.values};
    }
    const double error = meanError(BoundaryNet(ensemble), heldOut);
    std::fprintf(stderr, "mean error on held-out synthetic speech: %.2f ms\n", error);
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", error);
    file.metadata = {{"name", "boundaries of words"},
                     {"made_by", "scripts/train-boundaries"},
                     {"trained_on", "synthetic speech: flite between words, espeak-ng at silence"},
                     {"sentences", std::to_string(sentences.size())},
                     {"boundaries", std::to_string(examples.size())},
                     {"held_out_mean_error_ms", text}};
    writeSafetensors(out, file);
}

}

int main(int count, char** arguments)
{
    if (count != 3) {
        std::fprintf(stderr, "usage: train_boundaries FOLDER OUT\n");
        return 2;
    }
    try {
        run(arguments[1], arguments[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "train_boundaries: %s\n", error.what());
        return 1;
    }
}
