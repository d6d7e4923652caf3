#pragma once

#include <QTest>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

/// Figures of agreement that other programs computed: the cases of tests/fixtures/models/metrics.json.
namespace engine::test {

/// Those of a kind: `sentiment`, `emotions`, `confusion`.
inline std::vector<nlohmann::json> referenceCases(const char* kind)
{
    std::ifstream file(FIXTURES "/models/metrics.json");
    std::vector<nlohmann::json> found;
    const nlohmann::json cases = nlohmann::json::parse(file).at("cases");
    for (const nlohmann::json& reference : cases) {
        if (reference.at("kind") == kind)
            found.push_back(reference);
    }
    return found;
}

/// A row of a test for each of them, with the column `reference`.
inline void addReferenceRows(const char* kind)
{
    QTest::addColumn<nlohmann::json>("reference");
    int number = 0;
    for (const nlohmann::json& reference : referenceCases(kind))
        QTest::addRow("case %d", ++number) << reference;
}

/// @param expected  a number, or null for undefined.
inline void compareFigure(std::optional<double> actual, const nlohmann::json& expected, const char* name)
{
    QVERIFY2(actual.has_value() != expected.is_null(), name);
    if (actual)
        QVERIFY2(std::abs(*actual - expected.get<double>()) <= 1e-9, name);
}

}
