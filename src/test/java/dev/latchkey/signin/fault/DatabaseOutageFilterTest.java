package dev.latchkey.signin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How a response ends whose request fails with the database. */
class DatabaseOutageFilterTest {

    private static final DataAccessResourceFailureException OUTAGE =
            new DataAccessResourceFailureException("gone", new SQLException("gone", "08000"));
    private static final FilterChain FAILING = (request, response) -> {
        throw OUTAGE;
    };

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void FIELD_O11_what_has_not_begun_is_answered_with_503_and_when_to_try_again() throws Exception {
        new DatabaseOutageFilter().doFilter(request, response, FAILING);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotNull();
    }

    @Test
    void what_has_begun_fails_so_that_nobody_takes_a_part_for_the_whole() throws Exception {
        response.getWriter().write("the first lines of an export");
        response.flushBuffer();

        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> new DatabaseOutageFilter().doFilter(request, response, FAILING))
                .isSameAs(OUTAGE);
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> new DatabaseOutageResolver().resolveException(request, response, null, OUTAGE))
                .isSameAs(OUTAGE);
    }
}
