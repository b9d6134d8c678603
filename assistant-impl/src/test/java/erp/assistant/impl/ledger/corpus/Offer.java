package erp.assistant.impl.ledger.corpus;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A list price as a vendor's page or a public table has it, entered by hand for this corpus: nothing here is read from the
 * shipped price file, so that a slip in one of the two is seen.
 *
 * @param row the id that the shipped file gives it
 * @param sentAt a moment at which it holds
 * @param threshold it holds above so many input tokens; 0 for a row that holds for all
 * @param write for five minutes with Anthropic, for any duration with OpenAI; empty if it is not sold
 */
record Offer(
        String row,
        String provider,
        String model,
        String sentAt,
        long threshold,
        BigDecimal in,
        Optional<BigDecimal> read,
        Optional<BigDecimal> write,
        Optional<BigDecimal> write1h,
        BigDecimal out) {

    /** Columns: row, provider, model, sent at, threshold, in, out, cache read, cache write (5m), cache write 1h. */
    private static final String LIST = """
            claude-fable-5-1       anthropic claude-fable-5-1            2026-09-01T00:00:00Z 0      10   50   0.25  12.50 20
            claude-opus-5-5        anthropic claude-opus-5-5             2026-09-22T00:00:00Z 0      4    20   0.20  5     8
            claude-opus-5          anthropic claude-opus-5               2026-11-20T10:00:00Z 0      5    25   0.50  6.25  10
            claude-opus-4          anthropic claude-opus-4-8             2026-11-20T10:00:00Z 0      5    25   0.50  6.25  10
            claude-opus-4          anthropic claude-opus-4-5-20251101    2026-11-20T10:00:00Z 0      5    25   0.50  6.25  10
            claude-sonnet-5-5-a    anthropic claude-sonnet-5-5           2026-10-06T23:59:59Z 0      2    10   0.20  2.50  4
            claude-sonnet-5-5-b    anthropic claude-sonnet-5-5           2026-10-07T00:00:00Z 0      2    10   0.10  2.50  4
            claude-sonnet-5        anthropic claude-sonnet-5             2026-11-20T10:00:00Z 0      2    10   0.20  2.50  4
            claude-haiku-5-5       anthropic claude-haiku-5-5            2026-10-07T00:00:00Z 0      0.10 0.50 0.01  0.125 0.20
            claude-haiku-5-5-long  anthropic claude-haiku-5-5            2026-11-20T10:00:00Z 100000 0.50 2.50 0.05  0.625 1.00
            claude-haiku-4-5       anthropic claude-haiku-4-5-20251001   2026-11-20T10:00:00Z 0      1    5    0.10  1.25  2
            gpt-6-astra            openai    gpt-6-astra                 2026-09-03T00:00:00Z 0      10   50   1.00  -     -
            gpt-6-astra-long       openai    gpt-6-astra                 2026-11-20T10:00:00Z 272000 20   75   2.00  -     -
            gpt-6-sol              openai    gpt-6-sol-2026-09-22        2026-09-22T00:00:00Z 0      2    10   0.20  2.50  -
            gpt-6-sol-long         openai    gpt-6-sol                   2026-11-20T10:00:00Z 272000 4    15   0.40  5.00  -
            gpt-6.1-sol            openai    gpt-6.1-sol                 2026-11-20T10:00:00Z 0      2    10   0.10  2.50  -
            gpt-6.1-sol-long       openai    gpt-6.1-sol                 2026-11-20T10:00:00Z 272000 4    15   0.20  5.00  -
            gpt-6-luna             openai    gpt-6-luna                  2026-11-20T10:00:00Z 0      0.10 0.50 0.01  0.125 -
            gpt-6-luna-long        openai    gpt-6-luna                  2026-11-20T10:00:00Z 272000 0.20 0.75 0.02  0.25  -
            gpt-5.6-sol-a          openai    gpt-5.6-sol                 2026-09-21T23:59:59Z 0      5    30   0.50  6.25  -
            gpt-5.6-sol-a-long     openai    gpt-5.6-sol                 2026-09-21T23:59:59Z 272000 10   45   1.00  12.50 -
            gpt-5.6-sol-b          openai    gpt-5.6-sol                 2026-09-22T00:00:00Z 0      4    20   0.50  6.25  -
            gpt-5.6-sol-b-long     openai    gpt-5.6-sol                 2026-09-22T00:00:00Z 272000 8    30   1.00  12.50 -
            gpt-5.6-terra          openai    gpt-5.6-terra               2026-07-30T00:00:00Z 0      2    12   0.20  2.50  -
            gpt-5.6-terra-long     openai    gpt-5.6-terra               2026-11-20T10:00:00Z 272000 4    18   0.40  5.00  -
            gpt-5.6-luna           openai    gpt-5.6-luna                2026-07-30T00:00:00Z 0      0.20 1.20 0.02  0.25  -
            gpt-5.6-luna-long      openai    gpt-5.6-luna                2026-11-20T10:00:00Z 272000 0.40 1.80 0.04  0.50  -
            gpt-5.4                openai    gpt-5.4-2026-03-05          2026-11-20T10:00:00Z 0      2.50 15   0.25  -     -
            gpt-5.4-long           openai    gpt-5.4                     2026-11-20T10:00:00Z 272000 5.00 22.50 0.50 -     -
            gpt-5.4-mini           openai    gpt-5.4-mini                2026-11-20T10:00:00Z 0      0.75 4.50 0.075 -     -
            gpt-5.4-nano           openai    gpt-5.4-nano                2026-11-20T10:00:00Z 0      0.20 1.25 0.02  -     -
            gpt-4.1                openai    gpt-4.1-2025-04-14          2026-11-20T10:00:00Z 0      2    8    0.50  -     -
            gpt-4.1-mini           openai    gpt-4.1-mini                2026-11-20T10:00:00Z 0      0.40 1.60 0.10  -     -
            gpt-4.1-nano           openai    gpt-4.1-nano                2026-11-20T10:00:00Z 0      0.10 0.40 0.025 -     -
            gpt-4o-mini            openai    gpt-4o-mini-2024-07-18      2026-11-20T10:00:00Z 0      0.15 0.60 0.075 -     -
            gemini-flash-3.6-3.7-a google    gemini-3.6-flash            2026-12-31T23:59:59Z 0      0.75 3.75 0.075 -     -
            gemini-flash-3.6-3.7-a google    gemini-3.7-flash            2026-11-20T10:00:00Z 0      0.75 3.75 0.075 -     -
            gemini-flash-3.6-3.7-b google    gemini-3.7-flash            2027-01-01T00:00:00Z 0      1.50 7.50 0.15  -     -
            gemini-3.1-pro         google    gemini-3.1-pro-preview      2026-11-20T10:00:00Z 0      2    12   0.20  -     -
            gemini-3.1-pro-long    google    gemini-3.1-pro-preview      2026-11-20T10:00:00Z 200000 4    18   -     -     -
            gemini-2.5-pro         google    gemini-2.5-pro              2026-11-20T10:00:00Z 0      1.25 10   0.125 -     -
            gemini-2.5-pro-long    google    gemini-2.5-pro              2026-11-20T10:00:00Z 200000 2.50 15   -     -     -
            gemini-3.5-flash       google    gemini-3.5-flash            2026-11-20T10:00:00Z 0      1.50 9    0.15  -     -
            gemini-3.5-flash-lite  google    gemini-3.5-flash-lite       2026-11-20T10:00:00Z 0      0.30 2.5  0.03  -     -
            gemini-2.5-flash       google    gemini-2.5-flash            2026-11-20T10:00:00Z 0      0.30 2.5  0.03  -     -
            mistral-large-4        mistral_ai mistral-large-4            2026-11-20T10:00:00Z 0      1.36 4.18 0.07  -     -
            mistral-medium-3.5     mistral_ai mistral-medium-3.5         2026-11-20T10:00:00Z 0      1.5  7.5  -     -     -
            mistral-large-3        mistral_ai mistral-large-3            2026-11-20T10:00:00Z 0      0.5  1.5  0.05  -     -
            mistral-small-4        mistral_ai mistral-small-4            2026-11-20T10:00:00Z 0      0.15 0.60 0.015 -     -
            """;

    static List<Offer> all() {
        return LIST.lines().map(Offer::of).toList();
    }

    private static Offer of(String line) {
        String[] cells = line.strip().split(" +");
        return new Offer(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Long.parseLong(cells[4]),
                new BigDecimal(cells[5]),
                price(cells[7]),
                price(cells[8]),
                price(cells[9]),
                new BigDecimal(cells[6]));
    }

    private static Optional<BigDecimal> price(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(cell));
    }

    boolean isAnthropic() {
        return provider.equals("anthropic");
    }

    /** The row of the same model on the same day for requests that are not above this one's threshold. */
    boolean isBaseOf(Offer above) {
        return threshold == 0 && above.threshold > 0 && above.row.equals(row + "-long");
    }
}
