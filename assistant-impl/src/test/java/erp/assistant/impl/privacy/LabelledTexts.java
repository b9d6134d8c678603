package erp.assistant.impl.privacy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Makes notes as staff write them, in six languages, of which is known what is personal in them. The same ones each time. */
final class LabelledTexts {

    /** A note; {@code data} is what is personal in it, empty for none. */
    record Labelled(String text, String data) {}

    private static final List<String> FRAMES = List.of(
            "%s",
            "Customer called on 02.05.2026 about order 4711, %s, wants 12 pcs for 1,240.00 EUR.",
            "Bitte zurückrufen wegen Auftrag 4711 (%s), Betrag 12.400,00 EUR.",
            "Rückmeldung vom Kunden: %s; Termin 14.05.2026, 3 Stück.",
            "Merci de contacter le client (%s) avant le 3 mai 2026, montant 1 240,00 EUR.",
            "El cliente indica %s y pide 20 uds. para el 05/05/2026.",
            "Il cliente comunica %s, consegna prevista 05/05/2026, pezzi 38.",
            "O cliente indicou %s; entrega a 05/05/2026, 38 unidades.",
            "Note from 2026-05-04 14:30 - %s - see attachment.",
            "%s (checked by accounting, 74.7 %% delivered)");

    private final Random random = new Random(20261122);

    List<Labelled> personal(Supplier<String> data, int count) {
        List<Labelled> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String one = data.get();
            texts.add(new Labelled(FRAMES.get(i % FRAMES.size()).formatted(one), bare(one)));
        }
        return texts;
    }

    List<Labelled> lookAlike(Supplier<String> data, int count) {
        List<Labelled> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new Labelled(FRAMES.get(i % FRAMES.size()).formatted(data.get()), ""));
        }
        return texts;
    }

    /** The part in the marks, or all of it if there are none. */
    private static String bare(String marked) {
        int from = marked.indexOf('\u0001');
        return from < 0 ? marked : marked.substring(from + 1, marked.indexOf('\u0002'));
    }

    static String clean(String text) {
        return text.replaceAll("[\u0001\u0002]", "");
    }

    private String said(String before, String data) {
        return before + "\u0001" + data + "\u0002";
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private String grouped(String text, String separator, int... lengths) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int length : lengths) {
            out.append(at == 0 ? "" : separator).append(text, at, at + length);
            at += length;
        }
        return out.toString();
    }

    private static String byFours(String text, String separator) {
        return text.replaceAll(".{4}(?!$)", "$0" + separator);
    }

    String iban() {
        String bank = switch (random.nextInt(12)) {
            case 0 -> "DE" + digits(18);
            case 1 -> "FR" + digits(10) + letters(2) + digits(11);
            case 2 -> "ES" + digits(20);
            case 3 -> "IT" + letters(1) + digits(22);
            case 4 -> "PT" + digits(21);
            case 5 -> "CH" + digits(17);
            case 6 -> "AT" + digits(16);
            case 7 -> "NL" + letters(4) + digits(10);
            case 8 -> "BE" + digits(12);
            case 9 -> "GB" + letters(4) + digits(14);
            case 10 -> "PL" + digits(24);
            default -> "LU" + digits(16);
        };
        String country = bank.substring(0, 2);
        String account = bank.substring(2);
        StringBuilder number = new StringBuilder();
        for (char c : (account + country + "00").toCharArray()) {
            number.append(Character.digit(c, 36));
        }
        int check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        String iban = country + (check < 10 ? "0" : "") + check + account;
        return switch (random.nextInt(5)) {
            case 0 -> iban;
            case 1 -> byFours(iban, "-");
            case 2 -> iban.toLowerCase(Locale.ROOT);
            case 3 -> said(pick("IBAN ", "IBAN: ", "Konto ", "conto ", "compte "), byFours(iban, " "));
            default -> byFours(iban, " ");
        };
    }

    private String luhn(String digits) {
        for (int check = 0; check < 10; check++) {
            int sum = 0;
            String number = digits + check;
            for (int i = number.length() - 1, weight = 1; i >= 0; i--, weight = 3 - weight) {
                int product = weight * (number.charAt(i) - '0');
                sum += product / 10 + product % 10;
            }
            if (sum % 10 == 0) {
                return number;
            }
        }
        throw new IllegalStateException(digits);
    }

    String card() {
        String amex = luhn(pick("34", "37") + digits(12));
        String prefix = pick("4", "51", "53", "55", "2221", "2720", "6011", "65", "3530", "62");
        String other = luhn(prefix + digits(15 - prefix.length()));
        String dinersPrefix = pick("36", "38", "305");
        String diners = luhn(dinersPrefix + digits(13 - dinersPrefix.length()));
        return switch (random.nextInt(8)) {
            case 0 -> amex;
            case 1 -> grouped(amex, " ", 4, 6, 5);
            case 2 -> grouped(diners, " ", 4, 6, 4);
            case 3 -> byFours(other, "-");
            case 4 -> said(pick("Visa ", "Kreditkarte ", "carte ", "tarjeta ", "card no. "), other);
            case 5 -> other;
            default -> byFours(other, " ");
        };
    }

    String email() {
        String local =
                pick("anna", "j.weber", "maria.garcia", "o'neill", "info", "buchhaltung", "müller", "p_silva", "c+erp")
                        + (random.nextBoolean() ? digits(2) : "");
        String domain = pick("example", "nordwerk", "meyer-soehne", "société", "a1-logistik", "mail.firma")
                + pick(".de", ".com", ".fr", ".es", ".it", ".pt", ".co.uk", ".gmbh");
        return switch (random.nextInt(8)) {
            case 0 -> local + " (at) " + domain;
            case 1 -> local + "[at]" + domain;
            case 2 -> said(pick("E-Mail: ", "mail ", "<"), local + "@" + domain);
            default -> local + "@" + domain;
        };
    }

    String phone() {
        return switch (random.nextInt(18)) {
            case 0 -> "+49 421 " + digits(6);
            case 1 -> "+49 (0)421 " + digits(6) + "-" + digits(2);
            case 2 -> "+33 " + (1 + random.nextInt(7)) + " " + byTwos(digits(8), " ");
            case 3 -> "+34 6" + digits(2) + " " + digits(3) + " " + digits(3);
            case 4 -> "+39 06 " + digits(4) + " " + digits(4);
            case 5 -> "+351 9" + digits(2) + " " + digits(3) + " " + digits(3);
            case 6 -> "+44 20 " + digits(4) + " " + digits(4);
            case 7 -> "+1 (212) 555-" + digits(4);
            case 8 -> "0049 421 " + digits(6);
            case 9 -> "0421 " + digits(6);
            case 10 -> "0421/" + digits(6) + "-" + digits(2);
            case 11 -> "(0421) " + byTwos(digits(6), " ");
            case 12 -> "0171-" + digits(7);
            case 13 -> "0" + (1 + random.nextInt(7)) + " " + byTwos(digits(8), " ");
            case 14 -> "0" + (1 + random.nextInt(7)) + "." + byTwos(digits(8), ".");
            case 15 ->
                said(
                        pick("Tel. ", "phone: ", "móvil ", "cellulare ", "Telemóvel: ", "Tél. : ", "Handy "),
                        "6" + digits(2) + " " + digits(3) + " " + digits(3));
            case 16 ->
                said(
                        pick("Tel. ", "Telefon: ", "Fax ", "phone ", "Mobil: ", "tel. "),
                        "0" + (1 + random.nextInt(9)) + digits(9));
            default -> "(212) 555-" + digits(4);
        };
    }

    private static String byTwos(String text, String separator) {
        return text.replaceAll(".{2}(?!$)", "$0" + separator);
    }

    private String until(Supplier<String> made, NationalId id) {
        while (true) {
            String number = made.get();
            if (id.checks(number)) {
                return number;
            }
        }
    }

    private String day() {
        return "%02d%02d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12));
    }

    /** Valid numbers, found by trying: the checks themselves are tested on published examples. */
    String nationalId() {
        return switch (random.nextInt(12)) {
            case 0 -> {
                String tax = until(() -> digits(11), NationalId.DE_TAX);
                yield random.nextBoolean() ? tax : grouped(tax, " ", 2, 3, 3, 3);
            }
            case 1 -> until(() -> digits(2) + day() + digits(2) + letters(1) + digits(3), NationalId.DE_PENSION);
            case 2 -> {
                String dni = until(() -> digits(8) + letters(1), NationalId.ES_DNI);
                yield random.nextBoolean() ? dni : dni.substring(0, 8) + "-" + dni.substring(8);
            }
            case 3 -> until(() -> pick("X", "Y", "Z") + digits(7) + letters(1), NationalId.ES_NIE);
            case 4 ->
                until(
                        () -> letters(6)
                                + digits(2)
                                + pick("A", "B", "H", "T")
                                + digits(2)
                                + letters(1)
                                + digits(3)
                                + letters(1),
                        NationalId.IT_CODICE_FISCALE);
            case 5 -> {
                String nir = until(
                        () -> pick("1", "2")
                                + digits(2)
                                + "%02d".formatted(1 + random.nextInt(12))
                                + pick("75", "2A", "13")
                                + digits(8),
                        NationalId.FR_NIR);
                yield random.nextBoolean() ? nir : grouped(nir, " ", 1, 2, 2, 2, 3, 3, 2);
            }
            case 6 ->
                said(
                        pick("NIF ", "NIF: ", "contribuinte "),
                        until(() -> pick("1", "2") + digits(8), NationalId.PT_NIF));
            case 7 -> {
                String be = until(
                        () -> digits(2) + day().substring(2) + day().substring(0, 2) + digits(5),
                        NationalId.BE_NATIONAL);
                yield be.substring(0, 2) + "." + be.substring(2, 4) + "." + be.substring(4, 6) + "-"
                        + be.substring(6, 9) + "." + be.substring(9);
            }
            case 8 -> said(pick("BSN ", "BSN: ", "burgerservicenummer "), until(() -> digits(9), NationalId.NL_BSN));
            case 9 ->
                said(
                        pick("SVNR ", "Sozialversicherungsnummer "),
                        until(() -> (1 + random.nextInt(9)) + digits(3) + day() + digits(2), NationalId.AT_SV));
            case 10 -> {
                String ahv = until(() -> "756" + digits(10), NationalId.CH_AHV);
                yield grouped(ahv, ".", 3, 4, 4, 2);
            }
            default -> said("PESEL ", until(() -> digits(11), NationalId.PL_PESEL));
        };
    }

    String documentNumber() {
        return switch (random.nextInt(12)) {
            case 0 -> "SO-" + digits(6);
            case 1 -> "invoice " + digits(8);
            case 2 -> "Auftrag " + digits(10);
            case 3 -> "RE-2026-" + digits(5);
            case 4 -> "Bestellung 45" + digits(8);
            case 5 -> "LS " + digits(9);
            case 6 -> "facture n° 2026-" + digits(6);
            case 7 -> "pedido " + digits(7);
            case 8 -> "document 00" + digits(8);
            case 9 -> "tracking " + digits(16);
            case 10 -> "Sendungsnummer 00" + digits(18);
            default -> digits(10);
        };
    }

    String amount() {
        String sign = pick("", "-");
        String digits = Integer.toString(1 + random.nextInt(9));
        return sign
                + switch (random.nextInt(7)) {
                    case 0 -> digits + "." + digits(3) + "." + digits(3) + "," + digits(2) + " EUR";
                    case 1 -> digits + "," + digits(3) + "," + digits(3) + "." + digits(2) + " USD";
                    case 2 -> digits + digits(2) + " " + digits(3) + "," + digits(2) + " €";
                    case 3 -> "CHF " + digits + digits(1) + "'" + digits(3) + "." + digits(2);
                    case 4 -> digits + digits(7) + ".00";
                    case 5 -> "0," + digits(7) + " %";
                    default -> digits + digits(2) + " " + digits(3) + " " + digits(3) + " EUR";
                };
    }

    String date() {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
        String pattern = pick(
                "dd.MM.uuuu",
                "dd/MM/uuuu",
                "uuuu-MM-dd",
                "dd.MM.uu",
                "dd-MM-uuuu",
                "uuuuMMdd",
                "dd.MM.uuuu HHmm",
                "uuuu-MM-dd'T'HH:mm:ss");
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(day.atTime(random.nextInt(24), random.nextInt(60)));
    }

    String itemNumber() {
        return switch (random.nextInt(9)) {
            case 0 -> letters(2) + "-" + digits(5) + "-" + digits(2);
            case 1 -> "item " + digits(2) + "-" + digits(4) + "-" + digits(3);
            case 2 -> "Artikel 0" + digits(3) + "-" + digits(4) + "-" + digits(2);
            case 3 -> digits(3) + "." + digits(3) + "." + digits(4);
            case 4 -> letters(1) + digits(8);
            case 5 -> "Charge " + digits(8) + letters(1);
            case 6 -> "S/N " + digits(11);
            case 7 -> "6205-2RS1/C3 " + digits(3) + "x" + digits(3) + "x" + digits(2);
            default -> "Material 000000000" + digits(9);
        };
    }

    String gtin() {
        int length = random.nextBoolean() ? 12 : random.nextBoolean() ? 13 : 11;
        String body = pick("4", "4006", "0", "30", "76", "54") + digits(length);
        body = body.substring(0, length);
        for (int check = 0; check < 10; check++) {
            if (Checksums.gtin(body + check)) {
                return pick("", "EAN ", "GTIN: ") + body + check;
            }
        }
        throw new IllegalStateException(body);
    }

    String nearMiss() {
        return switch (random.nextInt(4)) {
            case 0 -> "DE" + wrong("89370400440532013000");
            case 1 -> wrong("4111111111111111");
            case 2 -> "4 pcs @ 12.50 EUR";
            default -> "@nordwerk, price@2.50";
        };
    }

    /** One digit other than right. */
    private String wrong(String digits) {
        int at = 4 + random.nextInt(digits.length() - 4);
        char other = (char) ('0' + (digits.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return digits.substring(0, at) + other + digits.substring(at + 1);
    }
}
