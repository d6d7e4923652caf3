#pragma once

#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace engine::test {

/// A table of a flatbuffer that is to be written: fields by number.
struct FlatNode {
    using Field = std::variant<std::int8_t, std::int32_t, std::vector<std::int32_t>, std::string,
                               std::vector<FlatNode>, std::shared_ptr<FlatNode>>;
    std::map<std::size_t, Field> fields;
};

/// Writes flatbuffers from front to back, as their format allows: tables before what they name.
class FlatWriter {
public:
    /// @param mark  four characters behind the first offset
    std::string written(const FlatNode& root, const std::string& mark)
    {
        m_bytes.assign(4, '\0');
        m_bytes += mark;
        patch(0, table(root));
        return m_bytes;
    }

private:
    template <typename Number>
    void put(Number number)
    {
        m_bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    void align() { m_bytes.append((4 - m_bytes.size() % 4) % 4, '\0'); }
    /// An offset that says how far behind it `target` lies.
    void patch(std::size_t at, std::size_t target)
    {
        const auto offset = static_cast<std::uint32_t>(target - at);
        std::memcpy(m_bytes.data() + at, &offset, sizeof offset);
    }

    /// @return where the table lies; each field has four bytes
    std::size_t table(const FlatNode& node)
    {
        align();
        const std::size_t count = node.fields.empty() ? 0 : node.fields.rbegin()->first + 1;
        const std::size_t names = m_bytes.size();
        put(static_cast<std::uint16_t>(4 + 2 * count));
        put(static_cast<std::uint16_t>(4 + 4 * node.fields.size()));
        std::uint16_t offset = 4;
        for (std::size_t i = 0; i < count; ++i) {
            put(node.fields.contains(i) ? offset : std::uint16_t{0});
            offset = static_cast<std::uint16_t>(offset + (node.fields.contains(i) ? 4 : 0));
        }
        align();
        const std::size_t begin = m_bytes.size();
        put(static_cast<std::int32_t>(begin - names));
        m_bytes.append(4 * node.fields.size(), '\0');
        std::size_t place = begin + 4;
        for (const auto& [index, field] : node.fields) {
            if (const auto* small = std::get_if<std::int8_t>(&field))
                std::memcpy(m_bytes.data() + place, small, 1);
            else if (const auto* number = std::get_if<std::int32_t>(&field))
                std::memcpy(m_bytes.data() + place, number, 4);
            else
                patch(place, child(field));
            place += 4;
        }
        return begin;
    }

    std::size_t child(const FlatNode::Field& field)
    {
        if (const auto* node = std::get_if<std::shared_ptr<FlatNode>>(&field))
            return table(**node);
        align();
        const std::size_t begin = m_bytes.size();
        if (const auto* numbers = std::get_if<std::vector<std::int32_t>>(&field)) {
            put(static_cast<std::uint32_t>(numbers->size()));
            for (const std::int32_t number : *numbers)
                put(number);
        } else if (const auto* bytes = std::get_if<std::string>(&field)) {
            put(static_cast<std::uint32_t>(bytes->size()));
            m_bytes += *bytes;
        } else {
            const auto& nodes = std::get<std::vector<FlatNode>>(field);
            put(static_cast<std::uint32_t>(nodes.size()));
            m_bytes.append(4 * nodes.size(), '\0');
            for (std::size_t i = 0; i < nodes.size(); ++i)
                patch(begin + 4 + 4 * i, table(nodes[i]));
        }
        return begin;
    }

    std::string m_bytes;
};

/// A TensorFlow Lite file that is put together operator by operator.
class TfliteWriter {
public:
    /// A tensor without numbers. @return its index
    std::int32_t tensor(std::vector<std::int32_t> shape) { return add(std::move(shape), 0, {}); }
    std::int32_t floats(std::vector<std::int32_t> shape, const std::vector<float>& numbers)
    {
        return add(std::move(shape), 0,
                   {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(float)});
    }
    std::int32_t halves(std::vector<std::int32_t> shape, const std::vector<std::uint16_t>& numbers)
    {
        return add(std::move(shape), 1,
                   {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint16_t)});
    }
    std::int32_t whole(const std::vector<std::int32_t>& numbers)
    {
        return add({static_cast<std::int32_t>(numbers.size())}, 2,
                   {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::int32_t)});
    }
    /// @param code  of TensorFlow Lite's kinds
    void run(std::int32_t code, std::vector<std::int32_t> given, std::int32_t made, FlatNode options = {})
    {
        FlatNode each;
        each.fields[0] = codeOf(code);
        each.fields[1] = std::move(given);
        each.fields[2] = std::vector<std::int32_t>{made};
        each.fields[4] = std::make_shared<FlatNode>(std::move(options));
        m_operators.push_back(std::move(each));
    }
    std::string written(std::vector<std::int32_t> given, std::vector<std::int32_t> made,
                        const std::string& mark = "TFL3") const
    {
        FlatNode graph;
        graph.fields[0] = m_tensors;
        graph.fields[1] = std::move(given);
        graph.fields[2] = std::move(made);
        graph.fields[3] = m_operators;
        FlatNode model;
        model.fields[0] = std::int32_t{3};
        std::vector<FlatNode> codes;
        for (const std::int32_t code : m_codes) {
            codes.emplace_back();
            codes.back().fields[0] = static_cast<std::int8_t>(code);
            codes.back().fields[3] = code;
        }
        model.fields[1] = codes;
        model.fields[2] = std::vector<FlatNode>{graph};
        model.fields[4] = m_buffers;
        return FlatWriter().written(model, mark);
    }

private:
    std::int32_t add(std::vector<std::int32_t> shape, std::int8_t type, const std::string& bytes)
    {
        FlatNode each;
        each.fields[0] = std::move(shape);
        each.fields[1] = type;
        each.fields[2] = static_cast<std::int32_t>(m_buffers.size());
        m_tensors.push_back(std::move(each));
        FlatNode buffer;
        if (!bytes.empty())
            buffer.fields[0] = bytes;
        m_buffers.push_back(std::move(buffer));
        return static_cast<std::int32_t>(m_tensors.size()) - 1;
    }
    std::int32_t codeOf(std::int32_t code)
    {
        for (std::size_t i = 0; i < m_codes.size(); ++i) {
            if (m_codes[i] == code)
                return static_cast<std::int32_t>(i);
        }
        m_codes.push_back(code);
        return static_cast<std::int32_t>(m_codes.size()) - 1;
    }

    std::vector<std::int32_t> m_codes;
    std::vector<FlatNode> m_tensors;
    std::vector<FlatNode> m_buffers;
    std::vector<FlatNode> m_operators;
};

/// Numbers of options by their fields: whole numbers; `small` those of one byte.
inline FlatNode optionsOf(std::initializer_list<std::pair<std::size_t, std::int32_t>> numbers,
                          std::initializer_list<std::pair<std::size_t, std::int8_t>> small = {})
{
    FlatNode options;
    for (const auto& [field, number] : numbers)
        options.fields[field] = number;
    for (const auto& [field, number] : small)
        options.fields[field] = number;
    return options;
}

}
