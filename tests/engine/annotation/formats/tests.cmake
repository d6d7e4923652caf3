foreach(name captions containers eaf fixtures json_formats label_table line_formats nova round_trips textgrid)
    polylogue_test(engine/annotation/formats/tst_${name}.cpp LIBRARIES engine::formats engine::npz nlohmann_json::nlohmann_json)
endforeach()
