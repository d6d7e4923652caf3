#pragma once

#include <cstddef>
#include <vector>

namespace engine {

/// C × C counts of pairs of classes, as of true (row) and predicted (column) ones.
class CountMatrix {
public:
    CountMatrix() = default;
    explicit CountMatrix(std::size_t size) : m_size(size), m_counts(size * size) { }

    /// @throws ShapeError (`row_mismatch`) for a class that is not among the C, as at().
    void add(std::size_t row, std::size_t column, std::size_t count = 1);

    std::size_t size() const { return m_size; } ///< C
    std::size_t at(std::size_t row, std::size_t column) const;
    std::size_t total() const { return m_total; }
    std::size_t largest() const; ///< count; 0 of no classes
    std::size_t hits() const; ///< on the diagonal
    std::size_t rowTotal(std::size_t row) const;
    std::size_t columnTotal(std::size_t column) const;
    double accuracy() const; ///< the share on the diagonal; 0 of nothing
    std::vector<std::vector<std::size_t>> rows() const;

    friend bool operator==(const CountMatrix&, const CountMatrix&) = default;

private:
    std::size_t m_size = 0;
    std::vector<std::size_t> m_counts; ///< row by row
    std::size_t m_total = 0;
};

}
