package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Decision;
import erp.assistant.record.Field;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sample.erp.scenario.Scenario;

class InTheAskersLanguageTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Asker asker(String login, String language) {
        return new Asker(login, role -> false, Locale.forLanguageTag(language));
    }

    private static BusinessRecord read(RecordSource source, String id, String login, String language) {
        return new InTheAskersLanguage(source).find(id, asker(login, language)).orElseThrow();
    }

    @Test
    void whoSpeaksGermanReadsGerman() {
        BusinessRecord order = read(Reads.ORDERS, "4711", "anna", "de-AT");

        assertThat(order.label()).isEqualTo("Auftrag 4711");
        assertThat(order.actions())
                .contains(new QuickAction(
                        "why-blocked",
                        "Warum ist er gesperrt?",
                        "Warum ist dieser Auftrag gesperrt, und was würde ihn freigeben?"));
        assertThat(Reads.value(order, "status")).isEqualTo(new Value.Text("Kreditsperre"));
        assertThat(order.fields()).extracting(Field::label).contains("Kreditlimit", "Über dem Kreditlimit um");
        assertThat(Reads.value(order, "oldestOverdueDays"))
                .isEqualTo(new Value.Quantity(BigDecimal.valueOf(47), "Tage"));
        assertThat(Reads.cell(order, Decision.ROWS, "CR-01", "rule"))
                .isEqualTo(new Value.Text("Das Obligo darf nicht über dem Kreditlimit liegen"));
        assertThat(Reads.value(order, "blockReason"))
                .isEqualTo(new Value.Text(
                        "CR-01: das Obligo liegt über dem Kreditlimit; CR-02: eine Rechnung ist mehr als 30"
                                + " Tage überfällig"));
    }

    @Test
    void namesNotesIdsAndFiguresAreTheSameInAllLanguages() {
        BusinessRecord english = read(Reads.ORDERS, "4711", "anna", "en");
        BusinessRecord french = read(Reads.ORDERS, "4711", "anna", "fr");

        assertThat(Reads.everything(french).map(Field::id))
                .containsExactlyElementsOf(
                        Reads.everything(english).map(Field::id).toList());
        assertThat(french.version()).isEqualTo(english.version());
        for (String same : List.of("customerName", "note", "salesPerson", "creditLimit", "orderDate", "number")) {
            assertThat(Reads.value(french, same)).as(same).isEqualTo(Reads.value(english, same));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "nl"})
    void englishIsWhatTheSourceSaysAndSoIsALanguageThatNobodyTranslated(String language) {
        BusinessRecord own = Reads.get(Reads.PAYMENT_RUNS, "9031", "carl");

        assertThat(read(Reads.PAYMENT_RUNS, "9031", "carl", language)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sales-order      | Discount                              | Rabatt",
                "payment-run      | Discount                              | Skonto",
                "production-order | purchase order 45304, unconfirmed      | Bestellung 45304, unbestätigt",
                "production-order | purchase order 45304, asked for by us  | purchase order 45304, asked for by us",
                "payment-run      | Compare ER5009 with ER5010             | ER5009 mit ER5010 vergleichen",
                "customer         | Dunning level (0 to 3)                 | Mahnstufe (0 bis 3)",
                "customer         | D'Angelo & Söhne, Bremen               | D'Angelo & Söhne, Bremen"
            })
    void textsAreTranslatedWholeOrPartByPart(String type, String english, String german) {
        assertThat(Words.in(Locale.GERMAN, type).of(english)).isEqualTo(german);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "it", "pt"})
    void eachLanguageHasTheSameTextsWithTheSamePlaces(String language) {
        Map<String, List<String>> german = places("de");

        assertThat(places(language)).isEqualTo(german).hasSizeGreaterThan(500);
    }

    /** The places for figures in each translation, by key. */
    private static Map<String, List<String>> places(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "sample.erp.assistant.Words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(bundle.getLocale().getLanguage()).isEqualTo(language);
        Map<String, List<String>> places = new TreeMap<>();
        for (String key : bundle.keySet()) {
            assertThat(bundle.getString(key)).as(key).isNotBlank();
            places.put(
                    key,
                    PLACE.matcher(bundle.getString(key))
                            .results()
                            .map(MatchResult::group)
                            .sorted()
                            .toList());
        }
        return places;
    }

    /** Records of every kind and state that the tour and its extras show, and all lists. */
    static Stream<RecordSource> sources() {
        return Reads.ALL.stream();
    }

    private static final Map<String, List<String>> MORE = Map.of(
            "sales-order", List.of("4718", "4740", "4705", "3400"),
            "customer", List.of("10042", "10023"),
            "customer-invoice", List.of("87917", "87901"),
            "delivery", List.of("DN60001", "DN60002"),
            "purchase-order", List.of("45301", "45306"));

    private static Stream<BusinessRecord> records(RecordSource source) {
        Stream<String> ids = Stream.concat(
                Scenario.all().stream()
                        .filter(scenario -> scenario.type().equals(source.type()))
                        .map(Scenario::id),
                MORE.getOrDefault(source.type(), List.of()).stream());
        return ids.flatMap(id -> Reads.find(source, id, "adam").stream());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whateverTheErpSaysIsTranslated(RecordSource source) {
        Words words = Words.in(Locale.GERMAN, source.type());
        List<String> said = new ArrayList<>();
        records(source).forEach(record -> {
            said.add(record.label());
            record.rows().forEach(rows -> said.add(rows.label()));
            record.actions().forEach(action -> said.addAll(List.of(action.label(), action.question())));
            Reads.everything(record).forEach(field -> {
                said.add(field.label());
                if (field.value() instanceof Value.Quantity quantity) {
                    said.add(quantity.unit());
                }
            });
            said.addAll(texts(record.fields(), "status", "nextStep", "chaseFirst", "holdReason", "blockReason"));
            record.rows().stream()
                    .flatMap(rows -> rows.rows().stream())
                    .map(Rows.Row::cells)
                    .forEach(cells -> said.addAll(texts(
                            cells, "status", "standing", "rule", "outcome", "liftedBy", "nextStep", "supplySource")));
        });
        source.list(asker("adam", "en")).ifPresent(list -> {
            said.add(list.label());
            list.columns().stream().map(ListColumn::label).forEach(said::add);
            list.actions().forEach(action -> said.addAll(List.of(action.label(), action.question())));
        });

        // Words that are the same in both languages.
        List<String> same = List.of("", "Name", "Text", "Budget", "Material", "Status", "ppm");
        assertThat(new TreeSet<>(said)
                        .stream()
                                .filter(text ->
                                        !same.contains(text) && words.of(text).equals(text)))
                .isEmpty();
    }

    @Test
    void whatIsHiddenIsToldInTheAskersLanguage() {
        RecordSource orders = new InTheAskersLanguage(Reads.ORDERS);

        assertThat(orders.withheldFromList(asker("vera", "en")))
                .containsExactly(new Withheld("net", "Net amount", "needs a role of the ERP that sees prices"));
        assertThat(orders.withheldFromList(asker("vera", "de")))
                .containsExactly(new Withheld("net", "Nettobetrag", "braucht eine Rolle des ERP, die Preise sieht"));
    }

    @Test
    void whateverIsAskedOfASourceIsAskedOfTheOneInside() {
        Set<String> asked = new TreeSet<>();
        RecordSource noting = (RecordSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RecordSource.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.getReturnType() == List.class
                            ? List.of()
                            : method.getReturnType() == String.class ? "told" : Optional.empty();
                });
        RecordSource source = new InTheAskersLanguage(noting);
        Asker anna = asker("anna", "en");
        List<Object> told = List.of(
                source.type(),
                source.find("1", anna),
                source.list(anna),
                source.query(ListQuery.ALL, anna),
                source.department(anna),
                source.withheld(anna),
                source.withheldFromList(anna));

        assertThat(told).hasSize(RecordSource.class.getDeclaredMethods().length);
        assertThat(asked).hasSameSizeAs(told);
    }

    private static List<String> texts(List<Field> fields, String... ids) {
        return fields.stream()
                .filter(field -> List.of(ids).contains(field.id()))
                .filter(field -> field.value() instanceof Value.Text)
                .map(field -> ((Value.Text) field.value()).text())
                .toList();
    }

    @Test
    void aListIsTranslatedAndCanStillBeFiltered() {
        RecordSource invoices = new InTheAskersLanguage(Reads.INVOICES);
        Asker anna = asker("anna", "de");
        var list = invoices.list(anna).orElseThrow();

        assertThat(list.label()).isEqualTo("Kundenrechnungen");
        assertThat(list.actions()).extracting(QuickAction::label).contains("Welche sind überfällig?");
        assertThat(list.column("status").orElseThrow().choices()).contains("OVERDUE");

        var found = invoices.query(list.check(new ListQuery(List.of(), List.of(), "", 5)), anna)
                .orElseThrow();

        assertThat(found.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(texts(row.cells(), "status"))
                        .containsAnyOf("Offen", "Überfällig", "Bestritten", "Bezahlt"));
    }
}
