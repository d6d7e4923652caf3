#include "engine/core/error.h"
#include "engine/feature_tables/feature_table.h"

#include "tests/fuzz/fuzzed_file.h"

/// Writes what to begin with into POLYLOGUE_FUZZ_SEEDS.
extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    const char* folder = std::getenv("POLYLOGUE_FUZZ_SEEDS");
    if (!folder)
        return 0;
    const auto write = [folder](const char* name, const char* text) {
        std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << text;
    };
    write("openface",
          "frame, face_id, timestamp, confidence, success, x_0, AU01_r\r\n"
          "1, 0, 0.000, 0.98, 1, 310.5, 0.25\r\n1, 1, 0.000, 0.9, 1, 12, 1\r\n2, 0, 0.040, 0.97, 1, 311.0, "
          "0.5\r\n");
    write("opensmile", "name;frameTime;F0_sma;loudness\n'talk';0.000;120.5;?\n'talk';0.010;121;0.5\n");
    write(
        "arff",
        "@relation smile\n@attribute name string\n@attribute frameTime numeric\n@attribute 'F0 sma' numeric\n"
        "@data\n'talk',0.0,120.5\n'talk',0.01,?\n");
    return 0;
}

/// Features that another extractor wrote: OpenFace's CSV, openSMILE's CSV and ARFF.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const bool isArff = size > 0 && (bytes[0] == '@' || bytes[0] == '%');
    const fuzz::FuzzedFile file(bytes, size, isArff ? ".arff" : ".csv");
    try {
        engine::featureTableOrigin(file.path());
        engine::readFeatureTable(file.path());
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
