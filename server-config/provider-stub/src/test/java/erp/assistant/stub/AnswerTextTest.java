package erp.assistant.stub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTextTest {

    private static final String DATA =
            "{\"messages\":[{\"role\":\"user\",\"content\":\"<data>[{\\\"id\\\":\\\"status\\\","
                    + "\\\"label\\\":\\\"Status\\\",\\\"value\\\":\\\"waiting\\\"},\\n{\\\"id\\\": \\\"customer\\\", \\\"label\\\":"
                    + " \\\"Customer\\\", \\\"value\\\": \\\"Müller \\\\\\\"Süd\\\\\\\"\\\"},{\\\"id\\\":\\\"promisedDate\\\","
                    + "\\\"label\\\":\\\"Promised\\\",\\\"value\\\":\\\"2 May 2026\\\"}]</data>\\nQUESTION\"}]}";

    @Test
    void theAnswerNamesTheFactsThatTheQuestionAsksForFirst() {
        assertThat(AnswerText.believable(DATA.replace("QUESTION", "What was promised?")))
                .isEqualTo(
                        "The record names Promised: 2 May 2026 [#promisedDate]. With it goes Status: waiting [#status]. "
                                + "It also says Customer: Müller \"Süd\" [#customer]. It holds nothing more on this question.");
    }

    @Test
    void aGermanQuestionIsAnsweredInGerman() {
        assertThat(AnswerText.believable(DATA.replace("QUESTION", "Wie ist der Status?")))
                .startsWith("Der Datensatz nennt Status: waiting [#status]. Dazu gehört Customer: ");
    }

    @Test
    void withoutFactsTheAnswerSaysSo() {
        assertThat(AnswerText.believable("{\"messages\":[]}")).startsWith("I can only answer from the record");
    }

    @Test
    void piecesJoinedAreTheText() {
        String text = " The longestword is 🛢🛢🛢🛢🛢🛢🛢🛢.\n\nEnd ";

        assertThat(String.join("", AnswerText.cut(text, 6))).isEqualTo(text);
        assertThat(AnswerText.cut(text, 6))
                .allMatch(piece -> piece.strip().codePoints().count() <= 6);
    }

    @Test
    void escapesAreUndoneOnce() {
        assertThat(Json.unescaped("a\\n\\\"b\\\\n\\u00fc\\u12")).isEqualTo("a\n\"b\\nü\\u12");
        assertThat(Json.unescaped(Json.quoted("\t\"\\\u0001ü\r\n"))).isEqualTo("\"\t\"\\\u0001ü\r\n\"");
    }

    @Test
    void everySettingIsInTheUsage() {
        assertThat(Main.usage().lines()).hasSize(Setting.values().length + 1);
    }

    @Test
    void fieldsAreLinesThatAreCitedByTheirNumber() {
        String body =
                "{\"messages\":[{\"content\":\"<record_data>\\nOrder 4711\\n1 Credit limit=40000 EUR\\n2 Stopped by=nightly run\\n"
                        + "3 Rules=see 2\\nA Lines: 1|a Item\\n10|no field\\n</record_data>\\n\\n"
                        + "<question>\\nWhat is the credit limit?\\n</question>\"}]}";

        assertThat(AnswerText.believable(body))
                .isEqualTo("The record names Credit limit: 40000 EUR [#1]. With it goes Stopped by: nightly run [#2]."
                        + " It holds nothing more on this question.");
    }
}
