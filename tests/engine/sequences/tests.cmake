set(HDF5_PREFER_PARALLEL OFF)
find_package(HDF5 REQUIRED COMPONENTS C)
add_library(test_sparse_csd STATIC support/sparse_csd.cpp support/sparse_csd.h)
target_include_directories(test_sparse_csd PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_sparse_csd PRIVATE hdf5::hdf5)

polylogue_tests(sequences LIBRARIES engine::sequences SOURCES
    engine/sequences/tst_bibtex.cpp engine/sequences/tst_citations.cpp engine/sequences/tst_column_names.cpp
    engine/sequences/tst_computational_sequence.cpp
    engine/sequences/tst_csd_file.cpp engine/sequences/tst_csd_index.cpp engine/sequences/tst_csd_walk.cpp
    engine/sequences/tst_csd_writer.cpp engine/sequences/tst_dataset_list.cpp engine/sequences/tst_entry_order.cpp
    engine/sequences/tst_feature_pyramid.cpp engine/sequences/tst_histogram.cpp engine/sequences/tst_integrity.cpp
    engine/sequences/tst_media_list.cpp engine/sequences/tst_media_matching.cpp engine/sequences/tst_metadata.cpp engine/sequences/tst_metadata_edit.cpp
    engine/sequences/tst_sequence_comparison.cpp engine/sequences/tst_sequence_hash.cpp
    engine/sequences/tst_sequence_statistics.cpp engine/sequences/tst_tar_media.cpp engine/sequences/tst_timed_features.cpp
    engine/sequences/hdf5/tst_growing_dataset.cpp engine/sequences/hdf5/tst_h5_read.cpp
    engine/sequences/hdf5/tst_h5_write.cpp engine/sequences/hdf5/tst_plain_objects.cpp)
polylogue_test(engine/sequences/tst_standard_datasets.cpp LIBRARIES engine::sequences engine::worker)
polylogue_test(engine/sequences/tst_tiled_features.cpp LIBRARIES engine::sequences test_sparse_csd)
polylogue_test(engine/sequences/hdf5/tst_filter_parameters.cpp LIBRARIES engine::sequences hdf5::hdf5)
polylogue_test(engine/sequences/hdf5/tst_number_types.cpp LIBRARIES engine::sequences hdf5::hdf5)
polylogue_test(engine/sequences/hdf5/tst_stored_fill.cpp LIBRARIES engine::sequences hdf5::hdf5)
polylogue_test(engine/sequences/hdf5/tst_variable_texts.cpp LIBRARIES engine::sequences hdf5::hdf5)
