// A folder of 132 171 clips with a sequence of words in the real window: opening until the first video is
// there, how long the window does not answer meanwhile, each key of a search, the next videos, and memory.
// `bench_sizes COUNT [FOLDER [SEARCH]]` measures another number, such as 1000000, and keeps the files where a
// folder is named; one that has a `words.csd`, of COUNT videos, is opened as it is, and SEARCH is typed. The
// reference of a time that the window was held is the processor time of its thread in it.
#include "app/project/project.h"
#include "engine/sequences/csd_writer.h"
#include "engine/worker/child_process.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <ctime>
#include <fstream>
#include <sys/resource.h>

#include "tests/bench/bench_row.h"
#include "tests/support/real_window.h"
#include "tests/support/sequences.h"
#include "tests/support/wave_file.h"

namespace {

namespace fs = std::filesystem;

constexpr int kClipsPerFolder = 1000;

std::string clipName(int clip)
{
    char text[32];
    std::snprintf(text, sizeof text, "clip_%07d", clip);
    return text;
}

/// Copies of one sound of 0.1 s, and one word in each.
void makeClips(const fs::path& folder, int count)
{
    const fs::path sound = support::writeWave(folder / "one.wav", 4000, 0.1,
                                              [](double t) { return support::tone(t, 200, -12); });
    std::ifstream file(sound, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    fs::remove(sound);
    engine::ComputationalSequence words = engine::test::sequence("words", {});
    static constexpr std::array spoken{"what", "a", "wonderful", "little", "film", "boring", "people"};
    for (int clip = 0; clip < count; ++clip) {
        char part[16];
        std::snprintf(part, sizeof part, "%04d", clip / kClipsPerFolder);
        if (clip % kClipsPerFolder == 0)
            fs::create_directory(folder / part);
        std::ofstream(folder / part / (clipName(clip) + ".wav"), std::ios::binary) << bytes;
        words.put(clipName(clip),
                  {{engine::ElementType::Float64, {{0.0, 0.1}}},
                   engine::test::texts({spoken[static_cast<std::size_t>(clip) % spoken.size()]})});
    }
    engine::writeCsd(words, folder / "words.csd");
}

double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Turn {
    double longest = 0; ///< milliseconds
    double busy = 0; ///< of that one, processor time of this thread
};

/// The longest turn of the event loop until it is done. Where nothing happens this sleeps, as the window
/// would: the work in the background has the processor.
template <typename Done>
Turn longestTurn(const Done& done)
{
    Turn all;
    while (!done()) {
        const bench::Stopwatch turn;
        const double busy = threadSeconds();
        const bool isIdle = !QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
        if (turn.milliseconds() > all.longest)
            all = {turn.milliseconds(), (threadSeconds() - busy) * 1000};
        if (isIdle)
            QThread::usleep(500);
    }
    return all;
}

double memoryMiB(const char* what)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what))
            return std::stod(line.substr(std::strlen(what))) / 1024.0;
    }
    return 0.0;
}

struct Budget {
    double seconds;
    double block; ///< milliseconds
    double key;
    double memory; ///< MiB
};

/// Twenty videos, one after the other, until each is there.
void measureSwitches(RealWindow& real, const std::string& name, Budget budget)
{
    constexpr int videos = 20;
    constexpr double patience = 60'000; // milliseconds
    const app::Document& document = real.session().document();
    std::vector<double> times;
    Turn worst;
    for (int i = 0; i < videos; ++i) {
        const QString before = document.video().id;
        const bench::Stopwatch switching;
        const double busy = threadSeconds();
        real.window().run("next-entry");
        const Turn own{switching.milliseconds(), (threadSeconds() - busy) * 1000};
        const Turn after = longestTurn([&] {
            return (document.hasVideo() && document.video().id != before)
                || switching.milliseconds() > patience;
        });
        times.push_back(switching.milliseconds());
        for (const Turn& turn : {own, after})
            worst = turn.longest > worst.longest ? turn : worst;
    }
    bench::printRow(name + " next video, median", bench::percentile(times, 0.5), "ms", 1000, 0);
    bench::printRow(name + " next video, longest", bench::percentile(times, 1.0), "ms", 2000, 0);
    bench::printRow(name + " next video, block", worst.longest, "ms", budget.block, worst.busy);
}

void measure(const fs::path& folder, int count, const std::string& search, Budget budget)
{
    const std::string name = "sizes " + std::to_string(count);
    RealWindow real;
    app::Session& session = real.session();
    const auto* list = real.find<QListView>("libraryList");
    const auto isListed = [&] { return list->model()->rowCount() == count && session.document().hasVideo(); };
    const double before = memoryMiB("VmRSS:");
    const bench::Stopwatch opening;
    session.project().open({folder});
    const Turn block = longestTurn(isListed);
    bench::printRow(name + " open", opening.milliseconds() / 1000.0, "s", budget.seconds, 0);
    bench::printRow(name + " open, block", block.longest, "ms", budget.block, block.busy);
    bench::printRow(name + " open, memory", memoryMiB("VmHWM:") - before, "MiB", budget.memory, before);
    auto* field = real.find<QLineEdit>("librarySearch");
    Turn worst;
    for (const char key : search) {
        const bench::Stopwatch pressing;
        const double busy = threadSeconds();
        QTest::keyClick(field, key);
        const Turn own{pressing.milliseconds(), (threadSeconds() - busy) * 1000};
        const bench::Stopwatch since;
        const Turn after = longestTurn([&] { return since.milliseconds() > 300; });
        for (const Turn& turn : {own, after})
            worst = turn.longest > worst.longest ? turn : worst;
    }
    bench::printRow(name + " key of a search", worst.longest, "ms", budget.key, worst.busy);
    const bench::Stopwatch reading;
    const Turn read = longestTurn([&] { return reading.milliseconds() > 5000; });
    bench::printRow(name + " reading, block", read.longest, "ms", budget.block, read.busy);
    field->clear();
    const bench::Stopwatch clearing;
    longestTurn([&] { return clearing.milliseconds() > 1000; });
    measureSwitches(real, name, budget);
    bench::printRow(name + " in all, memory", memoryMiB("VmHWM:") - before, "MiB", budget.memory, before);
}

}

int main(int argc, char** argv)
{
    if (argc == 1) {
        const engine::ChildResult child = engine::runChild({"/proc/self/exe", "132171"});
        std::fputs(child.output.c_str(), stdout);
        std::fputs(child.errors.c_str(), stderr);
        return child.succeeded() ? 0 : 1;
    }
    const int count = std::atoi(argv[1]);
    const IsolatedHome home;
    const QApplication application(argc, argv);
    const QTemporaryDir made;
    const fs::path folder = argc > 2 ? argv[2] : made.path().toStdString();
    if (!fs::exists(folder / "words.csd")) {
        fs::create_directories(folder);
        makeClips(folder, count);
    }
    const bool isMillion = count > 500'000;
    measure(folder, count, argc > 3 ? argv[3] : "wonderful 12 sp",
            isMillion ? Budget{30, 100, 500, 2500} : Budget{3, 100, 100, 500});
    return 0;
}
