foreach(name captions containers damaged_files eaf fixtures format_registry json_formats label_table line_formats losses losses_of_files nova round_trips text_input textgrid)
    polylogue_test(engine/formats/tst_${name}.cpp LIBRARIES engine::formats engine::npz nlohmann_json::nlohmann_json)
endforeach()
