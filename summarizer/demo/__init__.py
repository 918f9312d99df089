"""The web page: ``build_app`` makes it, ``serve`` opens it. The only place that knows Gradio."""
