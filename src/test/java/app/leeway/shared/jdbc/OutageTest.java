package app.leeway.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void aLostConnectionIsAnOutageHoweverDeepItLies() {
        assertThat(Outage.isBehind(wrapped(new SQLException("gone", "08006")))).isTrue();
        assertThat(Outage.isBehind(wrapped(new SQLException("stopping", "57P01")))).isTrue();
        assertThat(Outage.isBehind(wrapped(new SQLTransientConnectionException("none free"))))
                .isTrue();
    }

    @Test
    void whatARequestBringsAboutIsNone() {
        assertThat(Outage.isBehind(wrapped(new SQLException("twice", "23505")))).isFalse();
        assertThat(Outage.isBehind(wrapped(new SQLException("without a state")))).isFalse();
        assertThat(Outage.isBehind(new IllegalStateException())).isFalse();
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException("the ledger could not be written", cause);
    }
}
