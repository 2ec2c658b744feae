"""Any bytes into what strangers feed: one target a surface, run over seeds, by Hypothesis and by atheris."""
