"""Who may do what with program and facts, and how they are cited."""

import re

from conftest import ROOT

from kzpol.version import __version__


def test_the_citation_names_the_versions_of_program_and_data() -> None:
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    about = (ROOT / "data" / "facts" / "about.yaml").read_text(encoding="utf-8")
    data = re.search(r"data_version: ['\"]?([0-9.]+)", about)
    assert data
    assert f'version: "{__version__}, data {data[1]}"' in cited


def test_the_publishers_whose_data_sets_were_read_are_named_with_their_terms(ask) -> None:
    told = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    read = " ".join(row["read_at"] or "" for row in ask("sources", "--json").json)
    for repository in (
        "kazakhstan-law/codes",
        "MilkMp/CIA-World-Factbooks-Archive-1990-2025",
        "hdigital/partyfactsdata",
    ):
        assert repository in read
        assert repository in told
