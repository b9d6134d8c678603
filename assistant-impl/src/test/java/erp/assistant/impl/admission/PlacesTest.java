package erp.assistant.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    private final Places places = new Places();

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "10, 9", "19, 18", "2000, 1800"})
    void onePersonCannotTakeTheLastTenth(int limit, int most) {
        int taken = 0;
        while (places.take("anna", limit).isPresent()) {
            taken++;
        }

        assertThat(taken).isEqualTo(most);
        assertThat(places.take("carl", limit).isPresent())
                .as("somebody else has a place")
                .isEqualTo(limit > 1);
    }

    @Test
    void thereAreNeverMoreThanTheLimitWhoeverAsks() {
        long taken = IntStream.range(0, 500)
                .mapToObj(i -> places.take("person " + i, 100))
                .filter(Optional::isPresent)
                .count();

        assertThat(taken).isEqualTo(100);
        assertThat(places.taken()).isEqualTo(100);
    }

    @Test
    void aPlaceIsLeftOnce() {
        Place first = places.take("anna", 10).orElseThrow();
        Place second = places.take("anna", 10).orElseThrow();

        first.leave();
        first.leave();
        assertThat(places.taken()).isEqualTo(1);

        second.leave();
        assertThat(places.taken()).isZero();
    }

    @Test
    void afterAnyOrderOfComingAndGoingAllPlacesAreFree() {
        Random random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            int limit = 1 + random.nextInt(30);
            List<Place> open = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                if (random.nextBoolean()) {
                    places.take("person " + random.nextInt(5), limit).ifPresent(open::add);
                } else if (!open.isEmpty()) {
                    Place place = open.remove(random.nextInt(open.size()));
                    place.leave();
                    place.leave();
                }
                assertThat(places.taken()).isEqualTo(open.size()).isLessThanOrEqualTo(limit);
            }
            open.forEach(Place::leave);
            assertThat(places.taken()).isZero();
        }
    }
}
