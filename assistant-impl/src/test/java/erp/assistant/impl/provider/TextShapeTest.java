package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextShapeTest {

    private static final String BEFORE = "{\"i\":0,\"delta\":{\"text\":\"";
    private static final String AFTER = "\"}}";

    private final TextShape shape = new TextShape();

    private void learn(String event, String text) {
        byte[] data = event.getBytes(UTF_8);
        shape.learn("delta", data, data.length, "text", text);
    }

    private @Nullable String textOf(String event) {
        byte[] data = (event + "rest of the buffer").getBytes(UTF_8);
        return shape.textOf("delta", data, event.getBytes(UTF_8).length);
    }

    @Test
    void anEventThatDiffersOnlyInItsTextNeedsNoParser() {
        learn(BEFORE + "a" + AFTER, "a");

        assertThat(textOf(BEFORE + "größer 🛢" + AFTER)).isEqualTo("größer 🛢");
        assertThat(textOf(BEFORE + AFTER)).isEmpty();
    }

    @Test
    void shortEscapesAreUnderstood() {
        learn(BEFORE + "\\n" + AFTER, "\n");

        assertThat(textOf(BEFORE + "a\\n\\r\\t\\b\\f\\\"\\\\\\/\\\\n" + AFTER)).isEqualTo("a\n\r\t\b\f\"\\/\\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BEFORE + "b\\u00e9" + AFTER,
                BEFORE + "b\\x" + AFTER,
                BEFORE + "b\n" + AFTER,
                BEFORE + "b\\",
                BEFORE + "b",
                BEFORE + "b" + AFTER + "}",
                BEFORE + "b\",\"stop\":\"end\"}}",
                BEFORE + "b\"}",
                "{\"i\":1,\"delta\":{\"text\":\"b" + AFTER,
                "{}"
            })
    void everythingElseIsForTheParser(String event) {
        learn(BEFORE + "a" + AFTER, "a");

        assertThat(textOf(event)).isNull();
    }

    @Test
    void anotherEventNameIsForTheParser() {
        learn(BEFORE + "a" + AFTER, "a");
        byte[] data = (BEFORE + "a" + AFTER).getBytes(UTF_8);

        assertThat(shape.textOf("error", data, data.length)).isNull();
    }

    /** All say "a" in two places, of which the parser may mean the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delta\":{\"text\":\"a\",\"text\": \"a\"}}",
                "{\"delta\":{\"text\": \"a\"},\"x\":{\"text\":\"a\"}}",
                "{\"x\":{\"text\":\"a\"},\"delta\":{\"text\" :\"a\"}}",
                "{\"x\":{\"text\":\"a\"},\"delta\":{\"te\\u0078t\":\"a\"}}"
            })
    void nothingIsLearnedWhereTheMemberHasANamesake(String event) {
        learn(event, "a");

        assertThat(textOf(event)).isNull();
    }

    @Test
    void nothingIsLearnedWhereTheTextsPlaceIsNotCertain() {
        learn("{\"text\":\"a\",\"delta\":{\"text\":\"a\"}}", "a");
        learn("{\"text\":\"b\"}", "a");
        learn("{\"other\":\"a\"}", "a");

        assertThat(textOf("{\"text\":\"a\",\"delta\":{\"text\":\"a\"}}")).isNull();
        assertThat(textOf("{\"text\":\"b\"}")).isNull();
        assertThat(textOf("{\"other\":\"a\"}")).isNull();
    }
}
