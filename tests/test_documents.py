"""Questions whose answers stand in the five documents that the project started from."""

import pytest
from conftest import Ask

DOCUMENTS = ("insidekazakhstan-2024", "internews-2023", "globalsecurity-2023", "caliber-2023", "sailaunews-2023")


@pytest.mark.parametrize("id", DOCUMENTS)
def test_each_document_is_a_source_with_claims(ask: Ask, id: str) -> None:
    found = ask("sources", id, "--json").json
    assert len(found["claims"]) > 50
    assert all("paragraph" in claim["locator"] for claim in found["claims"])


def said(ask: Ask, source: str, value: object) -> list[dict]:
    return [claim for claim in ask("sources", source, "--json").json["claims"] if claim["value"] == value]


@pytest.mark.parametrize(
    ("source", "value", "subject"),
    [
        ("insidekazakhstan-2024", 40000, "party-min-members"), ("insidekazakhstan-2024", 200, "party-min-members-per-region"),
        ("internews-2023", 125, "majilis-2023"), ("internews-2023", 82.5, "majilis-2023"), ("internews-2023", 299000, "majilis-2023"),
        ("globalsecurity-2023", 910, "supreme-council-1994"), ("globalsecurity-2023", 962, "supreme-council-1994"),
        ("globalsecurity-2023", 73.84, "supreme-council-1994"), ("globalsecurity-2023", 547, "majilis-1999"),
        ("globalsecurity-2023", 48760000, "party-fund-own-tenge"), ("globalsecurity-2023", 64.56, "majilis-2007"),
        ("globalsecurity-2023", 90.12, "majilis-2007/region-almaty-region"), ("globalsecurity-2023", 22.51, "majilis-2007/region-almaty"),
        ("globalsecurity-2023", 83, "majilis-2012/amanat"), ("globalsecurity-2023", "2005-02-09", "dck"),
        ("caliber-2023", 332, "majilis-2023"), ("caliber-2023", 59, "majilis-2023"), ("sailaunews-2023", 54.19, "majilis-2023"),
        ("sailaunews-2023", 53.9, "majilis-2023/amanat"), ("sailaunews-2023", 128, "majilis-2023"),
    ],
)  # fmt: skip
def test_a_figure_of_a_document_is_kept(ask: Ask, source: str, value: object, subject: str) -> None:
    assert any(claim["subject"].startswith(subject) for claim in said(ask, source, value))


def test_statements_belong_to_their_speakers(ask: Ask) -> None:
    speakers = {row["speaker"] for row in ask("timeline", "--json").json if row["speaker"]}
    for name in ("Arkady Dubnov", "Eduard Poletaev", "Assel Nussupova", "NSDP", "Ak Zhol", "GlobalSecurity.org"):
        assert any(name in speaker for speaker in speakers), name


def test_what_a_document_has_wrong_is_ranked_below_with_a_reason(ask: Ask) -> None:
    for subject, field, value in (("majilis-2021/ak-zhol", "seats_total", 10), ("amanat", "founded", "1998")):
        claim = next(row for row in ask("why", subject, field, "--json").json if row["value"] == value)
        assert claim["rank"] == "deprecated"
        assert claim["reason"]
