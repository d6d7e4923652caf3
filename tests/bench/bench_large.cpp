// `polylogue-cli info` on sequences of 500 000 entries with ids of 40 characters, written by us and by the
// HDF5 library in its earliest and latest layout (as h5py does): the first time, when a child examines the
// file, and again. Memory is the most that any of the processes reached.
#include "engine/sequences/csd_writer.h"
#include "engine/worker/child_process.h"

#include <hdf5.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sys/resource.h>

#include "tests/bench/bench_row.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kEntries = 500'000;

std::string id(std::size_t entry)
{
    char text[64];
    std::snprintf(text, sizeof text, "a_video_of_this_corpus_%08zu[%07zu]", entry / 120, entry % 120);
    return text; // 40 characters
}

void writeOurs(const fs::path& path)
{
    const engine::Entry entry{{engine::ElementType::Float64, {{1.0, 2.0}}},
                              {engine::ElementType::Float32, {1, 5}, std::vector<float>(5, 1.0F)}};
    const engine::Digest digest = engine::digestOf(entry);
    engine::CsdWriter writer(path, "aligned");
    for (std::size_t i = 0; i < kEntries; ++i)
        writer.add(id(i), entry, digest);
    writer.finish({{"root name", "aligned"}});
}

void writeByLibrary(const fs::path& path, H5F_libver_t version)
{
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    H5AC_cache_config_t cache; // with its default, writing this takes a quarter of an hour
    cache.version = H5AC__CURR_CACHE_CONFIG_VERSION;
    H5Pget_mdc_config(access, &cache);
    cache.set_initial_size = true;
    cache.initial_size = cache.max_size = std::size_t{100} << 20;
    H5Pset_mdc_config(access, &cache);
    H5Pset_libver_bounds(access, version, H5F_LIBVER_LATEST);
    const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access);
    const hid_t root = H5Gcreate2(file, "aligned", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    const hid_t data = H5Gcreate2(root, "data", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    const hsize_t featureShape[] = {1, 5}, intervalShape[] = {1, 2};
    const hid_t features = H5Screate_simple(2, featureShape, nullptr);
    const hid_t intervals = H5Screate_simple(2, intervalShape, nullptr);
    const float values[5] = {};
    const double times[2] = {1.0, 2.0};
    const auto write = [](hid_t group, const char* name, hid_t type, hid_t memory, hid_t space,
                          const void* from) {
        const hid_t dataset = H5Dcreate2(group, name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        H5Dwrite(dataset, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, from);
        H5Dclose(dataset);
    };
    for (std::size_t i = 0; i < kEntries; ++i) {
        const hid_t group = H5Gcreate2(data, id(i).c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        write(group, "features", H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, features, values);
        write(group, "intervals", H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, intervals, times);
        H5Gclose(group);
    }
    for (const hid_t space : {features, intervals})
        H5Sclose(space);
    H5Gclose(data);
    H5Gclose(root);
    H5Pclose(access);
    H5Fclose(file);
}

bool measure(const fs::path& path, const std::string& kind)
{
    const fs::path cache = path.string() + ".cache";
    setenv("XDG_CACHE_HOME", cache.c_str(), 1);
    for (const auto& [when, budget, reference] :
         {std::tuple("first", 15.0, 2.5), std::tuple("again", 0.1, 0.09)}) {
        const bench::Stopwatch watch;
        const engine::ChildResult child
            = engine::runChild({PROGRAMS "/polylogue-cli", "info", path.string()});
        if (!child.succeeded()) {
            std::fprintf(stderr, "polylogue-cli info failed: %s\n", child.errors.c_str());
            return false;
        }
        bench::printRow("large " + kind + " " + when, watch.milliseconds() / 1000.0, "s", budget, reference);
    }
    rusage children{};
    getrusage(RUSAGE_CHILDREN, &children);
    bench::printRow("large " + kind + " memory", static_cast<double>(children.ru_maxrss) / 1024.0, "MiB", 250,
                    236);
    fs::remove_all(cache);
    return true;
}

void write(const std::string& kind, const fs::path& path)
{
    if (kind == "ours")
        writeOurs(path);
    else
        writeByLibrary(path, kind == "earliest" ? H5F_LIBVER_EARLIEST : H5F_LIBVER_LATEST);
}

}

int main(int argc, char** argv)
{
    const std::string file = (fs::temp_directory_path() / "bench_large.csd").string();
    if (argc == 3
        && std::string(argv[1]) != "measure") { // in a process of its own: a child starts with our memory
        write(argv[1], argv[2]);
        return 0;
    }
    if (argc == 3)
        return measure(file, argv[2]) ? 0 : 1;
    bool measured = true;
    for (const std::string kind : {"ours", "earliest", "latest"}) {
        measured = measured && engine::runChild({"/proc/self/exe", kind, file}).succeeded();
        const engine::ChildResult child = engine::runChild({"/proc/self/exe", "measure", kind});
        std::fputs(child.output.c_str(), stdout);
        std::fputs(child.errors.c_str(), stderr);
        measured = measured && child.succeeded();
    }
    fs::remove(file);
    return measured ? 0 : 1;
}
