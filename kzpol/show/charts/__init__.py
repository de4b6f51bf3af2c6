"""Pictures. Here is what each kind says; `lines` draws it on a terminal, `files` as SVG or PNG with matplotlib."""
