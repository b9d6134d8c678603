package erp.assistant.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.EvaluationRecording;
import erp.assistant.report.EvaluationRecording.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingFileTest {

    static final EvaluationRecording TWO = new EvaluationRecording(
            "primary: claude-x",
            Instant.parse("2026-11-20T10:02:00Z"),
            List.of(
                    new Answer(
                            "sample-erp:1",
                            "de",
                            "Er ist \"gesperrt\":\n99 Tage [#lines.10.open], {iban-1}.",
                            Map.of("status", "Blocked", "lines.10.open", "99"),
                            Set.of("lines.10.open"),
                            new Figures(2, List.of("12.4")),
                            Optional.of("de"),
                            false,
                            "",
                            1_400,
                            212,
                            OptionalLong.of(790),
                            3_000,
                            "claude-x-1",
                            "data/1+answer/2"),
                    new Answer(
                            "sample-erp:2",
                            "en",
                            "",
                            Map.of(),
                            Set.of(),
                            new Figures(0, List.of()),
                            Optional.empty(),
                            true,
                            "record-not-available",
                            0,
                            0,
                            OptionalLong.empty(),
                            0,
                            "",
                            "")));

    private static final String FILE = RecordingWriter.write(TWO);

    private static EvaluationRecording read(String file) throws IOException {
        return RecordingReader.read(new ByteArrayInputStream(file.getBytes(UTF_8)));
    }

    private static Problem refused(String file) {
        return catchThrowableOfType(AssistantException.class, () -> read(file)).problem();
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(read(FILE)).isEqualTo(TWO);
    }

    @Test
    void aFileHasALineForEachAnswer() {
        assertThat(FILE.lines()).hasSize(4);
        assertThat(FILE).isEqualTo("""
                {"format":"erp-assistant-recording","version":1,"label":"primary: claude-x","recordedAt":"2026-11-20T10:02:00Z","answers":[
                {"case":"sample-erp:1","language":"de","answer":"Er ist \\"gesperrt\\":\\n99 Tage [#lines.10.open], {iban-1}.",\
                "sent":{"lines.10.open":"99","status":"Blocked"},"cited":["lines.10.open"],"figures":{"checked":2,"unmatched":["12.4"]},\
                "languageAnswered":"de","refused":false,"problem":"","usage":{"input":1400,"output":212},"firstMs":790,"totalMs":3000,\
                "model":"claude-x-1","template":"data/1+answer/2"},
                {"case":"sample-erp:2","language":"en","answer":"","sent":{},"cited":[],"figures":{"checked":0,"unmatched":[]},\
                "languageAnswered":null,"refused":true,"problem":"record-not-available","usage":{"input":0,"output":0},"firstMs":null,\
                "totalMs":0,"model":"","template":""}
                ]}
                """);
    }

    @Test
    void membersThatAreNotKnownArePassedOver() throws IOException {
        assertThat(read(FILE.replace("\"version\":1", "\"by\":{\"a\":[1,{}]},\"more\":[[]],\"less\":null,\"version\":1")
                        .replace("\"refused\":true", "\"note\":\"x\",\"refused\":true")))
                .isEqualTo(TWO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"case\":\"sample-erp:2\"|\"case\":\"\"|Line 3: answers[1].case must be a text of 1 to 200 signs without line breaks.",
                "\"case\":\"sample-erp:2\"|\"c\":1|Line 3: answers[1].case must be a text of 1 to 200 signs",
                "\"case\":\"sample-erp:2\",\"language\":\"en\"|\"case\":\"sample-erp:1\",\"language\":\"de\"|Line 3: answers[1] is a second answer to sample-erp:1 in de, after that of line 2.",
                "\"checked\":2|\"checked\":-1|Line 2: answers[0].figures.checked must be a whole number from 1.",
                "\"checked\":2|\"checked\":1.5|Line 2: answers[0].figures.checked must be a whole number from 1.",
                "[\"12.4\"]|[12.4]|Line 2: answers[0].figures.unmatched must be an array of at most 5000 texts.",
                "\"figures\":{\"checked\":0,\"unmatched\":[]}|\"figures\":[]|Line 3: answers[1].figures must be an object.",
                "\"status\":\"Blocked\"|\"status\":7|Line 2: answers[0].sent.status must be a text of at most 200000 signs without U+0000.",
                "\"status\":\"Blocked\"|\"status\":\"a\\u0000b\"|Line 2: answers[0].sent.status must be a text of at most 200000 signs without U+0000.",
                "\"status\":\"Blocked\"|\"two words\":\"x\"|Line 2: answers[0].sent has a member that is no id of a value.",
                "\"refused\":true|\"refused\":\"true\"|Line 3: answers[1].refused must be true or false.",
                "\"output\":212|\"output\":99999999999999999999|Line 2: answers[0].usage.output must be a whole number from 0.",
                "\"firstMs\":790|\"firstMs\":\"soon\"|Line 2: answers[0].firstMs must be a whole number from 0.",
                "\"version\":1|\"version\":2|version must be 1, the only one that this server reads.",
                "\"version\":1,||The recording needs version 1.",
                "erp-assistant-recording|something-else|The recording needs format \"erp-assistant-recording\".",
                "\"answers\"|\"replies\"|The recording needs answers.",
                "2026-11-20T10:02:00Z|yesterday|recordedAt must be an instant in UTC",
                "\"totalMs\":0,|\"totalMs\":0,,|Line 3, column",
                "]}|]|Line 4, column",
                "\"label\":\"primary: claude-x\",||The recording needs label.",
            })
    void whatIsWrongIsSaidWithItsLineAndMember(String there, String instead, String detail) {
        assertThat(FILE).contains(there);
        String file = there.equals("]}")
                ? FILE.substring(0, FILE.lastIndexOf("]}")) + "]"
                : FILE.replace(there, instead == null ? "" : instead);

        Problem problem = refused(file);

        assertThat(problem.code()).isEqualTo(Problem.Code.QUESTION_INVALID);
        assertThat(problem.detail()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"[]|Line 1, column", "~~|JSON", "nonsense|Line 1, column", "1|Line 1, column"})
    void whatIsNoRecordingAtAllIsRefused(String file, String detail) {
        assertThat(refused(file).detail()).contains(detail);
    }

    @Test
    void moreAnswersThanARunHasAreRefusedWithTheLineOfTheFirstTooMany() {
        StringBuilder many = new StringBuilder(FILE.substring(0, FILE.indexOf('\n') + 1));
        String one = FILE.lines().toList().get(1);
        for (int i = 0; i <= 2_000; i++) {
            many.append(one.replace("sample-erp:1", "c:" + i)).append(i == 2_000 ? "\n]}" : "\n");
        }

        assertThat(refused(many.toString()).detail())
                .startsWith("Line 2002, column")
                .contains("at most 2000 answers");
    }

    @Test
    void aFileThatIsTooLongIsNotReadToItsEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) ' ');
                return length;
            }
        };

        Problem problem = catchThrowableOfType(AssistantException.class, () -> RecordingReader.read(endless))
                .problem();

        assertThat(problem.code()).isEqualTo(Problem.Code.TOO_LARGE);
        assertThat(problem.detail()).isEqualTo("A recording can have at most 64 MiB.");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(refused("{\"a\":".repeat(100_000)).code()).isEqualTo(Problem.Code.QUESTION_INVALID);
    }
}
