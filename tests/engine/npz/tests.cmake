foreach(name npz_reader npz_writer)
    polylogue_test(engine/npz/tst_${name}.cpp LIBRARIES engine::npz)
endforeach()
target_link_libraries(tst_npz_writer PRIVATE PkgConfig::LIBZIP)
