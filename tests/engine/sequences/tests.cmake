foreach(name bibtex citations computational_sequence csd_file csd_index csd_walk csd_writer dataset_list entry_order feature_array
        feature_pyramid histogram integrity media_matching metadata metadata_edit sequence_comparison sequence_hash sequence_statistics timed_features)
    polylogue_test(engine/sequences/tst_${name}.cpp LIBRARIES engine::sequences)
endforeach()
foreach(name growing_dataset h5_read h5_write)
    polylogue_test(engine/sequences/hdf5/tst_${name}.cpp LIBRARIES engine::sequences)
endforeach()
polylogue_test(engine/sequences/tst_standard_datasets.cpp LIBRARIES engine::sequences engine::worker)
