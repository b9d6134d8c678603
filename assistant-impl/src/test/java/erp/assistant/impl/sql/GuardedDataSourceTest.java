package erp.assistant.impl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class GuardedDataSourceTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final GuardedDataSource guarded = new GuardedDataSource(memory());

    private static JdbcDataSource memory() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:");
        return memory;
    }

    @Test
    void tellsWhetherSomebodyIsAlone() throws SQLException {
        List<Boolean> open = new ArrayList<>();

        assertThat(guarded.alone(AT_ONCE, () -> open.add(guarded.awaitOpen(AT_ONCE))))
                .isTrue();
        open.add(guarded.awaitOpen(AT_ONCE));

        assertThat(open).containsExactly(false, true);
    }

    @Test
    void whoHasAConnectionIsNotInTheWayOfOthers() throws SQLException {
        try (Connection held = guarded.getConnection()) {
            assertThat(held.isValid(0)).isTrue();
            assertThat(guarded.awaitOpen(AT_ONCE)).isTrue();
        }
    }
}
