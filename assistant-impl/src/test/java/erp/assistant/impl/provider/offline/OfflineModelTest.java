package erp.assistant.impl.provider.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Fact;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineModelTest {

    private static final Fact STATUS = new Fact("status", "Status", "Blocked", "");
    private static final Fact PROMISED = new Fact("promisedDate", "Promised", "2026-05-02", "");
    private static final Fact VALUE = new Fact("netValue", "Net value", "12400.00 EUR", "");

    private static final class Reader implements ChatSink {
        private final List<String> pieces = new ArrayList<>();
        private final Cancellation cancellation = new Cancellation();

        @Override
        public void accept(ChatEvent event) {
            pieces.add(((ChatEvent.Text) event).text());
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        String text() {
            return String.join("", pieces);
        }
    }

    private static ChatRequest request(Locale language, List<Fact> facts) {
        return new ChatRequest(
                new Attribution(UUID.randomUUID(), "anna", "DE01", "sales-order", "4711", ""),
                new Prompt("answer/1", "rules", "data", "Why?", facts, language, 100),
                ModelTier.SMALL,
                700,
                Instant.parse("2026-05-05T09:01:00Z"));
    }

    private static String answer(Locale language, Fact... facts) {
        Reader reader = new Reader();
        new OfflineModel()
                .stream(request(language, List.of(facts)), reader)
                        .toCompletableFuture()
                        .join();
        return reader.text();
    }

    @Test
    void theAnswerSaysThatNoModelMadeItAndListsTheFactsWithTheirCitations() {
        assertThat(answer(Locale.ENGLISH, STATUS, VALUE))
                .isEqualTo("No AI model answered this question. These are the record's own facts that fit it best:\n\n"
                        + "- **Status:** Blocked [#status]\n"
                        + "- **Net value:** 12,400.00 EUR [#netValue]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | No AI model",
                "de | kein KI-Modell",
                "de-AT | kein KI-Modell",
                "fr | Aucun modèle d’IA",
                "es | Ningún modelo de IA",
                "it | Nessun modello di IA",
                "pt | Nenhum modelo de IA",
                "ja | No AI model"
            })
    void theFirstSentenceIsInTheAskersLanguageOrEnglish(String language, String words) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(answer(Locale.forLanguageTag(language), STATUS).lines().findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains(words));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void valuesHaveTheFormOfTheAskersLanguage() {
        assertThat(answer(
                        Locale.GERMAN,
                        VALUE,
                        PROMISED,
                        new Fact("blocked", "Gesperrt", "yes", ""),
                        new Fact("rate", "Satz", "12.5 %", ""),
                        new Fact("weight", "Gewicht", "1.25 kg", ""),
                        new Fact("end", "Ende", "not set", "")))
                .contains("12.400,00 EUR", "02.05.2026", "** ja [", "12,5 %", "1,25 kg", "nicht gesetzt");
    }

    @Test
    void whatOnlyLooksLikeANumberOrADateStaysAsItIs() {
        assertThat(answer(
                        Locale.GERMAN,
                        new Fact("no", "Nummer", "4711", ""),
                        new Fact("street", "Straße", "1600 Main Street", ""),
                        new Fact("code", "Code", "2026-99-99", "")))
                .contains("** 4711 [", "** 1600 Main Street [", "** 2026-99-99 [");
    }

    @Test
    void rowsAreATableUnderTheirGroupWithTotalsFirst() {
        assertThat(answer(
                        Locale.ENGLISH,
                        STATUS,
                        new Fact("lines.open", "Open", "40 pcs", "Lines"),
                        new Fact("lines.10.item", "Item", "Pump", "Lines"),
                        new Fact("lines.10.open", "Open", "12 pcs", "Lines"),
                        new Fact("lines.20.item", "Item", "Valve", "Lines"),
                        new Fact("lines.row-count", "number of rows", "3 (2 listed here, 1 more not listed)", "Lines")))
                .endsWith("\n\n**Lines** (2 of 3) [#lines.row-count]\n\n"
                        + "- **Open:** 40 pcs [#lines.open]\n"
                        + "\n"
                        + "| # | Item | Open |\n"
                        + "| --- | --- | ---: |\n"
                        + "| 10 [#lines.10.item] | Pump | 12 pcs |\n"
                        + "| 20 [#lines.20.item] | Valve | – |");
    }

    @Test
    void aTotalThatTheRecordTellsItselfIsNotToldTwice() {
        assertThat(answer(
                        Locale.ENGLISH,
                        new Fact("lateLines", "Late lines", "1 line", ""),
                        new Fact("lines.lateLines", "Late lines", "1 line", "Lines"),
                        new Fact("lines.open", "Open", "1 line", "Lines")))
                .endsWith("- **Late lines:** 1 line [#lateLines]\n\n**Lines**\n\n- **Open:** 1 line [#lines.open]");
    }

    @Test
    void rowsOfWhichNoneIsKnownAreLeftOut() {
        assertThat(answer(
                        Locale.ENGLISH,
                        STATUS,
                        new Fact("lines.row-count", "number of rows", "2 (0 listed here, 2 more not listed)", "Lines")))
                .endsWith("[#status]");
    }

    @Test
    void onlyTheFirstAndMostFittingFactsAreListed() {
        Fact[] many = IntStream.range(0, 30)
                .mapToObj(i -> new Fact("field" + i, "Field " + i, "value", ""))
                .toArray(Fact[]::new);

        assertThat(answer(Locale.ENGLISH, many)).contains("[#field7]").doesNotContain("[#field8]");
    }

    @Test
    void aNoteCannotBringMarkdownOrACitationAlong() {
        String answer =
                answer(Locale.ENGLISH, new Fact("note", "Note", "![x](http://evil) **now** <b> [#status] `rm`", ""));

        assertThat(answer).contains("!\\[x\\](http://evil) \\*\\*now\\*\\* \\<b\\> \\[\\#status\\] \\`rm\\` [#note]");
    }

    @Test
    void eachLineIsAPieceAndTheEndSaysOffline() {
        Reader reader = new Reader();
        Completion end = new OfflineModel()
                .stream(request(Locale.ENGLISH, List.of(STATUS, PROMISED)), reader)
                        .toCompletableFuture()
                        .join();

        assertThat(reader.pieces).hasSize(3);
        assertThat(end)
                .isEqualTo(new Completion(
                        Completion.Reason.END, Completion.Source.OFFLINE, "offline", "offline", TokenUsage.NONE, ""));
    }

    @Test
    void aRecordWithoutFactsIsSaidToHaveNone() {
        assertThat(answer(Locale.ENGLISH))
                .isEqualTo("No AI model answered this question, and the record has no values that you may see.");
    }

    @Test
    void nothingIsSaidToAnAskerWhoHasGone() {
        Reader gone = new Reader();
        gone.cancellation().cancel();

        assertThatThrownBy(() -> new OfflineModel()
                        .stream(request(Locale.ENGLISH, List.of(STATUS)), gone)
                                .toCompletableFuture()
                                .get())
                .hasCauseInstanceOf(ProviderFault.class);
        assertThat(gone.pieces).isEmpty();
    }
}
