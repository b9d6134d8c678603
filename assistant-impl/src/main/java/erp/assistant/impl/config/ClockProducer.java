package erp.assistant.impl.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock, so that tests can hand in another. */
@Dependent
class ClockProducer {

    @Produces
    @Dependent
    static Clock clock() {
        return Clock.systemUTC();
    }
}
