foreach(name base/tst_elided base/tst_plain_labels base/tst_theme base/tst_time_scale timeline/tst_ruler timeline/tst_timeline_view timeline/tst_track_layout tracks/tst_interval_boxes tracks/tst_lanes
        tracks/tst_spectrogram_track tracks/tst_words_track tracks/tst_tracks_paint player/tst_overview_strip player/tst_subtitles player/tst_transcript_strip
        player/tst_transport_bar player/tst_video_surface library/tst_library_panel library/tst_library_query inspector/tst_inspector_panel predict/tst_display_view predict/tst_predict_panel
        palette/tst_command_palette space/tst_space_camera space/tst_space_panel space/tst_space_view
        align/tst_align_panel align/tst_audit_list align/tst_received_rows align/tst_sequence_grid align/tst_step_editor align/tst_step_list align/tst_step_text
        review/tst_agreement_list review/tst_answer_panel review/tst_label_scheme_table review/tst_pass_form review/tst_queue_panel review/tst_rating_bar review/tst_value_editor
        statistics/tst_difference_map statistics/tst_histogram_delegate statistics/tst_statistics_model
        table/tst_segment_table table/tst_segment_table_model)
    get_filename_component(folder ${name} DIRECTORY)
    polylogue_test(widgets/${name}.cpp LIBRARIES widgets::${folder})
endforeach()
foreach(name align_panel sequence_grid agreement_list answer_panel pass_form queue_panel)
    target_sources(tst_${name} PRIVATE support/window_texts.cpp support/window_texts.h)
endforeach()
