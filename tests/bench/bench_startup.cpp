// From exec to the first video frame painted, demo dataset: the median of ten starts. polylogue tells, and
// ends, when POLYLOGUE_TRACE_STARTUP holds the steady clock's milliseconds at which it was started. On a
// machine on which that takes 290 ms, 90 load 213 libraries, 150 of them FFmpeg's, 30 are an empty window of
// Qt, 20 the process of the model beside it: 120 ms are out of reach as long as the window decodes media
// itself.
#include "engine/worker/child_process.h"

#include <cstdlib>

#include "tests/bench/bench_row.h"

int main()
{
    const std::string marker = "first-frame ";
    std::vector<double> starts;
    for (int i = 0; i < 12; ++i) {
        using namespace std::chrono;
        const duration<double, std::milli> now = steady_clock::now().time_since_epoch();
        setenv("POLYLOGUE_TRACE_STARTUP", std::to_string(now.count()).c_str(), 1);
        const engine::ChildResult child = engine::runChild({PROGRAMS "/polylogue", "--demo"});
        const std::size_t found = child.errors.find(marker);
        if (!child.succeeded() || found == std::string::npos) {
            std::fprintf(stderr, "polylogue --demo did not say when it painted: %s\n", child.errors.c_str());
            return 1;
        }
        if (i >= 2) // the first two read programs and media into the page cache
            starts.push_back(std::stod(child.errors.substr(found + marker.size())));
    }
    bench::printRow("startup", bench::percentile(starts, 0.5), "ms", 200, 98);
}
