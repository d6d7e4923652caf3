polylogue_test(engine/nets/tst_graph_net.cpp LIBRARIES engine::nets)
