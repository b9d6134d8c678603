package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.chat.Prompt;
import erp.assistant.impl.config.Settings;
import erp.assistant.record.BusinessRecord;
import erp.assistant.report.PromptTemplates.Family;
import erp.assistant.report.PromptTemplates.Fault;
import erp.assistant.report.PromptTemplates.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose instructions a prompt is written with, and what becomes of a file that is wrong. */
class TemplatesTest {

    /** Held, so that its setting is: what the tests provoke is not the build's to tell. */
    private static final Logger QUIET = Logger.getLogger("erp.assistant.template");

    static {
        QUIET.setUseParentHandlers(false);
    }

    private static final BusinessRecord RECORD = Orders.order().build();

    private final Path folder;
    private Settings settings;
    private final Templates templates = new Templates(this::settings);
    private final PromptWriter writer = new PromptWriter(this::settings, Orders.CLOCK, templates);

    TemplatesTest(@TempDir Path folder) {
        this.folder = folder;
        this.settings = settings("");
    }

    private Settings settings() {
        return settings;
    }

    private Settings settings(String versions) {
        return erp.assistant.impl.config.TestSettings.of(Map.of(
                "assistant.provider.primary.dialect",
                "offline",
                "assistant.template.folder",
                folder.toString(),
                "assistant.template.versions",
                versions));
    }

    private void ask(String versions) {
        settings = settings(versions);
        templates.refresh();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        templates.refresh();
    }

    private Prompt prompt(String action) {
        return writer.write(new Question(Orders.anna(Locale.GERMAN), "Why?", Orders.REF, action), RECORD)
                .prompt();
    }

    private Family family(String name) {
        return templates.state().templates().stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> problems() {
        return templates.state().faults().stream().map(Fault::problem).toList();
    }

    @Test
    void anActionHasInstructionsOfItsOwnAfterTheBase() {
        assertThat(prompt("").template()).isEqualTo("data/1+answer/3");
        assertThat(prompt("summary").template()).isEqualTo("data/1+answer/3+action-summary/1");
        assertThat(prompt("summary").system())
                .startsWith(prompt("").system() + "\n")
                .contains("three to five short points");
    }

    @Test
    void ofTemplatesForSeveralBeginningsOfAnActionTheLongestCounts() throws IOException {
        assertThat(prompt("draft-reminder").template()).endsWith("+action-draft/1");
        assertThat(prompt("drafts").template()).isEqualTo("data/1+answer/3");

        write("action-draft-reminder-1.txt", "- Be friendly.");

        assertThat(prompt("draft-reminder").template()).contains("+action-draft-reminder/1~");
        assertThat(prompt("draft-reminder").system()).endsWith("- Be friendly.");
        assertThat(prompt("draft-update").template()).endsWith("+action-draft/1");
    }

    @Test
    void aFileOfTheFolderIsInUseAsSoonAsItIsTheHighestVersion() throws IOException {
        write("answer-4.txt", "- Rhyme, in {language}.\n");

        assertThat(prompt("").system()).endsWith("\n- Rhyme, in German.").startsWith("<record_data> holds");
        assertThat(prompt("").template()).matches("data/1\\+answer/4~[0-9a-f]{6}");

        Files.delete(folder.resolve("answer-4.txt"));
        templates.refresh();

        assertThat(prompt("").template()).isEqualTo("data/1+answer/3");
    }

    @Test
    void aChangedTextHasAnotherName() throws IOException {
        write("answer-4.txt", "- Rhyme.");
        String before = prompt("").template();
        write("answer-4.txt", "- Do not rhyme.");

        assertThat(prompt("").template()).isNotEqualTo(before).contains("answer/4~");
    }

    @Test
    void theConfiguredVersionIsInUseAndWithoutItTheHighestAgain() throws IOException {
        write("answer-4.txt", "- Rhyme.");
        ask("answer=3");

        assertThat(prompt("").template()).isEqualTo("data/1+answer/3");
        assertThat(family("answer").pinned()).isTrue();

        ask("");

        assertThat(prompt("").template()).contains("answer/4~");
        assertThat(family("answer").pinned()).isFalse();
    }

    @Test
    void aConfiguredVersionThatThereIsNotIsAFaultAndTheHighestStays() {
        ask("answer=9");

        assertThat(prompt("").template()).isEqualTo("data/1+answer/3");
        assertThat(problems())
                .containsExactly(
                        "assistant.template.versions asks for answer/9, which there is not; answer/3 stays in use");
    }

    @Test
    void aFileStandsBeforeTheShippedTextOfItsNameAndVersion() throws IOException {
        write("answer-3.txt", "- Rhyme.");

        assertThat(prompt("").system()).endsWith("- Rhyme.");
        assertThat(family("answer").versions())
                .extracting(Version::shipped, Version::inUse, Version::shadowed)
                .containsExactly(tuple(false, true, false), tuple(true, false, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    answer-4.txt | Be {tone}.                 | answer-4.txt has {tone}, which is no placeholder; known is {language}
                    answer-4.txt | Then </record_data> stop.  | answer-4.txt has < before a letter: only the data may stand between tags
                    answer-4.txt | < question> first          | answer-4.txt has < before a letter: only the data may stand between tags
                    answer-4.txt | ''                         | answer-4.txt is empty
                    answer.txt   | Be short.                  | answer.txt is not named like answer-4.txt: a name, a dash and a version from 1
                    answer-0.txt | Be short.                  | answer-0.txt is not named like answer-4.txt: a name, a dash and a version from 1
                    data-2.txt   | Obey the data.             | data-2.txt names nothing that can be replaced; that are answer, form and action-<id of an action>
                    anwser-4.txt | Be short.                  | anwser-4.txt names nothing that can be replaced; that are answer, form and action-<id of an action>
                    """)
    void aFileThatIsWrongIsToldOfAndNotUsed(String file, String text, String problem) throws IOException {
        write(file, text);

        assertThat(templates.state().faults()).containsExactly(new Fault(file, problem));
        assertThat(prompt("").template()).isEqualTo("data/1+answer/3");
    }

    @Test
    void aFileThatIsNoTextOrTooLargeIsToldOf() throws IOException {
        Files.write(folder.resolve("answer-4.txt"), "für".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("answer-5.txt"), "x".repeat(TemplateFile.LARGEST + 1));
        Files.writeString(folder.resolve("answer-6.txt"), "be short ".repeat(400));
        Files.writeString(folder.resolve("answer-7.txt"), "be\u0000short");
        templates.refresh();

        assertThat(problems())
                .containsExactly(
                        "answer-4.txt is not UTF-8",
                        "answer-5.txt is larger than 8192 bytes",
                        "answer-6.txt has about 1201 tokens; more than 500, a third of assistant.prompt.max-tokens,"
                                + " leave too little room for data",
                        "answer-7.txt has control characters");
        assertThat(prompt("").template()).isEqualTo("data/1+answer/3");
    }

    @Test
    void aFileThatBecomesWrongGivesWayToTheNextVersionThatIsRight() throws IOException {
        write("answer-4.txt", "- Rhyme.");
        write("answer-5.txt", "- Sing.");
        write("answer-5.txt", "- Sing {loudly}.");

        assertThat(prompt("").system()).endsWith("- Rhyme.");
    }

    @Test
    void aFolderThatHasGoneIsToldOf() throws IOException {
        Files.delete(folder);
        templates.refresh();

        assertThat(problems()).singleElement().asString().endsWith("cannot be read: NoSuchFileException");
        assertThat(prompt("").template()).isEqualTo("data/1+answer/3");
        Files.createDirectory(folder);
    }

    @Test
    void whatIsNoTextFileIsNoTemplate() throws IOException {
        write("README.md", "About these files.");

        assertThat(problems()).isEmpty();
    }

    @Test
    void aPromptCanBeWrittenWithAnotherVersionThanTheOneInUse() throws IOException {
        write("answer-4.txt", "- Rhyme.");
        Question question = new Question(Orders.anna(Locale.ENGLISH), "Why?", Orders.REF, "");

        assertThat(writer.write(question, RECORD, Map.of("answer", 3)).prompt().template())
                .isEqualTo("data/1+answer/3");
        assertThat(writer.write(question, RECORD).prompt().template()).contains("answer/4~");
        Problem refused = catchThrowableOfType(
                        AssistantException.class, () -> writer.write(question, RECORD, Map.of("answer", 9)))
                .problem();
        assertThat(refused).isEqualTo(Problem.of(Problem.Code.QUESTION_INVALID, "There is no template answer/9."));
    }

    @Test
    void allThatIsShippedIsToldInOrderAndFollowsItsOwnRules() {
        assertThat(templates.state().templates())
                .extracting(Family::name)
                .containsExactly("answer", "form", "data", "action-draft", "action-summary", "action-why-blocked");
        assertThat(templates.state().templates())
                .extracting(Family::use)
                .containsExactly("base", "form", "fixed", "action", "action", "action");
        assertThat(templates.state().templates())
                .filteredOn(family -> !family.use().equals("fixed"))
                .flatMap(Family::versions)
                .filteredOn(version -> !version.file().startsWith("form"))
                .allSatisfy(version -> assertThat(
                                TemplateFile.of(version.file(), version.text().getBytes(StandardCharsets.UTF_8), 500)
                                        .problem())
                        .isEmpty());
    }
}
