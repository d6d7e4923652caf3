#pragma once

#include "engine/core/json_fields.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace engine {

/// Reads a model's hyper-parameters from JSON and complains by name.
///
/// Every method throws FormatError (code `bad_hyper_parameter`) for a value that is missing or out of range.
class HyperParameters {
public:
    explicit HyperParameters(const nlohmann::json& values);

    /// A size: a whole number from 1 to 1 000 000.
    std::int64_t size(const std::string& name);
    std::int64_t size(const std::string& name, std::int64_t whenAbsent);

    /// A list of sizes, which may be empty.
    std::vector<std::int64_t> sizes(const std::string& name);

    /// An object of its own, with names of its own; `{}` when absent.
    nlohmann::json object(const std::string& name);

    /// Whatever is given; null when absent.
    nlohmann::json any(const std::string& name);

    /// A number from `low` to `high`.
    double number(const std::string& name, double low, double high, double whenAbsent);

    bool flag(const std::string& name, bool whenAbsent);

    /// One of `choices`; the first when absent.
    std::string choice(const std::string& name, const std::vector<std::string>& choices);

    /// A list of `choices`, none of them twice and at least one; null when absent.
    std::optional<std::vector<std::string>> list(const std::string& name,
                                                 const std::vector<std::string>& choices);

    /// A list of texts; empty when absent.
    std::vector<std::string> texts(const std::string& name);

    /// Whether `name` is given and not read yet.
    bool has(const std::string& name) const
    {
        return m_values.contains(name) && !m_values.at(name).is_null() && !m_read.contains(name);
    }

    /// A dropout probability from 0 to below 1; 0 when absent.
    double dropout(const std::string& name);

    /// `count` dropout probabilities from 0 to below 1, or one for all; all 0 when absent. `spare` more may
    /// follow, since published configurations also list probabilities that this model does not use.
    std::vector<double> dropouts(const std::string& name, std::size_t count, std::size_t spare = 0);

    /// Rejects names that nobody has read; to be called last. The name `class` is allowed, since the registry
    /// reads it.
    void rejectUnknown() const;

private:
    /// A value that nobody has read.
    std::optional<JsonValue> find(const std::string& name);

    nlohmann::json m_values;
    std::set<std::string> m_read;
};

}
