"""The one path of text to paper: every script, every document.

    style       Style(family, weight, italic, size, leading, colour, tracking, features, language)
                    .but(size=10); Span(text, style)
    paragraph   Paragraph(text or spans, style, setting="body"|"plain"|"title"|"name", seams=, rtl=)
                    .set(width) -> Block(lines, width, leading, rtl, .height, .natural, .overflows,
                    .part(start, stop)); .natural; .at(size, leading)
                fit(paragraphs, width, sizes, lines=, height=, leading=1.2)
                    -> Fitted(blocks, size, fits)
    document    Document(target, title=, languages=, author=, subject=, created=, size=A4,
                    archival="2b"|"1b"), a context manager: .page(size) -> Page,
                    .tag(role, language=, alt=, scope=, span=), .artifact(), .attach(...), .close()
                Page (points, y down, text at its baseline): .block(x, y, block, align=, hang=) -> y,
                    .text(x, y, text, style, anchor=) -> width, .rule .rectangle .rectangles .circle
                    .polygon .image .turned .clipped .bookmark
    fonts       missing(text, style) -> characters that no face has

Import from these modules; importing this package alone costs nothing.
"""
