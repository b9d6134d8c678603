package erp.assistant.impl.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.privacy.LabelledTexts.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final int TEXTS = 1_200;

    private static List<String> found(String text) {
        return PersonalData.in("", text).stream()
                .map(finding -> finding.kind() + " " + text.substring(finding.from(), finding.to()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pay to DE89 3704 0044 0532 0130 00 today | IBAN DE89 3704 0044 0532 0130 00",
                "gb82west12345698765432 | IBAN gb82west12345698765432",
                "card 4111 1111 1111 1111, exp 12/28 | CARD 4111 1111 1111 1111",
                "Amex 378282246310005 | CARD 378282246310005",
                "write to anna.weber@nordwerk.de. | EMAIL anna.weber@nordwerk.de",
                "anna (at) nordwerk.de | EMAIL anna (at) nordwerk.de",
                "call +49 421 123456-7 | PHONE +49 421 123456-7",
                "Tel. 612 345 678 | PHONE 612 345 678",
                "Steuer-ID 86 095 742 719 | NATIONAL_ID 86 095 742 719",
                "DNI 12345678Z | NATIONAL_ID 12345678Z",
                "NIE X1234567L | NATIONAL_ID X1234567L",
                "RSSMRA85T10A562S | NATIONAL_ID RSSMRA85T10A562S",
                "2 55 08 14 168 025 38 | NATIONAL_ID 2 55 08 14 168 025 38",
                "NIF 123456789 | NATIONAL_ID 123456789",
                "85.07.30-033.28 | NATIONAL_ID 85.07.30-033.28",
                "BSN 111222333 | NATIONAL_ID 111222333",
                "AHV 756.9217.0769.85 | NATIONAL_ID 756.9217.0769.85",
                "Versicherungsnummer 15070649C103 | NATIONAL_ID 15070649C103",
                "PESEL 44051401359 | NATIONAL_ID 44051401359",
                "SVNR 1237 010180 | NATIONAL_ID 1237 010180",
                "ＤＥ８９３７０４００４４０５３２０１３０００ | IBAN ＤＥ８９３７０４００４４０５３２０１３０００"
            })
    void whatAuthoritiesPublishAsExamplesIsFound(String text, String finding) {
        assertThat(found(text)).containsExactly(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 4711 of 02.05.2026 for 12.400,00 EUR",
                "DE89 3704 0044 0532 0130 01",
                "4111 1111 1111 1112",
                "EAN 4006381333931",
                "14 pcs @ 12.50 EUR",
                "invoice 123456789",
                "Artikel 12345678Z",
                "02-05-2026 1430",
                "2026-05-02T14:30:00",
                "10.000.000,00",
                "612 345 678 EUR",
                "VAT DE123456789",
                "6205-2RS1/C3",
                "SSCC 340123450000000000"
            })
    void whatOnlyLooksLikeItIsLeftAlone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void aLabelTellsWhatAValueIs() {
        assertThat(PersonalData.in("Mobile", "612345678")).hasSize(1);
        assertThat(PersonalData.in("Order number", "0421 123456")).isEmpty();
        assertThat(PersonalData.in("", "0421 123456")).hasSize(1);
    }

    private record Score(String name, int texts, int found, int wrong) {}

    private static Score measured(String name, List<Labelled> texts, List<String> misses) {
        int found = 0;
        int wrong = 0;
        for (Labelled labelled : texts) {
            String text = LabelledTexts.clean(labelled.text());
            List<String> data = PersonalData.in("", text).stream()
                    .map(finding -> text.substring(finding.from(), finding.to()))
                    .toList();
            boolean hit = data.contains(labelled.data());
            found += hit ? 1 : 0;
            int others = data.size() - (hit ? 1 : 0);
            wrong += others > 0 ? 1 : 0;
            if (others > 0 || (!hit && !labelled.data().isEmpty())) {
                misses.add(name + ": " + text + " -> " + data);
            }
        }
        return new Score(name, texts.size(), found, wrong);
    }

    private static Supplier<String> one(LabelledTexts texts, Function<LabelledTexts, String> made) {
        return () -> made.apply(texts);
    }

    /** The figures are written to {@code target/redaction.md}. */
    @Test
    void personalDataIsFoundAndLookAlikesAreNotOverThousandsOfNotes() throws IOException {
        LabelledTexts texts = new LabelledTexts();
        List<String> misses = new ArrayList<>();
        List<Score> personal = List.of(
                measured("IBAN", texts.personal(one(texts, LabelledTexts::iban), TEXTS), misses),
                measured("card", texts.personal(one(texts, LabelledTexts::card), TEXTS), misses),
                measured("e-mail", texts.personal(one(texts, LabelledTexts::email), TEXTS), misses),
                measured("phone", texts.personal(one(texts, LabelledTexts::phone), TEXTS), misses),
                measured("national id", texts.personal(one(texts, LabelledTexts::nationalId), TEXTS), misses));
        List<Score> lookAlikes = List.of(
                measured("document numbers", texts.lookAlike(one(texts, LabelledTexts::documentNumber), TEXTS), misses),
                measured("amounts", texts.lookAlike(one(texts, LabelledTexts::amount), TEXTS), misses),
                measured("dates", texts.lookAlike(one(texts, LabelledTexts::date), TEXTS), misses),
                measured("item numbers", texts.lookAlike(one(texts, LabelledTexts::itemNumber), TEXTS), misses),
                measured("GTIN", texts.lookAlike(one(texts, LabelledTexts::gtin), TEXTS), misses),
                measured("wrong check digits", texts.lookAlike(one(texts, LabelledTexts::nearMiss), TEXTS), misses));

        StringBuilder report =
                new StringBuilder("| texts with | texts | recall | with a false finding |\n|---|---|---|---|\n");
        for (Score score : personal) {
            report.append(line(score, "%.2f %%".formatted(100.0 * score.found() / score.texts())));
        }
        lookAlikes.forEach(score -> report.append(line(score, "")));
        Files.writeString(Path.of("target", "redaction.md"), report + "\n" + String.join("\n", misses) + "\n");

        assertThat(personal).allSatisfy(score -> {
            assertThat(score.found()).as(score.name()).isGreaterThanOrEqualTo(TEXTS * 99 / 100);
            assertThat(score.wrong()).as(score.name()).isLessThanOrEqualTo(TEXTS / 100);
        });
        assertThat(lookAlikes)
                .allSatisfy(score -> assertThat(score.wrong()).as(score.name()).isLessThanOrEqualTo(TEXTS / 100));
    }

    private static String line(Score score, String recall) {
        return String.format(
                Locale.ROOT, "| %s | %d | %s | %d |%n", score.name(), score.texts(), recall, score.wrong());
    }
}
