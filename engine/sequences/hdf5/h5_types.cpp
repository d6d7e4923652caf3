#include "engine/sequences/hdf5/h5_types.h"

#include "engine/core/error.h"
#include "engine/sequences/hdf5/shared_library.h"

#include <atomic>

namespace engine::hdf5 {

namespace {

std::atomic<bool> libraryIsShared = false;

Handle float16()
{
    Handle type(H5Tcopy(H5T_IEEE_F32LE));
    H5Tset_fields(type.id(), 15, 10, 5, 0, 10);
    H5Tset_size(type.id(), 2);
    H5Tset_ebias(type.id(), 15);
    return type;
}

/// Whether the bits of a number lie within its bytes. HDF5 1.10.8 rounds a number where its fields say that
/// the number lies, in the buffer in which it converts.
bool isWithin(hid_t number)
{
    const std::size_t bits = 8 * H5Tget_size(number);
    const auto holds = [bits](std::size_t first, std::size_t count) {
        return count > 0 && count <= bits && first <= bits - count;
    };
    const H5T_order_t order = H5Tget_order(number);
    const int offset = H5Tget_offset(number);
    if ((order != H5T_ORDER_LE && order != H5T_ORDER_BE) || offset < 0
        || !holds(static_cast<std::size_t>(offset), H5Tget_precision(number)))
        return false;
    if (H5Tget_class(number) != H5T_FLOAT)
        return true;
    std::size_t sign = 0;
    std::size_t exponent = 0;
    std::size_t exponentBits = 0;
    std::size_t mantissa = 0;
    std::size_t mantissaBits = 0;
    return H5Tget_fields(number, &sign, &exponent, &exponentBits, &mantissa, &mantissaBits) >= 0
        && holds(sign, 1) && holds(exponent, exponentBits) && holds(mantissa, mantissaBits);
}

}

void shareLibrary()
{
    libraryIsShared = true;
}

bool isShared()
{
    return libraryIsShared;
}

void silence()
{
    static const bool isOwn = !isShared();
    if (isOwn) {
        // Cleaning up crashes over what could not be closed, on a full disk for instance. All else is closed
        // by then.
        static const bool leavesAtExit = H5dont_atexit() >= 0;
        static_cast<void>(leavesAtExit);
    }
    // A file may name a filter that the library would load as a plug-in, from a folder that the environment
    // names.
    static const bool hasNoPlugins = H5PLset_loading_state(0) >= 0;
    static_cast<void>(hasNoPlugins);
    thread_local const bool silent = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
    static_cast<void>(silent);
}

ElementType elementType(hid_t type, const std::string& path, const std::string& place)
{
    const std::size_t size = H5Tget_size(type);
    const H5T_class_t kind = H5Tget_class(type);
    const bool isNumber = kind == H5T_FLOAT || kind == H5T_INTEGER;
    if ((isNumber && !isWithin(type)) || (kind == H5T_ENUM && !isWithin(Handle(H5Tget_super(type)).id())))
        throw FormatError("data_invalid", path,
                          place + " has numbers whose bits do not lie within their bytes");
    switch (kind) {
    case H5T_FLOAT:
        return size <= 2 ? ElementType::Float16 : size <= 4 ? ElementType::Float32 : ElementType::Float64;
    case H5T_INTEGER:
        if (H5Tget_sign(type) == H5T_SGN_NONE)
            return size == 1 ? ElementType::UInt8
                : size == 2  ? ElementType::UInt16
                : size == 4  ? ElementType::UInt32
                             : ElementType::UInt64;
        return size == 1 ? ElementType::Int8
            : size == 2  ? ElementType::Int16
            : size == 4  ? ElementType::Int32
                         : ElementType::Int64;
    case H5T_STRING:
        return ElementType::Text;
    case H5T_ENUM: // h5py writes booleans as an enumeration over int8
        return ElementType::Int8;
    default:
        throw FormatError("data_invalid", path, place + " has elements that are neither numbers nor text");
    }
}

Handle fileType(ElementType type)
{
    switch (type) {
    case ElementType::Float16:
        return float16();
    case ElementType::Float32:
        return Handle(H5Tcopy(H5T_IEEE_F32LE));
    case ElementType::Float64:
        return Handle(H5Tcopy(H5T_IEEE_F64LE));
    case ElementType::Int8:
        return Handle(H5Tcopy(H5T_STD_I8LE));
    case ElementType::Int16:
        return Handle(H5Tcopy(H5T_STD_I16LE));
    case ElementType::Int32:
        return Handle(H5Tcopy(H5T_STD_I32LE));
    case ElementType::Int64:
        return Handle(H5Tcopy(H5T_STD_I64LE));
    case ElementType::UInt8:
        return Handle(H5Tcopy(H5T_STD_U8LE));
    case ElementType::UInt16:
        return Handle(H5Tcopy(H5T_STD_U16LE));
    case ElementType::UInt32:
        return Handle(H5Tcopy(H5T_STD_U32LE));
    case ElementType::UInt64:
        return Handle(H5Tcopy(H5T_STD_U64LE));
    case ElementType::Text:
        break;
    }
    return Handle(H5Tcopy(H5T_C_S1));
}

Handle variableText()
{
    Handle type(H5Tcopy(H5T_C_S1));
    H5Tset_size(type.id(), H5T_VARIABLE);
    H5Tset_cset(type.id(), H5T_CSET_UTF8);
    return type;
}

hid_t memoryType(ElementType type)
{
    if (type == ElementType::Float64)
        return H5T_NATIVE_DOUBLE;
    if (type == ElementType::UInt64) // bit by bit: who reads refuses what an int64 cannot hold
        return H5T_NATIVE_UINT64;
    return isFloat(type) ? H5T_NATIVE_FLOAT : H5T_NATIVE_INT64;
}

Handle smallTransfer()
{
    Handle list(H5Pcreate(H5P_DATASET_XFER));
    H5Pset_buffer(list.id(), std::size_t{1} << 16, nullptr, nullptr);
    return list;
}

}
