#pragma once

#include "engine/core/feature_rows.h"
#include "engine/media/audio_reader.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

/// Reference values of tests/fixtures/acoustic (its README tells their formulas and tolerances).
namespace support {

/// The samples of X.wav.
inline std::vector<float> fixtureSound(const std::string& name)
{
    engine::AudioReader reader(engine::MediaFile(std::string(FIXTURES "/acoustic/") + name + ".wav"), 16000,
                               1);
    std::vector<float> samples(16000 * 20);
    samples.resize(reader.read(samples));
    return samples;
}

/// A csv with one line of names. What is no number (Praat's `--undefined--`) is NaN.
class FixtureTable {
public:
    explicit FixtureTable(const std::string& file)
    {
        std::ifstream stream(std::string(FIXTURES "/acoustic/") + file);
        std::string line;
        for (bool first = true; std::getline(stream, line); first = false) {
            if (line.ends_with('\r'))
                line.pop_back();
            std::istringstream fields(line);
            std::vector<double> row;
            for (std::string field; std::getline(fields, field, ',');) {
                if (first)
                    m_names.push_back(field);
                else
                    row.push_back(field.starts_with("--") ? std::nan("")
                                                          : std::strtod(field.c_str(), nullptr));
            }
            if (!first)
                m_rows.push_back(row);
        }
        if (m_rows.empty())
            qFatal("%s has no rows", file.c_str());
    }

    std::size_t rows() const { return m_rows.size(); }
    std::vector<double> column(const std::string& name) const
    {
        const auto found = std::find(m_names.begin(), m_names.end(), name);
        if (found == m_names.end())
            qFatal("no column %s", name.c_str());
        std::vector<double> values;
        for (const auto& row : m_rows)
            values.push_back(row.at(static_cast<std::size_t>(found - m_names.begin())));
        return values;
    }

private:
    std::vector<std::string> m_names;
    std::vector<std::vector<double>> m_rows;
};

inline std::vector<double> columnOf(const engine::FeatureRows& rows, const std::string& name)
{
    const auto found = std::find_if(rows.columns.begin(), rows.columns.end(),
                                    [&](const engine::FeatureColumn& column) { return column.name == name; });
    if (found == rows.columns.end())
        qFatal("no column %s", name.c_str());
    std::vector<double> values;
    for (std::size_t row = 0; row < rows.values.rows; ++row)
        values.push_back(
            static_cast<double>(rows.values.at(row, static_cast<std::size_t>(found - rows.columns.begin()))));
    return values;
}

inline double medianOf(std::vector<double> values)
{
    if (values.empty())
        qFatal("no values");
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

inline double meanOf(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

inline double correlationOf(const std::vector<double>& a, const std::vector<double>& b)
{
    const double meanA = meanOf(a);
    const double meanB = meanOf(b);
    double product = 0.0;
    double squareA = 0.0;
    double squareB = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += (a[i] - meanA) * (b[i] - meanB);
        squareA += (a[i] - meanA) * (a[i] - meanA);
        squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    return product / std::sqrt(squareA * squareB);
}

}
