# Each module lists its tests in a file of its own.
foreach(module core confinement numbers dataset_opening conversations agreement segment_agreement open_words splits raters sequences download alignment space npz packed recipes annotation formats feature_tables media media_child faces parts features live worker model_files nets models training explain suspects completion tier_completion tier_export project_items model_influence publishing deidentify erasure snapshot cli extraction scale)
    include(${CMAKE_CURRENT_LIST_DIR}/${module}/tests.cmake OPTIONAL)
endforeach()
