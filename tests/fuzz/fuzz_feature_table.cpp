#include "engine/core/error.h"
#include "engine/feature_tables/feature_table.h"

#include "tests/fuzz/fuzzed_file.h"
#include "tests/fuzz/made_seeds.h"

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    return fuzz::makeSeeds([](const std::filesystem::path& folder) {
        fuzz::writeSeed(folder / "openface",
                        "frame, face_id, timestamp, confidence, success, x_0, AU01_r\r\n"
                        "1, 0, 0.000, 0.98, 1, 310.5, 0.25\r\n1, 1, 0.000, 0.9, 1, 12, 1\r\n"
                        "2, 0, 0.040, 0.97, 1, 311.0, 0.5\r\n");
        fuzz::writeSeed(folder / "opensmile",
                        "name;frameTime;F0_sma;loudness\n"
                        "'talk';0.000;120.5;?\n'talk';0.010;121;0.5\n");
        fuzz::writeSeed(folder / "arff",
                        "@relation smile\n@attribute name string\n"
                        "@attribute frameTime numeric\n@attribute 'F0 sma' numeric\n"
                        "@data\n'talk',0.0,120.5\n'talk',0.01,?\n");
    });
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
