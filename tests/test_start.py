"""Somebody starts kzpol for the first time."""

from conftest import Ask, process

from kzpol.cli.main import COMMANDS, app


def test_alone_it_says_what_is_in_it_and_what_to_try(ask: Ask) -> None:
    answer = ask()
    assert answer.code == 0
    assert "parties" in answer.out
    assert "the last day the data was checked" in answer.out
    assert "kzpol election 2007" in answer.out


def test_the_commands_it_suggests_work(ask: Ask) -> None:
    suggested = [line.split("\t")[0] for line in ask().out.splitlines() if line.startswith("kzpol ") and "\t" in line]
    assert len(suggested) >= 6
    for line in suggested:
        assert ask(*line.split()[1:]).code == 0, line


def test_version_names_program_data_and_last_day(ask: Ask) -> None:
    answer = ask("--version")
    assert answer.code == 0
    assert answer.out.startswith("kzpol 0.")
    assert "data 2026" in answer.out
    assert "up to 2026-" in answer.out


def test_help_lists_every_command_with_a_line(ask: Ask) -> None:
    out = ask("--help").out
    for command in COMMANDS:
        assert f"  {command} " in out


def test_each_command_explains_itself_with_two_examples(ask: Ask) -> None:
    for command in COMMANDS:
        answer = ask(command, "--help")
        assert answer.code == 0
        assert answer.out.count(f"kzpol {command}") >= 2, command


def test_the_examples_of_the_help_work(ask: Ask, tmp_path, monkeypatch) -> None:
    import shlex

    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        if command == "serve":  # it stays; its own tests run it
            continue
        text = " ".join(ask(command, "--help").out.split("Arguments:")[0].split("Options:")[0].split())
        for example in text.split("Examples: ")[1].split(" · "):
            answer = ask(*shlex.split(example)[1:])
            assert answer.code == 0, (example, answer.err)


def test_singular_works_too(ask: Ask) -> None:
    assert ask("threshold", "majilis-seats").out == ask("thresholds", "majilis-seats").out


def test_runs_as_a_module() -> None:
    done = process("elections", "--csv")
    assert done.returncode == 0
    assert done.stdout.startswith(b"id,body,date")


def test_completion_script_is_offered(ask: Ask) -> None:
    assert app.info.name == "kzpol"
    done = process(env={"_KZPOL_COMPLETE": "complete_bash", "COMP_WORDS": "kzpol party ama", "COMP_CWORD": "2"})
    assert b"amanat" in done.stdout.lower()


def test_completion_knows_cyrillic_names() -> None:
    done = process(env={"_KZPOL_COMPLETE": "complete_bash", "COMP_WORDS": "kzpol party Нур", "COMP_CWORD": "2"})
    assert "Нур" in done.stdout.decode()
