"""Many articles into one file: resumable, exact, on one machine or many."""
