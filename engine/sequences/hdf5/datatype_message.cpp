#include "engine/sequences/hdf5/datatype_message.h"

namespace engine::hdf5 {

namespace {

DatatypeMessage fixedPoint(std::size_t bytes, bool isSigned)
{
    const auto precision = static_cast<std::uint8_t>(8 * bytes);
    return {0x10,
            {isSigned ? std::uint8_t{0x08} : std::uint8_t{0}},
            static_cast<std::uint32_t>(bytes),
            {0, 0, precision, 0},
            8};
}

DatatypeMessage floatingPoint(std::size_t bytes, std::uint8_t exponentBits, std::uint8_t mantissaBits)
{
    const auto precision = static_cast<std::uint8_t>(8 * bytes);
    const auto sign = static_cast<std::uint8_t>(precision - 1);
    const unsigned bias = (1U << (exponentBits - 1)) - 1;
    const std::uint8_t impliedLeadingOne = 0x20;
    return {0x11,
            {impliedLeadingOne, sign},
            static_cast<std::uint32_t>(bytes),
            {0, 0, precision, 0, mantissaBits, exponentBits, 0, mantissaBits,
             static_cast<std::uint8_t>(bias & 0xffU), static_cast<std::uint8_t>(bias >> 8)},
            16};
}

}

DatatypeMessage datatypeMessage(ElementType type, std::size_t elementBytes)
{
    switch (type) {
    case ElementType::Float16:
        return floatingPoint(elementBytes, 5, 10);
    case ElementType::Float32:
        return floatingPoint(elementBytes, 8, 23);
    case ElementType::Float64:
        return floatingPoint(elementBytes, 11, 52);
    case ElementType::Text: {
        const std::uint8_t paddedWithNuls = 1;
        return {0x13, {paddedWithNuls}, static_cast<std::uint32_t>(elementBytes), {}, 0};
    }
    case ElementType::Int8:
    case ElementType::Int16:
    case ElementType::Int32:
    case ElementType::Int64:
        return fixedPoint(elementBytes, true);
    default:
        return fixedPoint(elementBytes, false);
    }
}

std::size_t bytesOf(ElementType type)
{
    switch (type) {
    case ElementType::Int8:
    case ElementType::UInt8:
        return 1;
    case ElementType::Float16:
    case ElementType::Int16:
    case ElementType::UInt16:
        return 2;
    case ElementType::Float32:
    case ElementType::Int32:
    case ElementType::UInt32:
        return 4;
    default:
        return 8;
    }
}

}
