foreach(name bibtex citations computational_sequence csd_file csd_walk csd_writer dataset_list feature_array feature_pyramid integrity
        metadata sequence_statistics timed_features)
    polylogue_test(engine/sequences/tst_${name}.cpp LIBRARIES engine::sequences)
endforeach()
polylogue_test(engine/sequences/hdf5/tst_h5_read.cpp LIBRARIES engine::sequences)
polylogue_test(engine/sequences/hdf5/tst_h5_write.cpp LIBRARIES engine::sequences)
polylogue_test(engine/sequences/tst_standard_datasets.cpp LIBRARIES engine::sequences engine::worker)
