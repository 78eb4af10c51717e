"""The pipelines of a run: what is asked for becomes checked models, drawings, sheets and files."""
