"""Gradio's own parts in the page's colours and type; everything else is in static/style.css."""

from __future__ import annotations

import gradio as gr

_INK, _PAPER, _TEAL = "#1d2733", "#fbfaf7", "#0b5f6b"


def theme() -> gr.themes.Base:
    """The theme: no fonts from the network, text and controls at AA contrast in light and dark."""
    sans = [gr.themes.Font(name) for name in ("Be Vietnam Pro", "Noto Sans", "Segoe UI", "Roboto", "sans-serif")]
    mono = [gr.themes.Font(name) for name in ("ui-monospace", "DejaVu Sans Mono", "Consolas", "monospace")]
    base = gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.slate,
        radius_size=gr.themes.sizes.radius_md,
        text_size=gr.themes.sizes.text_md,
        font=sans,
        font_mono=mono,
    )
    return base.set(
        body_background_fill=_PAPER,
        body_background_fill_dark="#12161b",
        body_text_color=_INK,
        body_text_color_dark="#e7e9ec",
        body_text_color_subdued="#4f5b68",
        body_text_color_subdued_dark="#aab3be",
        block_background_fill="#ffffff",
        block_background_fill_dark="#1a2027",
        block_border_width="0px",
        block_shadow="none",
        block_label_text_color=_INK,
        block_label_text_color_dark="#e7e9ec",
        block_title_text_color=_INK,
        block_title_text_color_dark="#e7e9ec",
        block_title_text_weight="600",
        input_background_fill="#ffffff",
        input_background_fill_dark="#12161b",
        input_border_color="#8a95a1",
        input_border_color_dark="#6b7683",
        input_border_width="1px",
        input_placeholder_color="#5b6672",
        input_placeholder_color_dark="#a3acb7",
        checkbox_border_color="#6b7683",
        checkbox_border_color_dark="#98a3ae",
        button_primary_background_fill=_TEAL,
        button_primary_background_fill_hover="#084c56",
        button_primary_background_fill_dark="#5cc2cf",
        button_primary_background_fill_hover_dark="#7fd3dd",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#0c1b1e",
        button_secondary_background_fill="#eceff1",
        button_secondary_background_fill_hover="#dfe4e8",
        button_secondary_background_fill_dark="#2a323b",
        button_secondary_background_fill_hover_dark="#36404b",
        button_secondary_text_color=_INK,
        button_secondary_text_color_dark="#e7e9ec",
    )
