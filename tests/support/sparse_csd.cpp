#include "tests/support/sparse_csd.h"

#include <hdf5.h>

#include <array>
#include <stdexcept>
#include <sys/stat.h>

namespace engine::test {

namespace {

hid_t checked(hid_t id)
{
    if (id < 0)
        throw std::runtime_error("HDF5 refuses to write the sparse file");
    return id;
}

}

void writeSparseCsd(const std::filesystem::path& path, const std::string& name, const std::string& video,
                    std::size_t rows, std::size_t dimensions, const std::vector<std::size_t>& written)
{
    const hid_t file = checked(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
    const hid_t groups = H5Pcreate(H5P_LINK_CREATE);
    H5Pset_create_intermediate_group(groups, 1);
    const std::string metadata = "/" + name + "/metadata";
    H5Gclose(checked(H5Gcreate2(file, metadata.c_str(), groups, H5P_DEFAULT, H5P_DEFAULT)));
    const std::string entry = "/" + name + "/data/" + video;

    const std::array<hsize_t, 2> shape{rows, 2};
    std::vector<double> intervals;
    for (std::size_t row = 0; row < rows; ++row) {
        intervals.push_back(static_cast<double>(row) / 100);
        intervals.push_back(static_cast<double>(row + 1) / 100);
    }
    const hid_t times = H5Screate_simple(2, shape.data(), nullptr);
    const hid_t stored = checked(H5Dcreate2(file, (entry + "/intervals").c_str(), H5T_IEEE_F64LE, times,
                                            groups, H5P_DEFAULT, H5P_DEFAULT));
    H5Dwrite(stored, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, intervals.data());
    H5Dclose(stored);
    H5Sclose(times);

    const std::array<hsize_t, 2> extents{rows, dimensions};
    const hid_t space = H5Screate_simple(2, extents.data(), nullptr);
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_alloc_time(creation, H5D_ALLOC_TIME_EARLY);
    H5Pset_fill_time(creation, H5D_FILL_TIME_NEVER);
    const hid_t features = checked(H5Dcreate2(file, (entry + "/features").c_str(), H5T_IEEE_F32LE, space,
                                              groups, creation, H5P_DEFAULT));
    const std::array<hsize_t, 2> one{1, dimensions};
    const hid_t memory = H5Screate_simple(2, one.data(), nullptr);
    for (const std::size_t row : written) {
        const std::array<hsize_t, 2> start{row, 0};
        const std::vector<float> values(dimensions, static_cast<float>(row % 1000));
        H5Sselect_hyperslab(space, H5S_SELECT_SET, start.data(), nullptr, one.data(), nullptr);
        H5Dwrite(features, H5T_NATIVE_FLOAT, memory, space, H5P_DEFAULT, values.data());
    }
    H5Dclose(features);
    for (const hid_t id : {memory, space})
        H5Sclose(id);
    for (const hid_t id : {creation, groups})
        H5Pclose(id);
    H5Fclose(file);
}

std::size_t bytesOnDisk(const std::filesystem::path& path)
{
    struct stat status { };
    stat(path.c_str(), &status);
    return static_cast<std::size_t>(status.st_blocks) * 512;
}

}
