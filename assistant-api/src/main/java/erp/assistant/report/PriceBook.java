package erp.assistant.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The price files in force. A CDI bean, safe for use by many threads. */
public interface PriceBook {

    State state();

    /**
     * What is known of the prices.
     *
     * @param file the price file's path, or the name of the shipped one
     * @param fingerprint differs if any of the price files does
     * @param loadedAt when they were taken over
     * @param rows of the price file
     * @param problem what is wrong with the files as they are now, so that those read before stay in force; empty if nothing
     * @param unpriced configured models without a price today, each as provider and model
     * @param endings prices that end without another one after them
     */
    record State(
            String file,
            String fingerprint,
            Instant loadedAt,
            int rows,
            Optional<String> problem,
            List<String> unpriced,
            List<Ending> endings) {

        public State {
            unpriced = List.copyOf(unpriced);
            endings = List.copyOf(endings);
        }
    }

    /**
     * A price that ends without another one after it.
     *
     * @param row the price row's id
     * @param lastDay the last day with a price, UTC
     */
    record Ending(String row, LocalDate lastDay) {}
}
