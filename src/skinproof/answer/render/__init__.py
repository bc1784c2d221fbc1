"""An answer in a language and a form; nothing is decided here."""
