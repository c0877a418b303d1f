"""Files in and out: strict YAML to the nouns of the model, and answers back into the supplier's file."""
