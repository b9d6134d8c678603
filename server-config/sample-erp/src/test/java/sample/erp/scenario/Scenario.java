package sample.erp.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A question that somebody asks about the record on their screen, as {@code scenarios.csv} lists them.
 *
 * @param number from 1 to 15
 * @param login who asks
 * @param page the screen, below the ERP's context root
 * @param needs ids of the facts that a good answer rests on
 * @param forbidden ids of fields and cells that this person's assistant must not get
 */
public record Scenario(
        int number,
        String login,
        String type,
        String id,
        String page,
        String question,
        List<String> needs,
        List<String> forbidden) {

    /** All of them, in the order of the tour. */
    public static List<Scenario> all() {
        try (InputStream file =
                Objects.requireNonNull(Scenario.class.getResourceAsStream("scenarios.csv"), "scenarios.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Scenario::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario parse(String line) {
        String[] cells = line.split("\\|", -1);
        return new Scenario(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                words(cells[6]),
                words(cells[7]));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
    }

    @Override
    public String toString() {
        return number + " " + login + " " + type + "/" + id + ": " + question;
    }
}
