foreach(name align_command cli_program info_command make_dataset_command validate_command)
    polylogue_test(engine/cli/tst_${name}.cpp LIBRARIES engine::sequences)
    add_dependencies(tst_${name} polylogue-cli)
endforeach()
