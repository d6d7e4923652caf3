# Each module lists its tests in a file of its own.
<<<<<<< HEAD
foreach(module core confinement numbers agreement sequences download alignment space npz packed recipes annotation formats feature_tables media media_child faces parts features live worker model_files nets models training explain suspects completion tier_completion tier_export publishing snapshot cli extraction scale)
=======
foreach(module core confinement numbers agreement raters sequences download alignment space npz packed recipes annotation formats feature_tables media media_child faces parts features live worker model_files nets models training explain suspects completion tier_completion tier_export snapshot cli extraction scale)
>>>>>>> 2f3608bc228ce34f5b15eed8407622269ae0c28d
    include(${CMAKE_CURRENT_LIST_DIR}/${module}/tests.cmake OPTIONAL)
endforeach()
