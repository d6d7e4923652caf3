#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/interval.h"

#include <QString>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

namespace app {

/// Reads the fields of a script's request. Every function throws engine::Error (`bad_request`) with a
/// sentence that names the field where it is missing or something else than asked for.
class ScriptFields {
public:
    /// @param fields  an object, which must outlive this
    explicit ScriptFields(const nlohmann::json& fields) : m_fields(fields) { }

    bool has(const char* name) const; ///< and it is not null
    /// @param most  letters that it may have
    QString text(const char* name, qsizetype most = 200) const;
    QStringList texts(const char* name) const; ///< absent: none
    bool isText(const char* name) const;
    bool flag(const char* name) const; ///< absent: false
    double number(const char* name) const; ///< finite
    std::vector<std::int64_t> ids(const char* name) const; ///< absent: none
    /// An array `{"shape": [N] or [N, D], "type": "f4" or "f8", "data": bytes}`: little endian, row after
    /// row; [N] is one column.
    engine::FeatureMatrix matrix(const char* name) const;
    /// The same as times: an array of N numbers, finite, from 0 on.
    std::vector<double> times(const char* name) const;
    /// Of an array N × 2: starts and ends in seconds, finite, from 0 on, no end before its start.
    std::vector<engine::Interval> spans(const char* name) const;
    /// The intervals of rows: an array N × 2, or N moments, each of which lasts until the next, the last as
    /// long as the one before.
    std::vector<engine::Interval> intervals(const char* name) const;
    std::optional<engine::Interval> span(const char* name) const; ///< `[start, end]`; absent: none

private:
    struct Array {
        std::size_t rows = 0;
        std::size_t columns = 0;
        const std::vector<std::uint8_t>* bytes = nullptr; ///< of the message: rows × columns numbers
        bool isDouble = false;
        std::vector<double> numbers() const;
    };
    const nlohmann::json& at(const char* name) const;
    Array array(const char* name) const;

    const nlohmann::json& m_fields;
};

}
