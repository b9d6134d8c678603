package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Question;
import erp.assistant.chat.Prompt;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code attacks.txt} holds changes nothing about a prompt but the values it stands in, and nothing live comes out of it. */
class AttackSetTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");

    private static final Pattern FIELD = Pattern.compile("\\d+ [^=]+=");

    private static final Pattern LIVE = Pattern.compile(
            "\\]\\(|!\\[|<[A-Za-z/!?]|://|(?<![A-Za-z0-9])www\\.|(?m:^[ >*+-]*\\[[^\\]]*\\]:)|[\\p{Cc}&&[^\\n\\t]]|[\\p{Cf}&&[^\u200D]]",
            Pattern.CASE_INSENSITIVE);

    static Stream<String> attacks() {
        return Resource.text("attacks.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .map(AttackSetTest::unescaped);
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        Matcher escapes = ESCAPE.matcher(line);
        int at = 0;
        while (escapes.find()) {
            text.append(line, at, escapes.start());
            if (escapes.group(1) != null) {
                text.append((char) Integer.parseInt(escapes.group(1), 16));
            } else {
                text.append(
                        escapes.group(2).equals("n") ? "\n" : escapes.group(2).equals("t") ? "\t" : escapes.group(2));
            }
            at = escapes.end();
        }
        return text.append(line.substring(at)).toString();
    }

    /** The hostile text stands in every place where a record has text. */
    private static BusinessRecord record(String text) {
        Rows lines = new Rows(
                "lines",
                "Lines " + text,
                List.of(new Rows.Row(
                        "10",
                        List.of(
                                Field.of("item", "Item " + text, new Value.Text(text)),
                                Field.of("open", "Open " + text, new Value.Quantity(BigDecimal.ONE, text))))),
                3,
                List.of(Field.of("open", "Open " + text, new Value.Quantity(BigDecimal.TEN, text))));
        Rows people = new Rows(
                "people",
                "People",
                List.of(new Rows.Row(
                        "1",
                        List.of(Field.of("clerk", "Clerk", new Value.Text(text)).as(Sensitivity.PERSONAL)))),
                1,
                List.of());
        return BusinessRecord.of(Orders.REF, "Order " + text)
                .version(text, Orders.READ_AT)
                .organisation(text)
                .identity("status", "Status " + text, text)
                .fact("fact", "Fact " + text, new Value.Text(text))
                .text("note", "Note", text)
                .field(Field.of("salesPerson", "Sales person", new Value.Text(text))
                        .as(Sensitivity.PERSONAL))
                .field(Field.of("background", "Background", new Value.Text(text))
                        .as(Importance.DETAIL))
                .rows(lines)
                .rows(people)
                .build();
    }

    private static Prompt prompt(String inRecord, String inQuestion) {
        Question question = new Question(Orders.anna(Locale.ENGLISH), inQuestion, Orders.REF, "");
        return Orders.writer(200_000).write(question, record(inRecord)).prompt();
    }

    @Test
    void theSetHasAtLeastAHundredAttacksInSeveralLanguages() {
        assertThat(attacks().distinct().count()).isGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theMessageKeepsItsStructure(String attack) {
        Prompt harmless = prompt("Call before delivery", "Status?");
        Prompt hostile = prompt(attack, "Status? " + attack);

        assertThat(hostile.system()).isEqualTo(harmless.system());
        assertThat(hostile.turns()).isEmpty();
        assertThat(tags(hostile.user())).isEqualTo(tags(harmless.user()));
        assertThat(shape(data(hostile))).isEqualTo(shape(data(harmless)));
        assertThat(outside(hostile)).isEqualTo(outside(harmless));
        assertThat(hostile.user().codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(hostile.user()).doesNotContain("[#");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAnswerThatRepeatsItHasNothingLive(String attack) {
        WrittenPrompt written = Orders.writer(200_000).write(Orders.question("Status?"), record(attack));
        String model = attack + "\n" + written.prompt().user() + "\n" + attack + " {personal-1}";
        String whole = readable(written, model);

        assertThat(LIVE.matcher(whole).results().map(match -> match.group()).toList())
                .as(whole)
                .isEmpty();
        for (int length : List.of(1, 2, 3, 7)) {
            assertThat(readable(written, model.split("(?<=\\G[\\s\\S]{" + length + "})", -1)))
                    .isEqualTo(whole);
        }
    }

    private static String readable(WrittenPrompt written, String... pieces) {
        Readable readable = written.readable();
        StringBuilder shown = new StringBuilder();
        for (String piece : pieces) {
            shown.append(readable.add(piece));
        }
        return shown.append(readable.rest()).toString();
    }

    private static List<String> tags(String message) {
        return Pattern.compile("<[^>]*>")
                .matcher(message)
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static List<String> data(Prompt prompt) {
        String user = prompt.user();
        return user.substring("<record_data>\n".length(), user.indexOf("\n</record_data>"))
                .lines()
                .toList();
    }

    /** All that does not stand in the block or in the question. */
    private static String outside(Prompt prompt) {
        return prompt.user()
                .replaceAll("(?s)<record_data>.*</record_data>", "")
                .replaceAll("(?s)<question>.*</question>", "");
    }

    /** Of each line what is not text: the number before the first equals sign, or the key and how many cells there are. */
    private static List<String> shape(List<String> lines) {
        List<String> shape = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            boolean field = FIELD.matcher(line).lookingAt();
            String name = line.split("[ |]", 2)[0];
            shape.add(
                    field
                            ? name + " label=value"
                            : name + " " + line.chars().filter(c -> c == '|').count());
        }
        return shape;
    }
}
