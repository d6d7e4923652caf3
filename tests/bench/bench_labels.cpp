#include "engine/suspects/label_belief.h"
#include "engine/suspects/queue_figures.h"
#include "engine/training/suspects/out_of_fold.h"

#include "tests/bench/bench_row.h"
#include "tests/support/planted_errors.h"

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <map>

using namespace engine;
using namespace engine::test;

double r(const std::vector<double>& a, const std::vector<double>& b)
{
    double ma = 0, mb = 0; for (size_t i = 0; i < a.size(); ++i) { ma += a[i]; mb += b[i]; }
    ma /= a.size(); mb /= b.size();
    double x = 0, y = 0, z = 0;
    for (size_t i = 0; i < a.size(); ++i) { x += (a[i]-ma)*(b[i]-mb); y += (a[i]-ma)*(a[i]-ma); z += (b[i]-mb)*(b[i]-mb); }
    return x / std::sqrt(y*z);
}

int main(int argc, char** argv)
{
    const std::string kind = argc > 1 ? argv[1] : "flip";
    const int seeds = argc > 2 ? atoi(argv[2]) : 1;
    double noise = argc > 3 ? atof(argv[3]) : 1.0;
    for (int seed = 1; seed <= seeds; ++seed) {
        MadeSettings s; s.seed = seed; s.noise = noise;
        MadeSegments made = makeSegments(s);
        plantErrors(made, kind, 0.1, seed);
        bench::Stopwatch watch;
        OutOfFoldSettings settings; settings.seed = seed;
        if (argc > 4) settings.work = fmt::format("{}/{}-{}-{}", argv[4], kind, seed, noise);
        OutOfFold out = trainOutOfFold(made.words, settings, "made");
        double secs = watch.milliseconds() / 1000;
        PredictionEvidence e;
        e.labels.assign(made.words.labels.values.begin(), made.words.labels.values.end());
        e.folds = out.folds;
        double bestR = -1; size_t best = 0;
        for (auto& m : out.members) {
            double rt = r(m.values, made.truths);
            fmt::print("{} {:.3f} ({:.3f})  ", m.name, rt, r(m.values, e.labels));
            if (double q = r(m.values, e.labels); q > bestR) bestR = q, best = e.members.size();
            e.members.push_back(m.values);
        }
        fmt::print("neigh {:.3f} {:.1f} s\n", r(out.neighbours, made.truths), secs);
        e.neighbours = out.neighbours; e.neighbourDeviations = out.neighbourDeviations;
        SegmentChains chains; std::map<std::string, size_t> at;
        for (size_t i = 0; i < made.words.size(); ++i) {
            auto [it, isNew] = at.emplace(videoOf(made.words.ids[i]), chains.size());
            if (isNew) chains.emplace_back();
            chains[it->second].push_back(i);
        }
        LabelBelief b = labelBelief(e, {}, chains);
        std::vector<double> residual, truth, score, plainStack, zed;
        std::array<double, kSuspectKinds> sums{};
        for (size_t i = 0; i < e.labels.size(); ++i) {
            residual.push_back(std::abs(e.labels[i] - e.members[best][i]));
            plainStack.push_back(std::abs(e.labels[i] - b.prediction.expected[i]));
            zed.push_back(plainStack.back() / b.prediction.deviations[i]);
            truth.push_back(std::abs(e.labels[i] - made.truths[i]));
            score.push_back(-std::log(b.kinds[i][0] + 1e-300));
            for (size_t k = 0; k < kSuspectKinds; ++k) sums[k] += b.kinds[i][k];
        }
        fmt::print("stack r {:.3f}\n", r(b.prediction.expected, made.truths));
        auto show = [&](const char* name, auto& v) { auto f = queueFigures(v, made.isPlanted); fmt::print("{:<10} {:<8} AP {:.3f} 10% {:.3f} 20% {:.3f} effort {:.3f}\n", kind, name, f.averagePrecision, f.inFirstTenth, f.inFirstFifth, f.effort); };
        show("residual", residual); show("stack", plainStack); show("z", zed); show("belief", score); show("truth", truth);
        for (size_t k = 0; k < kSuspectKinds; ++k) fmt::print("{} {:.0f}  ", kSuspectKindNames[k], sums[k]);
        fmt::print("\n");
    }
}
