#pragma once

#include "engine/features/face/track_faces.h"

#include <QTest>

#include <filesystem>
#include <map>
#include <string>

namespace support {

/// The landmark model of the package libdlib-data, read once.
inline const engine::LandmarkModel& landmarkModel()
{
    static const engine::LandmarkModel model;
    return model;
}

/// The faces of a video, followed once for all tests of a program.
inline const engine::FaceTracks& facesOf(const std::string& path)
{
    static std::map<std::string, engine::FaceTracks> known;
    const auto found = known.find(path);
    return found != known.end()
        ? found->second
        : known.emplace(path, engine::trackFaces(path, landmarkModel())).first->second;
}

inline std::vector<double> faceColumn(const engine::FeatureRows& rows, const std::string& name)
{
    for (std::size_t column = 0; column < rows.columns.size(); ++column) {
        if (rows.columns[column].name != name)
            continue;
        std::vector<double> values;
        for (std::size_t row = 0; row < rows.values.rows; ++row)
            values.push_back(static_cast<double>(rows.values.at(row, column)));
        return values;
    }
    qFatal("no column %s", name.c_str());
}

/// initTestCase() of tests that need the model.
inline bool hasModel()
{
    return std::filesystem::exists(engine::LandmarkModel::installedPath());
}

}
