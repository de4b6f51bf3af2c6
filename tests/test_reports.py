"""Pages that can be published as they are: what they say, where it is from, and that they stand alone."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from conftest import Ask


class Page(HTMLParser):
    """What a browser finds: elements with their attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str, attribute: str) -> list[str]:
        return [str(attrs[attribute]) for name, attrs in self.elements if name == tag and attribute in attrs]

    @property
    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _, attrs in self.elements if "id" in attrs]


PAGES = [
    ("election", "majilis-2023"), ("election", "2023"), ("party", "amanat"), ("seats", "2012"), ("compare", "2021", "2023"),
    ("party", "ak-zhol", "--lang", "ru"), ("election", "referendum-2022"), ("why", "amanat", "founded"),
]  # fmt: skip


@pytest.mark.parametrize("question", PAGES)
def test_a_page_stands_alone(ask: Ask, question: tuple[str, ...]) -> None:
    page = Page(ask(*question, "--format", "html").out)
    tags = Counter(tag for tag, _ in page.elements)
    assert tags["h1"] == tags["main"] == 1
    assert next(attrs for tag, attrs in page.elements if tag == "title") == {}
    assert not {"script", "link", "img", "iframe", "object"} & tags.keys()
    assert not [attrs for _, attrs in page.elements if "src" in attrs]
    assert len(set(page.ids)) == len(page.ids)


@pytest.mark.parametrize("question", PAGES)
def test_every_mark_leads_to_a_source(ask: Ask, question: tuple[str, ...]) -> None:
    page = Page(ask(*question, "--format", "html").out)
    marks = [address[1:] for address in page.all("a", "href") if address.startswith("#")]
    assert set(marks) <= set(page.ids)
    if question[0] in ("election", "party"):
        assert len(marks) > 20
        assert {id for id in page.ids if "-source-" in id} == set(marks)


def test_a_value_is_marked_with_the_source_that_says_so(ask: Ask) -> None:
    page = ask("election", "majilis-2012", "--format", "html").out
    row = re.search(r"<tr><td[^>]*>Nur Otan Party</td>.*?</tr>", page)
    numbers = re.findall(r"#(c0-source-\d+)", row[0])
    assert 1 <= len(numbers) <= 3
    cited = [re.search(rf'<li id="{number}">(.*?)</li>', page)[1] for number in numbers]
    claims = ask("why", "majilis-2012/amanat", "--json").json
    said = {claim["source"] for claim in claims if claim["chosen"]}
    titles = {row["title"] for row in ask("sources", "--json").json if row["id"] in said}
    assert all(
        any(title.replace("&", "&amp;").replace("'", "&#x27;") in text.replace("&quot;", '"') for title in titles)
        for text in cited
    )


def test_the_chamber_has_a_circle_for_every_seat(ask: Ask) -> None:
    page = ask("election", "majilis-2023", "--format", "html").out
    drawn = Counter(re.findall(r'<circle [^>]*fill="(#\w+)"', page))
    key = {color: int(count) for color, count in re.findall(r'background:(#\w+)".*?<b>(\d+)</b>', page)}
    assert drawn == key
    rows = ask("results", "--election", "majilis-2023", "--stage", "final", "--json").json
    assert sorted(drawn.values()) == sorted(row["seats_total"] for row in rows if row["seats_total"])


def test_a_chamber_too_large_to_draw_is_a_table(ask: Ask) -> None:
    page = ask("seats", "--votes", "A=120,B=30", "--seats", "1000000", "--format", "html").out
    assert "<circle" not in page
    assert re.search(r"<td>A</td>\s*<td[^>]*><data value=\"800000\">", page)
    assert ask("seats", "--votes", "A=120,B=30", "--seats", "2000", "--format", "html").out.count("<circle") == 2000


def test_bars_are_as_long_as_the_shares(ask: Ask) -> None:
    page = ask("election", "majilis-2007", "--format", "html").out
    widths = [float(width) for width in re.findall(r'<rect x="0" [^>]*width="([\d.]+)"', page)]
    rows = ask("results", "--election", "majilis-2007", "--stage", "final", "--json").json
    shares = sorted((row["share_pct"] for row in rows if row["share_pct"] is not None), reverse=True)
    assert len(widths) == len(shares)
    assert all(abs(width / widths[0] - share / shares[0]) < 0.01 for width, share in zip(widths, shares, strict=True))


def test_every_picture_is_told_in_words(ask: Ask) -> None:
    text = ask("party", "amanat", "--format", "html").out
    page = Page(text)
    pictures = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert len(pictures) == 2
    for attrs in pictures:
        assert attrs["role"] == "img"
        assert set(str(attrs["aria-labelledby"]).split()) <= set(page.ids)
    assert "Nur Otan 2006-12-22 – 2022-03-01" in text
    assert "88.41 %, 98 seats" in text


def test_a_dispute_names_all_sides(ask: Ask) -> None:
    page = ask("election", "majilis-2021", "--format", "html").out
    line = next(line for line in page.splitlines() if line.startswith("<li>majilis-2021/qhp seats_total"))
    assert "10 / 12" in line
    sides = ask("conflicts", "--subject", "majilis-2021/qhp", "--json").json
    sources = next(row for row in sides if row["field"] == "seats_total")["values"]
    assert len(re.findall(r"#c0-source-", line)) == len({row["source"] for row in sources})


@pytest.mark.parametrize("question", [("election", "majilis-2023"), ("election", "2023"), ("party", "amanat")])
def test_markdown_renders_as_github_does(ask: Ask, question: tuple[str, ...]) -> None:
    import cmarkgfm
    from cmarkgfm.cmark import Options

    text = ask(*question, "--format", "md").out
    assert not re.search(r"<(?!https?://)[a-z]", text), "no HTML within"
    page = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_FOOTNOTES)
    assert "[^" not in page, "every mark has its footnote"
    assert page.count("<table>") == len(re.findall(r"^\| --", text, re.M))
    assert page.count('class="footnote-ref"') > 20
    assert "████" in page


def test_markdown_sets_only_numbers_to_the_right(ask: Ask) -> None:
    head, edges = ask("trend", "ak-zhol", "--format", "md").out.splitlines()[:2]
    columns = dict(zip(head.replace("\\", "").split(" | "), edges.split(" | "), strict=True))
    assert columns["votes"] == "---:"
    assert columns["date"] == "---"
    empty = ask("sql", "select 1 as known, null as unknown", "--format", "md").out
    assert "| ---: | --- |" in empty


def test_markdown_footnotes_of_several_cards_are_kept_apart(ask: Ask) -> None:
    text = ask("election", "2023", "--format", "md").out
    notes = re.findall(r"^\[\^([\w-]+)\]:", text, re.M)
    assert len(set(notes)) == len(notes)
    assert {note.split("-")[0] for note in notes} == {"1", "2", "3"}


def test_a_page_says_what_data_it_is_made_of(ask: Ask) -> None:
    for form in ("html", "md"):
        assert "CC BY 4.0" in ask("party", "auyl", "--format", form).out
    assert "Данные kzpol" in ask("party", "auyl", "--format", "html", "--lang", "ru").out


def test_a_terminal_and_a_pipe_keep_their_card(ask: Ask, terminal) -> None:
    assert "[1]" not in ask("election", "majilis-2012").out
    assert "CC BY" not in terminal(100, "election", "majilis-2012")


def test_long_labels_do_not_run_into_their_values(ask: Ask) -> None:
    page = ask("party", "ak-zhol", "--lang", "ru", "--format", "html").out
    texts = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" font-size="14" text-anchor="(\w+)"[^>]*>([^<]*)</text>', page)
    lines: dict[str, int] = {}
    for _, y, _, written in texts:
        lines[y] = lines.get(y, 0) + len(written)
    assert max(lines.values()) <= 60
