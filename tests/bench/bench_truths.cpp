// Whether explanations say what is known, of models that learn tasks of which it is known what decides: the
// share of segments that are explained wrongly, in hundredths, for each task the worst of the seeds.
// bench_truths [--seeds 5]; the tests take the first seed alone. Five seeds take some seven minutes.
#include <QTemporaryDir>

#include <cstdlib>
#include <exception>

#include "tests/bench/bench_row.h"
#include "tests/support/planted_pairs.h"

namespace {

using namespace engine::test;

/// The worst of all seeds.
class Worst {
public:
    void add(const TruthCount& count)
    {
        m_wrong = std::max(m_wrong, 1.0 - share(count.explained, count.right));
        m_unlearnt = std::max(m_unlearnt, 1.0 - share(count.right, count.segments));
        m_error = std::max(m_error, count.error);
    }
    /// @param most  hundredths that may be explained wrongly
    void print(const std::string& name, double most) const
    {
        bench::printRow("truths: " + name, 100.0 * m_wrong, "%", most, most);
        bench::printRow("truths: not learnt, " + name, 100.0 * m_unlearnt, "%", most, most);
    }
    double error() const { return m_error; }

private:
    static double share(std::size_t part, std::size_t whole)
    {
        return whole ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
    }
    double m_wrong = 0.0, m_unlearnt = 0.0, m_error = 0.0;
};

/// A task as a file of one seed, its model, and what is said of it.
struct Explained {
    TruthFile::Fold fold;
    std::vector<nlohmann::json> lines;
};

Explained explained(Truth truth, const QString& model, std::uint64_t seed, const QStringList& more = {})
{
    const QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("task.h5")),
                  results = folder.filePath(QStringLiteral("run"));
    TruthFile::Fold fold = TruthFile::make(data.toStdString(), truth, seed);
    trainOn(data, model, results, seed);
    return {std::move(fold), explainedLines(results, data, more)};
}

double measure(std::uint64_t seeds)
{
    constexpr double mostOfSingle = 5.0, mostOfPairs = 10.0;
    double error = 0.0;
    const std::pair<const char*, Truth> classes[]{{"class, XOR", Truth::Xor},
                                                  {"class, additive", Truth::Additive},
                                                  {"class, dominated", Truth::Dominated},
                                                  {"class, redundant", Truth::Redundant}};
    for (const auto& [name, truth] : classes) {
        Worst worst;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const Explained said = explained(truth, QStringLiteral("lmf"), seed);
            worst.add(classesOf(truth, said.fold, said.lines));
        }
        worst.print(name, mostOfSingle);
        error = std::max(error, worst.error());
    }
    const std::pair<const char*, Truth> planted[]{{"a word, ", Truth::PlantedWord},
                                                  {"a sound, ", Truth::PlantedSound}};
    for (const auto& [name, truth] : planted) {
        constexpr std::array methods{"occlusion", "gradient", "ig"};
        std::array<Worst, methods.size()> worst;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const Explained said
                = explained(truth, QStringLiteral("mfn"), seed,
                            {QStringLiteral("--attribution"), QStringLiteral("occlusion,gradient,ig")});
            for (std::size_t i = 0; i < methods.size(); ++i)
                worst[i].add(stepsOf(truth, said.fold, said.lines, methods[i]));
        }
        for (std::size_t i = 0; i < methods.size(); ++i) {
            worst[i].print(std::string(name) + methods[i], mostOfSingle);
            error = std::max(error, worst[i].error());
        }
    }
    Worst pairs;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const QTemporaryDir folder;
        pairs.add(PlantedPairs(folder.path().toStdString(), seed).pairs());
    }
    pairs.print("a word with a face", mostOfPairs);
    return error;
}

}

int main(int argc, char** argv)
{
    std::uint64_t seeds = 5;
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::string(argv[i]) == "--seeds")
            seeds = std::strtoull(argv[i + 1], nullptr, 10);
    }
    try {
        bench::printRow("truths: the seven terms add up", 1e5 * measure(seeds), "1e-5", 1.0, 1.0);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_truths: %s\n", error.what());
        return 1;
    }
    return 0;
}
