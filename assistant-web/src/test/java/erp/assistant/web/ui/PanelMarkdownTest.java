package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a model's Markdown. */
class PanelMarkdownTest extends PanelTestBase {
    private static final List<String> ALLOWED = List.of(
            "p",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "div",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "strong",
            "em",
            "del",
            "code",
            "pre",
            "blockquote",
            "br",
            "hr",
            "button");
    private static final List<String> ATTRIBUTES = List.of(
            "class", "role", "aria-label", "tabindex", "scope", "start", "type", "part", "data-id", "title", "dir");

    private static final String RICH = """
            ## Why it waits

            The order is **on hold** [#status] because the limit of *40,000.00* [#creditLimit] is reached.
            Second line with `code` and [a link](https://example.org).

            #### Lines at risk

            | Pos. | Item | Missing |
            |------|:----:|--------:|
            | 10 | BR-2040 | 0 |
            | 20 | **SH-0815** [#lines.20.available] | 38 |

            1. Ask for payment
               - of invoice 1
               - of invoice 2

            2. Release lines 10 and 30

            - [ ] open
            - [x] done
            * other list

            > The record does not say
            > when line 20 is back.

            ```sql
            select ** from [#status]

            -- end
            ```

            Setext
            ------

            ***

            Last words 😀 ümläut ~~gone~~ [#unknown] and a_b_c.
            """;

    @Test
    void limitedMarkdownBecomesElements() throws Exception {
        openPage();

        ask("All of it").stream().meta().delta(RICH).done();

        assertThat(text().locator("h3").first()).hasText("Why it waits");
        assertThat(text().locator("h4")).hasText("Lines at risk");
        assertThat(text().locator("th[scope=col]")).hasText(new String[] {"Pos.", "Item", "Missing"});
        assertThat(text().locator(".table")).hasAccessibleName("Table: Pos., Item, Missing");
        assertThat(text().locator(".table")).hasAttribute("tabindex", "0");
        assertThat(text().locator("ol > li > ul > li")).hasText(new String[] {"of invoice 1", "of invoice 2"});
        assertThat(text().locator("pre")).containsText("select ** from [#status]");
        assertThat(text()).containsText("a link");
        assertThat(text().locator("br")).not().hasCount(0);
    }

    /** A browser may break the line before the comma after a button. */
    @Test
    void noLineBeginsWithTheCommaAfterACitation() throws Exception {
        openPage();
        ask("Why?").stream()
                .meta()
                .delta(
                        "It waits [#status], the limit [#creditLimit]; and (so [#customer]) the end [#status]. **Bold [#status]:** then")
                .done();
        assertThat(status()).containsText("Answer complete.");

        Object parted = text().evaluate("""
                markdown => {
                  const parted = [];
                  for (let width = 90; width < 340; width += 3) {
                    markdown.style.width = `${width}px`;
                    for (const citation of markdown.querySelectorAll('.citation')) {
                      const after = document.createRange();
                      after.setStart(citation.nextSibling, 0);
                      after.setEnd(citation.nextSibling, 1);
                      const box = citation.getBoundingClientRect();
                      if (after.getBoundingClientRect().top > box.bottom) parted.push(`${width}: ${citation.nextSibling.data}`);
                    }
                  }
                  return parted;
                }""");
        assertThat(parted).isEqualTo(List.of());
        assertThat(text().locator("p")).hasText("It waits 1, the limit 2; and (so 3) the end 1. Bold 1: then");
    }

    @Test
    void longWordsInATableHaveRoomAndTheTableScrolls() throws Exception {
        openPage();
        ask("Which rules?").stream()
                .meta()
                .delta(
                        "| Rule | What it asks for | Outcome | Actual value | Limit value |\n|---|---|---|---|---|\n"
                                + "| CR-02 [#status] | No invoice may be overdue for longer than is tolerated | stopped | 47 days overdue | 30 days overdue |\n")
                .done();
        assertThat(status()).containsText("Answer complete.");

        assertThat(((Number) text().locator("td").nth(1).evaluate("e => e.offsetWidth")).intValue())
                .isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>document.title='hacked'</script>",
                "text <img src=x onerror=\"document.title='hacked'\"> text",
                "![alt](https://example.org/pixel.png)",
                "[click](javascript:document.title='hacked')",
                "[click][ref]\n\n[ref]: https://example.org",
                "<https://example.org> https://example.org mailto:a@example.org",
                "<a href=\"javascript:alert(1)\" onclick=alert(1)>x</a><iframe src=//example.org></iframe>",
                "<div onmouseover=alert(1)>\n\n<svg onload=alert(1)>\n\n</div>",
                "<!-- comment --><style>*{display:none}</style><b>bold</b>",
                "| <img src=x onerror=alert(1)> | b |\n|---|---|\n| <script>1</script> | ![x](//example.org/y) |",
                "- <form action=//example.org><input name=q></form>\n- <details open ontoggle=alert(1)>",
                "`<script>` [#<img src=x>] [#constructor] [#__proto__] [#status](javascript:alert(1))",
                "```\" onmouseover=alert(1) x=\"\n<script>1</script>\n```",
                "&lt;script&gt; &#60;img src=x onerror=alert(1)&#62;",
                "# <img src=x onerror=alert(1)>\n\n> <object data=//example.org>"
            })
    void hostileMarkdownStaysInert(String hostile) throws Exception {
        openPage();

        var answer = ask("?").stream().meta().delta(hostile + "\n\nend of text");
        assertThat(text()).containsText("end of text");
        assertInert();
        answer.done();
        assertThat(status()).containsText("Answer complete.");
        assertInert();

        assertThat(page.title()).isEqualTo("Sales order 4711");
    }

    private void assertInert() {
        assertThat(names("e => e.localName")).isSubsetOf(ALLOWED);
        assertThat(names("e => [...e.attributes].map(a => a.name)")).isSubsetOf(ATTRIBUTES);
    }

    @SuppressWarnings("unchecked")
    private List<String> names(String of) {
        return (List<String>) text().evaluate("root => [...root.querySelectorAll('*')].flatMap(" + of + ")");
    }

    @Test
    void bottomlessNestingDoesNotBreakThePanel() throws Exception {
        openPage();

        ask("?").stream()
                .meta()
                .delta(">".repeat(20_000) + " deep\n\n" + "- ".repeat(400) + "x\n\n**end**")
                .done();

        assertThat(status()).containsText("Answer complete.");
        assertThat(text()).containsText("end");
    }

    @Test
    void whatIsShownAlreadyIsNotBuiltAgain() throws Exception {
        openPage();
        var answer = ask("?").stream().meta().delta("First [#status].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3");
        assertThat(text().locator("td")).hasText(new String[] {"1", "2", "3", ""});
        text().evaluate("root => root.querySelectorAll('*').forEach(one => one.known = true)");

        answer.delta(" | 4 |\n| 5 | 6 |\n\nLast [#creditLimit].").done();

        assertThat(status()).containsText("Answer complete.");
        assertThat(text().locator("td")).hasText(new String[] {"1", "2", "3", "4", "5", "6"});
        assertThat(text().evaluate("root => [...root.querySelectorAll('p, button, td')].filter(one => !one.known)"
                        + ".map(one => one.textContent)"))
                .isEqualTo(List.of("5", "6", "Last 2.", "2"));
    }

    @Test
    void withoutTheLexerNothingIsAskedAndItIsFetchedAgain() throws Exception {
        page.route("**/marked.esm.js*", Route::abort);
        openPage();
        input().fill("Why?");
        input().press("Enter");
        assertThat(alert()).containsText("The server cannot be reached.");

        page.unroute("**/marked.esm.js*");
        button("Try again").click();
        server.nextAnswer().stream().meta().delta("**Because.**").done();

        assertThat(text().locator("strong")).hasText("Because.");
    }

    /**
     * Cuts a rich text at random places a hundred times. What stands there before the end must be what the whole text at once
     * gives; so must what the event parser makes of a stream cut between any two bytes.
     */
    @Test
    void randomCutsGiveTheSameAsOneShot() {
        openPage();

        Object different = page.evaluate("""
                async ({ rich, seed }) => {
                  const { MarkdownView, loadLexer } = await import('/assistant/modules/markdown.js');
                  await loadLexer();
                  const { SseParser } = await import('/assistant/modules/sse.js');
                  const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648, seed % n);
                  const view = () => {
                    const root = document.createElement('div');
                    const cite = (id) => Object.assign(document.createElement('b'), { textContent: id });
                    return { root, view: new MarkdownView(root, { cite, tableName: (columns) => columns }) };
                  };
                  const cuts = (length) => {
                    const places = [0, length];
                    while (random(12) > 0) places.push(random(length));
                    if (random(3) === 0) for (let at = 0; at < length; at += 1 + random(9)) places.push(at);
                    return [...new Set(places)].sort((a, b) => a - b);
                  };
                  const html = (root) => new XMLSerializer().serializeToString(root);
                  const failures = [];
                  for (let round = 0; round < 100; round++) {
                    const source = rich.replaceAll('\\n', ['\\n', '\\r\\n', '\\r'][round % 3]);
                    const whole = view();
                    whole.view.add(source);
                    whole.view.finish();
                    const cut = view();
                    const places = cuts(source.length);
                    for (let i = 1; i < places.length; i++) {
                      cut.view.add(source.slice(places[i - 1], places[i]));
                      cut.view.show();
                    }
                    if (html(cut.root) !== html(whole.root)) failures.push(`Markdown, round ${round}: ${html(cut.root)} is not ${html(whole.root)}`);
                    cut.view.finish();
                    if (html(cut.root) !== html(whole.root)) failures.push(`Markdown at the end, round ${round}`);

                    const end = ['\\n', '\\r\\n', '\\r'][round % 3];
                    const stream = [':ping', 'event: delta', 'data: {"text":"€ü😀"}', '', 'data:a', 'data: b', 'id: 7', '', 'event: done', 'data', '', 'data: lost'].join(end);
                    const bytes = new TextEncoder().encode(stream);
                    const decoder = new TextDecoder();
                    const parser = new SseParser();
                    const events = [];
                    const at = cuts(bytes.length);
                    for (let i = 1; i < at.length; i++) events.push(...parser.push(decoder.decode(bytes.slice(at[i - 1], at[i]), { stream: true })));
                    const expected = [{ type: 'delta', data: '{"text":"€ü😀"}' }, { type: 'message', data: 'a\\nb' }, { type: 'done', data: '' }];
                    if (JSON.stringify(events) !== JSON.stringify(expected)) failures.push(`SSE, round ${round}: ${JSON.stringify(events)}`);
                  }
                  return failures.slice(0, 2).join('\\n');
                }
                """, Map.of("rich", RICH, "seed", 20261122));

        assertThat(different).isEqualTo("");
    }
}
