"""From a document's bytes to the sentences of its story: decoding, normal forms, cleaning, language, sentences."""
