#include "engine/sequences/column_names.h"

#include "engine/core/utf8.h"
#include "engine/sequences/metadata.h"
#include "engine/sequences/sequence_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <fnmatch.h>
#include <string_view>

namespace engine {

namespace {

// Names between commas; `MCEP_0:24` stands for MCEP_0 to MCEP_24.
constexpr std::string_view kGlottal = "VUV,NAQ,QOQ,H1H2,PSP";
constexpr std::string_view kEnvelope = "MCEP_0:24,HMPDM_0:24,HMPDD_0:12";
constexpr std::string_view kFormants = "vowelSpace,F1:5,VAD";
constexpr std::string_view kFacet42
    = "Anger,Contempt,Disgust,Joy,Fear,Baseline,Sadness,Surprise,Confusion,Frustration,AU1,AU2,AU4,AU5,AU6,"
      "AU7,AU9,AU10,AU12,AU14,AU15,AU17,AU18,AU20,AU23,AU24,AU25,AU26,AU28,AU43,Has_Glasses,Is_Male,Pitch,"
      "Yaw,Roll";
constexpr std::string_view kFacet41
    = "Face X,Face Y,Face Width,Face Height,angerEvidence,contemptEvidence,disgustEvidence,joyEvidence,"
      "fearEvidence,negativeEvidence,neutralEvidence,positiveEvidence,sadnessEvidence,surpriseEvidence,"
      "confusionEvidence,frustrationEvidence,angerIntensity,contemptIntensity,disgustIntensity,joyIntensity,"
      "fearIntensity,negativeIntensity,neutralIntensity,positiveIntensity,sadnessIntensity,surpriseIntensity,"
      "confusionIntensity,frustrationIntensity,AU1Evidence,AU2Evidence,AU4Evidence,AU5Evidence,AU6Evidence,"
      "AU7Evidence,AU9Evidence,AU10Evidence,AU12Evidence,AU14Evidence,AU15Evidence,AU17Evidence,AU18Evidence,"
      "AU20Evidence,AU23Evidence,AU24Evidence,AU25Evidence,AU26Evidence,AU28Evidence";
constexpr std::string_view kGaze
    = "gaze_0_x,gaze_0_y,gaze_0_z,gaze_1_x,gaze_1_y,gaze_1_z,gaze_angle_x,gaze_angle_y,eye_lmk_x_0:55,"
      "eye_lmk_y_0:55,eye_lmk_X_0:55,eye_lmk_Y_0:55,eye_lmk_Z_0:55";
constexpr std::string_view kPose = "pose_Tx,pose_Ty,pose_Tz,pose_Rx,pose_Ry,pose_Rz";
constexpr std::string_view kFlat = "x_0:67,y_0:67";
constexpr std::string_view kSolid
    = "X_0:67,Y_0:67,Z_0:67,p_scale,p_rx,p_ry,p_rz,p_tx,p_ty,p_0:33"; // with the shape model's parameters
constexpr std::string_view kActions
    = "AU01_r,AU02_r,AU04_r,AU05_r,AU06_r,AU07_r,AU09_r,AU10_r,AU12_r,AU14_r,AU15_r,AU17_r,AU20_r,AU23_r,"
      "AU25_r,AU26_r,AU45_r,AU01_c,AU02_c,AU04_c,AU05_c,AU06_c,AU07_c,AU09_c,AU10_c,AU12_c,AU14_c,AU15_c,"
      "AU17_c,AU20_c,AU23_c,AU25_c,AU26_c,AU28_c,AU45_c";
constexpr std::string_view kEgemaps
    = "Loudness_sma3,alphaRatio_sma3,hammarbergIndex_sma3,slope0-500_sma3,slope500-1500_sma3,"
      "spectralFlux_sma3,mfcc1_sma3,mfcc2_sma3,mfcc3_sma3,mfcc4_sma3,F0semitoneFrom27.5Hz_sma3nz,"
      "jitterLocal_sma3nz,shimmerLocaldB_sma3nz,HNRdBACF_sma3nz,logRelF0-H1-H2_sma3nz,logRelF0-H1-A3_sma3nz,"
      "F1frequency_sma3nz,F1bandwidth_sma3nz,F1amplitudeLogRelF0_sma3nz,F2frequency_sma3nz,"
      "F2bandwidth_sma3nz,F2amplitudeLogRelF0_sma3nz,F3frequency_sma3nz,F3bandwidth_sma3nz,"
      "F3amplitudeLogRelF0_sma3nz";
constexpr std::string_view kLibrosa
    = "chroma_stft_0:11,chroma_cqt_0:11,chroma_cens_0:11,mfcc_0:12,rms,spectral_centroid,spectral_bandwidth,"
      "spectral_contrast_0:6,spectral_flatness,spectral_rolloff,poly_features_0:1,Fifth x-axis,Fifth y-axis,"
      "Minor x-axis,Minor y-axis,Major x-axis,Major y-axis,zero_crossing_rate";

/// Columns of a widespread extractor. docs/formats.md says where they are published.
struct KnownColumns {
    std::string_view source;
    std::size_t width;
    /// Words between blanks, of which one must be in the name of the file or sequence; one behind `=` must be
    /// the sequence's whole name.
    std::string_view called;
    std::array<std::string_view, 7> parts;
};

constexpr std::array kKnown{
    KnownColumns{"COVAREP's feature script",
                 74,
                 "covarep =audio",
                 {"F0", kGlottal, "MDQ,peakSlope,Rd,Rd_conf,creak", kEnvelope}},
    KnownColumns{"COVAREP's formant script",
                 81,
                 "covarep",
                 {"f0", kGlottal, "HRF,MDQ,peakSlope,Rd,Rd_conf", kEnvelope, kFormants}},
    KnownColumns{"COVAREP's formant script",
                 82,
                 "covarep",
                 {"time,f0", kGlottal, "HRF,MDQ,peakSlope,Rd,Rd_conf", kEnvelope, kFormants}},
    KnownColumns{"FACET 4.2, as the SDK's maintainers list it", 35, "facet", {kFacet42}},
    KnownColumns{"FACET 4.1, as the SDK's maintainers list it without Frametime", 47, "facet", {kFacet41}},
    KnownColumns{"FACET 4.1, as the SDK's maintainers list it", 48, "facet", {"Frametime", kFacet41}},
    KnownColumns{"OpenFace 2.1 and 2.2",
                 714,
                 "openface =vision",
                 {"frame,face_id,timestamp,confidence,success", kGaze, kPose, kFlat, kSolid, kActions}},
    KnownColumns{"OpenFace 2.0, whose rows have no face_id: likely, not certain",
                 713,
                 "openface =vision",
                 {"frame,timestamp,confidence,success", kGaze, kPose, kFlat, kSolid, kActions}},
    KnownColumns{"OpenFace 2.0 without frame, time and face_id: likely, not certain",
                 711,
                 "openface",
                 {"confidence,success", kGaze, kPose, kFlat, kSolid, kActions}},
    KnownColumns{"OpenFace 2 without its first five columns, as MMSA-FET cuts them",
                 709,
                 "openface =vision",
                 {kGaze, kPose, kFlat, kSolid, kActions}},
    KnownColumns{"OpenFace 2: pose, landmarks and action units, as MMSA-FET asks for them",
                 177,
                 "openface =vision",
                 {kPose, kFlat, kActions}},
    KnownColumns{"OpenFace 2: landmarks and action units, as MMSA-FET asks for them",
                 171,
                 "openface =vision",
                 {kFlat, kActions}},
    KnownColumns{"OpenFace 2: action units", 35, "openface", {kActions}},
    KnownColumns{"eGeMAPSv02's low-level descriptors", 25, "egemaps opensmile =audio", {kEgemaps}},
    KnownColumns{"librosa, as MMSA-FET calls its columns", 70, "librosa", {kLibrosa}}};

/// Adds the names of a list: `F1:3,VAD` → F1, F2, F3, VAD.
void addNames(std::vector<std::string>& names, std::string_view list)
{
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string_view name = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        const std::size_t colon = name.find(':');
        if (colon == std::string_view::npos) {
            names.emplace_back(name);
            continue;
        }
        const std::size_t begin = name.find_last_not_of("0123456789", colon - 1) + 1;
        int first = 0;
        int last = 0;
        std::from_chars(name.data() + begin, name.data() + colon, first);
        std::from_chars(name.data() + colon + 1, name.data() + name.size(), last);
        for (int number = first; number <= last; ++number)
            names.push_back(fmt::format("{}{}", name.substr(0, begin), number));
    }
}

/// The unit of columns whose names match a pattern, as fnmatch() reads it.
struct NamedUnit {
    const char* name;
    const char* unit;
};

// Before others that they would match, too, come those that say more.
constexpr std::array kUnits{NamedUnit{"*_db_per_khz", "dB/kHz"},
                            NamedUnit{"*_hz", "Hz"},
                            NamedUnit{"*_db", "dB"},
                            NamedUnit{"*_ms", "ms"},
                            NamedUnit{"*_mm", "mm"},
                            NamedUnit{"*_px", "px"},
                            NamedUnit{"*_rad", "rad"},
                            NamedUnit{"*_deg", "°"},
                            NamedUnit{"*_seconds", "s"},
                            NamedUnit{"F0", "Hz"},
                            NamedUnit{"f0", "Hz"},
                            NamedUnit{"H1H2", "dB"},
                            NamedUnit{"F+([0-9])frequency*", "Hz"},
                            NamedUnit{"F+([0-9])bandwidth*", "Hz"},
                            NamedUnit{"F+([0-9])amplitudeLogRelF0*", "dB"},
                            NamedUnit{"F0semitone*", "semitones"},
                            NamedUnit{"shimmerLocaldB*", "dB"},
                            NamedUnit{"HNRdBACF*", "dB"},
                            NamedUnit{"logRelF0-*", "dB"},
                            NamedUnit{"alphaRatio*", "dB"},
                            NamedUnit{"hammarbergIndex*", "dB"},
                            NamedUnit{"slope0-500*", "dB/Hz"},
                            NamedUnit{"slope500-1500*", "dB/Hz"},
                            NamedUnit{"spectral_centroid", "Hz"},
                            NamedUnit{"spectral_bandwidth", "Hz"},
                            NamedUnit{"spectral_rolloff", "Hz"},
                            NamedUnit{"pose_T*", "mm"},
                            NamedUnit{"pose_R*", "rad"},
                            NamedUnit{"gaze_angle_*", "rad"},
                            NamedUnit{"eye_lmk_x_+([0-9])", "px"},
                            NamedUnit{"eye_lmk_y_+([0-9])", "px"},
                            NamedUnit{"eye_lmk_X_+([0-9])", "mm"},
                            NamedUnit{"eye_lmk_Y_+([0-9])", "mm"},
                            NamedUnit{"eye_lmk_Z_+([0-9])", "mm"},
                            NamedUnit{"x_+([0-9])", "px"},
                            NamedUnit{"y_+([0-9])", "px"},
                            NamedUnit{"X_+([0-9])", "mm"},
                            NamedUnit{"Y_+([0-9])", "mm"},
                            NamedUnit{"Z_+([0-9])", "mm"}};

/// Does a file go by one of these words, in the notation of KnownColumns::called?
bool isCalled(const SequenceFile& file, std::string_view words)
{
    const std::string name
        = inLowerCase(file.path().filename().string() + " " + file.rootName() + " " + file.groupName());
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        if (word.front() == '=' ? word.substr(1) == file.rootName() : name.find(word) != std::string::npos)
            return true;
        words.remove_prefix(std::min(word.size() + 1, words.size()));
    }
    return false;
}

}

ColumnNames columnNames(const SequenceFile& file, std::size_t width)
{
    const auto own = file.metadata().find("dimension names");
    if (own == file.metadata().end() || !own->second.is_array() || own->second.size() != width) {
        for (const KnownColumns& known : kKnown) {
            if (known.width != width || !isCalled(file, known.called))
                continue;
            ColumnNames columns{{}, std::string(known.source)};
            for (const std::string_view part : known.parts)
                addNames(columns.names, part);
            return columns;
        }
    }
    return {dimensionNames(file.metadata(), width), {}};
}

std::string unitOfColumn(const std::string& name)
{
    const auto* const found = std::ranges::find_if(
        kUnits, [&](const NamedUnit& unit) { return fnmatch(unit.name, name.c_str(), FNM_EXTMATCH) == 0; });
    return found == kUnits.end() ? std::string() : found->unit;
}

}
