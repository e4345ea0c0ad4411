import pytest

from desktop.exchange.markup import joined, line, paragraphs


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("<p>One.</p>\n\n<p>Two\nlines.</p>", "One.\n\nTwo lines."),
        ("One.<br>Two.<br/><br />Three.", "One.\nTwo.\n\nThree."),
        ("<p>See:</p><ul><li>a</li><li><p>b</p></li></ul>End", "See:\n\n• a\n• b\n\nEnd"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "• a\n– b"),
        ("<pre>x = 1\n  y\n</pre>", "x = 1\n  y"),
        ('An <a href="http://x.org/a_b">old</a> <b>bold</b> word', "An old bold word"),
        ("a &lt;b&gt; &amp;amp; c &nbsp;d", "a <b> &amp; c \u00a0d"),
        ("<script>alert('<p>')</script>x<!-- <p>no</p> -->y<style>p {}</style>", "xy"),
        ("if a < b and List<String> > 3 <3", "if a < b and List<String> > 3 <3"),
        ("<p>unclosed <em>text", "unclosed text"),
        ("</p></ul></div>stray", "stray"),
        ("<p>x.org/?a=1&copy=2&amp;b &eacute;&#233;&bogus;</p>", "x.org/?a=1&copy=2&b éé&bogus;"),
        ("", ""),
        ("<p> </p>\n<br>", ""),
    ],
)
def test_html(written: str, clean: str) -> None:
    assert paragraphs(written) == clean


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("# Heading #\nText", "Heading\n\nText"),
        (
            "Intro:\n- a\n* b\n  goes on\n\n1. one\n2) two",
            "Intro:\n\n• a\n• b goes on\n1. one\n2. two",
        ),
        ("a **b** *c* __d__ _e_ ~~f~~ `g*h*`", "a b c d e f g*h*"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("[words](http://x.org/(a)) ![pic](y.png) <http://z.org>", "words  http://z.org"),
        ("[1] stays, [so](does not)", "[1] stays, so"),
        ("\\*not bold\\*", "*not bold*"),
        ("> quoted\n> text", "quoted text"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("```python\nx = [1]\n\ny = *x\n```\nafter", "x = [1]\n\ny = *x\n\nafter"),
        (
            "In 1984 it began as a day on which everybody met in\n1985. Then more",
            "In 1984 it began as a day on which everybody met in 1985. Then more",
        ),
    ],
)
def test_markdown(written: str, clean: str) -> None:
    assert paragraphs(written) == clean


def test_lines_that_a_mail_program_wrapped_run_on() -> None:
    wrapped = (
        "This is a text that somebody wrote in a mail program. It broke\n"
        "every line where it reached the margin. Some of the lines end\n"
        "with a full stop by chance, as this very line does just here.\n"
        "The last one does not matter."
    )
    assert paragraphs(wrapped) == wrapped.replace("\n", " ")


def test_lines_that_the_author_ended_stay_lines() -> None:
    questions = "What is it?\nWho did it, and why did nobody notice?\nWhen?"
    assert paragraphs(questions) == questions
    assert paragraphs("Monday: theory\nTuesday: practice") == "Monday: theory\nTuesday: practice"


def test_control_letters_and_half_pairs_are_not_kept() -> None:
    assert paragraphs("a\x00b\x07c\r\nd\ud800") == "abc d\ufffd"
    assert line("\ufeffCafe\u0301 \x1b[31m\n time &amp; more") == "Café [31m time & more"


def test_an_abstract_and_its_description_are_not_said_twice() -> None:
    assert joined("Short.", "Long.") == "Short.\n\nLong."
    assert joined("Same.", "Same.\n\nAnd more.") == "Same.\n\nAnd more."
    assert joined("One.\n\nTwo.", "Two.") == "One.\n\nTwo."
    assert joined("", "Long.") == "Long."
    assert joined("Short.", "") == "Short."
